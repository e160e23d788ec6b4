#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test; no display is needed. Arguments go to
# ctest: tests/run.sh -R importer
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../src/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/../src/setup.sh"

mw_install "${mw_build_packages[@]}" "${mw_test_packages[@]}"
settings=(MW_TESTS=ON)
# Warnings are errors where somebody asks for it with MW_WERROR=ON in the environment, and else as
# build/ is configured: who builds the program with a newer compiler or library shall have it.
[[ ${MW_WERROR:-} == @(ON|1) ]] && settings+=(MW_WERROR=ON)
mw_configure "${settings[@]}"
mw_build all
# What the tests write they also sync: on a disk a quarter of their time. It is less than 100 MB.
memory=/dev/shm
if [[ -z ${TMPDIR:-} && -w $memory ]] && (($(df --output=avail -k $memory | tail -n 1) > 1000000)); then
    export TMPDIR=$memory
fi
# Two more at a time than there are processors: some of them wait most of their time.
exec ctest --test-dir "$mw_build_dir" --parallel "$(($(nproc) + 2))" --output-on-failure --no-tests=error "$@"
