#!/usr/bin/env bash
# What src/setup.sh takes for installed: a package, and one that an installed package provides, as
# qt6-base-dev of Debian 13 provides libqt6opengl6-dev. Else every start would ask apt for it.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../../src/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/../../src/setup.sh"

# Stands in for dpkg-query, which needs a Debian.
dpkg-query() {
    local packages=(
        'qt6-base-dev|installed qt6-base-private-dev, libqt6opengl6-dev (= 6.8.2+dfsg-9)'
        'g++|installed c++-compiler, g++-x86-64-linux-gnu (= 4:14.2.0-1)'
        'removed|config-files was-provided'
    )
    local line
    if (($# == 3)); then
        for line in "${packages[@]}"; do
            [[ ${line%%|*} == "$3" ]] && line=${line#*|} && echo "${line%% *}" && return
        done
        return 1
    fi
    for line in "${packages[@]}"; do echo "${line#*|}"; done
}

status=0
check() {
    local wanted=$1 package=$2 found=no
    if mw_is_installed "$package"; then found=yes; fi
    [[ $found == "$wanted" ]] || { echo "$package: installed is $found, not $wanted" && status=1; }
}
check yes qt6-base-dev
check yes g++
check yes libqt6opengl6-dev
check yes qt6-base-private-dev
check no libqt6opengl6
check no 6.8.2+dfsg-9
check no removed
check no was-provided
exit $status
