#pragma once

#include "store/model/interface_records.h"
#include "table/table.h"

#include <QString>

#include <optional>
#include <vector>

namespace mw::ui {

/// Which changes a table shows; nothing chosen: all.
struct InterfaceChoice {
    std::optional<interfaces::Kind> kind{};
    std::optional<interfaces::Change> change{};

    bool takes(const interfaces::InterfaceChange& row) const {
        return (!kind || row.kind == *kind) && (!change || row.change == *change);
    }
};

/// "Configuration symbols", "New".
QString interfaceKindText(interfaces::Kind kind);
QString interfaceChangeText(interfaces::Change change);

/// A line for each; the name leads to a search for it where one knows its kind, else to the
/// changeset, as the id does.
TableData interfaceSheet(const std::vector<store::InterfaceRow>& rows,
                         const InterfaceChoice& choice, const QString& release);

/// A search for the changesets that made what a table shows: "new:config", or every way in which a
/// kind or a change is there. Empty where all is shown.
QString interfaceQuery(const InterfaceChoice& choice);

} // namespace mw::ui
