#!/usr/bin/env bash
# What a shell completes of both programs' command lines, asked of the shells themselves:
# completion.sh BROWSER COMMAND-LINE. bash is there; zsh and fish are asked where they are.
set -euo pipefail
browser=$1 cli=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work XDG_DATA_HOME=$work/data LC_ALL=C.UTF-8
cd "$work"
mkdir a-clone
touch article.md

for shell in bash zsh fish; do
    "$cli" generate "$shell" >"$work/cli.$shell"
    "$browser" --completion "$shell" >"$work/browser.$shell"
done
[[ ! -e $XDG_DATA_HOME ]] || { echo 'Generating looked at a database.' >&2 && exit 1; }

status=0
# offered SCRIPT FUNCTION WORD...: what bash offers for the last word, in one line.
offered() (
    # shellcheck source=/dev/null
    source "$work/$1"
    COMP_WORDS=("${@:3}")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    COMPREPLY=()
    "$2" || true
    echo "${COMPREPLY[*]}"
)
# Files come as the folder has them.
sorted() { tr ' ' '\n' <<<"$1" | sort | tr '\n' ' '; }
# check WANTED WORD...: of the command line.
check() {
    local wanted=$1 found
    shift
    found=$(offered cli.bash _mergewindow_cli mergewindow-cli "$@")
    [[ $(sorted "$found") == "$(sorted "$wanted")" ]] || { echo "$*: bash offers '$found', not '$wanted'" >&2 && status=1; }
}
check 'import' im
check 'import' --db x.db im
check '--json' --js
check '--repo --rules' import --r
check '--json' import --repo x --js
check 'a-clone' import --repo a
check '' import --from a
check 'a-clone article.md' import --rules a
check 'a-clone article.md' coverage a
check 'markdown' export --format m
check 'markdown' export --format = m
check 'csv json html markdown' export --format =
check '' gen
found=$(offered browser.bash _mergewindow mergewindow --s)
[[ $found == --screenshot ]] || { echo "bash offers '$found' of the browser" >&2 && status=1; }
found=$(offered browser.bash _mergewindow mergewindow art)
[[ $found == article.md ]] || { echo "bash offers '$found' to be opened" >&2 && status=1; }

# Each option that the help of a command has is offered.
for command in $("$cli" --help | sed -n '/^Subcommands/,$s/^  \([a-z]\+\) .*/\1/p'); do
    check "$command" "$command"
    found=" $(offered cli.bash _mergewindow_cli mergewindow-cli "$command" --) "
    for option in $("$cli" "$command" --help | grep -oE '^ +(-[a-z],)?--[a-z-]+' | grep -oE -- '--[a-z-]+'); do
        [[ $found == *" $option "* ]] || { echo "$command $option is not offered" >&2 && status=1; }
    done
done

if command -v fish >/dev/null; then
    fished=$(fish --no-config -c "source $work/cli.fish; complete -C 'mergewindow-cli export --format m'; \
        complete -C 'mergewindow-cli im'; complete -C 'mergewindow-cli import --re'" | cut -f 1 | xargs)
    [[ $fished == 'markdown import --repo' ]] || { echo "fish offers '$fished'" >&2 && status=1; }
    fish --no-config --no-execute "$work/browser.fish" || status=1
else
    echo 'fish is not here.'
fi
if command -v zsh >/dev/null; then
    zsh --no-rcs -n "$work/cli.zsh" && zsh --no-rcs -n "$work/browser.zsh" || status=1
else
    echo 'zsh is not here.'
fi
exit $status
