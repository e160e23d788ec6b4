#!/usr/bin/env bash
# known_changesets.sh CLONE [REV]: the changesets of data/linux-6.7-changesets.tsv of which a clone
# of a stable tree has backports (REV, or else HEAD; a backport names the id it comes from), against
# these: title, author and files. Says what differs, and how many agree. Fails where a title or an
# author differs or a backport changes a file that the table has not; a backport may leave files
# out.
set -euo pipefail
clone=$1 rev=${2:-HEAD}
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# id, title and author; and the paths in full. importer/data/table_file.h says how a table writes them.
awk -F'\t' '/^#/ { next } {
        ++row
        for (i = 1; i <= NF; ++i)
            field[row, i] = $i ~ /^~[0-9]+$/ ? field[row - substr($i, 2), i] : $i
        if (field[row, 1] != "changeset" || field[row, 12] != "stable") next
        n = split(field[row, 14], path, ";"); folder = ""
        for (i = 1; i <= n; ++i) {
            sub(/^[ADT?] /, "", path[i])
            if (path[i] ~ /^\//) path[i] = folder path[i]
            folder = path[i]; sub(/\/?[^\/]*$/, "", folder)
            print field[row, 2] "\t" path[i] > files
        }
        print field[row, 2] "\t" field[row, 3] "\t" field[row, 4]
    }' files="$work/files" data/linux-6.7-changesets.tsv | sort >"$work/table"
# upstream id, backport; a revert of a backport names the same id.
git -C "$clone" log --no-merges --invert-grep --grep='^This reverts commit' --format='=%H%n%b' \
    "$rev" |
    grep -oE '^=[0-9a-f]{40}$|^commit [0-9a-f]{40} upstream|^\[ Upstream commit [0-9a-f]{40} \]' |
    awk '/^=/ { commit = substr($0, 2); next }
         { print ($1 == "commit" ? $2 : $4) "\t" commit }' |
    sort -u -k1,1 >"$work/backports"
join -t $'\t' "$work/table" "$work/backports" >"$work/both"
agree=0 wrong=0 fewer=0
while IFS=$'\t' read -r id title author backport; do
    fault=
    [[ $(git -C "$clone" log -1 --format=%s "$backport") == "$title" ]] || fault+=" title"
    [[ $(git -C "$clone" log -1 --format=%an "$backport") == "$author" ]] || fault+=" author"
    awk -F'\t' -v id="$id" '$1 == id { print $2 }' "$work/files" | sort >"$work/known"
    git -C "$clone" diff-tree -r --no-commit-id --name-only --no-renames "$backport" |
        sort >"$work/changed"
    [[ -z $(comm -13 "$work/known" "$work/changed") ]] || fault+=" files"
    cmp -s "$work/known" "$work/changed" || fewer=$((fewer + 1))
    if [[ -z $fault ]]; then
        agree=$((agree + 1))
    else
        echo "$id ($backport in the clone):$fault"
        wrong=$((wrong + 1))
    fi
done <"$work/both"
echo "$(wc -l <"$work/table") changesets are known by a backport, $((agree + wrong)) of them are in" \
    "the clone; $agree agree in title, author and files, $fewer with other files than the backport"
[[ $wrong == 0 && $agree -gt 0 ]]
