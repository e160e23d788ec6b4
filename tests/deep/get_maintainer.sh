#!/bin/sh
# Asks scripts/get_maintainer.pl of a real tree and our reader of MAINTAINERS about random paths and
# compares the entries. Takes a twentieth of a second for each path of a tree of 2010, half a second
# for one of today.
#
#     tests/deep/get_maintainer.sh CLONE REVISION [PATHS [SEED]]
set -eu
[ $# -ge 2 ] || { sed -n '2,6s/^# \{0,1\}//p' "$0" >&2; exit 2; }
top=$(cd "$(dirname "$0")/../.." && pwd)
program=${MERGEWINDOW_BUILD:-$top/build}/bin/test_classify
[ -x "$program" ] || { echo "$program is missing: build with -DMW_TESTS=ON first." >&2; exit 1; }
MERGEWINDOW_TEST_CLONE=$(cd "$1" && pwd) MERGEWINDOW_TEST_REVISION=$2 \
  MERGEWINDOW_TEST_PATHS=${3:-300} MERGEWINDOW_TEST_SEED=${4:-1} \
  exec "$program" --gtest_filter='GetMaintainer.*'
