#!/usr/bin/env bash
# Builds one of the named configurations in build/NAME and runs its tests: src/preset.sh NAME
# [ctest arguments]. (CMake reads presets of its own from the top folder alone, whose content is
# fixed; this needs no more than the names.)
#   release     as a distribution builds it
#   debug       no optimisation, assertions
#   asan-ubsan  addresses, leaks and undefined behaviour
#   tsan        data races
#   clang-tidy  the checks of .clang-tidy; its warnings end the build
#   coverage    debug with gcov's counters; the summary is printed where gcovr is installed
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

preset=${1:-}
(($#)) && shift
# A report needs names and lines alone.
instrumented=(-DCMAKE_BUILD_TYPE=RelWithDebInfo "-DCMAKE_CXX_FLAGS_RELWITHDEBINFO=-O1 -g1")
common=(-DMW_TESTS=ON -DMW_WERROR=ON)
packages=("${mw_build_packages[@]}" "${mw_test_packages[@]}")
case $preset in
release) options=(-DCMAKE_BUILD_TYPE=Release) ;;
debug) options=(-DCMAKE_BUILD_TYPE=Debug -DMW_UNITY=OFF) ;;
asan-ubsan) options=("${instrumented[@]}" "-DMW_SANITIZE=address,undefined") ;;
tsan) options=("${instrumented[@]}" -DMW_SANITIZE=thread) ;;
clang-tidy)
    # Debian 12 and 13 both have it; version 14 takes what <=> makes for mistakes.
    packages+=(clang-tidy-19)
    # The files of a folder together: most of the time goes into what they include. Warnings that GCC
    # alone knows are turned off for the tests.
    options=(-DCMAKE_BUILD_TYPE=Debug -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON
        "-DCMAKE_CXX_CLANG_TIDY=clang-tidy-19;--warnings-as-errors=*;--quiet;\
--extra-arg=-Wno-unknown-warning-option")
    ;;
coverage)
    # Counted by one thread at a time: two that count at once leave a branch "taken -1", which gcovr
    # refuses.
    options=(-DCMAKE_BUILD_TYPE=Debug "-DCMAKE_CXX_FLAGS=--coverage -fprofile-update=atomic"
        -DMW_SLOWER=40)
    # Of counters that it cannot write libgcov would tell on standard error, which tests read.
    export GCOV_ERROR_FILE=$mw_top/build/$preset/gcov-errors
    ;;
*) mw_fail "Name one of: release, debug, asan-ubsan, tsan, clang-tidy, coverage." ;;
esac

mw_install "${packages[@]}"
mw_build_dir=$mw_top/build/$preset
cmake -G Ninja -S "$mw_top" -B "$mw_build_dir" "${common[@]}" "${options[@]}"
ninja -C "$mw_build_dir"
ctest --test-dir "$mw_build_dir" --parallel "$(nproc)" --output-on-failure --no-tests=error "$@"
if [[ $preset == coverage ]] && command -v gcovr >/dev/null; then
    # In that folder, where a gcovr that is stopped leaves its files.
    cd "$mw_build_dir"
    gcovr --root "$mw_top" --filter "$mw_top/(src|ui)/" --print-summary . | tail -n 4
fi
