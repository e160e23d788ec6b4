#!/usr/bin/env bash
# Takes a picture of the browser on a real release, on a display of its own:
#     tests/screenshot.sh PICTURE.png [CLONE FROM TO [BROWSER OPTION...]]
#     tests/screenshot.sh PICTURE.png -- [BROWSER OPTION...]
#     tests/screenshot.sh PICTURE.png CLONE FROM TO --state NAME       (of tests/ui/tour)
# Without a clone the browser shows the release that it ships, as on its first start. The pictures in
# the README are
#     tests/screenshot.sh resources/screenshots/mergewindow.png ~/linux v2.6.34 v2.6.35 \
#         --commit fec5e652e58f --files
#     tests/screenshot.sh resources/screenshots/linux-6.7.png -- --commit ccc4e6a061a2 \
#         data/linux-6.7.md
#     tests/screenshot.sh resources/screenshots/pulls.png ~/linux v2.6.34 v2.6.35 --state pulls
#     tests/screenshot.sh resources/screenshots/figures.png ~/linux v2.6.34 v2.6.35 --state figures
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../src/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/../src/setup.sh"

if [[ ${2:-} == -- ]]; then
    picture=$1 clone=
    shift 2
elif (($# == 1 || $# >= 4)); then
    picture=$1 clone=${2:-} from=${3:-} to=${4:-}
    shift $(($# >= 4 ? 4 : 1))
else
    mw_fail "Usage: tests/screenshot.sh PICTURE.png [CLONE FROM TO [BROWSER OPTION...]]" \
        "       tests/screenshot.sh PICTURE.png -- [BROWSER OPTION...]"
fi

mw_install "${mw_build_packages[@]}" xvfb xauth fonts-dejavu-core pngquant
state=
if [[ ${1:-} == --state ]]; then
    state=${2:?--state needs a name}
    mw_configure MW_TESTS=ON
    mw_build tour mergewindow-cli
else
    if [[ -z $(mw_cached MW_TESTS) ]]; then
        mw_configure MW_TESTS=OFF
    fi
    mw_build mergewindow mergewindow-cli
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [[ -n $clone ]]; then
    "$mw_build_dir/bin/mergewindow-cli" --db "$work/test.db" \
        import --repo "$clone" --from "$from" --to "$to" >&2
fi
database=()
[[ -z $clone ]] || database=(--db "$work/test.db")
mkdir -p "$(dirname "$picture")"
chmod 700 "$work"
export HOME=$work XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_RUNTIME_DIR=$work \
    QT_QPA_PLATFORM=xcb
screen=(xvfb-run --auto-servernum --server-args='-screen 0 1600x1000x24')
if [[ -n $state ]]; then
    MERGEWINDOW_DATA=$mw_top/data "${screen[@]}" "$mw_build_dir/bin/tour" "$work" \
        "${database[@]}" --only "$state"
    mv "$work/$state-light@1x.png" "$work/window.png"
else
    "${screen[@]}" "$mw_build_dir/bin/mergewindow" "${database[@]}" \
        --screenshot "$work/window.png" "$@"
fi
# A window has few colours: a third of the size, and nothing that can be seen is lost.
pngquant --quality=80-100 --output "$work/small.png" 256 "$work/window.png"
install -m 644 "$work/small.png" "$picture"
