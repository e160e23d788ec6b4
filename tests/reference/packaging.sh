#!/usr/bin/env bash
# What a distribution reads of resources/packaging/debian, as far as it can be told without building:
# the changelog that is made of src/CHANGELOG.md can be parsed and has the version of CMakeLists.txt
# (where dpkg-parsechangelog is); and in debian/copyright each name of a licence has its text, each
# pattern a file, and each table of data/ more than the pattern for everything.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
packaging=resources/packaging
status=0
say() {
    echo "$*" >&2
    status=1
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

version=$(sed -n 's/^project(mergewindow VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
if command -v dpkg-parsechangelog >/dev/null; then
    bash $packaging/changelog.sh -1 >"$work/changelog"
    parsed=$(dpkg-parsechangelog --file "$work/changelog" --show-field Version 2>"$work/errors") || true
    [[ $parsed == "$version-1" ]] || say "The changelog is of version '$parsed', not of $version-1."
    [[ ! -s $work/errors ]] || say "$(cat "$work/errors")"
fi

copyright=$packaging/debian/copyright
[[ $(head -n 1 $copyright) == Format:*copyright-format/1.0/ ]] || say "$copyright does not name its format."
# A paragraph with files, and one without: the licence's own text.
named=$(awk -v RS= '/^Files:/ && match($0, /\nLicense: [^\n]*/) { print substr($0, RSTART + 10, RLENGTH - 10) }' $copyright |
    sed 's/ and /\n/g' | sort -u)
texts=$(awk -v RS= '/^License:/ { sub(/\n.*/, ""); print substr($0, 10) }' $copyright | sort)
[[ $named == "$texts" ]] ||
    say "$copyright: the licences of files and those with a text differ:" "$(diff <(echo "$named") <(echo "$texts"))"
patterns=$(awk '/^Files:/ { inside = 1; sub(/^Files:/, "") } /^[A-Z]/ { inside = 0 } inside' $copyright | tr ' ' '\n' | sed '/^$/d')
while IFS= read -r pattern; do
    [[ $(find . -path ./.git -prune -o -path "./$pattern" -print -quit) ]] ||
        say "$copyright: nothing is named $pattern."
done <<<"$patterns"
for table in data/*.tsv; do
    grep -qxF "$table" <<<"$patterns" || say "$copyright says nothing of $table of its own."
done
exit $status
