# shellcheck shell=bash
# What src/run.sh and tests/run.sh share: installing Debian packages and building into build/.
# To be sourced; the caller has set -euo pipefail.

mw_top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
mw_build_dir=$mw_top/build

# What the programs are built from and run with; packages bring their own needs along.
# shellcheck disable=SC2034 # for the scripts that source this file
mw_build_packages=(
    g++ cmake ninja-build pkgconf ccache git
    qt6-base-dev qt6-svg-dev qt6-charts-dev libqt6opengl6-dev
    qt6-tools-dev qt6-l10n-tools qt6-translations-l10n
    libgit2-dev zlib1g-dev libdeflate-dev libsqlite3-dev libsqlitecpp-dev
    libcmark-gfm-dev libcmark-gfm-extensions-dev libxml2-dev libpcre2-dev
    libtomlplusplus-dev libcli11-dev libfmt-dev nlohmann-json3-dev
)
# What the tests need beside.
# shellcheck disable=SC2034
mw_test_packages=(libgtest-dev xvfb xauth fonts-dejavu-core)

mw_say() {
    printf '%s\n' "$*" >&2
}

mw_fail() {
    mw_say "$*"
    exit 1
}

# mw_is_installed PACKAGE: itself, or by one that provides it, as one package is merged into another
# between releases of Debian.
mw_is_installed() {
    [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]] ||
        dpkg-query --show --showformat='${db:Status-Status} ${Provides}\n' |
        awk -v name="$1" '
            $1 == "installed" { for (i = 2; i <= NF; ++i) { sub(/,$/, "", $i); found += $i == name } }
            END { exit !found }'
}

# mw_apt_get PACKAGE...: quiet unless it fails.
mw_apt_get() {
    local as_root=() log
    if ((EUID != 0)); then
        command -v sudo >/dev/null ||
            mw_fail "There is no sudo here: run as root 'apt-get install $*', then start again."
        as_root=(sudo)
    fi
    log=$(mktemp)
    if ! {
        "${as_root[@]}" apt-get -qq update &&
            "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
                apt-get -qq install --yes --no-install-recommends "$@"
    } &>"$log"; then
        cat "$log" >&2
        rm -f "$log"
        mw_fail "The packages could not be installed; what apt-get said stands above."
    fi
    rm -f "$log"
}

# Installs those of the named packages that are missing, and says which.
mw_install() {
    if ! command -v dpkg-query >/dev/null; then
        mw_say "This is no Debian, so nothing is installed. Needed, by their Debian names: $*"
        return
    fi
    local package missing=()
    for package in "$@"; do
        mw_is_installed "$package" || missing+=("$package")
    done
    ((${#missing[@]})) || return 0
    mw_say "Installing what is missing, which takes a minute or two: ${missing[*]}"
    mw_apt_get "${missing[@]}"
}

mw_cached() {
    sed -n "s/^$1:[A-Z]*=//p" "$mw_build_dir/CMakeCache.txt" 2>/dev/null || true
}

# mw_configure NAME=VALUE...: configures build/ unless it is already configured that way; ninja
# itself notices changed CMake files.
mw_configure() {
    local setting options=() needed=0
    [[ -f $mw_build_dir/build.ninja ]] || needed=1
    # A build folder that was copied or moved along with the sources is of no use.
    if [[ $(mw_cached CMAKE_HOME_DIRECTORY) != "$mw_top" ]]; then
        needed=1
        options+=(--fresh)
    fi
    for setting in "$@"; do
        [[ $(mw_cached "${setting%%=*}") == "${setting#*=}" ]] || needed=1
        options+=("-D$setting")
    done
    ((needed)) || return 0
    cmake -G Ninja -S "$mw_top" -B "$mw_build_dir" "${options[@]}" >&2
}

# mw_build [TARGET...]
mw_build() {
    ninja -C "$mw_build_dir" "$@" >&2
}
