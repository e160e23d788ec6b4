#!/usr/bin/env bash
# Starts the browser on a display of its own, with neither a database nor a clone nor settings:
# first_start.sh BROWSER COMMAND-LINE
set -euo pipefail
browser=$1 cli=$2

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_RUNTIME_DIR=$work
export QT_QPA_PLATFORM=xcb
unset WAYLAND_DISPLAY

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# start ARGUMENT...: the browser draws itself into window.png and ends.
start() {
    rm -f "$work/window.png"
    xvfb-run --auto-servernum --server-args='-screen 0 1280x800x24' \
        timeout 60 "$browser" --screenshot "$work/window.png" "$@" ||
        fail "The browser ended with status $?: $*"
    # A window without anything in it compresses to a few kilobytes.
    (($(stat --format=%s "$work/window.png") > 20000)) || fail "The window is empty: $*"
}

start
database=$XDG_DATA_HOME/mergewindow/mergewindow.db
[[ -f $database ]] || fail "The first start made no database."
[[ $("$cli" releases) == 'Linux 6.7'* ]] || fail "The bundled release is not there."
[[ $("$cli" check) == ok ]] || fail "The database is not sound."
before=$("$cli" search '' --json | sha256sum)

start
start --release 'Linux 6.7' --filter futex --commit 9f6c532f59b2

# What it is to open, by name: a commit, a document, a release.
printf '# A document on 9f6c532f59b2\n' >"$work/article.md"
start 9f6c532f59b2
start "$work/article.md"
start 'Linux 6.7'
for nothing in v9.9 "$work/no-such-file" "$work" 12x; do
    status=0
    QT_QPA_PLATFORM=offscreen timeout 60 "$browser" "$nothing" 2>"$work/errors" || status=$?
    ((status == 2)) || fail "The browser ended with status $status: $nothing"
    grep -q -e "$nothing" "$work/errors" || fail "It did not say what is wrong with $nothing."
done
[[ $("$cli" search '' --json | sha256sum) == "$before" ]] || fail "The second start changed it."
