#pragma once

#include "changesets/changeset_model.h"
#include "core/row_model.h"
#include "git/diff/patch.h"
#include "store/model/records.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace mw::ui {

/// The files that a commit touched: what happened to each, and its lines where they are counted.
/// GUI thread.
class FileModel : public RowModel<std::vector<store::FileChange>, FileModel> {
    Q_OBJECT

public:
    enum Column { StatusColumn, PathColumn, InsertionsColumn, DeletionsColumn, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole,
        TextColorRole, ///< a TextColor, as int
    };

    using RowModel::RowModel;

    /// sameFiles: only their lines may have changed. With renames, by their new paths: the files
    /// that these were are left out.
    void setFiles(std::vector<store::FileChange> files, bool sameFiles,
                  const std::vector<git::Rename>& renames = {});
    /// Null where the file was not renamed.
    const git::Rename* renameOf(const std::string& path) const;
    const store::FileChange& file(int line) const { return rows()[static_cast<std::size_t>(line)]; }
    /// -1 where there is none of that path.
    int rowOf(const QString& path) const;

    /// "added", "modified", …: git's status letter in a word.
    static QString statusText(char status);

    static int columns() { return ColumnCount; }
    QVariant cell(int line, int column, int role) const;
    QVariant headerCell(int column, int role) const;

private:
    std::unordered_map<std::string, git::Rename> renames_; ///< by new path
};

} // namespace mw::ui
