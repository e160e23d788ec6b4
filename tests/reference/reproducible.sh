#!/usr/bin/env bash
# Builds what is named twice, in two folders of different names and lengths, as for a package, and
# compares the bytes: reproducible.sh [TARGET...]. The default is mergewindow-cli, mergewindow and what
# is made with them; without ccache, so that the second build is one.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
commit=$(git -C "$top" rev-parse HEAD) # others may commit meanwhile
targets=("$@")
(($#)) || targets=(mergewindow mergewindow-cli mergewindow-generated)
SOURCE_DATE_EPOCH=$(git -C "$top" log -1 --format=%ct "$commit")
export SOURCE_DATE_EPOCH CCACHE_DISABLE=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# sums FOLDER: of what was built there.
sums() {
    (cd "$1/build" && find bin resources src ui -type f \
        \( -perm -u+x -o -name '*.a' -o -name '*.1' -o -name '*.png' -o -path '*/completion/*' \) \
        ! -path '*/CMakeFiles/*' ! -path '*_autogen/*' | sort | xargs sha256sum)
}
for folder in "$work/a" "$work/a-longer-name"; do
    git clone --quiet --no-hardlinks "$top" "$folder"
    git -C "$folder" checkout --quiet "$commit"
    cmake -G Ninja -S "$folder" -B "$folder/build" -DCMAKE_BUILD_TYPE=Release -DMW_PACKAGE=ON \
        -DMW_TESTS=OFF >/dev/null
    ninja -C "$folder/build" "${targets[@]}"
    sums "$folder" >"$folder.sums"
done
[[ -s $work/a.sums ]] || { echo 'Nothing was built.' >&2 && exit 1; }
diff "$work/a.sums" "$work/a-longer-name.sums"
echo "$(wc -l <"$work/a.sums") files are the same."
