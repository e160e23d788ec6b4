#!/usr/bin/env python3
"""Which backports of a stable or vendor tree are found, against a tree whose truth is known:

    tests/deep/backports.py CLONE REVISION [COMMITS]

CLONE has a branch with backports that name what they were taken from ("commit ID upstream."); the
commits named need not be there. Its first-parent line is written anew, in scratch clones that borrow
CLONE's objects:

    upstream    each backport as if it had been made upstream: another committer and parent, the
                message without the line that names, and without what the backporter signed
    named       the tree, every id in its messages replaced by that of its twin upstream
    unnamed     the same with the lines that name left out
    redated     the same, each author's moment a day later: title, author and patch have to tell
    retitled    the same with another title: author and patch have to tell
    lacking     unnamed, without every third backport

The upstream range is imported, each tree is asked, and the answers are compared with the twins. Prints a line for each tree;
status 1 where one is wrong, where a named one is not found, or where less than 90 % of the unnamed
are. COMMITS: at most so many backports. Program: $MERGEWINDOW_CLI, else the one that src/run.sh built.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
CLI = os.environ.get("MERGEWINDOW_CLI", str(TOP / "build/bin/mergewindow-cli"))
NAMING = re.compile(
    rb"^[ \t]*(?:commit ([0-9a-f]{40}) upstream[ .]*|\[ Upstream commit ([0-9a-f]{40}) \])$",
    re.IGNORECASE | re.MULTILINE)
# "Revert commit A which is / commit B upstream.": B is what the reverted one was taken from.
WRAPPED = re.compile(rb"\w\ncommit [0-9a-f]{40} upstream", re.IGNORECASE)
ID = re.compile(rb"\b[0-9a-f]{40}\b")


def git(repository, *arguments, data=None):
    return subprocess.run(["git", "-C", str(repository), *arguments], input=data, check=True,
                          stdout=subprocess.PIPE).stdout


class Source:
    """A commit of CLONE."""

    def __init__(self, record):
        self.id, self.tree, self.parent, self.author, self.committer, self.message = record
        self.parent = self.parent.split(b" ")[0]
        names = [] if WRAPPED.search(self.message) else NAMING.findall(self.message)
        self.named = (names[0][0] or names[0][1]).lower() if names else b""
        self.title = self.message.split(b"\n")[0]


def read_line(clone, revision):
    separator = b"\x1e"
    form = "%H%x1f%T%x1f%P%x1f%an <%ae> %ad%x1f%cn <%ce> %cd%x1f%B%x1e"
    out = git(clone, "-c", "log.showSignature=false", "log", "--first-parent", "--reverse",
              "--encoding=UTF-8", "--date=raw", "--format=" + form, revision)
    return [Source(record.lstrip(b"\n").split(b"\x1f")) for record in out.split(separator)
            if record.strip()]


class Rewriter:
    """Writes a line of commits with the trees of others, by git fast-import."""

    def __init__(self, clone, path):
        self.path = path
        git(clone, "init", "--quiet", "--bare", str(path))
        objects = git(clone, "rev-parse", "--path-format=absolute", "--git-path", "objects")
        (path / "objects/info").mkdir(exist_ok=True)
        (path / "objects/info/alternates").write_bytes(objects)
        self.stream = []
        self.tree = None
        self.marks = 0

    def commit(self, tree, author, committer, message):
        self.marks += 1
        parent = b"from :%d\n" % (self.marks - 1) if self.marks > 1 else b""
        self.stream.append(b"commit refs/heads/master\nmark :%d\nauthor %s\ncommitter %s\ndata %d\n%s\n"
                           b"%sM 040000 %s \n\n" % (self.marks, author, committer, len(message),
                                                   message, parent, tree))
        self.tree = tree
        return self.marks

    def change(self, source, parent_tree, author, committer, message):
        """The difference that source makes, whatever stands before it."""
        if self.tree != parent_tree:
            self.commit(parent_tree, b"Nobody <nobody@example.org> 1 +0000", committer,
                        b"base: what stood before")
        return self.commit(source.tree, author, committer, message)

    def write(self):
        marks = self.path / "marks"
        git(self.path, "fast-import", "--quiet", "--export-marks=" + str(marks),
            data=b"".join(self.stream))
        ids = {}
        for line in marks.read_bytes().splitlines():
            mark, commit = line.split(b" ")
            ids[int(mark[1:])] = commit
        return ids


def without_naming(message):
    return NAMING.sub(b"", message)


def as_upstream(message):
    """Without the line that names and the backporter's last line."""
    lines = without_naming(message).rstrip().split(b"\n")
    if lines[-1].startswith(b"Signed-off-by:") and lines[-2:-1] and b"-by:" in lines[-2]:
        lines.pop()
    return b"\n".join(lines) + b"\n"


def moved(person, seconds):
    name, moment, zone = person.rsplit(b" ", 2)
    return b"%s %d %s" % (name, max(int(moment) + seconds, 0), zone)


