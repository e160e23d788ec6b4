#pragma once

#include "core/row_model.h"
#include "store/stats/breakdowns.h"

#include <QString>

#include <vector>

namespace mw::ui {

/// One pull as the table shows it.
struct PullLine {
    store::Pull pull;
    std::optional<std::int64_t> insertions, deletions;
    QString branch; ///< branches or the tag that were pulled; the whole title where it names none
    QString tree;   ///< without the host
};

/// What the store says of a pull, in words. Any thread.
PullLine lineOf(const store::PullFigures& figures);

/// The pulls of a release, in landing order unless a column is asked for. GUI thread.
class PullModel : public RowModel<std::vector<PullLine>, PullModel> {
    Q_OBJECT

public:
    enum Column {
        LandedColumn,
        TreeColumn,
        BranchColumn,
        ChangesetsColumn,
        ShareColumn,
        LinesColumn,
        SectionColumn,
        ColumnCount
    };
    enum Role { ShareRole = Qt::UserRole }; ///< of the largest pull, from 0 to 1

    using RowModel::RowModel;

    /// In landing order. changesets: of the release at that moment.
    void setPulls(std::vector<PullLine> pulls, std::int64_t changesets);
    /// Every word must be in the title, which has tree, branch and tag, or in the section.
    void setFilter(const QString& words);

    const PullLine& line(int row) const { return rows()[static_cast<std::size_t>(row)]; }
    int rowOf(const std::string& oid) const;
    std::size_t total() const { return pulls_.size(); }
    std::int64_t brought() const; ///< by all pulls

    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    static int columns() { return ColumnCount; }
    QVariant cell(int line, int column, int role) const;
    QVariant headerCell(int column, int role) const;

private:
    void rebuild();
    QVariant text(const PullLine& line, int column) const;
    QString shareText(const PullLine& line) const;

    std::vector<PullLine> pulls_; ///< all of them
    QStringList words_;
    std::int64_t changesets_ = 0, largest_ = 0;
    int sortColumn_ = LandedColumn;
    Qt::SortOrder order_ = Qt::AscendingOrder;
};

} // namespace mw::ui
