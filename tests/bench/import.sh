#!/usr/bin/env bash
# Compares an import with git reading the same range: tests/bench/import.sh CLONE FROM TO [RUNS]
#
# The two run in turns, so that both meet the same machine, on a database that is new each time.
# Programs: $MERGEWINDOW_CLI or the one that src/run.sh built, and git from PATH.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

(($# == 3 || $# == 4)) || mw_fail "Usage: tests/bench/import.sh CLONE FROM TO [RUNS]"
clone=$1 from=$2 to=$3 runs=${4:-5}

mw_install time git

# measure NAME COMMAND...: appends "seconds kilobytes" to the measurements of NAME.
measure() {
    local name=$1
    shift
    command time --format '%e %M %U' --output "$work/measured" "$@" >/dev/null
    tail -n 1 "$work/measured" >>"$work/$name"
}

git_log() {
    local name=$1
    shift
    measure "$name" git -C "$clone" log --no-merges --no-renames --format=%H "$@" "$from..$to"
}

import() {
    local name=$1
    shift
    rm -f "$work"/test.db*
    measure "$name" "$cli" --db "$work/test.db" \
        import --repo "$clone" --from "$from" --to "$to" "$@"
}

# column FILE NUMBER: sorted ascending.
column() {
    awk -v number="$2" '{ print $number }' "$work/$1" | sort -n
}
least() {
    column "$@" | head -n 1
}
median() {
    column "$@" | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}
ratio() {
    awk -v ours="$1" -v theirs="$2" 'BEGIN { printf "%.2f", ours / theirs }'
}

report() {
    local title=$1 ours=$2 theirs=$3
    local our_peak their_peak
    our_peak=$(column "$ours" 2 | tail -n 1)
    their_peak=$(column "$theirs" 2 | tail -n 1)
    printf '%-28s %8s %8s %6s\n' "$title" import git ratio
    printf '  %-26s %8s %8s %6s\n' \
        'seconds, least' "$(least "$ours" 1)" "$(least "$theirs" 1)" \
        "$(ratio "$(least "$ours" 1)" "$(least "$theirs" 1)")" \
        'seconds, median' "$(median "$ours" 1)" "$(median "$theirs" 1)" \
        "$(ratio "$(median "$ours" 1)" "$(median "$theirs" 1)")" \
        'peak memory, MiB' $((our_peak / 1024)) $((their_peak / 1024)) \
        "$(ratio "$our_peak" "$their_peak")"
}

# What sorting costs: 'sort' does it without the clone, and besides reads what it looks at from the
# database and writes what it finds, so this is more than an import spends on it.
sort_anew() {
    measure sorting "$cli" --db "$work/test.db" sort 2>/dev/null
}

# One round that does not count brings the clone into the page cache.
git_log warm_up --numstat
for ((run = 1; run <= runs; ++run)); do
    mw_say "run $run of $runs"
    import names --no-lines
    sort_anew
    git_log name_only --name-only
    import lines
    git_log numstat --numstat
done

printf '%s..%s: %s changesets, %s runs\n\n' "$from" "$to" \
    "$(git -C "$clone" rev-list --no-merges --count "$from..$to")" "$runs"
report '--no-lines / --name-only' names name_only
echo
report 'with lines / --numstat' lines numstat
printf '\nsorting into sections, of an import with --no-lines, CPU time: at most %s\n' \
    "$(ratio "$(least sorting 3)" "$(least names 3)")"
printf 'sorting a stored release anew, seconds: %s\n' "$(least sorting 1)"
printf '\ndatabase, MiB: %s\n' "$(($(stat --format=%s "$work/test.db") / 1048576))"
