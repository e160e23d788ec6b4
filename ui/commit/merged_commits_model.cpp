#include "commit/merged_commits_model.h"

#include "text/format.h"

#include <exception>
#include <utility>

namespace mw::ui {

void MergedCommitsModel::setIds(std::vector<std::string> ids) {
    known_.clear();
    replaceRows(std::move(ids), false);
}

QString MergedCommitsModel::oid(int line) const {
    return toQString(rows()[static_cast<std::size_t>(line)]);
}

const store::CommitRow& MergedCommitsModel::row(int line) const {
    const auto found = known_.constFind(line);
    if (found != known_.constEnd())
        return *found;
    store::CommitRow row;
    try {
        if (lookup_)
            row = lookup_(rows()[static_cast<std::size_t>(line)]).value_or(row);
    } catch (const std::exception&) {
        // A database that cannot be read is told by those who read more of it.
        row = {};
    }
    return *known_.insert(line, row);
}

QVariant MergedCommitsModel::cell(int line, int column, int role) const {
    if (role == Qt::ToolTipRole)
        return oid(line);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case IdColumn:
        return shortOid(oid(line));
    case SubjectColumn:
        return toQString(row(line).subject);
    case AuthorColumn:
        return toQString(row(line).author);
    default:
        return {};
    }
}

QVariant MergedCommitsModel::headerCell(int column, int role) const {
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case IdColumn:
        return tr("Commit");
    case SubjectColumn:
        return tr("Subject");
    default:
        return tr("Author");
    }
}

} // namespace mw::ui
