"""What the scripts here have in common: a history made for them, and a hash over an imported release."""

import hashlib
import random
import sqlite3
import subprocess
import zlib

# What a release consists of, without row ids and without when it was written.
CONTENT = {
    'release': 'SELECT name, from_rev, to_rev, hex(from_oid), hex(to_oid), line_state, window_end, '
               'window_tag, first_landing, last_landing, changesets, merges, pulls, files, insertions, '
               'deletions, remarks, uncounted, interface_state, code_state, fingerprint FROM release',
    'commits': 'SELECT r.name, c.position, c.kind, hex(c.oid), c.subject, a.name, a.email, '
               'c.author_time, c.author_zone, m.name, m.email, c.commit_time, c.commit_zone, '
               'c.landed_time, p.position, b.position, s.section, s.subgroup, d.section, d.subgroup, '
               'y.name, c.files, c.insertions, c.deletions, c.adds_kind, c.adds, t.body, t.about, '
               't.reason, hex(t.parents) FROM commits c JOIN release r ON r.id = c.release_id '
               'JOIN commit_text t ON t.commit_id = c.id LEFT JOIN person a ON a.id = c.author_id '
               'LEFT JOIN person m ON m.id = c.committer_id LEFT JOIN commits p ON p.id = c.pull_id '
               'LEFT JOIN commits b ON b.id = c.brought_by JOIN place s ON s.id = c.place_id '
               'JOIN place d ON d.id = c.derived_place_id LEFT JOIN subsystem y ON y.id = c.subsystem_id',
    'change': 'SELECT hex(c.oid), p.path, h.status, h.binary, h.insertions, h.deletions FROM change h '
              'JOIN commits c ON c.id = h.commit_id JOIN path p ON p.id = h.path_id',
    'trailer': 'SELECT hex(c.oid), t.ordinal, k.key, p.name, p.email, t.value FROM trailer t JOIN commits '
               'c ON c.id = t.commit_id JOIN trailer_key k ON k.id = t.key_id LEFT JOIN person p ON '
               'p.id = t.person_id',
    'reference': 'SELECT hex(c.oid), f.target, f.kind, f.line FROM reference f JOIN commits c ON '
                 'c.id = f.commit_id',
    'release_file': 'SELECT path, content FROM release_file',
    'interface_change': 'SELECT ordinal, kind, change, name, detail, path, hex(oid) FROM interface_change',
    'code': 'SELECT first, hex(data) FROM identifier_block',
    'phrases': 'SELECT words FROM common_phrase',
}


def number(data, at):
    """As src/base/packed_number.h writes it; and where it ends."""
    value = shift = 0
    while True:
        value |= (data[at] & 0x7f) << shift
        at, shift = at + 1, shift + 7
        if data[at - 1] < 0x80:
            return value, at


def block_text(data, index):
    """The bytes of a text of a block (src/store/sql/text_blocks.h)."""
    plain = zlib.decompress(data[number(data, 0)[1]:])
    count, at = number(plain, 0)
    sizes = []
    for _ in range(count):
        size, at = number(plain, at)
        sizes.append(size)
    start = at + sum(sizes[:index])
    return plain[start:start + sizes[index]] if index < count else None


def hash_of(file, tables):
    digest = hashlib.sha256()
    with sqlite3.connect(f'file:{file}?mode=ro', uri=True) as database:
        database.create_function('block_text', 2, block_text)
        for name, query in tables.items():
            rows = sorted(repr(row) for row in database.execute(query))
            digest.update(f'{name} {len(rows)}\n'.encode() + '\n'.join(rows).encode())
    database.close()
    return digest.hexdigest()


def make_history(folder, commits):
    """Changesets of two areas, every tenth brought by a merge; tags a, b (half way) and c."""
    chance = random.Random(7)
    out = []
    files = [f'{top}/{name}{n}.c' for top in ('drivers/net', 'fs/ext4', 'kernel', 'arch/x86/kvm')
             for name in ('core', 'probe') for n in range(40)]
    text = {name: [f'line {n} of {name}' for n in range(20)] for name in files}
    mark = when = 0

    def data(value):
        raw = value.encode()
        return f'data {len(raw)}\n{value}\n'

    def commit(branch, subject, parents, name=None):
        nonlocal mark, when
        mark, when = mark + 1, when + 60
        person = f'Person {mark % 50} <p{mark % 50}@example.org> {1_600_000_000 + when} +0100'
        body = f'{subject}\n\nWhy {chance.random()} of it.\n\nSigned-off-by: {person.split(">")[0]}>\n'
        out.append(f'commit refs/heads/{branch}\nmark :{mark}\nauthor {person}\ncommitter {person}\n'
                   + data(body) + ''.join(parents))
        if name:
            text[name][chance.randrange(20)] = f'changed to {chance.random()}'
            out.append(f'M 644 inline {name}\n' + data('\n'.join(text[name])))
        return mark

    commit('master', 'start', [])
    out[-1] += ''.join(f'M 644 inline {name}\n' + data('\n'.join(lines)) for name, lines in text.items())
    tip = mark
    tags = [('a', tip)]
    for n in range(commits):
        name = chance.choice(files)
        if n % 10 == 0:
            side = commit('side', f'{name.split("/")[1]}: side {n}', [f'from :{tip}\n'], name)
            tip = commit('master', f"Merge tag 'x-{n}' of git://host/net", [f'from :{tip}\nmerge :{side}\n'])
            out[-1] += f'M 644 inline {name}\n' + data('\n'.join(text[name]))
        else:
            tip = commit('master', f'{name.split("/")[1]}: change {n}', [f'from :{tip}\n'], name)
        if n in (commits // 2, commits - 1):
            tags.append(('b' if n == commits // 2 else 'c', tip))
    for name, at in tags:
        out.append(f'reset refs/tags/{name}\nfrom :{at}\n\n')
    subprocess.run(['git', 'init', '-q', '--bare', folder], check=True)
    subprocess.run(['git', '-C', folder, 'fast-import', '--quiet'], input=''.join(out).encode(), check=True)
    return ['a', 'b', 'c']
