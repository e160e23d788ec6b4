#!/usr/bin/env bash
# Reads the includes of src/ and ui/ and prints the floors: each folder stands above all that it
# includes. Fails on folders that include each other in a circle, and names the includes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
files=$(find src ui -name '*.cpp' -o -name '*.h' -o -name '*.ui')
# FOLDER INCLUDED-FOLDER FILE INCLUDE, of includes that lead to another folder of ours.
arrows=$(grep -HoE '(#include "|<header>)[^"<]+' $files | sed -E 's/:(#include "|<header>)/ /' |
    while read -r file include; do
        for root in src ui; do
            target=$root/$include
            if [[ ${file%/*} != "${target%/*}" && -e $target ]]; then
                echo "${file%/*} ${target%/*} $file $include"
            fi
        done
    done)
awk -v folders="$(sed 's,/[^/]*$,,' <<<"$files" | sort -u | tr '\n' ' ')" '
    { above[$1, $2] = 1; shown[$1, $2] = shown[$1, $2] "    " $3 " includes " $4 "\n" }
    END {
        left = split(folders, folder, " ")
        for (floor = 0; left > 0; ++floor) {
            line = ""; count = 0
            for (i in folder) {
                free = 1
                for (j in folder) if (i != j && (folder[i], folder[j]) in above) free = 0
                if (free) { ready[++count] = i; line = line " " folder[i] }
            }
            if (!count) {
                print "These folders include each other in a circle, or stand above one:"
                for (i in folder) for (j in folder) if ((folder[i], folder[j]) in above)
                    printf "  %s -> %s\n%s", folder[i], folder[j], shown[folder[i], folder[j]]
                exit 1
            }
            print floor ":" line
            for (n = 1; n <= count; ++n) { delete folder[ready[n]]; --left }
        }
    }' <<<"$arrows"
