#pragma once

#include "core/row_model.h"
#include "store/model/records.h"

#include <vector>

namespace mw::ui {

/// Every place that a changeset can be put into, in the taxonomy's order: the sections, and in
/// hardware's stead its subgroups. GUI thread.
class SectionChoiceModel : public RowModel<std::vector<classify::SectionKey>, SectionChoiceModel> {
    Q_OBJECT

public:
    /// Title and key together: what a person may type to find the place.
    enum Role { SearchRole = Qt::UserRole };

    explicit SectionChoiceModel(QObject* parent = nullptr);

    const classify::SectionKey& place(int line) const {
        return rows()[static_cast<std::size_t>(line)];
    }
    /// -1 for what is no place of its own.
    int lineOf(const classify::SectionKey& place) const;

    static int columns() { return 1; }
    QVariant cell(int line, int column, int role) const;
    QVariant headerCell(int column, int role) const;
};

} // namespace mw::ui
