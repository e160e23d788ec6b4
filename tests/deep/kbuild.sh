#!/usr/bin/env bash
# Compares what the program says that a configuration builds with what the kernel's own Makefiles say:
#
#     tests/deep/kbuild.sh TREE ARCH CONFIG BUILD_PROGRAM
#
# TREE is a scratch copy of a kernel's files (git archive REV | tar x), in which make writes; ARCH as
# for make (x86_64, arm64); CONFIG a target of its configuration (defconfig, allnoconfig). Only the
# Makefiles, Kconfig files and scripts/ need their contents. make evaluates every Makefile of the tree
# and prints its lists, nothing is compiled: make, flex, bison and gcc are needed. BUILD_PROGRAM reads
# "TREE CONFIG-FILE ARCH-FOLDER" as arguments and paths from its input, and prints "y PATH", "m PATH",
# "no PATH" or "? PATH": build/bin/deep_kbuild.
#
# Status 1 where one of the .c files is told wrong, or 3 % or more cannot be told.
set -euo pipefail

(($# == 4)) || { sed -n '2,15s/^# \{0,1\}//p' "$0" >&2; exit 2; }
tree=$(cd "$1" && pwd) arch=$2 target=$3 program=$(realpath "$4")
case $arch in x86_64 | i386) folder=x86 ;; *) folder=$arch ;; esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/lists.mk" <<'MAKE'
include $(srctree)/scripts/Makefile.build
print = $(foreach o,$(2),$(info $(1) $(o)))
lists:
	$(call print,y,$(if $(need-builtin),$(filter-out %.a,$(real-obj-y)) $(lib-y) $(extra-y)) $(always-y))
	$(call print,m,$(if $(CONFIG_MODULES),$(filter-out %/modules.order,$(real-obj-m))))
	$(call print,rule,$(targets))
	+@$(foreach d,$(subdir-ym),$(MAKE) -s -f $(LISTS) obj=$(d) need-builtin=$(if $(filter $(d)/built-in.a,$(subdir-builtin)),1) need-modorder=1 lists ;)
MAKE
cat >"$work/top.mk" <<'MAKE'
include Makefile
all-lists:
	+@$(MAKE) -s -f $(LISTS) obj=. need-builtin=1 need-modorder=1 lists
	+@$(foreach d,$(patsubst %/,%,$(filter %/,$(libs-y))),$(MAKE) -s -f $(LISTS) obj=$(d) need-builtin=1 need-modorder=1 lists ;)
MAKE

cd "$tree"
make -s ARCH="$arch" "$target" syncconfig >&2
make -s -rR --no-print-directory -f "$work/top.mk" ARCH="$arch" sub_make_done=1 abs_objtree="$tree" \
    abs_srctree="$tree" srctree=. LISTS="$work/lists.mk" all-lists >"$work/make"
find . -name '*.c' -printf '%P\n' | sort | "$program" "$tree" .config "$folder" >"$work/ours"

awk '
    function plain(path) {
        gsub(/\/\.\//, "/", path); sub(/^\.\//, "", path)
        while (match(path, /[^\/]+\/\.\.\//)) path = substr(path, 1, RSTART - 1) substr(path, RSTART + RLENGTH)
        return path
    }
    FNR == NR {
        if (NF != 2 || $2 !~ /\.o$/) next
        object = plain($2)
        if ($1 == "y" || !(object in state) || (state[object] == "rule" && $1 == "m")) state[object] = $1
        next
    }
    {
        object = $2; sub(/\.c$/, ".o", object)
        wanted = object in state ? state[object] : "no"
        ++files
        if (wanted == "y" || wanted == "m") ++built
        if ($1 == "?") ++untold
        else if ($1 != wanted) { ++wrong; print "wrong: make " wanted ", we " $1 ": " $2 }
    }
    END {
        printf "%d .c files, %d built; wrong %d, cannot tell %d (%.2f %%)\n", files, built, wrong, untold, 100 * untold / files
        exit wrong > 0 || untold * 100 >= 3 * files
    }' "$work/make" "$work/ours"
