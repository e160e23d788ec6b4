#pragma once

#include "core/row_model.h"
#include "store/model/records.h"

#include <vector>

namespace mw::ui {

/// The releases in the database, one line each; the toolbar's combo box shows it. A line's
/// identity is the name: a re-import changes row id and figures alone. GUI thread.
class ReleaseModel : public RowModel<std::vector<store::Release>, ReleaseModel> {
    Q_OBJECT

public:
    enum Role { NameRole = Qt::UserRole };

    using RowModel::RowModel;

    void setReleases(std::vector<store::Release> releases);

    /// -1 where there is none of that name.
    int rowOf(const QString& name) const;

    static int columns() { return 1; }
    QVariant cell(int line, int column, int role) const;
    QVariant headerCell(int column, int role) const;
};

} // namespace mw::ui
