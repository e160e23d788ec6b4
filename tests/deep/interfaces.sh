#!/usr/bin/env bash
# Compares what the program finds between two trees with a plain reading of them by git grep:
#
#     tests/deep/interfaces.sh CLONE FROM TO [FROM_CLONE]
#
# Configuration symbols, system calls and documented boot parameters that came and went. The two trees
# may be of two clones and need share no history. Prints both counts and every name in which they
# differ; status 1 where any does. Two kinds are meant to differ: a parameter that is documented only
# now but was declared before is not new, and a name such as ni_syscall that a table gives to a number
# it keeps free is no system call. Program: $MERGEWINDOW_CLI, else the one that src/run.sh built.
set -euo pipefail

(($# == 3 || $# == 4)) || { sed -n '2,11s/^# \{0,1\}//p' "$0" >&2; exit 2; }
clone=$1 from=$2 to=$3 from_clone=${4:-$1}
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cli=${MERGEWINDOW_CLI:-$top/build/bin/mergewindow-cli}
export LC_ALL=C

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Each prints the names of one tree: NAMES CLONE REVISION.
config_names() {
    git -C "$1" grep -hE '^[[:space:]]*(menu)?config[[:space:]]+[A-Za-z0-9_]+' "$2" -- \
        '*Kconfig*' ':!Documentation/*' ':!scripts/kconfig/*' | awk '{ print $2 }'
}
syscall_names() {
    git -C "$1" grep -hE '^[0-9]+[[:space:]]+[a-z0-9_]+[[:space:]]+[a-z]' "$2" -- \
        'arch/*syscall*.tbl' 'scripts/syscall.tbl' | awk '{ print $3 }' |
        grep -vE '^(reserved|unused)[0-9]*$' || true
    git -C "$1" grep -hE '^[[:space:]]*#[[:space:]]*define[[:space:]]+__NR(3264)?_[a-z0-9_]+[[:space:]]+[^[:space:]]' \
        "$2" -- 'arch/*/unistd*.h' 'include/*asm-generic/unistd.h' |
        sed -E 's/^[^_]*__NR(3264)?_([a-z0-9_]+).*/\2/' |
        grep -vE '^(compat_.*|syscalls|syscall_count|syscall_max|arch_specific_syscall)$' || true
}
param_names() {
    git -C "$1" grep -hE '^'$'\t''[A-Za-z0-9_.*<>-]+(=|\[|[[:space:]]*$|[[:space:]]+\[|[[:space:]]+=)' \
        "$2" -- 'Documentation/*kernel-parameters.txt' ':!Documentation/translations/*' |
        sed -E 's/^\t([A-Za-z0-9_.*<>-]+).*/\1/' | tr - _
    git -C "$1" grep -hE '^'$'\t''[a-z0-9_.]+'$'\t' "$2" -- 'Documentation/*kernel-parameters.txt' \
        ':!Documentation/translations/*' | awk '{ print $1 }'
}

# The program's rows of a kind and change. Of parameters those that the documentation tells of.
program_names() {
    local kind=$1 change=$2
    awk -F '"' -v change="$change" -v kind="$kind" '
        index($0, "\"change\":\"" change "\"") &&
        (kind != "param" || index($0, "documented ")) {
            match($0, /"name":"[^"]*"/)
            print substr($0, RSTART + 8, RLENGTH - 9)
        }' "$work/$kind" | { [[ $kind == param ]] && tr - _ || cat; } | sort -u
}

differing=0
for kind in config syscall param; do
    "${kind}_names" "$from_clone" "$from" | sort -u >"$work/before"
    "${kind}_names" "$clone" "$to" | sort -u >"$work/after"
    "$cli" interfaces --repo "$clone" --from-repo "$from_clone" --from "$from" --to "$to" \
        --kind "$kind" --json >"$work/$kind"
    comm -13 "$work/before" "$work/after" >"$work/added"
    comm -23 "$work/before" "$work/after" >"$work/removed"
    for change in added removed; do
        program_names "$kind" "$change" >"$work/found"
        printf '%s %s: git grep %s, program %s\n' "$kind" "$change" \
            "$(wc -l <"$work/$change")" "$(wc -l <"$work/found")"
        comm -3 "$work/$change" "$work/found" >"$work/difference"
        if [[ -s $work/difference ]]; then
            differing=1
            sed -E 's/^\t(.*)/    only the program: \1/; t; s/^/    only git grep: /' "$work/difference"
        fi
    done
done
exit "$differing"
