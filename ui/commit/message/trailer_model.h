#pragma once

#include "core/row_model.h"
#include "store/model/records.h"

#include <vector>

namespace mw::ui {

/// The trailers of a message, in its order: "Signed-off-by" and who. Each leads somewhere: to what
/// a person had a part in, to a commit, to an address in the web. GUI thread.
class TrailerModel : public RowModel<std::vector<store::Trailer>, TrailerModel> {
    Q_OBJECT

public:
    enum Column { KeyColumn, ValueColumn, ColumnCount };

    using RowModel::RowModel;

    /// Where a click on a trailer leads.
    struct Target {
        enum class Kind { None, Person, Commit, Web };

        Kind kind = Kind::None;
        QString value; ///< a query, an id, an address
    };
    Target target(int line) const;

    void setTrailers(std::vector<store::Trailer> trailers) {
        replaceRows(std::move(trailers), false);
    }

    static int columns() { return ColumnCount; }
    QVariant cell(int line, int column, int role) const;
    QVariant headerCell(int column, int role) const;
};

} // namespace mw::ui
