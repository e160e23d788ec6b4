#!/usr/bin/env bash
# Opens documents that take much to show in the browser, one of five megabytes with 20,000
# references first, and prints for each when it is seen, when it is whole, and the longest time for
# which the event loop did not come round while it opens and while it is read:
#     tests/bench/document.sh
#
# On a display of its own. Exit status 1 where a stall was longer than 50 ms.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../../src/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/../../src/setup.sh"

(($# == 0)) || mw_fail "Usage: tests/bench/document.sh"
mw_install xvfb xauth fonts-dejavu-core
[[ -x $mw_build_dir/bin/bench_document ]] ||
    mw_fail "bench_document is not built: cmake -DMW_BENCH=ON build && ninja -C build"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -m 700 "$work/run"
printf 'load of the machine: %s\n' "$(cut -d ' ' -f 1-3 /proc/loadavg)"
HOME=$work XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_RUNTIME_DIR=$work/run \
    MERGEWINDOW_DATA=$mw_top/data QT_QPA_PLATFORM=xcb \
    xvfb-run --auto-servernum --server-args='-screen 0 1600x1000x24' \
    "$mw_build_dir/bin/bench_document"
