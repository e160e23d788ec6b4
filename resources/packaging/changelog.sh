#!/usr/bin/env bash
# Prints src/CHANGELOG.md as a changelog of Debian: changelog.sh [REVISION]. The REVISION ("-1") is
# the packaging's own, behind the version.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
maintainer='Merge Window <mergewindow@packages.debian.org>'

# close DAY: the line that ends an entry.
close() {
    [[ -z $1 ]] || printf '\n -- %s  %s\n' "$maintainer" "$(LC_ALL=C date --utc --date "$1" --rfc-email)"
}

day=
while IFS= read -r line; do
    if [[ $line =~ ^##\ ([0-9.]+)\ \(([0-9-]+)\)$ ]]; then
        close "$day"
        [[ -z $day ]] || echo
        day=${BASH_REMATCH[2]}
        printf 'mergewindow (%s%s) unstable; urgency=medium\n\n' "${BASH_REMATCH[1]}" "${1:-}"
    elif [[ $day && $line == '- '* ]]; then
        printf '  * %s\n' "${line#- }"
    elif [[ $day && $line == '  '* ]]; then
        printf '    %s\n' "${line#  }"
    fi
done <"$top/src/CHANGELOG.md"
close "$day"
