#!/usr/bin/env bash
# Installs a package of this program into a clean Debian, starts it there, and removes it again:
#
#     package.sh [--suite NAME] [--roots DIR] [--mirror URL] [PACKAGE.deb...]
#
# Shows lintian's words and the list of files; that nothing but what the package asks for is needed to
# start both programs; that man(1), the shells, the desktop and its handler of addresses find what is
# theirs; and that a person's data stays when the package goes. The default suite is bookworm. A
# PACKAGE must have been built on it: what it depends on is called otherwise in another release
# (libgit2-1.5, libgit2-1.9). Without one the packages are built first, by resources/packaging/deb.sh:
# here where this is that suite, else in a root of it. Needs root, debootstrap, lintian, appstream and
# desktop-file-utils; all mounts vanish with the script.
# shellcheck disable=SC2016 # what stands in single quotes is for the shell in the root
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
suite=bookworm
roots=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/mergewindow-roots
mirror=
packages=()

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

while (($#)); do
    case $1 in
    --suite) suite=${2:?--suite needs a name} && shift ;;
    --roots) roots=${2:?--roots needs a folder} && shift ;;
    --mirror) mirror=${2:?--mirror needs a URL} && shift ;;
    -h | --help) sed -n '2,/^# shellcheck/{/^# shellcheck/!s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}" && exit ;;
    -*) fail "There is no option $1; --help lists them." ;;
    *) packages+=("$(realpath "$1")") ;;
    esac
    shift
done
((EUID == 0)) || fail 'debootstrap and chroot are root'\''s: start this with sudo.'
mkdir -p "$roots"
[[ $mirror ]] || mirror=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Created-By: Packages' |
    awk '$2 !~ /-/ { print $1; exit }')

base=$roots/$suite.bare
if [[ ! -f $base.done ]]; then
    script=()
    [[ -e /usr/share/debootstrap/scripts/$suite ]] || script=(sid)
    rm -rf "$base"
    debootstrap --variant=minbase "$suite" "$base" "$mirror" "${script[@]}" >"$base.log" 2>&1 ||
        fail "debootstrap failed; its log is $base.log"
    apt-config dump | grep -E '^Acquire::(https?::Proxy|Check-Valid-Until|Check-Date) ' \
        >"$base/etc/apt/apt.conf.d/90this-machine" || true
    # A minimal system leaves manuals out; this one is to have them.
    rm -f "$base"/etc/dpkg/dpkg.cfg.d/docker*
    touch "$base.done"
fi

# fresh_root NAME: makes it the root that commands run in.
fresh_root() {
    root=$roots/$suite.$1
    rm -rf "$root"
    cp --archive "$base" "$root"
    cp --dereference /etc/resolv.conf /etc/hosts "$root/etc/"
}

# in_root COMMAND: as root, with a mount namespace of its own.
in_root() {
    unshare --mount --pid --fork --kill-child bash -euc '
        mount --rbind /dev "$1/dev"
        mount -t proc proc "$1/proc"
        mount --rbind /sys "$1/sys"
        exec chroot "$1" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
            HOME=/root DEBIAN_FRONTEND=noninteractive bash -euc "$2"' in_root "$root" "$1" </dev/null
}
# as_person COMMAND: as one who has a home and no rights.
as_person() {
    in_root "su --login person --command 'export QT_QPA_PLATFORM=offscreen; $1'"
}

# As a distribution builds them: on a system that has what debian/control asks for, and no more.
build_in_root() {
    echo "== building on $suite"
    fresh_root build
    git clone --quiet --no-hardlinks "$top" "$root/source"
    in_root 'apt-get -qq update
        install="apt-get -qq --yes --no-install-recommends"
        $install install git ca-certificates dpkg-dev debhelper fakeroot >/source.log 2>&1
        $install build-dep --build-profiles nocheck /source/resources/packaging >>/source.log 2>&1
        git config --global --add safe.directory /source
        /source/resources/packaging/deb.sh /packages >>/source.log 2>&1' ||
        fail "building failed; its log is $root/source.log"
    packages=("$root"/packages/*.deb)
}

if ((!${#packages[@]})); then
    # shellcheck source=/dev/null
    if [[ $(. /etc/os-release && echo "${VERSION_CODENAME:-}") == "$suite" ]]; then
        "$top/resources/packaging/deb.sh" "$roots/packages"
        packages=("$roots"/packages/*.deb)
    else
        build_in_root
    fi
fi
echo '== lintian'
lintian --fail-on error "${packages[@]}"
echo '== files'
for package in "${packages[@]}"; do
    dpkg-deb --contents "$package" | awk '$1 !~ /^d/ { print $1, $3, $6 }'
done

fresh_root package
mkdir "$root/packages"
cp "${packages[@]}" "$root/packages/"
echo "== installing into a clean $suite"
in_root 'apt-get -qq update
    apt-get -qq install --yes --no-install-recommends /packages/*.deb >/packages/log 2>&1 ||
        { cat /packages/log; exit 1; }
    useradd --create-home --shell /bin/bash person'
echo '== the programs start'
as_person 'set -e
    mergewindow --version
    mergewindow-cli --version
    mergewindow --screenshot /tmp/window.png
    ls -l /tmp/window.png
    mergewindow --screenshot /tmp/commit.png mergewindow:commit/9f6c532f59b2
    cmp --silent /tmp/window.png /tmp/commit.png && exit 1
    mergewindow-cli releases
    mergewindow-cli check'
[[ -s $root/tmp/window.png ]] || fail 'There is no picture of the window.'
cp "$root/tmp/window.png" "$roots/$suite.package.png"
echo "== a person's data"
as_person 'set -e
    id=$(mergewindow-cli search --json --limit 1 | sed -E "s/.*\"oid\":\"([0-9a-f]+)\".*/\1/")
    mergewindow-cli put --into core "$id"
    mergewindow-cli choices'
kept=$(cd "$root/home/person" && find . -type f | sort | xargs sha256sum)
echo '== what the desktop, man and the shells find'
in_root 'grep -q "x-scheme-handler/mergewindow" /usr/share/applications/mergewindow.desktop
    for side in 16 22 24 32 48 64 128 256 512; do
        test -s /usr/share/icons/hicolor/${side}x$side/apps/mergewindow.png
    done
    test -s /usr/share/icons/hicolor/scalable/apps/mergewindow.svg
    bash -c "source /usr/share/bash-completion/completions/mergewindow-cli && complete -p mergewindow-cli"'
desktop-file-validate "$root/usr/share/applications/mergewindow.desktop"
"$top/tests/reference/metainfo.sh" "$root"/usr/share/metainfo/*.metainfo.xml
# Of the window there is one in German, too.
for page in man1/mergewindow man1/mergewindow-cli de/man1/mergewindow; do
    file=$root/usr/share/man/$page.1.gz
    warnings=$(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings --encoding=UTF-8 \
        --local-file --troff-device=utf8 --ditroff "$file" 2>&1 >/dev/null)
    [[ -z $warnings ]] || fail "$page.1: $warnings"
    lexgrog "$file"
done
echo '== removing it'
in_root 'dpkg --purge $(for package in /packages/*.deb; do dpkg-deb --field "$package" Package; done)
    ! command -v mergewindow && ! command -v mergewindow-cli
    ! find / -xdev -path /packages -prune -o -path /home -prune -o -path /var/log -prune -o \
        -iname "*mergewindow*" -print | grep .'
[[ $(cd "$root/home/person" && find . -type f | sort | xargs sha256sum) == "$kept" ]] ||
    fail "The person's data is not what it was."
echo "The package is gone, and the person's data is there: $(wc -l <<<"$kept") files."
