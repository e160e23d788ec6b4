#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test; no display is needed. Arguments go to
# ctest: tests/run.sh -R importer
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../src/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/../src/setup.sh"

test_packages=(libgtest-dev xvfb xauth fonts-dejavu-core)

mw_install "${mw_build_packages[@]}" "${test_packages[@]}"
mw_configure MW_TESTS=ON
mw_build all
exec ctest --test-dir "$mw_build_dir" --parallel "$(nproc)" --output-on-failure --no-tests=error "$@"
