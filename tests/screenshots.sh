#!/usr/bin/env bash
# Takes a picture of every state of the window (tests/ui/tour), light and dark, at 1 and 2 times
# scale and in a small window, on a display of its own:
#     tests/screenshots.sh FOLDER [--db FILE] [--only NAME]
# On the release that the program ships and a small one made for it, or on a copy of a database of
# your own; --only takes the states whose names start so. The one picture in the README is made by
# tests/screenshot.sh.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../src/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/../src/setup.sh"

(($# >= 1)) || mw_fail "Usage: tests/screenshots.sh FOLDER [--db FILE] [--only NAME]"
folder=$1
shift

mw_install "${mw_build_packages[@]}" libgtest-dev xvfb xauth fonts-dejavu-core
mw_configure MW_TESTS=ON
mw_build tour

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 700 "$work"
export HOME=$work XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_RUNTIME_DIR=$work
export MERGEWINDOW_DATA=$mw_top/data QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8
mkdir -p "$folder"

# tour WIDTH HEIGHT SCALE ARGUMENT...
tour() {
    local screen=$(($1 * $3))x$(($2 * $3))x24 scale=$3
    shift 3
    QT_SCALE_FACTOR=$scale xvfb-run --auto-servernum --server-args="-screen 0 $screen" \
        "$mw_build_dir/bin/tour" "$folder" "$@"
}

tour 1600 1000 1 "$@"
tour 1600 1000 2 "$@"
tour 1000 700 1 --size 900x600 "$@"
