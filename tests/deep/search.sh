#!/usr/bin/env bash
# Compares searches with git log on a real clone: tests/deep/search.sh CLONE DATABASE [QUERIES]
#
# DATABASE holds an import of CLONE (mergewindow-cli import); its newest release is searched.
# QUERIES of each kind (default 200): words of messages, parts of authors, parts of paths. The sets
# found must be equal but for differences that have a reason, which are listed. Takes some minutes,
# nearly all of them git's.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../../src/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/../../src/setup.sh"

(($# == 2 || $# == 3)) || mw_fail "Usage: tests/deep/search.sh CLONE DATABASE [QUERIES]"
mw_install "${mw_build_packages[@]}" libgtest-dev
mw_configure MW_TESTS=ON
mw_build deep_search
exec "$mw_build_dir/bin/deep_search" "$@"
