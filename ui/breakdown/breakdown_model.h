#pragma once

#include "core/row_model.h"
#include "session/refinement.h"
#include "store/model/records.h"

#include <vector>

namespace mw::ui {

/// One line of a way into the release.
struct BreakdownRow {
    QString label;
    QString toolTip;
    QString term; ///< of the choice; empty: everything
    std::int64_t count = 0;
    std::optional<Seconds> time;
};

/// The lines of one way: 'all' first, then what the words of the quick filter leave, in the order
/// asked for. Two columns: label and count. GUI thread.
class BreakdownModel : public RowModel<std::vector<BreakdownRow>, BreakdownModel> {
    Q_OBJECT

public:
    enum Column { LabelColumn, CountColumn, ColumnCount };
    enum Role { ShareRole = Qt::UserRole }; ///< of the longest bar, from 0 to 1

    using RowModel::RowModel;

    void setBreakdown(Breakdown way);
    /// total: what they are out of; some changesets are in no line.
    void setLines(std::vector<BreakdownRow> lines, std::int64_t total);
    /// Every word must be in the label or the tool tip.
    void setFilter(const QString& words);

    Breakdown way() const { return way_; }
    Refinement choice(int row) const;
    /// -1 where no line has that term.
    int rowOf(const QString& term) const;
    /// Lines without 'all', whatever the filter says.
    std::size_t total() const { return lines_.size(); }

    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    static int columns() { return ColumnCount; }
    QVariant cell(int line, int column, int role) const;
    QVariant headerCell(int column, int role) const;

private:
    void rebuild();
    bool before(const BreakdownRow& left, const BreakdownRow& right) const;

    Breakdown way_ = Breakdown::Pulls;
    std::vector<BreakdownRow> lines_; ///< all of them
    QStringList words_;
    int sortColumn_ = CountColumn;
    Qt::SortOrder order_ = Qt::DescendingOrder;
    std::int64_t sum_ = 0, largest_ = 0;
};

/// "Pulls", and what the line for all of them is called.
QString breakdownTitle(Breakdown way);
QString breakdownOne(Breakdown way); ///< "Pull": the title of what was chosen

} // namespace mw::ui
