#!/usr/bin/env bash
# Drives the browser through what a person does with a database, and prints for each thing the
# longest time for which its event loop did not come round, and how long the start took:
#     tests/bench/window.sh DATABASE [CLONE FROM TO]
#
# Works on a copy of the database, on a display of its own. With a clone, that range is imported
# while the window is used. 'own' leaves out the time in which the window was ready to run and the
# machine had no processor for it. Exit status 1 where a stall was longer than 50 ms.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../../src/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/../../src/setup.sh"

(($# == 1 || $# == 4)) || mw_fail "Usage: tests/bench/window.sh DATABASE [CLONE FROM TO]"
database=$1
shift
[[ -f $database ]] || mw_fail "There is no database $database."
starts=5

mw_install xvfb xauth time fonts-dejavu-core
for program in mergewindow bench_window; do
    [[ -x $mw_build_dir/bin/$program ]] ||
        mw_fail "$program is not built: cmake -DMW_BENCH=ON build && ninja -C build"
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$database" "$work/test.db"
mkdir -m 700 "$work/run"

on_display() {
    HOME=$work XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_RUNTIME_DIR=$work/run \
        MERGEWINDOW_DATA=$mw_top/data QT_QPA_PLATFORM=xcb \
        xvfb-run --auto-servernum --server-args='-screen 0 1600x1000x24' "$@"
}

printf 'load of the machine: %s\n' "$(cut -d ' ' -f 1-3 /proc/loadavg)"
printf 'from the start of the process to the list on screen, ms (and peak memory, MiB):'
for ((run = 0; run < starts; ++run)); do
    on_display time --format '%M' --output "$work/memory" \
        "$mw_build_dir/bin/mergewindow" --db "$work/test.db" --measure-start >"$work/start"
    printf ' %s (%s)' "$(<"$work/start")" "$(($(tail -n 1 "$work/memory") / 1024))"
done
printf '\n\n'
on_display "$mw_build_dir/bin/bench_window" "$work/test.db" "$@"
