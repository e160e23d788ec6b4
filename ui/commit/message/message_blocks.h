#pragma once

#include <QString>

#include <vector>

namespace mw::ui {

/// A piece of a commit message that is laid out in one way.
struct MessageBlock {
    enum class Kind {
        Prose,    ///< flows; where the author broke a line on purpose, text has a newline
        Code,     ///< fixed width, line for line: code, tables, call traces, diffs
        Quote,    ///< lines that start with '>', as they are
        Item,     ///< of a list: marker, then text that flows; without a marker it goes on
        Heading,  ///< of a list of titles in a merge
        Trailers, ///< line for line
    };

    Kind kind = Kind::Prose;
    QString text;
    QString marker;
    int depth = 0;    ///< of an item, from 0
    bool gap = false; ///< a blank line stands before it
};

/// What a message is made of. merge: lists of titles, by branch or by contributor, as git and pull
/// requests have them. No character but blanks, newlines and the markers of items is lost. Any
/// thread.
std::vector<MessageBlock> messageBlocks(const QString& message, bool merge);

} // namespace mw::ui
