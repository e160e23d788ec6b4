#include "breakdown/way_model.h"

#include "text/format.h"

#include <algorithm>

namespace mw::ui {

QString wayTitle(Way way) {
    switch (way) {
    case Way::Pulls:
        return WayModel::tr("Pulls");
    case Way::Subsystems:
        return WayModel::tr("Subsystems");
    case Way::People:
        return WayModel::tr("People");
    case Way::Committers:
        return WayModel::tr("Committers");
    case Way::Time:
        break;
    }
    return WayModel::tr("Time");
}

QString wayOne(Way way) {
    switch (way) {
    case Way::Pulls:
        return WayModel::tr("Pull");
    case Way::Subsystems:
        return WayModel::tr("Subsystem");
    case Way::People:
        return WayModel::tr("Author");
    case Way::Committers:
        return WayModel::tr("Committer");
    case Way::Time:
        break;
    }
    return WayModel::tr("Landed");
}

namespace {

QString allOfWay(Way way) {
    switch (way) {
    case Way::Pulls:
        return WayModel::tr("All pulls");
    case Way::Subsystems:
        return WayModel::tr("All subsystems");
    case Way::People:
        return WayModel::tr("All authors");
    case Way::Committers:
        return WayModel::tr("All committers");
    case Way::Time:
        break;
    }
    return WayModel::tr("All of the time");
}

} // namespace

void WayModel::setWay(Way way) {
    if (way == way_)
        return;
    way_ = way;
    lines_.clear();
    sum_ = 0;
    sortColumn_ = way == Way::Time ? LabelColumn : CountColumn;
    order_ = way == Way::Time ? Qt::AscendingOrder : Qt::DescendingOrder;
    rebuild();
}

void WayModel::setLines(std::vector<WayLine> lines, std::int64_t total) {
    sum_ = total;
    lines_ = std::move(lines);
    rebuild();
}

void WayModel::setFilter(const QString& words) {
    words_ = words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    rebuild();
}

void WayModel::sort(int column, Qt::SortOrder order) {
    if (column < 0 || column >= ColumnCount || (column == sortColumn_ && order == order_))
        return;
    sortColumn_ = column;
    order_ = order;
    rebuild();
}

bool WayModel::before(const WayLine& left, const WayLine& right) const {
    const auto named = [](const WayLine& one, const WayLine& other) {
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

void WayModel::rebuild() {
    std::vector<WayLine> shown{{allOfWay(way_), allOfWay(way_), {}, sum_, {}}};
    largest_ = 0;
    for (const WayLine& line : lines_) {
        const bool wanted = std::ranges::all_of(words_, [&line](const QString& word) {
            return line.label.contains(word, Qt::CaseInsensitive) ||
                   line.toolTip.contains(word, Qt::CaseInsensitive);
        });
        if (!wanted)
            continue;
        shown.push_back(line);
        largest_ = std::max(largest_, line.count);
    }
    std::stable_sort(
        shown.begin() + 1, shown.end(),
        [this](const WayLine& left, const WayLine& right) { return before(left, right); });
    // Counts alone that differ keep what is selected.
    const bool sameLines = std::ranges::equal(shown, rows(), {}, &WayLine::term, &WayLine::term);
    replaceRows(std::move(shown), sameLines);
}

WayChoice WayModel::choice(int row) const {
    if (row < 0 || row >= rowCount())
        return {way_, {}, {}};
    const WayLine& line = rows()[static_cast<std::size_t>(row)];
    return {way_, line.term, line.label};
}

int WayModel::rowOf(const QString& term) const {
    const auto found = std::ranges::find(rows(), term, &WayLine::term);
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

QVariant WayModel::cell(int line, int column, int role) const {
    const WayLine& row = rows()[static_cast<std::size_t>(line)];
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

QVariant WayModel::headerCell(int column, int role) const {
    if (role == Qt::TextAlignmentRole && column == CountColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return column == LabelColumn
                   ? (way_ == Way::Pulls ? tr("Sort by the time of landing") : tr("Sort by this"))
                   : tr("Sort by the number of changesets");
    if (role != Qt::DisplayRole)
        return {};
    return column == LabelColumn ? wayOne(way_) : tr("Count");
}

} // namespace mw::ui
