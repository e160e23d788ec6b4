#!/usr/bin/env bash
# The manual of the browser against the browser's own words: manual.sh BROWSER
# The manual of the command line is made of its option parser (tests/cli/manual_test.cpp); the
# browser's options are written out in resources/manual/mergewindow.md, of which man(1) and F1 are made,
# and in its translations, mergewindow.LANGUAGE.md.
# Each option of --help must be there, with the same name for its value and in words that begin as the
# help's do in that language, and none that the help does not list; and the synopsis must have all of
# them.
set -euo pipefail
browser=$1
manuals=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/resources/manual
status=0
fault() { echo "${manual##*/}: $1" >&2 && status=1; }

# section_number HEADING: which section of the English page it begins. Translations have the same
# sections in the same order (tests/ui/manual), under headings of their own.
section_number() {
    grep '^## ' "$manuals/mergewindow.md" | grep -nFx "## $1" | cut -d : -f 1
}
options_section=$(section_number Options)
synopsis_section=$(section_number Synopsis)

# As "NAMES|VALUE|WORDS": "-h --help||Displays help". An entry begins with a dash, two spaces from the
# left, and what stands further right goes on with its words. "Options:" is the first line of one word.
options_of_help() {
    awk '
    function flush() { if (names != "") print names "|" value "|" words; names = "" }
    /^[^ ]+:$/ && !seen { inside = seen = 1; next }
    !inside { next }
    /^ *$/ { inside = 0; flush(); next }
    /^  -/ {
        flush()
        head = $0
        match(head, /[^ ]  +[^ ]/)
        words = substr(head, RSTART + RLENGTH - 1)
        head = substr(head, 3, RSTART - 2)
        value = ""
        if (match(head, /<.*>/)) { value = substr(head, RSTART + 1, RLENGTH - 2); head = substr(head, 1, RSTART - 2) }
        gsub(/,/, "", head)
        names = head
        next
    }
    { sub(/^ */, ""); words = words " " $0 }'
}
# The same of the list below "## Options": "- **--db** *FILE*: Use this".
options_of_manual() {
    awk -v section="$options_section" '
    function flush() { if (names != "") print names "|" value "|" words; names = "" }
    /^## / { flush(); inside = ++number == section; next }
    !inside { next }
    /^- / {
        flush()
        head = words = substr($0, 3)
        sub(/:.*/, "", head); sub(/^[^:]*: */, "", words)
        gsub(/[*][*]|,/, "", head)
        value = ""
        if (match(head, / [*].*[*]/)) { value = substr(head, RSTART + 2, RLENGTH - 3); head = substr(head, 1, RSTART - 1) }
        names = head
        next
    }
    /^  / { sub(/^ */, ""); words = words " " $0 }' "$manual"
}
# Qt's words for what Qt does are its own.
of_qt=' -h --help --help-all -v --version '

# compare LANGUAGE: $manual with what the browser says in it.
compare() {
    local help of_help of_manual synopsis count=0 names value words name found there its_value its_words
    help=$(LC_ALL=C.UTF-8 LANGUAGE=$1 "$browser" --help)
    of_help=$(options_of_help <<<"$help"$'\n')
    of_manual=$(options_of_manual)
    synopsis=$(awk -v section="$synopsis_section" '/^## / { ++number } number == section' "$manual" | tr '\n' ' ')
    while IFS='|' read -r names value words; do
        for name in $names; do
            count=$((count + 1))
            found=
            while IFS='|' read -r there its_value its_words; do
                [[ " $there " == *" $name "* ]] || continue
                found=1
                [[ $of_qt != *" $name "* ]] || continue
                [[ $its_value == "$value" ]] || fault "$name takes '$value', and the manual says '$its_value'."
                [[ ${its_words//[\`*]/} == "${words%.}"* ]] ||
                    fault "$name: --help says '$words', and the manual '$its_words'."
            done <<<"$of_manual"
            [[ $found ]] || fault "The manual says nothing of $name."
            [[ $of_qt == *" $name "* ]] ||
                [[ $synopsis == *"[**$name**${value:+ *$value*}]"* ]] ||
                fault "The manual's synopsis has not [$name${value:+ $value}]."
        done
    done <<<"$of_help"
    ((count >= 10)) || fault "Only $count options were found in what --help says: $help"

    local known
    known=" $(cut -d '|' -f 1 <<<"$of_help" | tr '\n' ' ') "
    for name in $(cut -d '|' -f 1 <<<"$of_manual") $(grep -oE -- '\*\*--?[a-z-]+\*\*' <<<"$synopsis" | tr -d '*'); do
        [[ $known == *" $name "* ]] || fault "The manual has an option $name, which --help does not list."
    done
}

for manual in "$manuals"/mergewindow.md "$manuals"/mergewindow.*.md; do
    language=${manual#"$manuals/mergewindow"}
    language=${language%.md}
    compare "${language#.}"
done
exit $status
