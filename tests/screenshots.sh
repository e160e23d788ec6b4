#!/usr/bin/env bash
# Takes a picture of every state of the window (tests/ui/tour), light and dark, at 1 and 2 times
# scale and in a small window, on a display of its own:
#     tests/screenshots.sh [--wayland] FOLDER [--db FILE] [--only NAME]
# On the release that the program ships and a small one made for it, or on a copy of a database of
# your own; --only takes the states whose names start so. --wayland takes them under a compositor
# without a screen (weston) instead of on X11. The pictures in the README are made by
# tests/screenshot.sh.
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
    mw_install "${mw_build_packages[@]}" libgtest-dev weston qt6-wayland fonts-dejavu-core
else
    mw_install "${mw_build_packages[@]}" libgtest-dev xvfb xauth fonts-dejavu-core
fi
mw_configure MW_TESTS=ON
mw_build tour

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 700 "$work"
export HOME=$work XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_RUNTIME_DIR=$work
export MERGEWINDOW_DATA=$mw_top/data QT_QPA_PLATFORM=$platform LC_ALL=C.UTF-8
mkdir -p "$folder"

# on_wayland WIDTH HEIGHT SCALE COMMAND...: under a compositor of that size, ended with the command.
on_wayland() {
    weston --backend=headless-backend.so --width="$1" --height="$2" --scale="$3" --idle-time=0 \
        --socket=mergewindow-tour >"$work/weston.log" 2>&1 &
    local compositor=$! status=0
    shift 3
    for ((i = 0; i < 100; ++i)); do
        [[ -S $XDG_RUNTIME_DIR/mergewindow-tour ]] && break
        sleep 0.1
    done
    WAYLAND_DISPLAY=mergewindow-tour "$@" || status=$?
    kill "$compositor"
    wait "$compositor" || true
    return "$status"
}

# tour WIDTH HEIGHT SCALE ARGUMENT...
tour() {
    local screen=$(($1 * $3))x$(($2 * $3))x24 scale=$3
    local width=$1 height=$2
    shift 3
    if [[ $platform == wayland ]]; then
        on_wayland "$((width * scale))" "$((height * scale))" "$scale" \
            "$mw_build_dir/bin/tour" "$folder" "$@"
    else
        QT_SCALE_FACTOR=$scale xvfb-run --auto-servernum --server-args="-screen 0 $screen" \
            "$mw_build_dir/bin/tour" "$folder" "$@"
    fi
}

tour 1600 1000 1 "$@"
tour 1600 1000 2 "$@"
tour 1000 700 1 --size 900x600 "$@"
