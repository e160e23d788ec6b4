#!/usr/bin/env python3
"""Which small changes of behaviour do the tests notice?

    tests/reference/mutants.py FOLDER [--amount 260] [--seed 1] [--jobs 1]

Copies the sources into FOLDER, draws mutants there by rule (mutants/draw.py), builds once with a
switch for each, runs every test by itself to see which mutants it comes across, and then tries each
mutant: first the tests of its own folder, then the others that come across it, the quickest first, and
last those of the window, for at most --seconds. FOLDER/results.tsv has a line for each: noticed or not, kind,
place, change, the test. A second call goes on where the first stopped.

A survivor of which the compiler makes the same program as without it changes nothing that a test could
notice (a `break` before the end of a loop's last case, say): those are counted apart.

A test that fails without a mutant, or takes over --longest seconds, takes no part. Of the window a
test is all of a file.
On a busy machine: --folders 'classify|base' --programs 'classify base' for a part of it.
"""

import argparse
import collections
import concurrent.futures
import contextlib
import itertools
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(Path(__file__).resolve().parent / 'mutants'))
import draw  # noqa: E402

HEADER = Path(__file__).resolve().parent / 'mutants' / 'mutant.h'

# The tests of a folder are in the program of its first part, or in another's.
PROGRAM_OF = {'ranking': 'document', 'code_text': 'cli'}
ALL = 'base git blame fetch cve classify interfaces code store importer bundle trees kbuild document cli ui'
# Tests of the window that say how long something takes.
MEASURING = {'typing_test', 'responsiveness_test', 'idle_test'}


