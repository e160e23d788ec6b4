#!/usr/bin/env python3
"""Damages a clone at many places and imports from it.

    tests/reference/damaged.py MERGEWINDOW-CLI [--places 300] [--seed 1] [--only KIND]

A history made here is kept packed, loose, with a commit-graph and with a multi-pack-index. At each
place one file of it is damaged: bytes flipped, cut off, filled with zeros, two of its entries
exchanged, or removed. What an import into a new database may then do:

- succeed, with the content that the whole clone gives (the damage was met by nobody, or only in what
  makes reading faster);
- succeed, with lines that are said to be uncounted, and all else as the whole clone gives it;
- fail with status 1 and one sentence, which names an object or the file, leave no release, and
  leave a database of which `check` says ok.

Everything else is printed as a fault: a signal, a time-out, wrong figures, half a release.
"""

import argparse
import collections
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from small_release import CONTENT, hash_of, make_history

# A fingerprint says where the clone is.
CONTENT = dict(CONTENT, release=CONTENT['release'].replace(', fingerprint', ''))

# Without lines, what is known of a release is all but these.
WITHOUT_LINES = dict(CONTENT)
# Says where the clone is.
CONTENT = dict(CONTENT, release=CONTENT['release'].replace(', fingerprint', ''))
for gone in ('code', 'interface_change'):
    del WITHOUT_LINES[gone]
WITHOUT_LINES['release'] = 'SELECT name, hex(from_oid), hex(to_oid), changesets, merges, pulls, files FROM release'
WITHOUT_LINES['change'] = CONTENT['change'].replace(', h.binary, h.insertions, h.deletions', '')
WITHOUT_LINES['commits'] = CONTENT['commits'].replace(' c.insertions, c.deletions,', '').replace(
    ' c.adds_kind, c.adds,', '')

KINDS = {
    # kind: (which clone, which files, what is done)
    'pack': ('packed', 'objects/pack/*.pack', ('flip', 'flip', 'cut', 'zeros')),
    'index': ('packed', 'objects/pack/*.idx', ('flip', 'cut', 'zeros', 'swap', 'remove')),
    'loose': ('loose', 'objects/[0-9a-f][0-9a-f]/*', ('flip', 'cut', 'zeros', 'remove')),
    'commit-graph': ('packed', 'objects/info/commit-graph', ('flip', 'cut', 'zeros')),
    'multi-pack-index': ('many', 'objects/pack/multi-pack-index', ('flip', 'cut', 'zeros')),
    'refs': ('packed', 'packed-refs', ('flip', 'cut', 'zeros', 'remove')),
    'loose refs': ('loose', 'refs/tags/*', ('flip', 'cut', 'zeros', 'remove')),
    'HEAD': ('loose', 'HEAD', ('flip', 'cut', 'zeros', 'remove')),
}


def git(folder, *arguments, **more):
    return subprocess.run(['git', '-C', folder, *arguments], check=True, stdout=subprocess.PIPE, **more).stdout


def make_clones(folder, commits):
    """The same history in the forms that a clone has."""
    packed = folder / 'packed'
    make_history(str(packed), commits)
    git(packed, 'repack', '-adfq', '--depth=50', '--window=20')
    git(packed, 'pack-refs', '--all')
    git(packed, 'commit-graph', 'write', '--reachable')
    loose = folder / 'loose'
    subprocess.run(['git', 'init', '-q', '--bare', loose], check=True)
    pack = next((packed / 'objects/pack').glob('*.pack'))
    git(loose, 'unpack-objects', '-q', input=pack.read_bytes())
    for line in git(packed, 'show-ref').decode().splitlines():
        git(loose, 'update-ref', line.split()[1], line.split()[0])
    many = folder / 'many'
    subprocess.run(['git', 'init', '-q', '--bare', many], check=True)
    for n, name in enumerate(('a', 'b', 'c')):
        git(many, 'fetch', '-q', packed, f'refs/tags/{name}:refs/tags/{name}')
        git(many, 'repack', '-dq')
    git(many, 'multi-pack-index', 'write')
    return {clone: folder / clone for clone in ('packed', 'loose', 'many')}


def damage(chance, file, how):
    """Spoils one file and says how."""
    file.chmod(0o644)
    content = bytearray(file.read_bytes())
    at = chance.randrange(len(content))
    if how == 'flip':
        content[at] ^= 1 << chance.randrange(8)
    elif how == 'cut':
        content = content[:at]
    elif how == 'zeros':
        content[at:at + 64] = bytes(len(content[at:at + 64]))
    elif how == 'swap':
        # The places of two objects in an index of version 2 (gitformat-pack): valid, and wrong.
        count = int.from_bytes(content[8 + 1020:8 + 1024], 'big')
        begin = 8 + 1024 + 24 * count
        one, two = (begin + 4 * n for n in chance.sample(range(count), 2))
        content[one:one + 4], content[two:two + 4] = content[two:two + 4], content[one:one + 4]
        at = one
    if how == 'remove':
        file.unlink()
    else:
        file.write_bytes(content)
    return f'{how} {file.name} at {at}'


