#!/usr/bin/env python3
"""Writes the facts of labelled changesets that the accuracy test needs, so that it needs no clone.

    make_labels.py CLONE FROM..TO LABELS > linux-2.6.35-labels.tsv

LABELS holds a line 'commit id, section, subgroup or empty, confidence' for each changeset. Each line
of the output adds title, title of the pull through which it landed (empty: directly) and its files,
git's status letter before each, separated by blanks (kernel paths have none).
"""
import subprocess
import sys


def git(clone, *arguments):
    run = subprocess.run(["git", "-C", clone, *arguments], check=True, capture_output=True)
    return run.stdout.decode("utf-8", "replace")


def one_line(text):
    return " ".join(text.split())


def landings(clone, commits):
    """The pull that first made each commit reachable: oldest pulls first, each takes what is new."""
    pulls = {}
    mainline = git(clone, "rev-list", "--first-parent", "--merges", "--reverse", commits).split()
    for merge in mainline:
        title = one_line(git(clone, "show", "-s", "--format=%s", merge))
        for commit in git(clone, "rev-list", "--no-merges", f"{merge}^1..{merge}").split():
            pulls.setdefault(commit, title)
    return pulls


def main():
    clone, commits, labels = sys.argv[1:]
    pulls = landings(clone, commits)
    print(f"# Facts of labelled changesets of {commits}, by make_labels.py: commit id, section,")
    print("# subgroup, confidence 1 to 3, title, title of its pull, files with git's status letter.")
    with open(labels, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#") or not line.strip():
                continue
            commit, section, subgroup, confidence = line.rstrip("\n").split("\t")
            title = one_line(git(clone, "show", "-s", "--format=%s", commit))
            changes = git(clone, "diff-tree", "-r", "--no-commit-id", "--name-status",
                          "--no-renames", commit).splitlines()
            files = " ".join(change.replace("\t", ":") for change in changes)
            print("\t".join([commit, section, subgroup, confidence, title,
                             pulls.get(commit, ""), files]))


main()
