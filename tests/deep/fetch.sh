#!/usr/bin/env bash
# Downloads one release of a clone from a server on the loopback address, and compares what is
# imported from it with what is imported from the clone itself:
#
#     tests/deep/fetch.sh CLONE TAG...
#
# For each tag: seconds and bytes of the download, counts of both imports, and a hash each of every
# changeset and merge with its landing, pull, section and files. Status 1 where any differ. Server:
# git daemon. Program: $MERGEWINDOW_CLI, else the one that src/run.sh built.
set -euo pipefail

(($# >= 2)) || { sed -n '2,10s/^# \{0,1\}//p' "$0" >&2; exit 2; }
clone=$(realpath "$1")
shift
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cli=${MERGEWINDOW_CLI:-$top/build/bin/mergewindow-cli}
export LC_ALL=C

work=$(mktemp -d)
server=
cleanup() {
    [[ -z $server ]] || kill -- "-$server" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT
export XDG_CACHE_HOME=$work/cache XDG_CONFIG_HOME=$work/config
printf '[safe]\n\tdirectory = *\n[uploadpack]\n\tallowFilter = true\n\tallowAnySHA1InWant = true\n' \
    >"$work/gitconfig"
ln -s "$clone" "$work/served"

port=${PORT:-19419}
: >"$work/log"
GIT_CONFIG_GLOBAL=$work/gitconfig setsid git daemon --listen=127.0.0.1 --port="$port" --reuseaddr \
    --export-all --base-path="$work" --verbose >"$work/log" 2>&1 </dev/null &
server=$!
until grep -q Ready "$work/log"; do
    kill -0 "$server" || { cat "$work/log" >&2; exit 1; }
    sleep 0.1
done

field() { sed -E "s/.*\"$1\":(\"([^\"]*)\"|([^,}]*)).*/\2\3/" <<<"$2"; }
# Everything that an import says of a release but where it is from and when.
contents() {
    "$cli" --db "$1" search "" --release "$2" --json
    "$cli" --db "$1" search "is:merge" --release "$2" --json
    "$cli" --db "$1" pulls --release "$2" --json
    "$cli" --db "$1" sections --release "$2" --json
}

requests() { grep -c 'Request upload-pack' "$work/log" || true; }

differing=0
for tag in "$@"; do
    before=$(requests)
    "$cli" --db "$work/one.db" fetch "$tag" --from "git://127.0.0.1:$port/served" \
        --into "$work/one.git" --json >"$work/out" 2>"$work/errors" ||
        { cat "$work/errors" >&2; exit 1; }
    download=$(head -n 1 "$work/out") one=$(tail -n 1 "$work/out")
    from=$(field from "$download")
    printf '%s..%s: %s bytes in %s s, %s requests\n' "$from" "$tag" "$(field bytes "$download")" \
        "$(field seconds "$download")" "$(($(requests) - before))"
    "$cli" --db "$work/whole.db" import --repo "$clone" --from "$from" --to "$tag" --no-lines \
        --json >"$work/out" 2>>"$work/errors"
    whole=$(tail -n 1 "$work/out")
    for what in changesets merges pulls files; do
        a=$(field $what "$one") b=$(field $what "$whole")
        printf '    %s: %s, whole clone %s\n' "$what" "$a" "$b"
        [[ $a == "$b" ]] || differing=1
    done
    contents "$work/one.db" "$tag" >"$work/one"
    contents "$work/whole.db" "$tag" >"$work/whole"
    printf '    contents: %s, whole clone %s\n' "$(sha1sum <"$work/one" | cut -c1-12)" \
        "$(sha1sum <"$work/whole" | cut -c1-12)"
    cmp -s "$work/one" "$work/whole" || differing=1
    [[ $("$cli" --db "$work/one.db" check) == ok ]] || differing=1
    counted=$(git -C "$clone" rev-list --count --no-merges "$from..$tag")
    [[ $counted == "$(field changesets "$one")" ]] ||
        { printf '    git counts %s\n' "$counted"; differing=1; }
    rm -rf "$work/one.git" "$work"/*.db*
done
exit "$differing"
