#pragma once

#include "store/model/records.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mw::ui {

enum class ChangeStep { Do, Undo, Redo };

/// What of a commit a person can mark.
enum class MarkField { SectionKey, Bookmark, Read, Color, Note };

/// One thing that a person did to one or many commits, in a form that can be taken back. Made on
/// the GUI thread and handed to the AnnotationService, whose thread alone writes into it, and only
/// until it is done for the first time; then it can be read anywhere.
struct AnnotationChange {
    MarkField field = MarkField::Bookmark;
    /// Which commits: by row of the table, or by id. Rows become ids when it is done.
    std::vector<store::RowId> rows;
    std::vector<std::string> oids;
    /// What the field is to be, one for all commits or one for each; nothing else of it counts.
    std::vector<store::Annotation> wanted;
    /// What was before, one for each of oids.
    std::vector<store::Annotation> before;
    bool refused = false; ///< it could not be done; the GUI thread's
    /// A later step that could not be done, so that the database is where it was before it; the
    /// GUI thread's.
    std::optional<ChangeStep> refusedStep;
};

using PersonalChangePtr = std::shared_ptr<AnnotationChange>;

/// Copies that field alone.
inline void copyField(MarkField field, const store::Annotation& from, store::Annotation& to) {
    switch (field) {
    case MarkField::SectionKey:
        to.place = from.place;
        break;
    case MarkField::Bookmark:
        to.bookmarked = from.bookmarked;
        break;
    case MarkField::Read:
        to.read_at = from.read_at;
        break;
    case MarkField::Color:
        to.colour = from.colour;
        break;
    case MarkField::Note:
        to.note = from.note;
        break;
    }
}

} // namespace mw::ui
