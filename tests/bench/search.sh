#!/usr/bin/env bash
# Measures searches, the index and its size: tests/bench/search.sh CLONE DATABASE [QUERIES [GIT_QUERIES]]
#
# DATABASE holds an import of CLONE (mergewindow-cli import); its newest release is searched. Prints
# how long queries take that are drawn from its messages, how long git log takes for the same words
# in the same run, and what the database holds for each changeset.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../../src/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/../../src/setup.sh"

(($# >= 2 && $# <= 4)) ||
    mw_fail "Usage: tests/bench/search.sh CLONE DATABASE [QUERIES [GIT_QUERIES]]"
mw_install "${mw_build_packages[@]}" libgtest-dev python3
mw_configure MW_TESTS=ON
mw_build bench_search

"$mw_build_dir/bin/bench_search" "$@"

python3 "$mw_top/tests/bench/database_size.py" "$2"
