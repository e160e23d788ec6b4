#include "views/changeset_panel.h"

#include "text/format.h"
#include "ui_changeset_panel.h"
#include "views/changeset_view.h"

#include <QAction>
#include <QDataStream>
#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <utility>

namespace mw::ui {

namespace {

/// Widths in digits of the table's font, by column.
constexpr std::array<int, ChangesetModel::ColumnCount> columnWidths{36, 17, 11, 11, 22, 18, 20,
                                                                    14, 6,  8,  8,  6,  9,  12};
constexpr int wideSection = 30;
/// So far they give way in a small window.
constexpr std::array<int, ChangesetModel::ColumnCount> leastWidths{15, 7, 11, 11, 8, 8, 5,
                                                                   13, 5, 7,  7,  5, 4, 9};
constexpr int mostRanges = 1'000;

/// A value as the query language quotes it.
QString quoted(const std::string& value) {
    QString text = toQString(value);
    text.remove(QLatin1Char('"'));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

} // namespace

ChangesetPanel::ChangesetPanel(QWidget* parent)
    : QWidget(parent), ui_(std::make_unique<Ui::ChangesetPanel>()) {
    ui_->setupUi(this);
    ChangesetView* const view = ui_->view;
    view->setModel(&model_);
    setFocusProxy(view);
    resetColumns();
    view->setSortingEnabled(true);
    fillColumnMenu();

    connect(&model_, &ChangesetModel::sortRequested, this, &ChangesetPanel::sortRequested);
    // A key selects a line before it makes it current, a mouse afterwards.
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ChangesetPanel::choose);
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        choose(ui_->view->currentIndex());
        emit selectionChanged();
    });
    connect(view->header(), &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (fitting_ || width == 0)
            return;
        wanted_[column] = width;
        fitted_ = fitted_ && column != ChangesetModel::SubjectColumn;
    });
    view->viewport()->installEventFilter(this);
    connect(view, &ChangesetView::menuRequested, this, &ChangesetPanel::showContextMenu);
    connect(view->header(), &QWidget::customContextMenuRequested, this,
            [this](QPoint place) { columnMenu_.popup(ui_->view->header()->mapToGlobal(place)); });
    connect(view, &ChangesetView::typeAheadRequested, this, [this](int from, const QString& start) {
        emit typeAheadRequested(model_.ids(), from, start);
    });
}

ChangesetPanel::~ChangesetPanel() = default;

void ChangesetPanel::setIds(const IdList& ids, bool fresh) {
    const int scrolled = ui_->view->verticalScrollBar()->value();
    const int line = ui_->view->currentIndex().row();
    const std::vector<store::RowId> selected = fresh ? std::vector<store::RowId>() : selectedRows();
    model_.setIds(ids);
    setCurrent(current_);
    if (!fresh)
        selectAgain(selected, line);
    if (fresh && !ui_->view->currentIndex().isValid())
        ui_->view->scrollToTop();
    else if (!fresh)
        ui_->view->verticalScrollBar()->setValue(scrolled);
}

std::vector<store::RowId> ChangesetPanel::selectedRows() const {
    // By range: Qt's own list asks for each line of a whole history whether it is selected.
    std::vector<std::pair<int, int>> ranges;
    for (const QItemSelectionRange& range : ui_->view->selectionModel()->selection())
        ranges.emplace_back(range.top(), range.bottom());
    std::ranges::sort(ranges);
    std::vector<store::RowId> rows;
    int next = 0;
    for (const auto& [first, last] : ranges)
        for (next = std::max(next, first); next <= last; ++next)
            rows.push_back(model_.idAt(next));
    return rows;
}

std::optional<store::CommitRow> ChangesetPanel::currentRow() const {
    const QModelIndex index = ui_->view->currentIndex();
    if (!index.isValid() || !ui_->view->selectionModel()->isSelected(index))
        return std::nullopt;
    return model_.row(index.row());
}

/// The lines of those rows, run by run. Nothing where they are too scattered: a selection of
/// thousands of ranges takes seconds.
QItemSelection ChangesetPanel::linesOf(std::vector<store::RowId> rows) const {
    std::ranges::sort(rows);
    const auto ids = model_.ids().span();
    const auto wanted = [&](int line) {
        return std::ranges::binary_search(rows, ids[static_cast<std::size_t>(line)]);
    };
    QItemSelection lines;
    for (int first = 0; first < model_.rowCount(); ++first) {
        int end = first;
        while (end < model_.rowCount() && wanted(end))
            ++end;
        if (end > first)
            lines.select(model_.index(first, 0), model_.index(end - 1, 0));
        if (lines.size() > mostRanges)
            return {};
        first = end;
    }
    return lines;
}

