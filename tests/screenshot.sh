#!/usr/bin/env bash
# Takes a picture of the browser on a real release, on a display of its own:
#     tests/screenshot.sh CLONE FROM TO PICTURE.png [BROWSER OPTION...]
# resources/screenshots/mergewindow.png was made by it. Without CLONE, FROM and TO being there,
# that is with "" for each, the browser shows the release that it ships.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../src/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/../src/setup.sh"

(($# >= 4)) || mw_fail "Usage: tests/screenshot.sh CLONE FROM TO PICTURE.png [BROWSER OPTION...]"
clone=$1 from=$2 to=$3 picture=$4
shift 4

mw_install "${mw_build_packages[@]}" xvfb xauth fonts-dejavu-core
if [[ -z $(mw_cached MW_TESTS) ]]; then
    mw_configure MW_TESTS=OFF
fi
mw_build mergewindow mergewindow-cli

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [[ -n $clone ]]; then
    "$mw_build_dir/bin/mergewindow-cli" --db "$work/test.db" \
        import --repo "$clone" --from "$from" --to "$to" >&2
fi
mkdir -p "$(dirname "$picture")"
HOME=$work XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data QT_QPA_PLATFORM=xcb \
    xvfb-run --auto-servernum --server-args='-screen 0 1600x1000x24' \
    "$mw_build_dir/bin/mergewindow" --db "$work/test.db" --screenshot "$picture" "$@"