class Mutants:
    def __init__(self, arguments):
        self.arguments = arguments
        self.folder = arguments.folder.resolve()
        self.source = self.folder / 'source'
        self.original = self.folder / 'original'
        # As the program itself is built, so that a compiler's cache knows what has no mutant.
        self.build = self.source / 'build'
        self.noticed = collections.Counter()  # by folder and test
        self.environment = dict(os.environ, XDG_CONFIG_HOME=str(self.folder / 'no-config'),
                                XDG_CACHE_HOME=str(self.folder / 'no-cache'))

    # -- making ------------------------------------------------------------------------------------

    def make(self):
        listed = self.folder / 'mutants.json'
        if listed.exists():
            self.mutants = json.loads(listed.read_text())
            return
        self.source.mkdir(parents=True)
        files = subprocess.run(['git', '-C', TOP, 'ls-files', '-z', '--cached', '--others',
                                '--exclude-standard'], stdout=subprocess.PIPE,
                               check=True).stdout.decode().split('\0')
        for name in filter(None, files):
            if (TOP / name).exists():
                (self.source / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(TOP / name, self.source / name)
        drawn = draw.draw(TOP, self.arguments.amount, self.arguments.seed, self.arguments.folders)
        # Their places are those of this moment, whatever is done to the sources meanwhile.
        for name in {mutant.file for mutant in drawn}:
            (self.original / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(TOP / name, self.original / name)
        numbers = {id(mutant): number for number, mutant in enumerate(drawn)}
        self.write(drawn, numbers, {mutant.file for mutant in drawn})
        subprocess.run(['cmake', '-G', 'Ninja', '-S', self.source, '-B', self.build, '-DMW_TESTS=ON',
                        f'-DCMAKE_BUILD_TYPE={self.arguments.build_type}',
                        f'-DCMAKE_EXE_LINKER_FLAGS={self.arguments.linker_flags}'],
                       check=True, stdout=subprocess.DEVNULL)
        while True:
            log, status = self.run_build()
            bad = self.not_compiling(log, drawn)
            warned = {mutant for mutant, warning in bad if warning}
            failed = {mutant for mutant, warning in bad if not warning}
            drawn = [m for n, m in enumerate(drawn) if n not in warned | failed]
            if status == 0 and not failed:
                break
            if not failed:
                sys.exit(log[-4000:] + '\nIt does not build, for another reason than the mutants.')
            print(f'{len(failed)} do not compile and are dropped', flush=True)
            self.write(drawn, numbers, self.files)
        self.mutants = [dict(number=numbers[id(m)], kind=m.kind, file=m.file, line=m.line,
                             made=m.made, start=m.start, end=m.end, template=m.template)
                        for m in drawn]
        listed.write_text(json.dumps(self.mutants, indent=1))

    def write(self, drawn, numbers, files):
        self.files = files
        for name in files:
            if name.endswith('.toml'):
                continue
            text = draw.written((self.original / name).read_text(), [m for m in drawn if m.file == name],
                                numbers)
            # Error messages count lines as they were.
            text = f'#include "{HEADER}"\n#line 1 "{self.source / name}"\n{text}'
            if (self.source / name).read_text() != text:
                (self.source / name).write_text(text)

    def run_build(self):
        programs = self.arguments.programs.split()
        targets = [f'test_{folder}' for folder in programs]
        targets += ['mergewindow-cli'] if 'cli' in programs else []
        targets += ['mergewindow'] if 'ui' in programs else []
        targets += ['mergewindow-bundle'] if 'bundle' in programs else []
        result = subprocess.run(['ninja', '-C', self.build, '-k', '0', f'-j{self.arguments.jobs}',
                                 *targets], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        (self.folder / 'build.log').write_text(result.stdout)
        return result.stdout, result.returncode

    def not_compiling(self, log, drawn):
        """(index in drawn, whether it was only warned of) of those at whose lines the compiler
        stopped."""
        found, waiting = set(), []
        place = re.compile(r'^(?:\S*/)?(src/[^\s:]+):(\d+)(?::\d+)?:')
        for line in log.splitlines():
            if re.match(r'\S+: In ', line) and 'instantiation' not in line:
                waiting = []
            at = place.match(line)
            if 'required from' in line and at:
                waiting.append(at.groups())
            is_error = ': error' in line
            if not is_error and 'no mutant' not in line:
                continue
            for name, number in waiting + ([at.groups()] if at else []):
                found |= {(index, not is_error) for index, mutant in enumerate(drawn)
                          if mutant.file == name and 0 <= int(number) - mutant.line <= 3}
            waiting = []
        return found

    # -- without a mutant --------------------------------------------------------------------------

    def baseline(self):
        listed = self.folder / 'baseline.json'
        if listed.exists():
            self.tests = json.loads(listed.read_text())
            return
        names = []
        for folder in self.arguments.programs.split():
            program = self.program(folder)
            if folder == 'ui':
                output = subprocess.run([program], stdout=subprocess.PIPE, text=True, check=True).stdout
                names += [(folder, name) for name in output.split() if name not in MEASURING]
                continue
            suite = ''
            output = subprocess.run([program, '--gtest_list_tests'], stdout=subprocess.PIPE, text=True,
                                    check=True, env=self.environment).stdout
            for line in output.splitlines():
                if line.startswith('  '):
                    names.append((folder, suite + line.split('#')[0].strip()))
                elif re.match(r'\S+\.', line):
                    suite = line.split()[0]
        size = max(m['number'] for m in self.mutants) + 1
        self.tests = []
        with concurrent.futures.ThreadPoolExecutor(self.arguments.jobs) as pool:
            for test in pool.map(lambda name: self.first_run(*name, size), names):
                if test is not None:
                    self.tests.append(test)
        # A test depends on the rules where it fails without any.
        with self.rules(''):
            for test in self.tests:
                test['rules'] = test['folder'] in ('classify', 'bundle', 'importer', 'cli', 'document') \
                    and not self.passes(test['folder'], test['name'], {}, self.arguments.longest)
        listed.write_text(json.dumps(self.tests))

    def program(self, folder):
        for place in ('bin', 'tests/' + folder):
            if (self.build / place / f'test_{folder}').exists():
                return self.build / place / f'test_{folder}'
        raise SystemExit(f'there is no test_{folder}')

    def first_run(self, folder, name, size):
        reached = self.folder / f'reached-{folder}-{name.replace("/", "+")}'
        reached.write_bytes(bytes(size))
        begun = time.monotonic()
        fine = self.passes(folder, name, dict(MW_MUTANT_REACHED=str(reached)), self.arguments.longest)
        seconds = time.monotonic() - begun
        numbers = [n for n, byte in enumerate(reached.read_bytes()) if byte]
        reached.unlink()
        if not fine:
            print(f'takes no part: {folder}.{name} ({seconds:.0f} s)', flush=True)
            return None
        return dict(folder=folder, name=name, seconds=seconds, reached=numbers)

    @contextlib.contextmanager
    def rules(self, text):
        """Other rules in the copy of the sources, which tests know by its path as well."""
        file = self.source / 'data' / 'sections.toml'
        before = file.read_text()
        file.write_text(text)
        try:
            yield
        finally:
            file.write_text(before)

    def passes(self, folder, name, more, limit):
        environment = dict(self.environment, MERGEWINDOW_DATA=str(self.source / 'data'))
        environment.update(more)
        arguments = [f'--gtest_filter={name}', '--gtest_brief=1']
        if folder == 'ui':
            arguments = [name, '-silent']
            environment.update(QT_QPA_PLATFORM='offscreen', LC_ALL='C.UTF-8', LANGUAGE='')
        process = subprocess.Popen([self.program(folder), *arguments],
                                   cwd=self.build / 'tests' / folder, env=environment,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            return process.wait(limit) == 0
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            process.wait()
            return False

    # -- with each ---------------------------------------------------------------------------------

    def try_all(self):
        results = self.folder / 'results.tsv'
        done = set()
        if results.exists():
            done = {int(line.split('\t')[1]) for line in results.read_text().splitlines()}
        left = [m for m in self.mutants if m['number'] not in done]
        of_rules = [m for m in left if m['file'].endswith('.toml')]
        of_code = [m for m in left if m not in of_rules]
        with results.open('a') as out:
            # One after the other: rules are exchanged in place, for whatever test runs meanwhile.
            for mutant in of_rules:
                self.note(out, mutant, self.noticed_by(mutant))
            with concurrent.futures.ThreadPoolExecutor(self.arguments.jobs) as pool:
                for mutant, by in pool.map(lambda m: (m, self.noticed_by(m)), of_code):
                    self.note(out, mutant, by)

    @staticmethod
    def note(out, mutant, by):
        out.write('\t'.join(['noticed' if by and by != 'out of time' else 'survived',
                             str(mutant['number']), mutant['kind'],
                             f"{mutant['file']}:{mutant['line']}", mutant['made'],
                             by or 'no test comes there or minds']) + '\n')
        out.flush()

    def noticed_by(self, mutant):
        part = Path(mutant['file']).parts[1]
        own = PROGRAM_OF.get(part, part)
        more = dict(MW_MUTANT=str(mutant['number']))
        if mutant['file'].endswith('.toml'):
            text = (self.original / mutant['file']).read_text()
            text = text[:mutant['start']] + mutant['template'] + text[mutant['end']:]
            with self.rules(text):
                return self.first_to_fail([t for t in self.tests if t['rules']], 'rules', {})
        tests = [t for t in self.tests if mutant['number'] in t['reached']]
        return self.first_to_fail(tests, own, more)

    def first_to_fail(self, tests, own, more):
        begun = time.monotonic()
        # What noticed one of a folder often notices the next.
        for test in sorted(tests, key=lambda t: (-self.noticed[own, t['name']], t['folder'] != own,
                                                 t['folder'] == 'ui', t['seconds'])):
            if time.monotonic() - begun > self.arguments.seconds:
                return 'out of time'
            if not self.passes(test['folder'], test['name'], more, 10 + 5 * test['seconds']):
                self.noticed[own, test['name']] += 1
                return f"{test['folder']}.{test['name']}"
        return None

    # -- what is left ------------------------------------------------------------------------------

    def find_equal(self):
        """Numbers of survivors that are no change to the compiler."""
        listed = self.folder / 'equal.json'
        known = json.loads(listed.read_text()) if listed.exists() else {}
        survivors = {int(line[1]) for line in self.results() if line[0] == 'survived'}
        for mutant in self.mutants:
            number = str(mutant['number'])
            if int(number) in survivors and number not in known and mutant['file'].endswith('.cpp'):
                objects = [self.compiled_alone(mutant['file'], which) for which in (number, '-1')]
                known[number] = None not in objects and objects[0] == objects[1]
                listed.write_text(json.dumps(known))
        self.equal = {int(number) for number, is_equal in known.items() if is_equal}

    def compiled_alone(self, file, which):
        """The object of a source file with one mutant that no switch can turn off; or nothing."""
        commands = json.loads((self.build / 'compile_commands.json').read_text())
        source = str(self.source / file)
        for entry in commands:
            unit = Path(entry['file'])
            if unit.suffix != '.cxx' or 'Unity' not in unit.parts or source not in unit.read_text():
                continue
            made = self.folder / 'alone.o'
            command = shlex.split(entry['command'])
            command[command.index('-o') + 1] = str(made)
            command[command.index('-c') + 1] = source
            made.unlink(missing_ok=True)
            subprocess.run([*command, f'-DMW_MUTANT_ALONE={which}', '-w'], cwd=entry['directory'],
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            return made.read_bytes() if made.exists() else None
        return None

    def results(self):
        return [line.split('\t') for line in (self.folder / 'results.tsv').read_text().splitlines()]

    def summary(self):
        lines = [line for line in self.results() if int(line[1]) not in self.equal]
        noticed = sum(line[0] == 'noticed' for line in lines)
        for what, key in (('folder', lambda line: line[3].rsplit('/', 1)[0]), ('kind', lambda line: line[2])):
            print(f'\nby {what}:')
            for value in sorted({key(line) for line in lines}):
                of = [line for line in lines if key(line) == value]
                print(f'  {value}: {sum(line[0] == "noticed" for line in of)} of {len(of)}')
        print('\nnot noticed:')
        for line in lines:
            if line[0] != 'noticed':
                print('  ' + '  '.join(line[1:]))
        print(f'\n{noticed} of {len(lines)} mutants were noticed: {100 * noticed / len(lines):.1f} %; '
              f'{len(self.equal)} others are the same program to the compiler')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('folder', type=Path)
    parser.add_argument('--amount', type=int, default=260)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--jobs', type=int, default=1)
    parser.add_argument('--folders', default='', help='of src/, a regular expression: a draw from those alone')
    parser.add_argument('--programs', default=ALL, help='tests that take part')
    parser.add_argument('--build-type', default='Release')
    parser.add_argument('--seconds', type=float, default=60, help='for one mutant')
    parser.add_argument('--longest', type=float, default=8, help='that a test may take')
    parser.add_argument('--linker-flags', default='')
    mutants = Mutants(parser.parse_args())
    mutants.make()
    mutants.baseline()
    mutants.try_all()
    mutants.find_equal()
    mutants.summary()


if __name__ == '__main__':
    main()
