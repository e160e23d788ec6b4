#include "table/table_view.h"

#include "core/limits.h"
#include "painting/colors.h"
#include "table/table_delegate.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace mw::ui {

namespace {

/// Rows looked at for a column's width: enough for a screen, few enough to take no time.
constexpr int rowsMeasured = 60;
constexpr int widestLetters = 60, narrowestLetters = 10, barLetters = 24;

} // namespace

TableView::TableView(QWidget* parent) : QTableView(parent) {
    proxy_.setSourceModel(&model_);
    proxy_.setSortRole(TableModel::OrderRole);
    QTableView::setModel(&proxy_);
    setItemDelegate(new TableDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setAlternatingRowColors(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSortingEnabled(true);
    setMouseTracking(true);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(false);
    horizontalHeader()->setSortIndicatorClearable(true);
    fitRows();
    connect(this, &QTableView::activated, this, &TableView::follow);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex& index) {
        // With Ctrl or Shift a person selects.
        if (QApplication::keyboardModifiers() == Qt::NoModifier &&
            !style()->styleHint(QStyle::SH_ItemView_ActivateItemOnSingleClick, nullptr, this))
            follow(index);
    });
}

void TableView::setSheet(TableData sheet) {
    const auto titles = [](const TableData& of) {
        QStringList list;
        for (const TableColumn& column : of.columns)
            list << column.title;
        return list;
    };
    const bool sameColumns = titles(sheet) == titles(model_.sheet());
    model_.setSheet(std::move(sheet));
    if (!sameColumns)
        sortByColumn(-1, Qt::AscendingOrder);
    // Titles over nothing tell nothing.
    horizontalHeader()->setVisible(model_.rowCount() > 0);
    measureColumns();
    fitColumns();
    emit rowsChanged(proxy_.rowCount(), model_.rowCount());
}

void TableView::setWords(const QString& words) {
    proxy_.setText(words);
    emit rowsChanged(proxy_.rowCount(), model_.rowCount());
}

QString TableView::text(bool selectedOnly) const {
    QModelIndexList rows;
    if (selectedOnly) {
        rows = selectionModel()->selectedRows();
        std::ranges::sort(rows, {}, [](const QModelIndex& index) { return index.row(); });
    } else {
        for (int row = 0; row < proxy_.rowCount(); ++row)
            rows << proxy_.index(row, 0);
    }
    QStringList lines, cells;
    for (int column = 0; column < model_.columnCount(); ++column)
        cells << model_.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    lines << cells.join(QLatin1Char('\t'));
    for (const QModelIndex& row : rows) {
        cells.clear();
        for (int column = 0; column < model_.columnCount(); ++column)
            cells << row.siblingAtColumn(column).data().toString().simplified();
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void TableView::copySelection() {
    QApplication::clipboard()->setText(text(selectionModel()->selectedRows().size() > 1));
}

void TableView::copyAll() {
    QApplication::clipboard()->setText(text(false));
}

void TableView::follow(const QModelIndex& index) {
    const QVariant target = index.data(TableModel::TargetRole);
    if (target.isValid())
        emit followed(target.value<TableTarget>());
}

void TableView::fitRows() {
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    verticalHeader()->setMinimumSectionSize(fontMetrics().height());
}

void TableView::measureColumns() {
    const QFontMetrics metrics = fontMetrics();
    const int letter = metrics.averageCharWidth(), room = 2 * letter + 4;
    widths_.assign(static_cast<std::size_t>(model_.columnCount()), {});
    const int rows = std::min(rowsMeasured, model_.rowCount());
    for (int column = 0; column < model_.columnCount(); ++column) {
        Width& width = widths_[static_cast<std::size_t>(column)];
        const int head = horizontalHeader()->fontMetrics().horizontalAdvance(
            model_.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        width.least = head + room;
        width.wanted = head + 3 * letter; // room for the arrow of the order
        for (int row = 0; row < rows; ++row) {
            const QModelIndex index = model_.index(row, column);
            width.wanted = std::max(width.wanted, metrics.horizontalAdvance(cutText(
                                                      index.data().toString(), 2 * widestLetters)));
            width.bars = width.bars || index.data(TableModel::ShareRole).toReal() != 0;
        }
        width.wanted = std::min(width.wanted, widestLetters * letter) + room;
    }
}

void TableView::fitColumns() {
    if (widths_.empty())
        return;
    const int letter = fontMetrics().averageCharWidth(), whole = viewport()->width();
    // Where there is little room, the widest give way first, all down to the same width or to that
    // of their head.
    int most = 0;
    for (const Width& width : widths_)
        most = std::max(most, width.wanted);
    const auto sum = [this](int limit) {
        return std::accumulate(
            widths_.begin(), widths_.end(), 0,
            [limit](int all, const Width& width) { return all + width.within(limit); });
    };
    while (most > narrowestLetters * letter && sum(most) > whole)
        --most;
    // Where there is much, bars get some of it, and the first of the widest columns the rest.
    int spare = std::max(0, whole - sum(most));
    const auto bars = std::ranges::count_if(widths_, &Width::bars);
    const int more =
        bars == 0 ? 0 : std::min<int>(spare / 2 / static_cast<int>(bars), barLetters * letter);
    const auto widest = std::ranges::max_element(widths_, {}, &Width::wanted);
    spare -= more * static_cast<int>(bars);
    for (auto width = widths_.begin(); width != widths_.end(); ++width)
        setColumnWidth(static_cast<int>(width - widths_.begin()),
                       width->within(most) + (width->bars ? more : 0) +
                           (width == widest ? spare : 0));
}

void TableView::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    if (proxy_.rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(paletteColor(TextColor::Dimmed, palette(), QPalette::Active));
    const int margin = fontMetrics().height();
    painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin),
                     Qt::AlignCenter | Qt::TextWordWrap,
                     model_.rowCount() > 0 ? tr("No line has these words.")
                                           : model_.sheet().emptyText);
}

void TableView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitColumns();
}

void TableView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else
        QTableView::keyPressEvent(event);
}

void TableView::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    const QModelIndex index =
        event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    QAction* const show = menu.addAction(tr("&Show these changesets"));
    show->setEnabled(index.data(TableModel::TargetRole).isValid());
    menu.addSeparator();
    QAction* const lines = menu.addAction(tr("&Copy the selected lines"));
    lines->setEnabled(!selectionModel()->selectedRows().isEmpty());
    QAction* const all = menu.addAction(tr("Copy the whole &table"));
    const QAction* const chosen = menu.exec(event->globalPos());
    if (chosen == show)
        follow(index);
    else if (chosen == lines)
        QApplication::clipboard()->setText(text(true));
    else if (chosen == all)
        copyAll();
}

void TableView::mouseMoveEvent(QMouseEvent* event) {
    const bool leads = indexAt(event->pos()).data(TableModel::TargetRole).isValid();
    viewport()->setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTableView::mouseMoveEvent(event);
}

void TableView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    fitRows();
    measureColumns();
    fitColumns();
}

} // namespace mw::ui
