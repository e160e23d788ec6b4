#include "changesets/changeset_panel.h"

#include "changesets/changeset_view.h"
#include "core/limits.h"
#include "store/language/query_quoting.h"
#include "text/format.h"
#include "ui_changeset_panel.h"

#include <QAction>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace mw::ui {

namespace {

constexpr int mostRanges = 1'000;

} // namespace

ChangesetPanel::ChangesetPanel(QWidget* parent)
    : QWidget(parent), ui_(std::make_unique<Ui::ChangesetPanel>()) {
    ui_->setupUi(this);
    ChangesetView* const view = ui_->view;
    view->setModel(&model_);
    setFocusProxy(view);
    columns_ = std::make_unique<ChangesetColumns>(*view, model_);
    view->setSortingEnabled(true);

    connect(&model_, &ChangesetModel::sortRequested, this, &ChangesetPanel::sortRequested);
    // A key selects a line before it makes it current, a mouse afterwards.
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ChangesetPanel::choose);
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        choose(ui_->view->currentIndex());
        emit selectionChanged();
    });
    connect(view, &ChangesetView::menuRequested, this, &ChangesetPanel::showContextMenu);
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
    const auto add = [&](const QString& label, const char* field, const std::string& value) {
        if (value.empty())
            return;
        QAction* const action = menu.addAction(label);
        connect(action, &QAction::triggered, this,
                [this, filter = toQString(store::whole_term(field, value))] {
                    emit filterRequested(filter);
                });
    };
    add(tr("Only by &author %1").arg(menuText(shownText(row.author))), "author", row.author);
    add(tr("Only &subsystem %1").arg(menuText(shownText(row.subsystem))), "subsystem",
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

} // namespace mw::ui
