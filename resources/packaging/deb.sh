#!/usr/bin/env bash
# Builds the packages of a distribution from what is committed here: deb.sh [--check] FOLDER. They
# lie in FOLDER then, with the source that they were built from. --check runs the tests as well,
# which takes as long as tests/run.sh. Needs dpkg-dev and debhelper, and what debian/control names.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/../.." && pwd)
export DEB_BUILD_OPTIONS=${DEB_BUILD_OPTIONS:-nocheck}
export DEB_BUILD_PROFILES=${DEB_BUILD_PROFILES:-nocheck}
if [[ ${1:-} == --check ]]; then
    export DEB_BUILD_OPTIONS='' DEB_BUILD_PROFILES=''
    shift
fi
[[ $# == 1 ]] || { echo "Name the folder for the packages: deb.sh [--check] FOLDER" >&2 && exit 2; }
mkdir -p "$1"
folder=$(cd "$1" && pwd)

version=$(sed -n 's/^project(mergewindow VERSION \([0-9.]*\).*/\1/p' "$top/CMakeLists.txt")
source=$folder/mergewindow-$version
rm -rf "$source"
git -C "$top" archive --prefix="mergewindow-$version/" HEAD | gzip -9n \
    >"$folder/mergewindow_$version.orig.tar.gz"
tar -C "$folder" -xzf "$folder/mergewindow_$version.orig.tar.gz"
cp -a "$source/resources/packaging/debian" "$source/debian"
bash "$source/resources/packaging/changelog.sh" -1 >"$source/debian/changelog"
cd "$source"
dpkg-buildpackage --build=full --no-sign
ls -1 "$folder"/*.deb
