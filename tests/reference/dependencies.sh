#!/usr/bin/env bash
# What src/dependencies.cmake says of the libraries: each of its Debian names is installed by
# src/setup.sh, each of its Fedora names by the workflow of the continuous integration, whose scripts
# are there; src/setup.sh and the Debian packages' control file ask for the same; every version that
# src/CONTRIBUTING.md names is checked when the build is configured, and stands in the control file;
# and what is missing is said with both names.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
status=0
say() {
    echo "$*" >&2
    status=1
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# shellcheck source-path=SCRIPTDIR source=../../src/setup.sh
source src/setup.sh
installed=" ${mw_build_packages[*]} ${mw_test_packages[*]} "
names=$(grep -E '^ *mw_need|^  ' src/dependencies.cmake | tr -d '()";' | tr ' ' '\n' | grep -E -- '-(dev|devel|tools)$' | sort -u)
for name in $names; do
    case $name in
    *-devel)
        grep -q -- "[ ']$name" .github/workflows/ci.yml || say "$name is not installed by ci.yml."
        ;;
    *) [[ $installed == *" $name "* ]] || say "$name is not in src/setup.sh." ;;
    esac
done
(($(wc -w <<<"$names") > 20)) || say 'src/dependencies.cmake was not understood.'

# One package and its alternatives a line, with the versions and profiles in brackets.
control=$(sed -n '/^Build-Depends:/,/^[A-Z]/{s/^Build-Depends://;/^[A-Z]/d;p}' resources/packaging/debian/control |
    tr '\n' ' ' | tr ',' '\n' | sed 's/^ *//; s/ *$//')
in_control=$(tr '|' '\n' <<<"$control" | awk '{ print $1 }')
for name in $installed; do
    case $name in
    # Every Debian source is built with the first; the second only makes a developer's builds faster.
    g++ | ccache) continue ;;
    esac
    grep -qxF -- "$name" <<<"$in_control" ||
        say "$name is in src/setup.sh, and not in debian/control's Build-Depends."
done
for name in $in_control; do
    # What makes the packages.
    [[ $name != debhelper-compat ]] || continue
    [[ $installed == *" $name "* ]] ||
        say "$name is in debian/control's Build-Depends, and not in src/setup.sh."
done
[[ $control == *"cmake (>= $(sed -n 's/^cmake_minimum_required(VERSION \(.*\))/\1/p' CMakeLists.txt))"* ]] ||
    say "debian/control has not CMakeLists.txt's version of CMake."

# The page's table: "NAME FLOOR", of each library as it is looked for.
floors=$(sed -n '/^| library | from |/,/^$/{/^| library /d;/^| ---/d;p}' src/CONTRIBUTING.md | awk -F ' *[|] *' '
    NF > 2 { name = $2; if (match(name, /\(.*\)/)) name = substr(name, RSTART + 1, RLENGTH - 2); print name, $3 }')
(($(wc -l <<<"$floors") > 5)) || say 'The table of src/CONTRIBUTING.md was not understood.'
# What is looked for has a row there.
while read -r name; do
    grep -q "^$name " <<<"$floors" || say "src/CONTRIBUTING.md says nothing of $name."
done < <(sed -nE 's/^ *mw_need\(([^ ]+) .*/\1/p; s/^ *mw_need_module\([^ ]+ ([^ ]+) .*/\1/p' src/dependencies.cmake)

# Every library of the page, made up, in the version that a function gives of its floor.
# shellcheck disable=SC2317 # called by name
exactly() { echo "$1"; }
# shellcheck disable=SC2317
one_less() { echo "${1%.*}.$((${1##*.} - 1))"; }
# look VERSION-OF: what src/dependencies.cmake says where only those libraries are to be found.
look() {
    local folder=$work/$1 name floor version
    mkdir "$folder"
    cat >"$folder/CMakeLists.txt" <<END
cmake_minimum_required(VERSION 3.25)
project(libraries LANGUAGES C)
set(CMAKE_FIND_USE_CMAKE_SYSTEM_PATH OFF)
set(CMAKE_FIND_USE_SYSTEM_ENVIRONMENT_PATH OFF)
set(CMAKE_FIND_USE_PACKAGE_REGISTRY OFF)
set(CMAKE_FIND_USE_SYSTEM_PACKAGE_REGISTRY OFF)
set(MW_TESTS ON)
include($PWD/src/dependencies.cmake)
END
    while read -r name floor; do
        [[ $floor != any ]] || continue
        version=$("$1" "$floor")
        printf 'Name: %s\nDescription: none\nVersion: %s\n' "$name" "$version" >"$folder/$name.pc"
        mkdir -p "$folder/lib/cmake/$name"
        touch "$folder/lib/cmake/$name/${name}Config.cmake"
        cat >"$folder/lib/cmake/$name/${name}ConfigVersion.cmake" <<END
set(PACKAGE_VERSION $version)
if(NOT PACKAGE_VERSION VERSION_LESS PACKAGE_FIND_VERSION)
  set(PACKAGE_VERSION_COMPATIBLE TRUE)
endif()
END
    done <<<"$floors"
    PKG_CONFIG_LIBDIR=$folder cmake -G Ninja -S "$folder" -B "$folder/build" \
        -DCMAKE_PREFIX_PATH="$folder" -DPKG_CONFIG_EXECUTABLE="$(command -v pkg-config)" 2>&1 || true
}
wanted=$(look exactly)
too_old=$(look one_less)
while read -r name floor; do
    [[ $floor != any ]] || continue
    if grep -q "^ *$name $floor (Debian:" <<<"$wanted"; then
        say "$name $floor is refused, which src/CONTRIBUTING.md says is enough."
    fi
    line=$(grep "^ *$name $floor (Debian: .*; Fedora: .*)" <<<"$too_old") || {
        say "$name $(one_less "$floor") is not refused with the packages' names: src/CONTRIBUTING.md asks for $floor."
        continue
    }
    # The first package of the line is the library itself.
    [[ $line =~ Debian:\ ([^\ \;]+) ]]
    grep -qF -- "${BASH_REMATCH[1]} (>= $floor)" <<<"$control" ||
        say "debian/control does not ask for ${BASH_REMATCH[1]} (>= $floor)."
done <<<"$floors"
grep -q 'These libraries are missing' <<<"$too_old" || say "$too_old"

while IFS= read -r script; do
    [[ -x $script || $script == src/setup.sh ]] || say "$script is named, and cannot be run."
done < <(grep -ohE '(src|tests|resources)/[a-z/_-]+\.sh' .github/workflows/ci.yml src/CONTRIBUTING.md | sort -u)

# Warnings are errors where a developer asks for it, never where somebody builds the program.
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
grep -q 'fmt [0-9.]* (Debian: libfmt-dev; Fedora: fmt-devel)' "$work/log" || say "$(cat "$work/log")"
if PKG_CONFIG_LIBDIR=$work cmake -G Ninja -S . -B "$work/other" -DMW_TESTS=OFF >"$work/log" 2>&1; then
    say 'It was configured without libgit2.'
fi
for wanted in 'libgit2 1.5 (Debian: libgit2-dev; Fedora: libgit2-devel)' 'sqlite3 3.40'; do
    grep -qF "$wanted" "$work/log" || say "Not said: $wanted"
done
exit $status
