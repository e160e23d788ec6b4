#!/usr/bin/env bash
# Builds the targets with clang, libFuzzer and the sanitizers of addresses and of undefined behaviour
# in build/fuzz, and lets each look for faults, as many at a time as there are processors:
# tests/fuzz/run.sh [MINUTES [TARGET...]]. What it finds is put into build/fuzz/found; a mended one
# becomes a seed. New inputs that reach new code are kept in build/fuzz/corpus, from which the next
# call goes on.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../../src/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/../../src/setup.sh"
# Debian 12's own clang, 14, cannot read the ranges of its standard library.
mw_install "${mw_build_packages[@]}" clang-19 libclang-rt-19-dev libgtest-dev

minutes=${1:-30}
(($#)) && shift
build=$mw_top/build/fuzz
cmake -G Ninja -S "$mw_top" -B "$build" -DMW_TESTS=ON -DMW_FUZZ=ON -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_C_COMPILER=clang-19 -DCMAKE_CXX_COMPILER=clang++-19 \
    -DCMAKE_CXX_FLAGS_RELEASE='-O1 -gline-tables-only' \
    -DCMAKE_CXX_FLAGS=-fsanitize=fuzzer-no-link -DMW_SANITIZE=address,undefined >/dev/null
ninja -C "$build" mergewindow-fuzz

targets=("$@")
if ((!${#targets[@]})); then
    mapfile -t targets < <(ls "$mw_top/tests/fuzz/seeds")
fi
mkdir -p "$build/found"

# fuzz TARGET: one line of what came of it.
fuzz() {
    local target=$1
    mkdir -p "$build/corpus/$target"
    if MW_FUZZ_TARGET=$target UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
        "$build/bin/mergewindow-fuzz" "$build/corpus/$target" "$mw_top/tests/fuzz/seeds/$target" \
        -max_total_time=$((minutes * 60)) -timeout=20 -rss_limit_mb=3000 -max_len=20000 \
        -artifact_prefix="$build/found/$target-" &>"$build/found/$target.log"; then
        echo "$target: $(grep -E '^Done' "$build/found/$target.log")"
    else
        echo "$target: a finding, see $build/found/$target.log"
        return 1
    fi
}
export -f fuzz
export minutes build mw_top
printf '%s\n' "${targets[@]}" | xargs --max-procs="$(nproc)" -I{} bash -c 'fuzz "$1"' fuzz {}
