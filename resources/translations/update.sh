#!/usr/bin/env bash
# Brings the translations up to date with the texts in ui/ and with what src/ says to a person:
#     resources/translations/update.sh [FOLDER]
# Afterwards translate what linguist6, or an editor, finds marked "unfinished"; a test says what is
# left. With a folder, the updated files go there and these stay as they are.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
here=resources/translations
folder=${1:-$here}
lupdate=${LUPDATE:-/usr/lib/qt6/bin/lupdate}

if [[ $folder != "$here" ]]; then
    cp "$here"/*.ts "$folder"
fi
# Where a text stands changes with every line above it: that is not kept.
options=(-extensions "cpp,h,ui" -locations none -no-obsolete -silent)
engine=$(mktemp -d)
trap 'rm -rf "$engine"' EXIT
perl "$here/engine_texts.pl" >"$engine/engine_texts.cpp"
"$lupdate" ui "$engine" "${options[@]}" -ts "$folder/mergewindow_de.ts"
# English is what the sources say, but for its plural forms.
"$lupdate" ui "${options[@]}" -pluralonly -ts "$folder/mergewindow_en.ts"