class Damaged:
    def __init__(self, arguments, folder):
        self.program, self.folder = arguments.program, folder
        self.chance = random.Random(arguments.seed)
        self.clones = make_clones(folder, arguments.commits)
        self.whole, self.file = folder / 'whole.db', folder / 'data' / 'test.db'
        self.file.parent.mkdir()
        result = self.import_into(self.whole, self.clones['packed'])
        if result.returncode != 0:
            sys.exit(result.stderr)
        self.content, self.plain = hash_of(self.whole, CONTENT), hash_of(self.whole, WITHOUT_LINES)
        self.outcomes = collections.Counter()
        self.sentences = collections.Counter()

    def import_into(self, file, clone):
        return subprocess.run([self.program, '--db', file, 'import', '--json', '--repo', clone, '--from', 'a',
                               '--to', 'c', '--name', 'r'], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              text=True, errors='replace', timeout=120)

    def place(self, kind, number):
        clone, pattern, ways = KINDS[kind]
        spoiled = self.folder / 'spoiled'
        shutil.rmtree(spoiled, ignore_errors=True)
        shutil.copytree(self.clones[clone], spoiled)
        shutil.rmtree(self.file.parent)
        self.file.parent.mkdir()
        file = self.chance.choice(sorted(spoiled.glob(pattern)))
        what = damage(self.chance, file, ways[number % len(ways)])
        outcome, fault = self.look(self.import_into(self.file, spoiled), file)
        self.outcomes[kind, outcome] += 1
        if fault:
            print(f'{kind}, {what}: {fault}', flush=True)
        return fault is not None

    def look(self, result, file):
        if result.returncode == 0:
            if hash_of(self.file, CONTENT) == self.content:
                return 'as the whole clone', None
            release = json.loads(result.stdout.splitlines()[-1])
            if hash_of(self.file, WITHOUT_LINES) != self.plain:
                return 'wrong', 'the release is not what the whole clone has'
            if not release['uncounted']:
                return 'wrong', 'lines are not what the whole clone has'
            return 'with lines uncounted, and says so', None
        sentence = result.stderr.strip()
        self.sentences[re.sub(r'[0-9a-f]{7,40}|/\S+', '*', sentence)] += 1
        if result.returncode != 1:
            return 'wrong', f'status {result.returncode}: {sentence[-300:]}'
        if '\n' in sentence or len(sentence) > 600:
            return 'wrong', f'no one sentence: {sentence[:600]}'
        if not re.search(r'\b[0-9a-f]{12,40}\b', sentence) and 'spoiled' not in sentence:
            return 'wrong', f'names nothing: {sentence}'
        if self.file.exists():
            checked = subprocess.run([self.program, '--db', self.file, 'check'], stdout=subprocess.PIPE, text=True)
            if checked.stdout.strip() != 'ok':
                return 'wrong', f'check: {checked.stdout}'
            if subprocess.run([self.program, '--db', self.file, 'releases', '--json'], stdout=subprocess.PIPE,
                              text=True).stdout:
                return 'wrong', 'there is a release'
        return 'refused in a sentence', None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('program')
    parser.add_argument('--places', type=int, default=300)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--commits', type=int, default=120)
    parser.add_argument('--only')
    arguments = parser.parse_args()
    kinds = [arguments.only] if arguments.only else list(KINDS)
    # Packs and what finds objects in them are our own reader's: half of all places are there.
    weights = [4 if kind in ('pack', 'index') else 2 if kind == 'loose' else 1 for kind in kinds]
    with tempfile.TemporaryDirectory(prefix='mergewindow-damaged-') as folder:
        damaged = Damaged(arguments, Path(folder).resolve())
        numbers, faults = collections.Counter(), 0
        for _ in range(arguments.places):
            kind = damaged.chance.choices(kinds, weights)[0]
            faults += damaged.place(kind, numbers[kind])
            numbers[kind] += 1
        for (kind, outcome), count in sorted(damaged.outcomes.items()):
            print(f'{kind}: {count} {outcome}')
        print('\nwhat was said:')
        for sentence, count in damaged.sentences.most_common():
            print(f'  {count}  {sentence}')
        print(f'\n{arguments.places} places, {faults} with a fault')
        sys.exit(1 if faults else 0)


if __name__ == '__main__':
    main()
