#!/usr/bin/env bash
# Takes a picture of every state of the window (tests/ui/tour), light and dark, at 1, 1.5 and 2 times
# scale, in a small window, and moved between two screens of different scale, on a display of its own:
#     tests/screenshots.sh [--wayland] FOLDER [--db FILE] [--only NAME]
# On the release that the program ships and a small one made for it, or on a copy of a database of
# your own; --only takes the states whose names start so. --wayland takes them under a compositor
# without a screen (weston) instead of on X11. With LANGUAGE=de the window speaks German. The pictures
# in the README are made by tests/screenshot.sh.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../src/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/../src/setup.sh"

platform=xcb
if [[ ${1:-} == --wayland ]]; then
    platform=wayland
    shift
fi
(($# >= 1)) || mw_fail "Usage: tests/screenshots.sh [--wayland] FOLDER [--db FILE] [--only NAME]"
folder=$1
shift

if [[ $platform == wayland ]]; then
    mw_install "${mw_build_packages[@]}" libgtest-dev weston qt6-wayland xvfb xauth fonts-dejavu-core
else
    mw_install "${mw_build_packages[@]}" libgtest-dev xvfb xauth x11-xserver-utils fonts-dejavu-core
fi
mw_configure MW_TESTS=ON
mw_build tour

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 700 "$work"
export HOME=$work XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_RUNTIME_DIR=$work
export MERGEWINDOW_DATA=$mw_top/data QT_QPA_PLATFORM=$platform LC_ALL=C.UTF-8
mkdir -p "$folder"

# on_wayland OPTIONS COMMAND...: under a compositor with these options, ended with the command.
on_wayland() {
    local compositor status=0 options
    read -r -a options <<<"$1"
    shift
    weston "${options[@]}" --idle-time=0 --socket=mergewindow-tour >"$work/weston.log" 2>&1 &
    compositor=$!
    for ((i = 0; i < 100; ++i)); do
        [[ -S $XDG_RUNTIME_DIR/mergewindow-tour ]] && break
        sleep 0.1
    done
    WAYLAND_DISPLAY=mergewindow-tour "$@" || status=$?
    kill "$compositor"
    wait "$compositor" || true
    return "$status"
}

# on_x WIDTHxHEIGHT COMMAND...: on a screen of that size, which stays when a program leaves it.
on_x() {
    local size=$1
    shift
    xvfb-run --auto-servernum --server-args="-screen 0 ${size}x24 -noreset" "$@"
}

# tour WIDTH HEIGHT SCALE ARGUMENT...: the screen is of that size and scale, which 1.5 is of the program
# alone, as compositors do it.
tour() {
    local width=$1 height=$2 whole=${3%.*} factor=1
    [[ $3 == "$whole" ]] || factor=$3 whole=1
    local pixels=$((width * 2)) rows=$((height * 2))
    shift 3
    if [[ $platform == wayland ]]; then
        QT_SCALE_FACTOR=$factor on_wayland \
            "--backend=headless-backend.so --width=$pixels --height=$rows --scale=$whole" \
            "$mw_build_dir/bin/tour" "$folder" "$@"
    else
        [[ $factor != 1 ]] || factor=$whole
        QT_SCALE_FACTOR=$factor on_x "${pixels}x$rows" "$mw_build_dir/bin/tour" "$folder" "$@"
    fi
}

# The window comes up on a screen of scale 1 and goes to one of scale 2 beside it.
across() {
    if [[ $platform == wayland ]]; then
        printf '[output]\nname=X1\nmode=1600x1000\nscale=1\n' >"$work/weston.ini"
        printf '[output]\nname=X2\nmode=1600x1000\nscale=2\n' >>"$work/weston.ini"
        export work
        on_x 3200x3000 bash -c "$(declare -f on_wayland); on_wayland \"\$@\"" across \
            "--backend=x11-backend.so --use-pixman --output-count=2 --config=$work/weston.ini" \
            "$mw_build_dir/bin/tour" "$folder" --across "$@"
    else
        # shellcheck disable=SC2016 # for the inner shell
        QT_SCREEN_SCALE_FACTORS='left=1;right=2' on_x 4800x2000 bash -euc '
            xrandr --setmonitor left 1600/423x1000/264+0+0 screen
            xrandr --setmonitor right 3200/846x2000/529+1600+0 none
            "$@"' across "$mw_build_dir/bin/tour" "$folder" --across "$@"
    fi
}

for scale in 1 1.5 2; do
    tour 1600 1000 "$scale" "$@"
done
tour 1000 700 1 --size 900x600 "$@"
across "$@"
