#pragma once

#include "store/model/records.h"

#include <QFlags>
#include <QString>

namespace mw::ui {

/// What a row of the table carries besides its text; the colour is apart.
enum class RowMark {
    Bookmarked = 1,
    Noted = 2,
    OwnSection = 4,   ///< in a section of the person's own choice
    AddsHardware = 8, ///< drives what Linux did not drive before
    Unseen = 16,      ///< came since the person's last look
    Starred = 32,     ///< of a subsystem, path or person that has a star
};
Q_DECLARE_FLAGS(RowMarks, RowMark)
Q_DECLARE_OPERATORS_FOR_FLAGS(RowMarks)

inline RowMarks marksOf(const std::optional<store::Annotation>& personal) {
    RowMarks marks;
    if (!personal)
        return marks;
    marks.setFlag(RowMark::Bookmarked, personal->bookmarked);
    marks.setFlag(RowMark::Noted, !personal->note.empty());
    marks.setFlag(RowMark::OwnSection, personal->place.has_value());
    return marks;
}

inline RowMarks marksOf(const store::CommitRow& row) {
    RowMarks marks = marksOf(row.personal);
    marks.setFlag(RowMark::AddsHardware, row.adds.has_value());
    marks.setFlag(RowMark::Starred, row.starred);
    return marks;
}

/// Colors that a person can give a commit, counted from 0.
constexpr int markColours = 6;

/// "Red"; a word of its own for what a newer version knows.
QString markColorName(int colour);

/// The marks as words: "red, bookmarked, note"; what a screen reader says of them.
QString marksText(RowMarks marks, int colour);

/// An index of the palette; -1 for none.
inline int colorOf(const std::optional<store::Annotation>& personal) {
    return personal ? personal->colour.value_or(-1) : -1;
}

} // namespace mw::ui
