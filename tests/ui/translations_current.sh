#!/usr/bin/env bash
# Says which texts of ui/ the translations do not have, or have no longer: translations_current.sh
# [LUPDATE]. resources/translations/update.sh brings them in.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
here=$top/resources/translations
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

LUPDATE=${1:-${LUPDATE:-}} "$here/update.sh" "$folder" >/dev/null
status=0
for file in "$here"/*.ts; do
    name=$(basename "$file")
    # The files differ in nothing but order where nothing has changed.
    if ! diff <(sort "$file") <(sort "$folder/$name") >"$folder/difference"; then
        echo "$name is not up to date with the texts in ui/:"
        grep -E '^[<>] *<source>' "$folder/difference" || cat "$folder/difference"
        status=1
    fi
    if grep -q 'type="unfinished"' "$folder/$name"; then
        echo "$name has texts without a translation:"
        grep -B3 'type="unfinished"' "$folder/$name" | grep '<source>' || true
        status=1
    fi
done
exit $status
