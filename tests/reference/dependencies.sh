#!/usr/bin/env bash
# What src/dependencies.cmake says of the libraries: each of its Debian names is installed by
# src/setup.sh and stands in the packages' control file, each of its Fedora names in the workflow of
# the continuous integration, whose scripts are there; and what is missing is said with both names.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
status=0
say() {
    echo "$*" >&2
    status=1
}

# shellcheck source=../../src/setup.sh
source src/setup.sh
names=$(grep -E '^(mw_need|  )' src/dependencies.cmake | tr -d '()";' | tr ' ' '\n' | grep -E -- '-(dev|devel|tools)$' | sort -u)
for name in $names; do
    case $name in
    *-devel)
        grep -q -- "[ ']$name" .github/workflows/ci.yml || say "$name is not installed by ci.yml."
        ;;
    *)
        [[ " ${mw_build_packages[*]} " == *" $name "* ]] || say "$name is not in src/setup.sh."
        grep -q "^ *$name\b" resources/packaging/debian/control ||
            say "$name is not in debian/control."
        ;;
    esac
done
(($(wc -w <<<"$names") > 20)) || say 'src/dependencies.cmake was not understood.'

for script in $(grep -oE '(src|tests|resources)/[a-z/_-]+\.sh' .github/workflows/ci.yml src/CONTRIBUTING.md | cut -d : -f 2 | sort -u); do
    [[ -x $script || $script == src/setup.sh ]] || say "$script is named, and cannot be run."
done

# Warnings are errors where a developer asks for it, never where somebody builds the program.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if cmake -G Ninja -S . -B "$work" -DMW_TESTS=OFF -DCMAKE_DISABLE_FIND_PACKAGE_fmt=ON >"$work/log" 2>&1; then
    say 'It was configured without fmt.'
fi
if cmake -G Ninja -S . -B "$work/user" -DMW_TESTS=OFF -DCMAKE_EXPORT_COMPILE_COMMANDS=ON >"$work/user.log" 2>&1; then
    [[ -s $work/user/compile_commands.json ]] || say 'There are no compile commands.'
    if grep -q -e -Werror "$work/user/compile_commands.json"; then
        say 'Warnings are errors in the build of a user.'
    fi
else
    say "$(cat "$work/user.log")"
fi
grep -q 'fmt  *(Debian: libfmt-dev; Fedora: fmt-devel)' "$work/log" || say "$(cat "$work/log")"
if PKG_CONFIG_LIBDIR=$work cmake -G Ninja -S . -B "$work/other" -DMW_TESTS=OFF >"$work/log" 2>&1; then
    say 'It was configured without libgit2.'
fi
for wanted in 'libgit2 1.5 (Debian: libgit2-dev; Fedora: libgit2-devel)' 'sqlite3 3.40'; do
    grep -qF "$wanted" "$work/log" || say "Not said: $wanted"
done
exit $status
