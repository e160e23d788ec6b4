#!/usr/bin/env bash
# Installs what is missing, builds, and starts the browser. Arguments go to the browser.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

mw_install "${mw_build_packages[@]}"
# The tests have needs of their own; once tests/run.sh has configured them they stay.
if [[ -z $(mw_cached MW_TESTS) ]]; then
    mw_configure MW_TESTS=OFF
else
    mw_configure
fi
mw_build mergewindow mergewindow-cli

if [[ -z ${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-} ]]; then
    case ${1:-} in
    --help | -h | --version | -v) export QT_QPA_PLATFORM=offscreen ;;
    *) mw_fail "There is no display to open a window on: start this within a desktop session." \
        "The command line needs none: $mw_build_dir/bin/mergewindow-cli" ;;
    esac
fi
exec "$mw_build_dir/bin/mergewindow" "$@"