class Check:
    def __init__(self, clone, revision, most):
        self.clone = clone
        self.line = read_line(clone, revision)
        self.trees = {source.id: source.tree for source in self.line}
        self.backports = [source for source in self.line[1:] if source.named][:most]
        chosen = {source.id for source in self.backports}
        self.line = [source for source in self.line
                     if not source.named or source.id in chosen][: None if most > 10**6 else 4 * most]
        self.work = Path(tempfile.mkdtemp(prefix="backports-"))
        self.database = self.work / "test.db"
        self.failed = False

    def cli(self, *arguments):
        return subprocess.run([CLI, "--db", str(self.database), "--json", *arguments], check=True,
                              stdout=subprocess.PIPE).stdout.decode().splitlines()

    def write_upstream(self):
        out = Rewriter(self.clone, self.work / "upstream")
        first = self.backports[0]
        out.commit(self.trees[first.parent], first.author, first.committer, b"start\n")
        marks = {}
        for source in self.backports:
            committer = b"Up Stream <up@example.org> " + b" ".join(source.author.rsplit(b" ", 2)[1:])
            marks[source.id] = out.change(source, self.trees[source.parent], source.author, committer,
                                          as_upstream(source.message))
        ids = out.write()
        git(out.path, "update-ref", "refs/tags/start", ids[1].decode())
        self.twin = {source: ids[mark] for source, mark in marks.items()}
        # What is named twice was taken in twice: either is right.
        self.by_name = {}
        for source in self.backports:
            self.by_name.setdefault(source.named, self.twin[source.id])
        self.cli("import", "--repo", str(out.path), "--from", "start", "--to", "master", "--name",
                 "upstream")

    def write_tree(self, name, edit, skip=lambda number: False):
        """Returns which commit of the new tree stands for which upstream id."""
        out = Rewriter(self.clone, self.work / name)
        out.commit(self.trees[self.line[0].id], self.line[0].author, self.line[0].committer,
                   self.line[0].message)
        marks, number = {}, 0
        for source in self.line[1:]:
            if source.named:
                number += 1
                if skip(number):
                    continue
            author, message = source.author, source.message
            if source.named:
                author, message = edit(source)
            committer = moved(source.committer, 60)
            marks[source.id] = out.change(source, self.trees[source.parent], author, committer,
                                          message + b"\nSigned-off-by: Tree <tree@example.org>\n")
        ids = out.write()
        return out.path, {ids[mark]: source for source, mark in marks.items()}

    def with_twins(self, message):
        return ID.sub(lambda match: self.by_name.get(match.group(0), match.group(0)), message)

    def ask(self, name, path, sources, expected, least):
        self.cli("tree", "--add", name, "--repo", str(path), "--rev", "master")
        rows = json.loads("\n".join(self.cli("export", "--format", "json", "--release", "upstream",
                                             "--query", "-\"base: what stood before\"")))
        by_twin = {}
        for source in self.backports:
            by_twin.setdefault(self.twin[source.id], []).append(source)
        same = {}
        for source in self.backports:
            same.setdefault((source.title, source.author), set()).add(source.id)
        states, found, wrong, reverted = {}, 0, [], 0
        for row in rows:
            twin = row["oid"].encode()
            if twin not in by_twin:
                continue
            mark = next(mark for mark in row["trees"] if mark["tree"] == name)
            states[mark["state"]] = states.get(mark["state"], 0) + 1
            source = by_twin[twin][0]
            is_there = source.id in expected
            if mark["oid"]:
                answer = sources[mark["oid"].encode()]
                other = next(s for s in self.line if s.id == answer)
                right = (answer == source.id or (other.named and other.named == source.named)
                         or answer in same[(source.title, source.author)])
                if not right or not is_there and other.named != source.named \
                        and answer not in same[(source.title, source.author)]:
                    wrong.append((source.title, other.title, mark["state"]))
            if mark["state"] in ("missing", "unknown"):
                continue
            reverted += mark["state"] == "reverted"
            found += is_there
        part = 100 * found / max(len(expected), 1)
        print(f"{name}: {found} of {len(expected)} found ({part:.1f} %), of them reverted later "
              f"{reverted}; wrong {len(wrong)}; {states}")
        for title, other, state in wrong[:20]:
            print(f"    {state}: {title.decode(errors='replace')}\n        is not "
                  f"{other.decode(errors='replace')}")
        self.failed |= bool(wrong) or part < least

    def run(self):
        print(f"{len(self.line)} commits, of which {len(self.backports)} name one")
        self.write_upstream()
        everything = {source.id for source in self.backports}
        plain = lambda source: (source.author, without_naming(source.message))
        self.ask("named", *self.write_tree(
            "named", lambda source: (source.author, self.with_twins(source.message))), everything, 100)
        self.ask("unnamed", *self.write_tree("unnamed", plain), everything, 90)
        self.ask("redated", *self.write_tree(
            "redated", lambda source: (moved(source.author, 86400), plain(source)[1])), everything, 90)
        self.ask("retitled", *self.write_tree(
            "retitled", lambda source: (moved(source.author, 86400),
                                        b"vendor: another title\n" + plain(source)[1])), everything, 0)
        third = {source.id for number, source in enumerate(self.backports, 1) if number % 3 != 0}
        self.ask("lacking", *self.write_tree("lacking", plain, lambda number: number % 3 == 0), third,
                 90)
        return 1 if self.failed else 0


def main():
    if len(sys.argv) not in (3, 4):
        print(__doc__, file=sys.stderr)
        return 2
    most = int(sys.argv[3]) if len(sys.argv) == 4 else 10**9
    check = Check(Path(sys.argv[1]).resolve(), sys.argv[2], most)
    try:
        return check.run()
    finally:
        subprocess.run(["rm", "-rf", str(check.work)], check=False)


sys.exit(main())
