"""What a database takes for each changeset, and how long its messages are indexed anew.

    python3 tests/bench/database_size.py DATABASE
"""

import sqlite3
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'reference'))
from small_release import block_text  # noqa: E402

INDEX = ('search_text_data', 'search_text_idx', 'search_text_docsize')


def main():
    file = Path(sys.argv[1])
    database = sqlite3.connect(f'file:{file}?mode=ro', uri=True)
    database.create_function('block_text', 2, block_text)

    def number(sql):
        return database.execute(sql).fetchone()[0]

    changesets = number('SELECT count(*) FROM commits WHERE kind = 0')
    messages = number('SELECT (SELECT sum(length(CAST(subject AS BLOB))) FROM commits) + '
                      '(SELECT sum(length(CAST(body AS BLOB))) FROM commit_text)')
    size = file.stat().st_size

    def row(name, taken):
        print(f'{name:<28} {taken / (1 << 20):8.1f} {taken / changesets:8.0f}')

    def of(*tables):
        return number(f"SELECT ifnull(sum(pgsize), 0) FROM dbstat WHERE name IN {(*tables, '')}")

    print(f"\n{f'{changesets} changesets':<28} {'MiB':>8} {'bytes each':>8}")
    row('database', size)
    row('of that message text', messages)
    row('beside message text', size - messages)
    row('messages as they are kept', of('body_block'))
    row('index of words (FTS5)', of(*INDEX))
    row('list of words', of('search_words'))
    row('index of identifiers', of('identifier_block', 'sqlite_autoindex_identifier_block_1'))

    # What an import spends on the index is the time to build the same anew.
    copy = sqlite3.connect(':memory:')
    copy.execute('CREATE TABLE texts (id INTEGER PRIMARY KEY, body, subject)')
    copy.executemany('INSERT INTO texts VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT))',
                     database.execute('SELECT id, CAST(body AS BLOB), CAST(subject AS BLOB) FROM indexed_text'))
    copy.execute("CREATE VIRTUAL TABLE words USING fts5 (body, subject, content = 'texts', "
                 "content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2')")
    begun = time.monotonic()
    copy.execute("INSERT INTO words (words) VALUES ('rebuild')")
    taken = time.monotonic() - begun
    print(f'\nindexing the messages anew: {taken:.2f} s, {taken * 1e6 / changesets:.0f} µs for each changeset')


main()
