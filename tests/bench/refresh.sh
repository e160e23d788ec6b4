#!/usr/bin/env bash
# How long it takes to read what came to a release that is followed, beside git:
#     tests/bench/refresh.sh CLONE FROM TO [COUNT]
# Imports FROM to a commit of the mainline that lacks the last COUNT changesets (200) or a few more,
# moves the branch to TO, and refreshes a copy of the database five times. Prints the seconds until
# the new changesets can be read, those until their lines are counted as well, and git's for the
# statistics of the same commits. The clone is not touched: the branch is one of a repository beside
# it that borrows its objects.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

(($# >= 3)) || mw_fail "Usage: tests/bench/refresh.sh CLONE FROM TO [COUNT]"
clone=$(git -C "$1" rev-parse --path-format=absolute --git-common-dir) from=$2 to=$3 count=${4:-200}

mw_install git
git init -q --bare "$work/followed.git"
echo "$clone/objects" >"$work/followed.git/objects/info/alternates"
in_copy() { git -C "$work/followed.git" "$@"; }
in_copy tag start "$(git -C "$clone" rev-parse "$from^{commit}")"
end=$(git -C "$clone" rev-parse "$to^{commit}")
old=
while read -r commit; do
    new=$(in_copy rev-list --count --no-merges "$commit..$end")
    if ((new >= count)); then
        old=$commit
        break
    fi
done < <(in_copy rev-list --first-parent "start..$end")
[[ -n $old ]] || mw_fail "$from..$to has no $count changesets."
in_copy update-ref refs/heads/followed "$old"
"$cli" --db "$work/before.db" import --repo "$work/followed.git" --from start --to followed >&2
in_copy update-ref refs/heads/followed "$end"

for ((run = 0; run < 5; ++run)); do
    rm -f "$work"/followed.db*
    cp "$work/before.db" "$work/followed.db"
    "$cli" --db "$work/followed.db" --json refresh | tr -d '\n'
    echo
    begin=$EPOCHREALTIME
    in_copy log --no-merges --no-renames --numstat "$old..$end" >/dev/null
    echo "git: $(awk -v a="$begin" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.2f", b - a }') s"
done
