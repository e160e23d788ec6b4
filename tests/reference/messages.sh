#!/usr/bin/env bash
# What the engine says to a person is data (base/message.h), whose English and German the window and
# the command line make. Fails where src/ throws a sentence, where an error is none of base::Error,
# and where the window shows an exception as it is. That a pattern is a literal with as many places
# as values the compiler sees; which have no German, tests/ui/translations_current.sh.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
status=0
# refuse WHAT PATTERN FOLDER...
refuse() {
    local what=$1 pattern=$2
    shift 2
    if found=$(grep -rnE --include='*.cpp' --include='*.h' "$pattern" "$@"); then
        printf '%s\n%s\n' "$what" "$found"
        status=1
    fi
}
refuse 'Throws a sentence, not a message:' 'throw std::(runtime_error|logic_error|exception)' src
refuse 'No base::Error:' 'public std::(runtime_error|logic_error|exception)' \
    $(find src -name '*.h' ! -path src/base/error.h) $(find src -name '*.cpp')
refuse 'Shown as it is, not by errorText():' '\.what\(\)' ui
exit $status
