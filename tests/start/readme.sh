#!/usr/bin/env bash
# Runs what README.md says that a person may type: readme.sh BROWSER COMMAND-LINE
# Every line of its blocks of shell commands is run, in their order and in one home folder, where
# ~/linux is a small history of the kernel's shape made here, and kernel.org's server is that history
# too, and the kernel's CVE records. Left out, and said so, are lines that install packages or build,
# which .ci/run does. Then its tables are held against the command line: each command of either is in the
# other, with its options, and each search field is one.
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
    mkdir -p kernel init net arch/x86
    printf 'VERSION = 6\nPATCHLEVEL = 6\n' >Makefile
    echo 'obj-y += arch/x86/ kernel/ net/' >Kbuild
    echo 'obj-y += kernel/' >arch/x86/Makefile
    echo 'obj-y += fork.o' >kernel/Makefile
    # shellcheck disable=SC2016 # make's
    echo 'obj-$(CONFIG_NET) += core.o' >net/Makefile
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
    git branch linux-6.6.y v6.6
    printf '# Linux/x86 6.6.0 Kernel Configuration\nCONFIG_X86=y\nCONFIG_NET=y\n' >.config
)
fix=$(git -C "$work/linux" log -1 --format=%H --grep 'fix a regression' v6.7)
# The records: one, of what is mended there.
(
    git init --quiet "$work/records"
    cd "$work/records"
    mkdir -p cve/published/2023
    printf '6.6:0:6.7:%s\n' "$fix" >cve/published/2023/CVE-2023-1.dyad
    printf '{"containers":{"cna":{}},"cveMetadata":{"cveId":"CVE-2023-1"}}\n' \
        >cve/published/2023/CVE-2023-1.json
    git add --all
    git commit --quiet --message 'CVE-2023-1'
)
server=https://git.kernel.org/pub/scm/linux
git config --global url."file://$work/linux".insteadOf "$server/kernel/git/torvalds/linux.git"
git config --global url."file://$work/records".insteadOf "$server/security/vulns.git"

# The commands of the blocks: a line that ends in a backslash goes on, what stands behind " # " is
# said to the reader.
commands() {
    sed -n '/^```sh$/,/^```$/p' "$source/README.md" | grep -v '^```' |
        sed -e ':a' -e '/\\$/{N;s/\\\n *//;ba' -e '}' -e 's/ \+# .*//' -e '/^ *$/d' -e '/^#/d'
}
run=0
while IFS= read -r command; do
    case $command in
    sudo\ * | apt\ * | apt-get\ * | src/run.sh* | tests/run.sh* | cmake\ * | ninja\ * | resources/packaging/*)
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
[[ $("$cli" search 'is:cve-fix missing-in:stable' --json | wc -l) == 1 ]] ||
    { echo 'What is said of a kernel of one'"'"'s own finds nothing.' >&2 && exit 1; }

status=0
fault() { echo "README.md: $1" >&2 && status=1; }
# The table of commands: "| `COMMAND OPTIONS`, `OPTIONS` | what it does |".
rows=$(sed -n '/^| command | does |$/,/^$/p' "$source/README.md" | sed -n 's/^| \(`.*`\) | .*/\1/p')
while IFS= read -r row; do
    [[ $row =~ ^\`([a-z]+) ]] && command=${BASH_REMATCH[1]}
    help=$("$cli" "$command" --help 2>&1) || fault "there is no command $command"
    while IFS= read -r option; do
        grep -qE -- "${option}([ ,=]|\$)" <<<"$help" || fault "$command has no option $option"
    done < <(grep -oE -- '--[a-z-]+' <<<"$row")
done <<<"$rows"
for command in $("$cli" --help | sed -n '/^Subcommands/,$s/^  \([a-z]\+\) .*/\1/p'); do
    grep -q "^\`$command\b" <<<"$rows" || fault "the command $command is not there"
done
# The table of fields, and the kinds of "is:".
echo 'example.org Example' >"$work/employers"
"$cli" employers --read "$work/employers" >/dev/null
fields=$(sed -n '/^| field | finds |$/,/^$/p' "$source/README.md" | grep '^| `')
while IFS= read -r field; do
    case $field in
    lines: | severity:) value='>1' ;;
    *after: | *before:) value=2023 ;;
    new: | gone: | changed:) value=config ;;
    is:) value=fix ;;
    trailer:) value=tested-by=ann ;;
    section:) value=core ;;
    release:) value=v6.7 ;;
    in: | *-in:) value=stable ;;
    sha: | fixes: | fixed-by: | reverts: | reverted-by:) value=${fix:0:12} ;;
    cve:) value=2023-1 ;;
    *) value=ann ;;
    esac
    "$cli" search "$field$value" >/dev/null 2>"$work/said" || fault "$field $(cat "$work/said")"
done < <(cut -d '|' -f 2 <<<"$fields" | grep -oE '[a-z-]+:')
while IFS= read -r kind; do
    "$cli" search "is:$kind" >/dev/null 2>"$work/said" || fault "is:$kind $(cat "$work/said")"
done < <(sed -n 's/^| `is:` | //p' <<<"$fields" | grep -oE '[a-z-]+')
exit $status
