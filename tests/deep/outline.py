#!/usr/bin/env python3
"""Checks the outline of a whole release with git:

    tests/deep/outline.py CLONE FROM TO [DATABASE RELEASE]

Imports FROM..TO into a database of its own, or takes a release of an existing one. Every commit of
the range must stand once; what stands below each pull must be `git rev-list --no-merges M^1..M`
(without what FROM has), its lines the sum that `git log --numstat --no-renames` counts there; and
what stands directly below a merge must be on the first-parent chain of one of its other parents.
Prints how many of each were looked at and every difference; status 1 where there is any. Program:
$MERGEWINDOW_CLI, else the one that src/run.sh built.
"""

import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time


def git(clone, *arguments):
    out = subprocess.run(["git", "-C", clone, *arguments], stdout=subprocess.PIPE, check=True).stdout
    return out.decode("utf-8", "surrogateescape")


def numstat(clone, wanted):
    sums, current = {}, None
    for line in git(clone, "log", "--no-merges", "--no-renames", "--numstat", "--format=commit %H",
                    wanted).split("\n"):
        if line.startswith("commit "):
            current = line[7:]
            sums[current] = [0, 0]
        elif line:
            added, removed, _ = line.split("\t", 2)
            if added != "-":
                sums[current][0] += int(added)
                sums[current][1] += int(removed)
    return sums


def main():
    if len(sys.argv) not in (4, 6):
        sys.exit(__doc__)
    clone, start, end = sys.argv[1:4]
    top = pathlib.Path(__file__).resolve().parents[2]
    cli = os.environ.get("MERGEWINDOW_CLI", str(top / "build/bin/mergewindow-cli"))
    work = tempfile.TemporaryDirectory()
    database, release = sys.argv[4:6] if len(sys.argv) == 6 else (work.name + "/outline.db", "test")
    if len(sys.argv) == 4:
        subprocess.run([cli, "--db", database, "import", "--repo", clone, "--from", start, "--to",
                        end, "--name", release], check=True, stdout=subprocess.DEVNULL)
    began = time.monotonic()
    text = subprocess.run([cli, "--db", database, "--json", "outline", release], check=True,
                          stdout=subprocess.PIPE).stdout
    seconds = time.monotonic() - began
    rows = [json.loads(line) for line in text.splitlines()]

    wanted = f"{start}..{end}"
    parents = {}
    for line in git(clone, "rev-list", "--parents", wanted).split("\n"):
        if line:
            oid, *above = line.split(" ")
            parents[oid] = above
    lines = numstat(clone, wanted)
    faults = []
    stands = collections.Counter(row["oid"] for row in rows if row["oid"])
    for oid in parents:
        if stands[oid] != 1:
            faults.append(f"{oid} stands {stands[oid]} times")
    faults += [f"{oid} is not in the range" for oid in stands if oid not in parents]

    checked = collections.Counter(row["kind"] for row in rows)
    for at, row in enumerate(rows):
        if row["kind"] == "pull":
            check_pull(clone, rows, at, parents, lines, faults)
        if row["parent"] and row["oid"] and not on_a_side(row["oid"], row["parent"], parents):
            faults.append(f"{row['oid']} is on no side of {row['parent']}")
    print(", ".join(f"{count} {kind}" for kind, count in sorted(checked.items())),
          f"in {seconds:.2f} s; {len(faults)} differences")
    print("\n".join(faults))
    sys.exit(1 if faults else 0)


def check_pull(clone, rows, at, parents, lines, faults):
    row, below = rows[at], []
    for other in rows[at + 1:]:
        if other["depth"] <= row["depth"]:
            break
        if other["kind"] == "changeset":
            below.append(other["oid"])
    oid = row["oid"]
    brought = {c for c in git(clone, "rev-list", "--no-merges", f"{oid}^1..{oid}").split("\n")
               if c in parents}
    if set(below) != brought or len(below) != len(brought) or row["changesets"] != len(brought):
        faults.append(f"{oid} has {len(below)} below it, says {row['changesets']}; git brings "
                      f"{len(brought)}")
    sums = tuple(sum(lines[c][side] for c in brought) for side in (0, 1))
    if (row["insertions"], row["deletions"]) != sums:
        faults.append(f"{oid} has +{row['insertions']} -{row['deletions']}; git counts {sums}")


def on_a_side(oid, merge, parents):
    for tip in parents[merge][1:]:
        while tip in parents:
            if tip == oid:
                return True
            tip = parents[tip][0] if parents[tip] else None
    return False


main()
