#pragma once

#include "core/row_model.h"
#include "store/model/records.h"

#include <QHash>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mw::ui {

/// What a merge brought, in landing order: ids, and for the lines that a view asks for what the
/// database says of them. GUI thread.
class MergedCommitsModel : public RowModel<std::vector<std::string>, MergedCommitsModel> {
    Q_OBJECT

public:
    enum Column { IdColumn, SubjectColumn, AuthorColumn, ColumnCount };
    /// May throw: then the line shows its id alone.
    using Lookup = std::function<std::optional<store::CommitRow>(const std::string& oid)>;

    using RowModel::RowModel;

    void setLookup(Lookup lookup) { lookup_ = std::move(lookup); }
    void setIds(std::vector<std::string> ids);
    QString oid(int line) const;

    static int columns() { return ColumnCount; }
    QVariant cell(int line, int column, int role) const;
    QVariant headerCell(int column, int role) const;

private:
    const store::CommitRow& row(int line) const;

    Lookup lookup_;
    mutable QHash<int, store::CommitRow> known_;
};

} // namespace mw::ui
