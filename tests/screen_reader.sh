#!/usr/bin/env bash
# Asks every state of the window (tests/ui/tour) what a screen reader would hear, over AT-SPI, on a
# display and a bus of its own:
#     tests/screen_reader.sh [--only NAME]
# Prints a line for each state, and fails where something that a person can use says nothing.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../src/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/../src/setup.sh"

mw_install "${mw_build_packages[@]}" libgtest-dev xvfb xauth fonts-dejavu-core at-spi2-core dbus \
    python3-gi gir1.2-atspi-2.0
mw_configure MW_TESTS=ON
mw_build tour

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 700 "$work"
export HOME=$work XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_RUNTIME_DIR=$work
export MERGEWINDOW_DATA=$mw_top/data QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
cat >"$work/read.sh" <<READ
#!/bin/sh
exec /usr/bin/python3 "$mw_top/tests/reference/screen_reader.py" "\$1"
READ
chmod 755 "$work/read.sh"
xvfb-run --auto-servernum --server-args='-screen 0 1600x1000x24' \
    dbus-run-session -- "$mw_build_dir/bin/tour" "$work/pictures" --ask "$work/read.sh" "$@" |
    grep --line-buffered -v '^/'
