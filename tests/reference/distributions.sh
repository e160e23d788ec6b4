#!/usr/bin/env bash
# Tries both commands of the README on a fresh system of each Debian release: makes its root with
# debootstrap, clones what is committed here into the home of an ordinary user, and runs there as
# that user
#     src/run.sh     builds, and writes a picture of the window (no screen: Qt's offscreen platform)
#     src/run.sh     again, which must neither install nor build anything
#     tests/run.sh   every test
#     src/run.sh     once more on a screen, which is Xvfb's
# Says for each suite and command whether it passed and how long it took. 0 if all passed.
#
#     tests/reference/distributions.sh [--roots DIR] [--mirror URL] [--build-only] [SUITE...]
#
# SUITE is a name that debootstrap knows; the default is bookworm, trixie and testing. DIR keeps
# the bare systems for the next time, the last root of each suite to look around in, and its log
# (default: ~/.cache/mergewindow-roots). Packages come from where this machine's own apt has its
# from. Needs root, debootstrap, git, and some 4 GB and an hour of two cores for each suite; all
# mounts are in a namespace of their own and vanish with the script, however it ends.
set -Eeuo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
roots=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/mergewindow-roots
mirror=
build_only=0
suites=()
user=person

fail() {
    printf '%s\n' "$*" >&2
    exit 2
}

while (($#)); do
    case $1 in
    --roots) roots=${2:?--roots needs a folder} && shift ;;
    --mirror) mirror=${2:?--mirror needs a URL} && shift ;;
    --build-only) build_only=1 ;;
    -h | --help) sed -n '2,/^set/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" && exit ;;
    -*) fail "There is no option $1; --help lists them." ;;
    *) suites+=("$1") ;;
    esac
    shift
done
((${#suites[@]})) || suites=(bookworm trixie testing)
((EUID == 0)) || fail "debootstrap and chroot are root's: start this with sudo."
command -v debootstrap >/dev/null || fail "debootstrap is missing: apt-get install debootstrap"

# Where this machine's apt has its packages from; updates and security have suites of their own.
apt_mirror() {
    # shellcheck disable=SC2016 # $(…) is apt's
    apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Created-By: Packages' |
        awk '$2 !~ /-/ { print $1; exit }'
}

[[ $mirror ]] || mirror=$(apt_mirror)
[[ $mirror ]] || fail "This machine's apt has no source to take packages from: name one with --mirror."
mkdir -p "$roots"

# base SUITE: the bare system with what a person has who gets here: git, sudo, and an account.
base() {
    local suite=$1 root=$roots/$1.base script=()
    [[ -f $root.done ]] && return
    rm -rf "$root"
    # A release that is younger than this debootstrap is made as unstable is.
    [[ -e /usr/share/debootstrap/scripts/$suite ]] || script=(sid)
    debootstrap --variant=minbase --include=git,sudo,ca-certificates \
        "$suite" "$root" "$mirror" "${script[@]}" || return
    # What this machine needs to get at its mirror: a proxy, or a copy of it that is not today's.
    apt-config dump | grep -E '^Acquire::(https?::Proxy|Check-Valid-Until|Check-Date) ' \
        >"$root/etc/apt/apt.conf.d/90this-machine" || true
    chroot "$root" useradd --create-home --shell /bin/bash "$user" || return
    echo "$user ALL=(ALL) NOPASSWD: ALL" >"$root/etc/sudoers.d/$user"
    # As every installation has one; a login reads it.
    echo LANG=C.UTF-8 >"$root/etc/default/locale"
    touch "$root.done"
}

child=
# unshare heeds no SIGTERM while it waits; with it goes everything that it started.
trap '[[ -z $child ]] || kill -KILL "$child" 2>/dev/null || true' EXIT

# in_root ROOT COMMAND: as the user in the clone, with an environment as of a fresh login.
in_root() {
    local status=0
    # shellcheck disable=SC2016 # for the inner shells
    unshare --mount --pid --fork --kill-child bash -euc '
        mount --rbind /dev "$1/dev"
        mount -t proc proc "$1/proc"
        mount --rbind /sys "$1/sys"
        mount -t tmpfs tmpfs "$1/tmp"
        exec chroot "$1" su --login "$2" --command "cd mergewindow && $3"' \
        in_root "$1" "$user" "$2" </dev/null &
    child=$!
    wait "$child" || status=$?
    child=
    return "$status"
}

results=()
failed=0

# try SUITE ROOT NAME COMMAND: runs it, and keeps what is to be said about it.
try() {
    local suite=$1 root=$2 name=$3 command=$4 start=$SECONDS verdict=passed
    printf '\n== %s: %s\n' "$suite" "$command"
    in_root "$root" "$command" || verdict="FAILED ($?)"
    local took=$((SECONDS - start))
    [[ $verdict == passed ]] || failed=1
    results+=("$(printf '%-10s %-24s %-12s %3d:%02d min' \
        "$suite" "$name" "$verdict" $((took / 60)) $((took % 60)))")
    printf '== %s\n' "${results[-1]}"
}

# versions SUITE ROOT: what the programs were built from there.
versions() {
    # shellcheck disable=SC2016 # ${Version} is dpkg-query's
    results+=("$(printf '%-10s %s' "$1" "$(chroot "$2" dpkg-query --show \
        --showformat='${Package} ${Version}, ' g++ qt6-base-dev libgit2-dev libsqlite3-dev 2>&1)")")
}

try_suite() {
    local suite=$1 root=$roots/$1
    if ! base "$suite"; then
        results+=("$(printf '%-10s %s' "$suite" 'FAILED: debootstrap; see its log')")
        failed=1
        return
    fi
    rm -rf "$root"
    cp --archive "$root.base" "$root"
    cp --dereference /etc/resolv.conf "$root/etc/resolv.conf"
    cp --dereference /etc/hosts "$root/etc/hosts"
    git clone --quiet --no-hardlinks "$top" "$root/home/$user/mergewindow"
    chroot "$root" chown --recursive "$user:" "/home/$user/mergewindow"

    local picture='--screenshot /tmp/window.png && test -s /tmp/window.png'
    try "$suite" "$root" 'src/run.sh' "QT_QPA_PLATFORM=offscreen src/run.sh $picture"
    try "$suite" "$root" 'src/run.sh again' \
        '! src/run.sh --version 2>&1 | grep -E "Installing|Building"'
    if ((!build_only)); then
        try "$suite" "$root" 'tests/run.sh' 'tests/run.sh'
        try "$suite" "$root" 'src/run.sh on a screen' "xvfb-run -a src/run.sh $picture"
    fi
    versions "$suite" "$root"
}

exec 3>&1
trap 'echo "Stopped by an error: the last lines of the log say which." >&3' ERR
for suite in "${suites[@]}"; do
    printf 'Trying %s; the log is %s\n' "$suite" "$roots/$suite.log"
    try_suite "$suite" >"$roots/$suite.log" 2>&1
    printf '%s\n' "${results[@]}"
    results=()
done
exit "$failed"
