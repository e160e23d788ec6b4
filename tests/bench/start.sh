#!/usr/bin/env bash
# Compares how long the browser, gitk and qgit take from their start to the complete list of the
# same range, in turns: tests/bench/start.sh CLONE FROM TO [RUNS]
#
# Each is started on a display of its own and ends itself when its list is complete; what is
# measured is the life of the process, of the browser until it says that it is complete (its end
# waits for its threads; what it says is true to a clock tick of 10 ms alone). Complete means
#   mergewindow  all rows of the release are in the table, and the table is painted (--measure-start);
#                the release was imported before, which is not counted
#   gitk         its view has every commit and is laid out: the end of its 'notbusy layout', seen by
#                a hook in its configuration file
#   qgit         it has put "Loaded N revisions" together and waits for events again, everything
#                painted: qgit_complete.c, preloaded
# gitk's first start is one without its file gitk.cache, the second one has it; qgit has no file of
# its own either. Programs: src/run.sh's, or $MERGEWINDOW_BIN names their folder.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../../src/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/../../src/setup.sh"

(($# == 3 || $# == 4)) || mw_fail "Usage: tests/bench/start.sh CLONE FROM TO [RUNS]"
clone=$(realpath "$1") from=$2 to=$3 runs=${4:-7}
programs=${MERGEWINDOW_BIN:-$mw_build_dir/bin}
patience=120

mw_install xvfb xauth time gitk qgit gcc libc6-dev fonts-dejavu-core
for program in mergewindow mergewindow-cli; do
    [[ -x $programs/$program ]] ||
        mw_fail "$programs/$program is not there: build it with src/run.sh, or name its folder in MERGEWINDOW_BIN."
done

work=$(mktemp -d)
trap 'kill "${display_pid:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
gcc -shared -fPIC -O2 -Wall -o "$work/qgit_complete.so" \
    "$mw_top/tests/bench/qgit_complete.c" -ldl
# They write into the clone, so they get one of their own that shares its objects.
git clone --quiet --shared --bare "$clone" "$work/clone.git"
"$programs/mergewindow-cli" --db "$work/test.db" \
    import --repo "$clone" --from "$from" --to "$to" >"$work/import" 2>&1 ||
    mw_fail "$(<"$work/import")"
changesets=$("$programs/mergewindow-cli" --db "$work/test.db" --json releases |
    sed -n 's/.*"changesets": *\([0-9]*\).*/\1/p')

mkdir -p "$work/config/git" && mkdir -m 700 "$work/run"
export HOME=$work XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data
export XDG_RUNTIME_DIR=$work/run MERGEWINDOW_DATA=$mw_top/data QT_QPA_PLATFORM=xcb
cat >"$work/config/git/gitk" <<'TCL'
proc bench_complete {command args} {
    global viewcomplete curview commitidx env
    if {[lindex $command 1] ne "layout" || !$viewcomplete($curview)} return
    update idletasks
    puts $commitidx($curview)
    if {![info exists env(BENCH_STAYS)]} exit
}
trace add execution notbusy leave bench_complete
TCL

exec {display_pipe}<> <(:)
Xvfb -displayfd "$display_pipe" -screen 0 1600x1000x24 -nolisten tcp 2>"$work/xvfb" &
display_pid=$!
read -r -t 20 -u "$display_pipe" number || mw_fail "Xvfb does not start: $(<"$work/xvfb")"
export DISPLAY=:$number

# measure NAME COMMAND...: appends "seconds kilobytes" to the measurements of NAME; what it prints is
# the number of rows, but for the browser.
measure() {
    local name=$1
    shift
    local output start end
    exec {output}<> <(:)
    start=$EPOCHREALTIME
    (cd "$work/clone.git" && command time --format '%M' --output "$work/measured" \
        timeout "$patience" "$@" >&"$output" 2>"$work/errors.$name") &
    if [[ $name == mergewindow ]]; then
        read -r -t "$patience" -u "$output" _ || mw_fail "$name says nothing: $(<"$work/errors.$name")"
        end=$EPOCHREALTIME
    fi
    wait $! || mw_fail "$name failed: $(<"$work/errors.$name")"
    end=${end:-$EPOCHREALTIME}
    [[ $name == mergewindow ]] || read -r -t 1 -u "$output" rows || mw_fail "$name printed no rows."
    exec {output}<&-
    printf '%s\n' "${rows:-}" >"$work/rows.$name"
    awk -v start="$start" -v end="$end" '{ printf "%.3f %d\n", end - start, $1 }' \
        "$work/measured" >>"$work/$name"
}

# The cache is complete when its last line says so.
fill_gitk_cache() {
    (cd "$work/clone.git" && BENCH_STAYS=1 exec gitk "$from..$to" &>/dev/null) &
    local pid=$! waited
    for ((waited = 0; waited < patience * 10; ++waited)); do
        [[ $(tail -n 1 "$work/clone.git/gitk.cache" 2>/dev/null) == 1 ]] && break
        sleep 0.1
    done
    kill "$pid"
    wait "$pid" 2>/dev/null || true
    [[ -s $work/clone.git/gitk.cache ]] || mw_fail "gitk did not write its cache."
}

# Nothing is measured of a round that brings clone and programs into the page cache.
fill_gitk_cache
mv "$work/clone.git/gitk.cache" "$work/gitk.cache"
round() {
    measure mergewindow "$programs/mergewindow" --db "$work/test.db" --measure-start
    measure qgit env LD_PRELOAD="$work/qgit_complete.so" qgit "$from..$to"
    rm -f "$work"/clone.git/qgit_cache* "$work/clone.git/gitk.cache"
    measure gitk-first gitk "$from..$to"
    cp "$work/gitk.cache" "$work/clone.git/gitk.cache"
    measure gitk-cache gitk "$from..$to"
    rm -f "$work/clone.git/gitk.cache"
}
mw_say "warming up"
round
rm -f "$work"/{mergewindow,qgit,gitk-first,gitk-cache}
for ((run = 1; run <= runs; ++run)); do
    mw_say "run $run of $runs"
    round
done

column() {
    awk -v number="$2" '{ print $number }' "$work/$1" | sort -n
}
least() {
    column "$1" 1 | head -n 1
}
median() {
    column "$1" 1 | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}
ratio() {
    awk -v theirs="$1" -v ours="$2" 'BEGIN { printf "%.1f", theirs / ours }'
}

printf '%s..%s: %s changesets, %s commits; %s runs; load %s\n\n' "$from" "$to" \
    "$(git -C "$clone" rev-list --no-merges --count "$from..$to")" \
    "$(git -C "$clone" rev-list --count "$from..$to")" "$runs" \
    "$(cut -d ' ' -f 1-3 /proc/loadavg)"
printf '%-28s %8s %8s %8s %8s %8s\n' 'start to complete list, s' least median ratio 'MiB' rows
for name in mergewindow qgit gitk-first gitk-cache; do
    rows=$(tail -n 1 "$work/rows.$name")
    [[ $name != mergewindow ]] || rows=$changesets
    printf '  %-26s %8s %8s %8s %8s %8s\n' "$name" "$(least "$name")" "$(median "$name")" \
        "$(ratio "$(least "$name")" "$(least mergewindow)")" \
        "$(($(column "$name" 2 | tail -n 1) / 1024))" "$rows"
done
