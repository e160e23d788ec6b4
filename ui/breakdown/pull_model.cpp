#include "breakdown/pull_model.h"

#include "text/format.h"

#include <algorithm>

namespace mw::ui {

namespace {

/// What git.kernel.org calls the tree: without host and folders that all have in common.
QString treeLabel(QString tree) {
    for (const QLatin1String front : {QLatin1String("scm/linux/kernel/git/"),
                                      QLatin1String("linux/kernel/git/"), QLatin1String("://")})
        if (const auto at = tree.indexOf(front); at >= 0)
            tree = tree.mid(at + front.size());
    if (tree.endsWith(QLatin1String(".git")))
        tree.chop(4);
    return tree;
}

/// "x86-cpu-for-linus" of "Merge branch 'x86-cpu-for-linus' of git://…", "a, b" of two branches.
QString branchLabel(const store::Pull& pull) {
    const QString title = toQString(pull.title);
    if (pull.tree.empty() && pull.tag.empty())
        return title;
    if (!pull.tag.empty())
        return toQString(pull.tag);
    QStringList names;
    for (qsizetype at = title.indexOf(QLatin1Char('\'')); at >= 0;) {
        const qsizetype end = title.indexOf(QLatin1Char('\''), at + 1);
        if (end < 0)
            break;
        names << title.mid(at + 1, end - at - 1);
        at = title.indexOf(QLatin1Char('\''), end + 1);
    }
    return names.isEmpty() ? PullModel::tr("its main branch") : names.join(QStringLiteral(", "));
}

std::int64_t changedLines(const PullLine& line) {
    return line.insertions.value_or(-1) + line.deletions.value_or(0);
}

int pullAlignment(int column) {
    return column == PullModel::ChangesetsColumn || column == PullModel::LinesColumn
               ? int(Qt::AlignRight | Qt::AlignVCenter)
               : int(Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace

PullLine lineOf(const store::PullFigures& figures) {
    return {figures.pull, figures.insertions, figures.deletions, branchLabel(figures.pull),
            treeLabel(toQString(figures.pull.tree))};
}

void PullModel::setPulls(std::vector<PullLine> pulls, std::int64_t changesets) {
    pulls_ = std::move(pulls);
    changesets_ = changesets;
    rebuild();
}

void PullModel::setFilter(const QString& words) {
    words_ = words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    rebuild();
}

void PullModel::sort(int column, Qt::SortOrder order) {
    if (column < 0 || column >= ColumnCount || (column == sortColumn_ && order == order_))
        return;
    sortColumn_ = column;
    order_ = order;
    rebuild();
}

void PullModel::rebuild() {
    largest_ = 0;
    std::vector<PullLine> shown;
    for (const PullLine& line : pulls_) {
        largest_ = std::max(largest_, line.pull.changesets);
        const bool wanted = std::ranges::all_of(words_, [&line](const QString& word) {
            return toQString(line.pull.title).contains(word, Qt::CaseInsensitive) ||
                   placeTitle(line.pull.place).contains(word, Qt::CaseInsensitive);
        });
        if (wanted)
            shown.push_back(line);
    }
    const auto by = [&](auto key) {
        if (order_ == Qt::AscendingOrder)
            std::ranges::stable_sort(shown, std::ranges::less(), key);
        else
            std::ranges::stable_sort(shown, std::ranges::greater(), key);
    };
    switch (sortColumn_) {
    case LandedColumn:
        // As they came: several can have landed in one second.
        if (order_ == Qt::DescendingOrder)
            std::ranges::reverse(shown);
        break;
    case BranchColumn:
        by([](const PullLine& line) { return line.branch.toCaseFolded(); });
        break;
    case TreeColumn:
        by([](const PullLine& line) { return line.tree.toCaseFolded(); });
        break;
    case LinesColumn:
        by(changedLines);
        break;
    case SectionColumn:
        by([](const PullLine& line) { return line.pull.place; });
        break;
    default:
        by([](const PullLine& line) { return line.pull.changesets; });
    }
    const auto oid = [](const PullLine& line) { return line.pull.oid; };
    const bool sameLines = std::ranges::equal(shown, rows(), {}, oid, oid);
    replaceRows(std::move(shown), sameLines);
}

int PullModel::rowOf(const std::string& oid) const {
    const auto found = std::ranges::find(
        rows(), oid, [](const PullLine& line) { return std::string_view(line.pull.oid); });
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

std::int64_t PullModel::brought() const {
    std::int64_t sum = 0;
    for (const PullLine& line : pulls_)
        sum += line.pull.changesets;
    return sum;
}

QString PullModel::shareText(const PullLine& line) const {
    if (changesets_ == 0)
        return {};
    const double percent = 100.0 * double(line.pull.changesets) / double(changesets_);
    return tr("%1 %").arg(percent, 0, 'f', percent < 10 ? 1 : 0);
}

QVariant PullModel::text(const PullLine& line, int column) const {
    switch (column) {
    case LandedColumn:
        return dateText(line.pull.landed_time);
    case BranchColumn:
        return line.branch;
    case TreeColumn:
        return line.tree;
    case ChangesetsColumn:
        return countText(line.pull.changesets);
    case ShareColumn:
        return shareText(line);
    case LinesColumn:
        return line.insertions
                   ? QStringLiteral("+%1 −%2").arg(countText(*line.insertions),
                                                   countText(line.deletions.value_or(0)))
                   : QString();
    case SectionColumn:
        return placeLabel(line.pull.place);
    default:
        return {};
    }
}

QVariant PullModel::cell(int row, int column, int role) const {
    const PullLine& line = this->line(row);
    switch (role) {
    case Qt::DisplayRole:
        return text(line, column);
    case Qt::ToolTipRole:
        if (column == LandedColumn)
            return timeText(line.pull.landed_time);
        if (column == BranchColumn)
            return toQString(line.pull.title);
        return column == TreeColumn ? toQString(line.pull.tree) : QVariant();
    case Qt::TextAlignmentRole:
        return pullAlignment(column);
    case ShareRole:
        return column == ShareColumn && largest_ > 0
                   ? QVariant(double(line.pull.changesets) / double(largest_))
                   : QVariant();
    default:
        return {};
    }
}

QVariant PullModel::headerCell(int column, int role) const {
    if (role == Qt::TextAlignmentRole)
        return pullAlignment(column);
    if (role == Qt::ToolTipRole && column == ShareColumn)
        return tr("Of the release's changesets");
    if (role == Qt::ToolTipRole && column == SectionColumn)
        return tr("Where most of its changesets are");
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case LandedColumn:
        return tr("Landed");
    case TreeColumn:
        return tr("Tree");
    case BranchColumn:
        return tr("Branch or tag");
    case ChangesetsColumn:
        return tr("Changesets");
    case ShareColumn:
        return tr("Share");
    case LinesColumn:
        return tr("Lines");
    default:
        return tr("Mostly");
    }
}

} // namespace mw::ui
