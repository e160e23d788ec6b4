#!/usr/bin/env bash
# What software centres are told of the program, checked by appstreamcli without a network:
#
#     metainfo.sh FILE            a file of a build or of a package
#     metainfo.sh --published     what it is for those who publish the program, who name addresses of
#                                 the project and its pictures: the pictures are here, and of the size
#                                 that is said
#
# The sources know no address of the project. AppStream 1.0 warns of that, and its validator ends with
# a failure for a warning; it is told not to, of this one alone.
set -euo pipefail
[[ $# == 1 ]] || { echo 'Name a file: metainfo.sh FILE|--published' >&2 && exit 2; }
file=
[[ $1 == --published ]] || file=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

validate() {
    local options=(--no-net) tolerant=--override=url-homepage-missing=info
    if ! grep -q '<url type="homepage">' "$1"; then
        # Older ones do not know the warning.
        [[ $(appstreamcli validate --no-net "$tolerant" "$1" 2>&1) == *'not recognized'* ]] ||
            options+=("$tolerant")
    fi
    appstreamcli validate "${options[@]}" "$1"
}

if [[ $file ]]; then
    validate "$file"
    exit
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
address=https://example.org
cmake -G Ninja -S . -B "$work" -DMW_TESTS=OFF -DMW_HOMEPAGE="$address/?a&b" \
    -DMW_SCREENSHOTS="$address/pictures" >"$work/log" 2>&1 || { cat "$work/log" >&2 && exit 1; }
file=$work/resources/mergewindow.metainfo.xml
validate "$file"
fault() { echo "$1" >&2 && exit 1; }
grep -qF "<url type=\"homepage\">$address/?a&amp;b</url>" "$file" || fault 'The address is not there.'
pictures=0
while read -r width height name; do
    picture=resources/screenshots/$name
    [[ -f $picture ]] || fault "$picture is not there."
    # The head of a PNG: both sides, big-endian, behind 16 bytes.
    said=$((width)),$((height))
    is=$(od -A n -t u1 -j 16 -N 8 "$picture" | awk '{ print $1 * 2^24 + $2 * 2^16 + $3 * 2^8 + $4 "," $5 * 2^24 + $6 * 2^16 + $7 * 2^8 + $8 }')
    [[ $said == "$is" ]] || fault "$picture is $is, not $said."
    pictures=$((pictures + 1))
done < <(sed -n "s|.*<image type=\"source\" width=\"\([0-9]*\)\" height=\"\([0-9]*\)\">$address/pictures/\(.*\)</image>|\1 \2 \3|p" "$file")
((pictures > 0 && pictures == $(grep -c '<screenshot[ >]' "$file"))) || fault "$pictures pictures have an address."
