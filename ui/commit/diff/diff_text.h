#pragma once

#include "commit/diff/line_changes.h"
#include "git/diff/patch.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace mw::ui {

/// A line of a diff beside its text.
struct DiffLine {
    enum class Kind : std::uint8_t {
        Hunk,
        Context,
        Added,
        Removed,
        Remark,
        Filler, ///< of a side that has nothing beside lines of the other one
    };

    Kind kind = Kind::Context;
    bool inComment = false;           ///< the line begins within a C comment
    int oldNumber = 0, newNumber = 0; ///< 0: not on that side
    /// The words, counted from the sign on, that a changed line does not share with the one that it
    /// replaces or is replaced by; none where it has no such partner.
    std::vector<TextRange> changed{};
    /// Marks that stand for characters which would not be seen, counted as those.
    std::vector<TextRange> marks{};
};

/// A patch as text for a view: one line for each entry of lines, signs in the first column.
/// Characters that would break, hide or reorder a line are shown by marks, as base::visible_text()
/// has them.
struct DiffText {
    QString text;
    std::vector<DiffLine> lines;
    bool isC = false; ///< lines are C, for colouring
};

/// Any thread.
DiffText layOutDiff(const git::FilePatch& patch);

} // namespace mw::ui
