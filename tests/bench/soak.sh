#!/usr/bin/env bash
# Does the same again and again in one process, and says whether its memory, its open files and its
# threads stay what they are:
#     tests/bench/soak.sh CLONE FROM TO [IMPORTS [SEARCHES [MINUTES]]]
# IMPORTS (100) of the range with lines, SEARCHES (10,000) on what was imported, and the real window
# driven for so many MINUTES (60) on a display of its own. Exit status 1 where anything grows.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../../src/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/../../src/setup.sh"

(($# >= 3 && $# <= 6)) ||
    mw_fail "Usage: tests/bench/soak.sh CLONE FROM TO [IMPORTS [SEARCHES [MINUTES]]]"
imports=${4:-100} searches=${5:-10000} minutes=${6:-60}
mw_install "${mw_build_packages[@]}" libgtest-dev xvfb xauth fonts-dejavu-core
mw_configure MW_TESTS=ON
mw_build bench_soak bench_window

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -m 700 "$work/run"
export HOME=$work XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_RUNTIME_DIR=$work/run
export MERGEWINDOW_DATA=$mw_top/data QT_QPA_PLATFORM=xcb
status=0
"$mw_build_dir/bin/bench_soak" "$work/soak.db" "$1" "$2" "$3" "$imports" "$searches" || status=1
if ((minutes > 0)); then
    xvfb-run --auto-servernum --server-args='-screen 0 1600x1000x24' \
        "$mw_build_dir/bin/bench_window" --for "$minutes" "$work/soak.db" || status=1
fi
exit "$status"
