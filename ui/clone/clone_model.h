#pragma once

#include "clone/clone_search.h"
#include "core/row_model.h"

#include <vector>

namespace mw::ui {

/// The clones that a search found, in the order of their folders. GUI thread.
class CloneModel : public RowModel<std::vector<FoundClone>, CloneModel> {
    Q_OBJECT

public:
    enum Column { FolderColumn, ReleaseColumn, NewestColumn, SizeColumn, ColumnCount };
    enum Role { FolderRole = Qt::UserRole };

    using RowModel::RowModel;

    void add(const FoundClone& clone);
    void clear() { replaceRows({}, false); }

    static int columns() { return ColumnCount; }
    QVariant cell(int line, int column, int role) const;
    QVariant headerCell(int column, int role) const;
};

} // namespace mw::ui
