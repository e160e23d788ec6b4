#!/usr/bin/env bash
# What the engine says to a person is data (base/message.h), whose English and German the window and
# the command line make. Fails where src/ throws a sentence, where an error is none of base::Error,
# and where the window shows an exception as it is; also where a program is started by anything but
# base/system/run_process.h. That a pattern is a literal with as many places as values the compiler sees;
# which have no German, tests/ui/translations_current.sh.
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
# base/system/run_process.h starts what the program needs. A desktop is asked for its editor of text files,
# whose file a person opens then, in one place of the window.
refuse 'Starts a program, which base/system/run_process.h is for:' \
    '(^|[^:[:alnum:]_])(std::)?(v?fork|f?exec(l|v)p?e?|posix_spawnp?|popen|system)\(|QProcess' \
    $(find src ui -name '*.cpp' ! -path src/base/system/run_process.cpp \
        ! -path ui/annotations/own_rules.cpp) $(find src ui -name '*.h')
refuse 'Shown as it is, not by errorText():' '\.what\(\)' ui
exit $status
