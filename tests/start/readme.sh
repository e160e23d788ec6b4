#!/usr/bin/env bash
# Runs what README.md says that a person may type: readme.sh BROWSER COMMAND-LINE
# Every line of its blocks of shell commands is run, in their order and in one home folder, where
# ~/linux is a small history of the kernel's shape made here, and kernel.org's server is that history
# too. Left out, and said so, are lines that install packages or build, which .ci/run does.
set -euo pipefail
browser=$1 cli=$2
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_CACHE_HOME=$work/cache \
    XDG_RUNTIME_DIR=$work LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=Ann GIT_AUTHOR_EMAIL=ann@example.org GIT_COMMITTER_NAME=Ann \
    GIT_COMMITTER_EMAIL=ann@example.org

# day N: the N-th commit is made on a day of its own, as releases are.
day() {
    export GIT_AUTHOR_DATE="$((1698710400 + $1 * 86400)) +0000"
    export GIT_COMMITTER_DATE=$GIT_AUTHOR_DATE
}
# change FILE MESSAGE: another line of a file.
change() {
    mkdir -p "$(dirname "$1")"
    echo "$2" >>"$1"
    git add --all
    git commit --quiet --message "$2"
}
# ~/linux: v6.6 and v6.7, a pull between them. A server that hands out parts of it.
(
    git init --quiet --initial-branch=master "$work/linux"
    cd "$work/linux"
    git config uploadpack.allowFilter true
    git config uploadpack.allowAnySHA1InWant true
    mkdir -p kernel init
    printf 'VERSION = 6\nPATCHLEVEL = 6\n' >Makefile
    printf 'NETWORKING\nF:\tnet/\n' >MAINTAINERS
    day 0
    change kernel/fork.c 'kernel: begin'
    git tag --annotate --message 'Linux 6.5' v6.5
    day 1
    change kernel/fork.c 'Linux 6.6'
    git tag --annotate --message 'Linux 6.6' v6.6
    day 2
    git switch --quiet --create net
    change net/core.c 'net: core: fix a regression'
    git switch --quiet master
    day 3
    git merge --quiet --no-ff --message "Merge tag 'net-6.7' of git://git.kernel.org/pub/scm/davem/net" net
    day 4
    change kernel/fork.c 'Linux 6.7'
    git tag --annotate --message 'Linux 6.7' v6.7
    git branch --delete --quiet net
)
git config --global url."file://$work/linux".insteadOf \
    https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git

# The commands of the blocks: a line that ends in a backslash goes on, what stands behind " # " is
# said to the reader.
commands() {
    sed -n '/^```sh$/,/^```$/p' "$source/README.md" | grep -v '^```' |
        sed -e ':a' -e '/\\$/{N;s/\\\n *//;ba' -e '}' -e 's/ \+# .*//' -e '/^ *$/d' -e '/^#/d'
}
run=0
while IFS= read -r command; do
    case $command in
    sudo\ * | apt\ * | apt-get\ * | git\ clone\ * | src/run.sh* | tests/run.sh* | cmake\ * | ninja\ *)
        echo "left out: $command"
        continue
        ;;
    esac
    typed=${command//build\/bin\/mergewindow-cli/mergewindow-cli}
    typed=${typed//build\/bin\/mergewindow /mergewindow }
    # A window would stay; one that draws itself ends.
    mergewindow() { "$browser" --screenshot "$work/window.png" "$@"; }
    mergewindow-cli() { "$cli" "$@"; }
    echo "$ $command"
    (cd "$work" && eval "$typed") </dev/null >"$work/said" 2>&1 || {
        printf 'README.md: "%s" ended with status %s:\n%s\n' "$command" $? "$(cat "$work/said")" >&2
        exit 1
    }
    run=$((run + 1))
done < <(commands)
((run >= 5)) || { echo "Only $run commands were found in README.md." >&2 && exit 1; }
echo "$run commands ran."
