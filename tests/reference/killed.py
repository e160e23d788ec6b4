#!/usr/bin/env python3
"""Kills imports at random moments and looks at what is left.

    tests/reference/killed.py MERGEWINDOW-CLI [--kills 200] [--seed 1] [--clone PATH FROM TO]

Half of the kills hit the first import of a release into a file, half one that replaces a release
by another range of the same name; before each kill the file is as it was. SIGKILL comes at a moment
drawn evenly from the time that an undisturbed import takes, and a little more. After each:

- every command opens the file, and `check` says ok;
- the release is the old one whole or the new one whole (of a first import: none or whole), where
  lines that are still to be counted are a state of the new one;
- notes, bookmarks, sections of one's own, read marks, saved searches and stars are as they were;
- the same import once more ends with the content of an undisturbed one (compared by a hash over
  every table, with row ids replaced by what they stand for), and leaves no file behind.

Without --clone the history is made here, of --commits changesets.
"""

import argparse
import json
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from small_release import CONTENT, hash_of, make_history

PERSONAL = ['personal', 'saved_search', 'star', 'document', 'mention', 'tree', 'config']

def personal_hash(file):
    return hash_of(file, {name: f'SELECT * FROM {name}' for name in PERSONAL})


class Killed:
    def __init__(self, arguments, folder):
        self.program, self.folder = arguments.program, folder
        self.chance = random.Random(arguments.seed)
        self.file = folder / 'data' / 'test.db'
        self.file.parent.mkdir()
        self.faults = 0
        if arguments.clone:
            self.clone, *revisions = arguments.clone
            self.revisions = [revisions[0], revisions[1] + '~5', revisions[1]]
        else:
            self.clone = str(folder / 'clone')
            self.revisions = make_history(self.clone, arguments.commits)

    def command(self, *arguments):
        return [self.program, '--db', str(self.file), *arguments]

    def import_command(self, to):
        return self.command('import', '--repo', self.clone, '--from', self.revisions[0], '--to', to,
                            '--name', 'r')

    def run(self, command):
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def put_back(self, saved):
        shutil.rmtree(self.file.parent)
        shutil.copytree(saved, self.file.parent)

    def make_states(self):
        """What is there before a kill, and the hash of what must be there after."""
        self.states = {}
        old, new = self.revisions[1], self.revisions[2]
        self.must(self.import_command(new))
        for kind in ('first', 'again'):
            if kind == 'first':
                # A file in which something is of a person, but the release is not there.
                self.own_data()
                self.must(self.command('remove', 'r'))
            else:
                self.must(self.import_command(old))
            saved = self.folder / kind
            shutil.copytree(self.file.parent, saved)
            before = hash_of(self.file, CONTENT)
            begun = time.monotonic()
            self.must(self.import_command(new))
            seconds = time.monotonic() - begun
            self.states[kind] = dict(saved=saved, before=before, after=hash_of(self.file, CONTENT),
                                     seconds=seconds, own=personal_hash(self.file))
            self.put_back(saved)
        print(f"an import takes {self.states['first']['seconds']:.2f} s, one that replaces "
              f"{self.states['again']['seconds']:.2f} s", flush=True)

    def own_data(self):
        rows = [json.loads(line) for line in
                self.run(self.command('search', '', '--json')).stdout.splitlines()]
        database = sqlite3.connect(self.file)
        for n, row in enumerate(rows[::7]):
            database.execute('INSERT INTO personal (oid, section, subgroup, bookmarked, read_at, colour, '
                             'note, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, 1)',
                             (bytes.fromhex(row['oid']), 'core' if n % 2 else None, '' if n % 2 else None,
                              n % 3 == 0, n, n % 5 or None, f'note {n}'))
        database.execute("INSERT INTO saved_search (name, query, position) VALUES ('mine', 'is:noted', 0)")
        database.execute("INSERT INTO star VALUES (1, 'drivers/net', 'drivers/net', 1)")
        database.commit()
        database.close()

    def must(self, command):
        result = self.run(command)
        if result.returncode != 0:
            sys.exit(f'{command}: {result.stderr}')
        return result.stdout

    def kill_once(self, number):
        kind = 'first' if number % 2 else 'again'
        state = self.states[kind]
        self.put_back(state['saved'])
        process = subprocess.Popen(self.import_command(self.revisions[2]), stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        moment = self.chance.uniform(0, 1.1 * state['seconds'])
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        self.ended += process.wait() == 0
        faults = []
        checked = self.run(self.command('check'))
        if checked.returncode != 0 or checked.stdout.strip() != 'ok':
            faults.append(f'check: {checked.stdout} {checked.stderr}')
        elif personal_hash(self.file) != state['own']:
            faults.append('what is of a person is not as it was')
        else:
            found = hash_of(self.file, CONTENT)
            counting = '"insertions":null' in self.run(self.command('releases', '--json')).stdout
            self.seen[('old' if found == state['before'] else 'new' if found == state['after'] else
                       'new, lines to be counted' if counting else 'other')] += 1
            if found not in (state['before'], state['after']) and not counting:
                faults.append('the release is neither the old nor the new one')
        again = self.run(self.import_command(self.revisions[2]))
        if again.returncode != 0:
            faults.append(f'the next import: {again.stderr}')
        elif hash_of(self.file, CONTENT) != state['after']:
            faults.append('the next import ends with another content')
        elif self.run(self.command('check')).stdout.strip() != 'ok':
            faults.append('check after the next import')
        elif personal_hash(self.file) != state['own']:
            faults.append('what is of a person is not as it was after the next import')
        left = {entry.name for entry in self.file.parent.iterdir()}
        if not left <= {'test.db', 'test.db-wal', 'test.db-shm', 'test.db.lock'}:
            faults.append(f'left behind: {left}')
        for fault in faults:
            print(f'kill {number} ({kind}, after {moment:.3f} s): {fault}', flush=True)
        self.faults += bool(faults)

    def kill_all(self, kills):
        self.ended, self.seen = 0, {'old': 0, 'new, lines to be counted': 0, 'new': 0, 'other': 0}
        for number in range(kills):
            self.kill_once(number)
        print(f'{kills} kills, {self.ended} of them after the end: '
              + ', '.join(f'{count} {what}' for what, count in self.seen.items())
              + f'; {self.faults} with a fault')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('program')
    parser.add_argument('--kills', type=int, default=200)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--commits', type=int, default=2000)
    parser.add_argument('--clone', nargs=3, metavar=('PATH', 'FROM', 'TO'))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix='mergewindow-killed-') as folder:
        killed = Killed(arguments, Path(folder))
        killed.make_states()
        killed.kill_all(arguments.kills)
        sys.exit(1 if killed.faults else 0)


if __name__ == '__main__':
    main()
