#!/usr/bin/env bash
# Compares what the program finds between two trees with a plain reading of them by git grep:
#
#     tests/deep/interfaces.sh CLONE FROM TO [FROM_CLONE]
#     tests/deep/interfaces.sh --import CLONE FROM TO
#
# Configuration symbols, system calls and documented boot parameters that came and went. The two trees
# may be of two clones and need share no history. With --import the range is imported into a database of
# its own, what is compared are the rows of that release, and each changeset that is named is looked at:
# its own diff has to add what came and to take what went, and where it does neither more often than the
# other, the name is told. Prints both counts and every name in which they differ; status 1 where any
# does. What came and went again inside the range is in neither tree, so neither tells of it; a line of
# help that begins with "config" is a symbol to git grep alone (in U-Boot "config can ..."). Program:
# $MERGEWINDOW_CLI, else the one that src/run.sh built.
set -euo pipefail

import=0
[[ ${1-} == --import ]] && { import=1; shift; }
(($# == 3 || ($# == 4 && !import))) || { sed -n '2,14s/^# \{0,1\}//p' "$0" >&2; exit 2; }
clone=$1 from=$2 to=$3 from_clone=${4:-$1}
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cli=${MERGEWINDOW_CLI:-$top/build/bin/mergewindow-cli}
export LC_ALL=C

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Each prints the names of one tree: NAMES CLONE REVISION. Nothing found is no failure.
config_names() {
    { git -C "$1" grep -hE '^[[:space:]]*(menu)?config[[:space:]]+[A-Za-z0-9_]+' "$2" -- \
        '*Kconfig*' ':!Documentation/*' ':!scripts/kconfig/*' || true; } | awk '{ print $2 }'
}
# A number that a table keeps free, or gives to ni_syscall, is no system call.
syscall_names() {
    { git -C "$1" grep -hE '^[0-9]+[[:space:]]+[a-z0-9_]+[[:space:]]+[a-z]' "$2" -- \
        'arch/*syscall*.tbl' 'scripts/syscall.tbl' || true; } | awk '{ print $3 }' |
        { grep -vE '^((reserved|unused)[0-9]*|ni_syscall)$' || true; }
    { git -C "$1" grep -hE '^[[:space:]]*#[[:space:]]*define[[:space:]]+__NR(3264)?_[a-z0-9_]+[[:space:]]+[^[:space:]]' \
        "$2" -- 'arch/*/unistd*.h' 'include/*asm-generic/unistd.h' || true; } |
        sed -E 's/^[^_]*__NR(3264)?_([a-z0-9_]+).*/\2/' |
        { grep -vE '^(compat_.*|syscalls|syscall_count|syscall_max|arch_specific_syscall)$' || true; }
}
param_names() {
    { git -C "$1" grep -hE '^'$'\t''[A-Za-z0-9_.*<>-]+(=|\[|[[:space:]]*$|[[:space:]]+\[|[[:space:]]+=)' \
        "$2" -- 'Documentation/*kernel-parameters.txt' ':!Documentation/translations/*' || true; } |
        sed -E 's/^\t([A-Za-z0-9_.*<>-]+).*/\1/' | tr - _
    { git -C "$1" grep -hE '^'$'\t''[a-z0-9_.]+'$'\t' "$2" -- \
        'Documentation/*kernel-parameters.txt' ':!Documentation/translations/*' || true; } |
        awk '{ print $1 }'
}

# The program's rows of a kind.
rows() {
    if ((import)); then
        "$cli" --db "$work/database" interfaces --release deep --kind "$1" --json
    else
        "$cli" interfaces --repo "$clone" --from-repo "$from_clone" --from "$from" --to "$to" \
            --kind "$1" --json
    fi
}

# Their names and changesets, of a change. Of parameters those that the documentation tells of.
program_names() {
    local kind=$1 change=$2
    awk -v change="$change" -v kind="$kind" '
        function value(field) {
            if (match($0, "\"" field "\":\"[^\"]*\""))
                return substr($0, RSTART + length(field) + 4, RLENGTH - length(field) - 5)
            return "-"
        }
        index($0, "\"change\":\"" change "\"") && (kind != "param" || index($0, "documented ")) {
            name = value("name")
            if (kind == "param")
                gsub("-", "_", name)
            print name, value("oid")
        }' "$work/$kind" | sort -u
}

# Whether a changeset's own diff brings (added) or takes (removed) a name: KIND CHANGE NAME ID.
made_by() {
    local before after
    git -C "$clone" show --format= -U0 --no-renames "$4" >"$work/diff"
    case $1 in
    config) pattern="[[:space:]]*(menu)?config[[:space:]]+$3([[:space:]]|$)" ;;
    syscall) pattern="(.*[^a-z0-9])?(__NR(3264)?_)?$3([^a-z0-9_]|$)" ;;
    param) pattern=$'\t'"${3//[_.*]/.}(=|\[|[[:space:]]|$)" ;;
    esac
    before=$(grep -acE -- "^-$pattern" "$work/diff" || true)
    after=$(grep -acE -- "^\+$pattern" "$work/diff" || true)
    [[ $2 == added ]] && ((after > before)) || { [[ $2 == removed ]] && ((before > after)); }
}

((import)) && "$cli" --db "$work/database" import --repo "$clone" --from "$from" --to "$to" \
    --name deep >"$work/imported" 2>&1

differing=0
for kind in config syscall param; do
    "${kind}_names" "$from_clone" "$from" | sort -u >"$work/before"
    "${kind}_names" "$clone" "$to" | sort -u >"$work/after"
    rows "$kind" >"$work/$kind"
    comm -13 "$work/before" "$work/after" >"$work/added"
    comm -23 "$work/before" "$work/after" >"$work/removed"
    for change in added removed; do
        program_names "$kind" "$change" >"$work/found"
        cut -d ' ' -f 1 "$work/found" | sort -u >"$work/names"
        printf '%s %s: git grep %s, program %s\n' "$kind" "$change" \
            "$(wc -l <"$work/$change")" "$(wc -l <"$work/names")"
        comm -3 "$work/$change" "$work/names" >"$work/difference"
        if [[ -s $work/difference ]]; then
            differing=1
            sed -E 's/^\t(.*)/    only the program: \1/; t; s/^/    only git grep: /' "$work/difference"
        fi
        ((import)) || continue
        while read -r name oid; do
            if [[ $oid == - ]] || ! made_by "$kind" "$change" "$name" "$oid"; then
                differing=1
                printf '    not by its changeset: %s %s\n' "$name" "$oid"
            fi
        done <"$work/found"
    done
done
exit "$differing"
