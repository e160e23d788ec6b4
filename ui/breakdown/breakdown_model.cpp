#include "breakdown/breakdown_model.h"

#include "text/format.h"

#include <algorithm>

namespace mw::ui {

QString breakdownTitle(Breakdown way) {
    switch (way) {
    case Breakdown::Pulls:
        return BreakdownModel::tr("Pulls");
    case Breakdown::Subsystems:
        return BreakdownModel::tr("Subsystems");
    case Breakdown::People:
        return BreakdownModel::tr("People");
    case Breakdown::Committers:
        return BreakdownModel::tr("Committers");
    case Breakdown::Time:
        break;
    }
    return BreakdownModel::tr("Time");
}

QString breakdownOne(Breakdown way) {
    switch (way) {
    case Breakdown::Pulls:
        return BreakdownModel::tr("Pull");
    case Breakdown::Subsystems:
        return BreakdownModel::tr("Subsystem");
    case Breakdown::People:
        return BreakdownModel::tr("Author");
    case Breakdown::Committers:
        return BreakdownModel::tr("Committer");
    case Breakdown::Time:
        break;
    }
    return BreakdownModel::tr("Landed");
}

namespace {

QString allOfWay(Breakdown way) {
    switch (way) {
    case Breakdown::Pulls:
        return BreakdownModel::tr("All pulls");
    case Breakdown::Subsystems:
        return BreakdownModel::tr("All subsystems");
    case Breakdown::People:
        return BreakdownModel::tr("All authors");
    case Breakdown::Committers:
        return BreakdownModel::tr("All committers");
    case Breakdown::Time:
        break;
    }
    return BreakdownModel::tr("All of the time");
}

} // namespace

void BreakdownModel::setBreakdown(Breakdown way) {
    if (way == way_)
        return;
    way_ = way;
    lines_.clear();
    sum_ = 0;
    sortColumn_ = way == Breakdown::Time ? LabelColumn : CountColumn;
    order_ = way == Breakdown::Time ? Qt::AscendingOrder : Qt::DescendingOrder;
    rebuild();
}

void BreakdownModel::setLines(std::vector<BreakdownRow> lines, std::int64_t total) {
    sum_ = total;
    lines_ = std::move(lines);
    rebuild();
}

void BreakdownModel::setFilter(const QString& words) {
    words_ = words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    rebuild();
}

void BreakdownModel::sort(int column, Qt::SortOrder order) {
    if (column < 0 || column >= ColumnCount || (column == sortColumn_ && order == order_))
        return;
    sortColumn_ = column;
    order_ = order;
    rebuild();
}

bool BreakdownModel::before(const BreakdownRow& left, const BreakdownRow& right) const {
    const auto named = [](const BreakdownRow& one, const BreakdownRow& other) {
        if (one.time != other.time)
            return one.time < other.time;
        return one.label.compare(other.label, Qt::CaseInsensitive) < 0;
    };
    if (sortColumn_ == CountColumn && left.count != right.count)
        return order_ == Qt::AscendingOrder ? left.count < right.count : left.count > right.count;
    // Lines of one count stand in their own order, whichever way the counts go.
    if (sortColumn_ == CountColumn || order_ == Qt::AscendingOrder)
        return named(left, right);
    return named(right, left);
}

void BreakdownModel::rebuild() {
    std::vector<BreakdownRow> shown{{allOfWay(way_), allOfWay(way_), {}, sum_, {}}};
    largest_ = 0;
    for (const BreakdownRow& line : lines_) {
        const bool wanted = std::ranges::all_of(words_, [&line](const QString& word) {
            return line.label.contains(word, Qt::CaseInsensitive) ||
                   line.toolTip.contains(word, Qt::CaseInsensitive);
        });
        if (!wanted)
            continue;
        shown.push_back(line);
        largest_ = std::max(largest_, line.count);
    }
    std::stable_sort(shown.begin() + 1, shown.end(),
                     [this](const BreakdownRow& left, const BreakdownRow& right) {
                         return before(left, right);
                     });
    // Counts alone that differ keep what is selected.
    const bool sameLines =
        std::ranges::equal(shown, rows(), {}, &BreakdownRow::term, &BreakdownRow::term);
    replaceRows(std::move(shown), sameLines);
}

Refinement BreakdownModel::choice(int row) const {
    if (row < 0 || row >= rowCount())
        return {way_, {}, {}};
    const BreakdownRow& line = rows()[static_cast<std::size_t>(row)];
    return {way_, line.term, line.label};
}

int BreakdownModel::rowOf(const QString& term) const {
    const auto found = std::ranges::find(rows(), term, &BreakdownRow::term);
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

QVariant BreakdownModel::cell(int line, int column, int role) const {
    const BreakdownRow& row = rows()[static_cast<std::size_t>(line)];
    switch (role) {
    case Qt::DisplayRole:
        return column == LabelColumn ? row.label : countText(row.count);
    case Qt::ToolTipRole:
        return tr("%1: %2").arg(row.toolTip, countText(row.count));
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(row.label, countText(row.count));
    case Qt::TextAlignmentRole:
        return column == CountColumn ? int(Qt::AlignRight | Qt::AlignVCenter)
                                     : int(Qt::AlignLeft | Qt::AlignVCenter);
    case ShareRole:
        return line == 0 || largest_ == 0 || column != CountColumn
                   ? QVariant()
                   : QVariant(double(row.count) / double(largest_));
    default:
        return {};
    }
}

QVariant BreakdownModel::headerCell(int column, int role) const {
    if (role == Qt::TextAlignmentRole && column == CountColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return column == LabelColumn ? (way_ == Breakdown::Pulls ? tr("Sort by the time of landing")
                                                                 : tr("Sort by this"))
                                     : tr("Sort by the number of changesets");
    if (role != Qt::DisplayRole)
        return {};
    return column == LabelColumn ? breakdownOne(way_) : tr("Count");
}

} // namespace mw::ui
