#!/usr/bin/env bash
# How an import without lines grows with its range, beside git reading the same:
#     tests/bench/growth.sh CLONE FROM..TO...
# A line for each range: changesets; seconds, and how many times git's; microseconds of processor for
# each changeset; peak memory and the file's size; and how long a program that starts for it takes to
# find a word that is rare, the first of the last subject, and every changeset.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

(($# >= 2)) || mw_fail "Usage: tests/bench/growth.sh CLONE FROM..TO..."
clone=$1
shift

mw_install time git

# measure COMMAND...: "seconds processor-seconds kilobytes".
measure() {
    command time --format '%e %U %S %M' --output "$work/measured" "$@" >/dev/null 2>"$work/said" ||
        mw_fail "$(tail -n 1 "$work/said")"
    awk 'END { print $1, $2 + $3, $4 }' "$work/measured"
}

# Both are to find the clone in the page cache.
cat "$(git -C "$clone" rev-parse --path-format=absolute --git-common-dir)"/objects/pack/* >/dev/null

printf '%10s %8s %8s %8s %8s %8s %8s %8s %8s\n' \
    changesets seconds "/ git" "us each" "MiB" "file MiB" "rare s" "word s" "all s"
for range in "$@"; do
    from=${range%..*} to=${range##*..}
    rm -f "$work"/test.db*
    read -r seconds processor peak < <(measure "$cli" --db "$work/test.db" import --repo "$clone" \
        --from "$from" --to "$to" --name range --no-lines)
    read -r gits _ _ < <(measure git -C "$clone" log --no-merges --no-renames --name-only \
        --format=%H "$range")
    changesets=$(git -C "$clone" rev-list --no-merges --count "$range")
    found=()
    word=$(git -C "$clone" log -1 --no-merges --format=%s "$to")
    [[ ! $word =~ [a-z]{4,} ]] || word=${BASH_REMATCH[0]}
    for query in unobtainable "$word" ""; do
        read -r took _ < <(measure "$cli" --db "$work/test.db" search --release range --limit 50 "$query")
        found+=("$took")
    done
    printf '%10d %8.2f %8.2f %8.1f %8d %8d %8s %8s %8s\n' "$changesets" "$seconds" \
        "$(awk -v a="$seconds" -v b="$gits" 'BEGIN { print a / b }')" \
        "$(awk -v p="$processor" -v n="$changesets" 'BEGIN { print p / n * 1e6 }')" $((peak / 1024)) \
        $(($(stat --format %s "$work/test.db") >> 20)) "${found[@]}"
done
