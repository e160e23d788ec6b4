#!/usr/bin/env python3
"""Compares the search for identifiers in changed lines with git over a whole release:

    tests/deep/code.py [--git N] CLONE FROM TO [DATABASE RELEASE]

Imports FROM..TO into a database of its own, or takes a release of an existing one. Draws 300
identifiers from the diffs themselves: 100 each of the frequent (in over 200 changesets), the
middling (10 to 200) and the rare. For each the changesets that code:, adds: and removes: find must
be those whose lines in `git log -p -U0 --no-renames` have it; for N of them (default 9) `git log
-G'\\bIDENT\\b'` is asked as well. Prints every difference, the bytes of the index for each changeset
and how long the queries took, each a program of its own; status 1 where there is a difference.
Program: $MERGEWINDOW_CLI, else the one that src/run.sh built.
"""

import argparse
import collections
import json
import os
import pathlib
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

WORD = re.compile(rb"[A-Za-z0-9_]+")


def changed_words(clone, wanted):
    """By identifier the changesets that add it and those that remove it."""
    added, removed = collections.defaultdict(set), collections.defaultdict(set)
    log = subprocess.Popen(["git", "-C", clone, "log", "--no-merges", "--no-renames", "-p", "-U0",
                            "--no-ext-diff", "--no-textconv", "--format=commit %H", wanted],
                           stdout=subprocess.PIPE)
    current, old, new = None, 0, 0
    head = re.compile(rb"@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@")
    for line in log.stdout:
        # The counts of a hunk say which lines are text, whatever they look like.
        if old == 0 and new == 0:
            if line.startswith(b"commit "):
                current = line[7:47].decode()
            elif match := head.match(line):
                old, new = (1 if count is None else int(count) for count in match.groups())
            continue
        if line.startswith(b"-"):
            old, words = old - 1, removed
        elif line.startswith(b"+"):
            new, words = new - 1, added
        else:
            continue
        for word in WORD.findall(line[1:]):
            if not word[:1].isdigit() and len(word) <= 100:
                words[word.decode()].add(current)
    if log.wait() != 0:
        sys.exit("git log failed")
    return added, removed


def draw(added, removed):
    counts = {word: len(added.get(word, set()) | removed.get(word, set()))
              for word in added.keys() | removed.keys()}
    choice, chosen = random.Random(16), []
    for least, most in ((201, sys.maxsize), (10, 200), (1, 9)):
        among = sorted(word for word, count in counts.items() if least <= count <= most)
        chosen += choice.sample(among, min(100, len(among)))
    return chosen


def main():
    options = argparse.ArgumentParser(description=__doc__,
                                      formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--git", type=int, default=9)
    options.add_argument("what", nargs="+")
    wanted = options.parse_args()
    if len(wanted.what) not in (3, 5):
        options.error("CLONE FROM TO [DATABASE RELEASE]")
    clone, start, end = wanted.what[:3]
    top = pathlib.Path(__file__).resolve().parents[2]
    cli = os.environ.get("MERGEWINDOW_CLI", str(top / "build/bin/mergewindow-cli"))
    work = tempfile.TemporaryDirectory()
    database, release = wanted.what[3:] or (work.name + "/code.db", "test")
    if len(wanted.what) == 3:
        subprocess.run([cli, "--db", database, "import", "--repo", clone, "--from", start, "--to",
                        end, "--name", release], check=True, stdout=subprocess.DEVNULL)
    added, removed = changed_words(clone, f"{start}..{end}")
    words = draw(added, removed)
    faults, times = [], []
    for word in words:
        expected = {"adds": added.get(word, set()), "removes": removed.get(word, set())}
        expected["code"] = expected["adds"] | expected["removes"]
        for field, commits in expected.items():
            began = time.monotonic()
            rows = subprocess.run([cli, "--db", database, "--json", "search", "--release", release,
                                   f"{field}:{word}"], check=True, stdout=subprocess.PIPE,
                                  stderr=subprocess.DEVNULL).stdout
            times.append(time.monotonic() - began)
            found = {json.loads(row)["oid"] for row in rows.splitlines()}
            compare(f"{field}:{word}", found, commits, faults)
    for word in random.Random(17).sample(words, min(wanted.git, len(words))):
        text = subprocess.run(["git", "-C", clone, "log", "--no-merges", "--no-renames",
                               "--format=%H", rf"-G\b{word}\b", f"{start}..{end}"], check=True,
                              stdout=subprocess.PIPE, env={**os.environ, "LC_ALL": "C"}).stdout
        compare(f"-G {word}", added.get(word, set()) | removed.get(word, set()),
                set(text.decode().split()), faults)
    print_size(database, release)
    times.sort()
    print(f"{len(words)} identifiers, {len(times)} queries, {len(faults)} differences; a query and "
          f"its program took {times[len(times) // 2] * 1000:.0f} ms in the middle, "
          f"{times[int(len(times) * 0.95)] * 1000:.0f} ms at 95 %")
    print("\n".join(faults))
    sys.exit(1 if faults else 0)


def compare(what, found, expected, faults):
    for name, commits in (("too many", found - expected), ("missing", expected - found)):
        if commits:
            faults.append(f"{what}: {len(commits)} {name}, as {min(commits)}")


def print_size(database, release):
    with sqlite3.connect(database) as file:
        size, blocks = file.execute("SELECT ifnull(sum(length(data)), 0), count(*) FROM identifier_block "
                                    "b JOIN release r ON r.id = b.release_id WHERE r.name = ?",
                                    (release,)).fetchone()
        (changesets,) = file.execute("SELECT changesets FROM release WHERE name = ?",
                                     (release,)).fetchone()
    print(f"{size / changesets:.0f} bytes of index for each of {changesets} changesets, in "
          f"{blocks} blocks")


main()
