#include "outline/outline_view.h"

#include "painting/bar_delegate.h"
#include "text/format.h"

#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>
#include <array>

namespace mw::ui {

using store::OutlineKind;
using store::OutlineNode;

namespace {

constexpr int cellMargin = 8;
constexpr int indentLetters = 3;

} // namespace

OutlineView::OutlineView(QWidget* parent) : QTreeView(parent) {
    setModel(&model_);
    setItemDelegate(new BarDelegate(OutlineModel::ShareRole, this));
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setTabKeyNavigation(false);
    setExpandsOnDoubleClick(false);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setStretchLastSection(false);
    header()->setSortIndicator(OutlineModel::LandedColumn, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(header(), &QHeaderView::sectionResized, this, [this](int, int, int width) {
        sizedByHand_ = sizedByHand_ || (!fitting_ && width > 0);
    });
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex& index) {
        if (!restoring_)
            open_.insert(keyOf(index));
    });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex& index) {
        if (!restoring_)
            open_.remove(keyOf(index));
    });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                if (restoring_ || !now.isValid())
                    return;
                current_ = keyOf(now);
                emit nodeChosen(OutlineModel::nodeOf(now));
            });
    connect(&model_, &QAbstractItemModel::modelReset, this, &OutlineView::restore);
    connect(this, &QTreeView::activated, this, &OutlineView::openNode);
    connect(this, &QWidget::customContextMenuRequested, this, &OutlineView::showMenu);
    fitColumns();
}

QString OutlineView::keyOf(const QModelIndex& index) const {
    const auto& nodes = model_.outline().nodes;
    std::size_t at = OutlineModel::nodeOf(index);
    if (nodes[at].kind == OutlineKind::series) // by its first changeset
        return QLatin1Char('s') + toQString(nodes[at + 1].oid);
    return toQString(nodes[at].oid);
}

void OutlineView::setOutline(SharedOutline outline) {
    model_.setOutline(std::move(outline));
    fitColumns();
}

void OutlineView::setHits(const std::optional<IdList>& hits) {
    model_.setHits(hits);
    fitColumns();
}

void OutlineView::restore() {
    const QScopedValueRollback guard(restoring_, true);
    openAgain({});
    if (current_.isEmpty())
        return;
    const bool series = current_.startsWith(QLatin1Char('s'));
    auto found = model_.outline().find(
        std::string_view((series ? current_.mid(1) : current_).toStdString()));
    if (found && series)
        found = model_.outline().nodes[*found].parent;
    const QModelIndex again = found ? model_.indexOf(*found) : QModelIndex();
    if (again.isValid()) {
        setCurrentIndex(again);
        scrollTo(again);
    }
}

void OutlineView::openAgain(const QModelIndex& above) {
    if (open_.isEmpty())
        return;
    for (int row = 0; row < model_.rowCount(above); ++row) {
        const QModelIndex index = model_.index(row, 0, above);
        if (!model_.hasChildren(index) || !open_.contains(keyOf(index)))
            continue;
        expand(index);
        openAgain(index);
    }
}

bool OutlineView::reveal(std::string_view oid) {
    const auto node = model_.outline().find(oid);
    const QModelIndex index = node ? model_.indexOf(*node) : QModelIndex();
    if (!index.isValid())
        return false;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        expand(above);
    setCurrentIndex(index);
    scrollTo(index, PositionAtCenter);
    return true;
}

void OutlineView::openNode(const QModelIndex& index) {
    const OutlineNode& node = model_.node(index);
    if (!node.oid.empty())
        emit commitRequested(toQString(node.oid));
    else
        setExpanded(index.siblingAtColumn(0), !isExpanded(index.siblingAtColumn(0)));
}

void OutlineView::showMenu(const QPoint& place) {
    const QModelIndex index = indexAt(place).isValid() ? indexAt(place) : currentIndex();
    if (!index.isValid())
        return;
    const OutlineNode& node = model_.node(index);
    QMenu menu(this);
    if (!node.oid.empty())
        menu.addAction(tr("&Open as a commit"), this, [this, index] { openNode(index); });
    if (node.kind == OutlineKind::pull)
        menu.addAction(tr("&List its changesets"), this, [this, &node] {
            emit mergedCommitsRequested(toQString(node.oid), pullLabel(node.title));
        });
    if (model_.hasChildren(index.siblingAtColumn(0))) {
        menu.addAction(tr("Open &all below it"), this,
                       [this, index] { expandRecursively(index.siblingAtColumn(0)); });
        menu.addAction(tr("&Close it"), this,
                       [this, index] { collapse(index.siblingAtColumn(0)); });
    }
    menu.exec(viewport()->mapToGlobal(place));
}

void OutlineView::fitColumns() {
    using Widths = std::array<int, OutlineModel::ColumnCount>;
    // In letters, by column.
    static constexpr Widths wanted{60, 11, 11, 7, 18, 26, 26}, least{40, 11, 11, 7, 16, 18, 16};
    if (sizedByHand_)
        return;
    const auto pixels = [this](int letters) {
        return fontMetrics().averageCharWidth() * letters + 2 * cellMargin;
    };
    // At least the title, in whatever language, and the arrow that says that it is sorted by it.
    const auto pixelsOf = [&](const Widths& widths, std::size_t column) {
        const int number = static_cast<int>(column);
        const auto title = model_.headerData(number, Qt::Horizontal, Qt::DisplayRole).toString();
        return std::max(pixels(widths[column]),
                        header()->fontMetrics().horizontalAdvance(title) + 2 * cellMargin +
                            style()->pixelMetric(QStyle::PM_HeaderMarkSize));
    };
    const auto& root = model_.outline().nodes.front();
    std::array<bool, OutlineModel::ColumnCount> shown;
    shown.fill(true);
    shown[OutlineModel::HitsColumn] = model_.hasHits();
    shown[OutlineModel::LinesColumn] = root.insertions.has_value();
    const auto sum = [&](const Widths& widths) {
        int all = 0;
        for (std::size_t column = 0; column < shown.size(); ++column)
            all += shown[column] ? pixelsOf(widths, column) : 0;
        return all;
    };
    const int room = viewport()->width();
    for (const std::size_t column : {OutlineModel::PeopleColumn, OutlineModel::LandedColumn,
                                     OutlineModel::SectionColumn, OutlineModel::LinesColumn})
        if (sum(least) > room)
            shown[column] = false;
    const bool tight = sum(wanted) > room;
    fitting_ = true;
    int others = 0;
    for (std::size_t column = 1; column < shown.size(); ++column) {
        const int width = pixelsOf(tight ? least : wanted, column);
        setColumnHidden(static_cast<int>(column), !shown[column]);
        header()->resizeSection(static_cast<int>(column), width);
        others += shown[column] ? width : 0;
    }
    header()->resizeSection(OutlineModel::TitleColumn,
                            std::max(pixels(indentLetters * 8), room - others));
    fitting_ = false;
}

void OutlineView::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    fitColumns();
}

} // namespace mw::ui
