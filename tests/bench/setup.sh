# shellcheck shell=bash
# What the benchmarks of the command line share: src/setup.sh; $cli, which is $MERGEWINDOW_CLI or the
# program that src/run.sh built; $work, a folder that goes with the script. To be sourced behind
# "set -euo pipefail".

# shellcheck source-path=SCRIPTDIR source=../../src/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/../../src/setup.sh"

cli=${MERGEWINDOW_CLI:-$mw_build_dir/bin/mergewindow-cli}
[[ -x $cli ]] || mw_fail "$cli is not there: build it with src/run.sh, or name one in MERGEWINDOW_CLI."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
