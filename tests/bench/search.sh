#!/usr/bin/env bash
# Measures searches, the index and its size: tests/bench/search.sh CLONE DATABASE [QUERIES [GIT_QUERIES]]
#
# DATABASE holds an import of CLONE (mergewindow-cli import); its newest release is searched. Prints
# how long queries take that are drawn from its messages, how long git log takes for the same words
# in the same run, and what the database holds for each changeset.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../../src/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/../../src/setup.sh"

(($# >= 2 && $# <= 4)) ||
    mw_fail "Usage: tests/bench/search.sh CLONE DATABASE [QUERIES [GIT_QUERIES]]"
mw_install "${mw_build_packages[@]}" libgtest-dev sqlite3
mw_configure MW_TESTS=ON
mw_build bench_search

"$mw_build_dir/bin/bench_search" "$@"

sql() {
    sqlite3 -readonly "$database" "$1"
}
database=$2
changesets=$(sql "SELECT count(*) FROM commits WHERE kind = 0")
messages=$(sql "SELECT (SELECT sum(length(CAST(subject AS BLOB))) FROM commits) +
                       (SELECT sum(length(CAST(body AS BLOB))) FROM commit_text)")
all=$(stat --format=%s "$database")

# row NAME BYTES
row() {
    awk -v name="$1" -v bytes="$2" -v changesets="$changesets" \
        'BEGIN { printf "%-28s %8.1f %8.0f\n", name, bytes / 1048576, bytes / changesets }'
}
# of TABLE...: bytes of tables, with their indexes.
of() {
    local names
    names=$(printf ", '%s'" "$@")
    sql "SELECT ifnull(sum(pgsize), 0) FROM dbstat WHERE name IN (${names:2})"
}
printf '\n%-28s %8s %8s\n' "$changesets changesets" MiB 'bytes each'
row 'database' "$all"
row 'of that message text' "$messages"
row 'beside message text' $((all - messages))
row 'index of words (FTS5)' "$(of search_text_data search_text_idx search_text_docsize)"
row 'list of words' "$(of search_words)"

# Index time: what the import spends on it is the time to build the same index anew.
copy=$(mktemp)
trap 'rm -f "$copy"' EXIT
cp "$database" "$copy"
milliseconds() {
    date +%s%3N
}
before=$(milliseconds)
sqlite3 "$copy" "INSERT INTO search_text (search_text) VALUES ('rebuild')"
awk -v taken=$(($(milliseconds) - before)) -v changesets="$changesets" \
    'BEGIN { printf "\nindexing the messages anew: %.2f s, %.0f µs for each changeset\n",
                    taken / 1000, taken * 1000 / changesets }'