/// What was selected and is still there; where the line that was current is not, the line that
/// came into its place is where the arrow keys go on from, without being opened.
void ChangesetPanel::selectAgain(const std::vector<store::RowId>& rows, int line) {
    QItemSelectionModel* const selection = ui_->view->selectionModel();
    if (rows.size() > 1) {
        selection->select(linesOf(rows), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    if (!selection->currentIndex().isValid() && line >= 0 && model_.rowCount() > 0)
        selection->setCurrentIndex(
            model_.index(std::min(line, model_.rowCount() - 1), ChangesetModel::SubjectColumn),
            QItemSelectionModel::NoUpdate);
}

void ChangesetPanel::setCurrent(store::RowId id) {
    const bool same = std::exchange(current_, id) == id;
    const int line = id == 0 ? -1 : model_.lineOf(id);
    if (line < 0 && same && !currentRow())
        return;
    if (line < 0) {
        ui_->view->clearSelection();
        ui_->view->setCurrentIndex({});
        return;
    }
    if (ui_->view->currentIndex().row() == line)
        return;
    const QModelIndex index = model_.index(line, ChangesetModel::SubjectColumn);
    const bool seen = ui_->view->viewport()->rect().contains(ui_->view->visualRect(index));
    ui_->view->setCurrentIndex(index);
    // What was opened from elsewhere is shown among its neighbours, not at the edge.
    if (!seen)
        ui_->view->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void ChangesetPanel::setCurrentLine(int line) {
    ui_->view->setCurrentIndex(model_.index(line, ChangesetModel::SubjectColumn));
}

bool ChangesetPanel::canStep(int lines) const {
    const int line = ui_->view->currentIndex().row() + lines;
    return line >= 0 && line < model_.rowCount();
}

void ChangesetPanel::step(int lines) {
    if (canStep(lines))
        setCurrentLine(ui_->view->currentIndex().row() + lines);
}

void ChangesetPanel::setEmptyText(const QString& text) {
    ui_->view->setEmptyText(text);
}

void ChangesetPanel::focusTable() {
    ui_->view->setFocus(Qt::ShortcutFocusReason);
    // The view makes a line current by itself, without selecting it.
    if (!currentRow() && model_.rowCount() > 0)
        setCurrentLine(std::max(0, ui_->view->currentIndex().row()));
}

void ChangesetPanel::choose(const QModelIndex& index) {
    // A view that gets the focus makes a line current by itself, without selecting it.
    if (!index.isValid() || !ui_->view->selectionModel()->isSelected(index))
        return;
    const store::RowId id = model_.idAt(index.row());
    if (id == current_)
        return;
    const store::CommitRow& row = model_.row(index.row());
    if (row.id == 0)
        return;
    current_ = id;
    emit commitChosen(toQString(row.oid), id);
}

void ChangesetPanel::copySelection() {
    if (const std::vector<store::RowId> rows = selectedRows(); !rows.empty())
        emit copyRequested(rows);
}

void ChangesetPanel::addFilterActions(QMenu& menu, const store::CommitRow& row) {
    const auto add = [&](const QString& label, const QString& field, const std::string& value) {
        if (value.empty())
            return;
        QAction* const action = menu.addAction(label);
        connect(action, &QAction::triggered, this,
                [this, filter = QString(field + quoted(value))] { emit filterRequested(filter); });
    };
    add(tr("Only by &author %1").arg(toQString(row.author)), QStringLiteral("author:"), row.author);
    add(tr("Only &subsystem %1").arg(toQString(row.subsystem)), QStringLiteral("subsystem:"),
        row.subsystem);
}

void ChangesetPanel::showContextMenu(const QModelIndex& index, const QPoint& globalPlace) {
    const store::CommitRow row = model_.row(index.row());
    if (row.id == 0)
        return;

    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int selected = static_cast<int>(selectedRows().size());
    menu->addAction(tr("&Copy %Ln reference(s)", nullptr, selected), this,
                    &ChangesetPanel::copySelection);
    if (!row.pull.empty()) {
        QAction* const pull = menu->addAction(tr("Show the &pull it came through"));
        connect(pull, &QAction::triggered, this,
                [this, oid = toQString(row.pull)] { emit commitChosen(oid, 0); });
    }
    menu->addSeparator();
    addFilterActions(*menu, row);
    emit menuOpened(menu);
    menu->popup(globalPlace);
}

void ChangesetPanel::fillColumnMenu() {
    QHeaderView* const header = ui_->view->header();
    columnMenu_.setTitle(tr("&Columns"));
    for (int column = 0; column < ChangesetModel::ColumnCount; ++column) {
        QAction* const action =
            columnMenu_.addAction(model_.headerCell(column, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setEnabled(column != ChangesetModel::SubjectColumn);
        connect(action, &QAction::toggled, header, [this, header, column](bool shown) {
            header->setSectionHidden(column, !shown);
            fitColumns();
        });
    }
    columnMenu_.addSeparator();
    columnMenu_.addAction(tr("&Reset columns"), this, &ChangesetPanel::resetColumns);
    connect(&columnMenu_, &QMenu::aboutToShow, this, [this] {
        for (int column = 0; column < ChangesetModel::ColumnCount; ++column)
            columnMenu_.actions()[column]->setChecked(!ui_->view->isColumnHidden(column));
    });
}

void ChangesetPanel::resetColumns() {
    QHeaderView* const header = ui_->view->header();
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    wanted_.resize(ChangesetModel::ColumnCount);
    for (int column = 0; column < ChangesetModel::ColumnCount; ++column) {
        header->moveSection(header->visualIndex(column), column);
        if (column == ChangesetModel::MarksColumn || column == ChangesetModel::MentionsColumn ||
            column == ChangesetModel::ReleaseColumn)
            header->moveSection(header->visualIndex(column), 1);
        wanted_[column] = columnWidths[static_cast<std::size_t>(column)] * digit;
        header->resizeSection(column, wanted_[column]);
        const bool shown = columns_ == Columns::Whole
                               ? ChangesetModel::shownAtFirst(ChangesetModel::Column(column))
                               : column == ChangesetModel::SubjectColumn ||
                                     column == ChangesetModel::MarksColumn ||
                                     column == ChangesetModel::MentionsColumn ||
                                     column == ChangesetModel::SectionColumn ||
                                     column == ChangesetModel::IdColumn;
        header->setSectionHidden(column, !shown);
    }
    header->setSectionHidden(ChangesetModel::ReleaseColumn, !severalReleases_);
    if (columns_ == Columns::Selected)
        wanted_[ChangesetModel::SectionColumn] = wideSection * digit;
    header->setSortIndicator(ChangesetModel::LandedColumn, Qt::AscendingOrder);
    fitted_ = true;
    fitColumns();
}

void ChangesetPanel::fitColumns() {
    QHeaderView* const header = ui_->view->header();
    if (!fitted_)
        return;
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const auto least = [&](int column) {
        return std::min(wanted_[column], leastWidths[static_cast<std::size_t>(column)] * digit);
    };
    int wanted = 0, spare = 0;
    for (int column = 0; column < ChangesetModel::ColumnCount; ++column) {
        if (header->isSectionHidden(column))
            continue;
        wanted += wanted_[column];
        spare += wanted_[column] - least(column);
    }
    const int missing = std::max(0, wanted - ui_->view->viewport()->width());
    const qreal part = spare > 0 ? std::min(1.0, missing / qreal(spare)) : 0;
    int left = ui_->view->viewport()->width();
    fitting_ = true;
    for (int column = 0; column < ChangesetModel::ColumnCount; ++column) {
        if (header->isSectionHidden(column) || column == ChangesetModel::SubjectColumn)
            continue;
        const int width =
            wanted_[column] - qRound(std::floor((wanted_[column] - least(column)) * part));
        header->resizeSection(column, width);
        left -= width;
    }
    header->resizeSection(ChangesetModel::SubjectColumn,
                          std::max(least(ChangesetModel::SubjectColumn), left));
    fitting_ = false;
}

bool ChangesetPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == ui_->view->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

void ChangesetPanel::useColumns(Columns columns) {
    if (columns == columns_)
        return;
    savedColumns_[static_cast<std::size_t>(columns_)] = saveColumns(columns_);
    columns_ = columns;
    applyColumns(savedColumns_[static_cast<std::size_t>(columns)]);
}

void ChangesetPanel::showReleases(bool show) {
    if (std::exchange(severalReleases_, show) == show)
        return;
    ui_->view->header()->setSectionHidden(ChangesetModel::ReleaseColumn, !show);
    fitColumns();
}

QByteArray ChangesetPanel::saveColumns(Columns columns) const {
    if (columns != columns_)
        return savedColumns_[static_cast<std::size_t>(columns)];
    QByteArray state;
    QDataStream(&state, QIODevice::WriteOnly)
        << fitted_ << ui_->view->header()->saveState() << wanted_;
    return state;
}

void ChangesetPanel::restoreColumns(Columns columns, const QByteArray& state) {
    if (columns != columns_)
        savedColumns_[static_cast<std::size_t>(columns)] = state;
    else
        applyColumns(state);
}

void ChangesetPanel::applyColumns(const QByteArray& state) {
    QHeaderView* const header = ui_->view->header();
    bool fitted = true;
    QByteArray sections;
    QList<int> wanted;
    QDataStream(state) >> fitted >> sections >> wanted;
    if (!sections.isEmpty() && header->restoreState(sections)) {
        header->setSectionHidden(ChangesetModel::SubjectColumn, false);
        header->setSectionHidden(ChangesetModel::ReleaseColumn, !severalReleases_);
        fitted_ = fitted;
        if (wanted.size() == ChangesetModel::ColumnCount)
            wanted_ = wanted;
        fitColumns();
        // The state has the sort indicator alone; the list must follow it.
        model_.sort(header->sortIndicatorSection(), header->sortIndicatorOrder());
    } else {
        resetColumns();
    }
}

} // namespace mw::ui
