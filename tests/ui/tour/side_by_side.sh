#!/usr/bin/env bash
# Runs several of a test program at once, each with its share of the states: for tests that wait for
# a window more than they work. side_by_side.sh NUMBER PROGRAM [ARGUMENT...]
set -euo pipefail
number=$1
shift
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
running=()
for ((share = 0; share < number; ++share)); do
    MW_SHARE=$share/$number "$@" >"$folder/$share" 2>&1 &
    running+=($!)
done
status=0
for ((share = 0; share < number; ++share)); do
    wait "${running[share]}" || status=$?
    cat "$folder/$share"
done
exit "$status"
