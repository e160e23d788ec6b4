#include "breakdown/breakdown_list.h"

#include "painting/bar_delegate.h"
#include "painting/readable_placeholder.h"
#include "text/format.h"
#include "widgets/clear_button.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace mw::ui {

namespace {

/// Lists shorter than this need no filter.
constexpr std::size_t filterFrom = 12;
constexpr int listMargin = 6;

} // namespace

BreakdownList::BreakdownList(QWidget* parent)
    : QWidget(parent), filter_(new QLineEdit(this)), view_(new QTreeView(this)),
      empty_(new QLabel(this)) {
    filter_->setObjectName(QStringLiteral("wayFilter"));
    clearButtonWhenNeeded(filter_);
    filter_->setPlaceholderText(tr("Words to look for"));
    new ReadablePlaceholder(filter_);
    filter_->installEventFilter(this);
    empty_->setWordWrap(true);
    empty_->setMargin(listMargin);
    empty_->hide();

    view_->setObjectName(QStringLiteral("wayView"));
    view_->setModel(&model_);
    view_->setItemDelegate(new BarDelegate(BreakdownModel::ShareRole, this));
    view_->setRootIsDecorated(false);
    view_->setUniformRowHeights(true);
    view_->setAllColumnsShowFocus(true);
    view_->setTabKeyNavigation(false);
    view_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view_->header()->setStretchLastSection(false);
    view_->header()->setSectionResizeMode(BreakdownModel::LabelColumn, QHeaderView::Stretch);
    view_->header()->setSectionResizeMode(BreakdownModel::CountColumn, QHeaderView::Fixed);
    view_->header()->resizeSection(BreakdownModel::CountColumn,
                                   fontMetrics().horizontalAdvance(QStringLiteral("100,000")) +
                                       3 * listMargin);
    view_->header()->setSectionsClickable(true);
    view_->header()->setSortIndicator(BreakdownModel::CountColumn, Qt::DescendingOrder);
    view_->setSortingEnabled(true);
    view_->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(view_, &QWidget::customContextMenuRequested, this, &BreakdownList::showMenu);

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(filter_);
    layout->addWidget(empty_);
    layout->addWidget(view_, 1);
    setFocusProxy(view_);

    connect(filter_, &QLineEdit::textChanged, this, [this](const QString& words) {
        model_.setFilter(words);
        showEmptyText();
    });
    connect(&model_, &QAbstractItemModel::modelReset, this, &BreakdownList::restoreChosen);
    // What is selected counts, not what is current: a view that gets the focus makes its first
    // line current by itself.
    connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this](const QItemSelection& selected) {
                if (selected.isEmpty())
                    return;
                const Refinement choice = model_.choice(selected.indexes().front().row());
                if (choice.term == chosen_)
                    return;
                chosen_ = choice.term;
                emit chosen(choice);
            });
}

void BreakdownList::setBreakdown(Breakdown way) {
    filters_[model_.way()] = filter_->text();
    chosen_.clear();
    model_.setBreakdown(way);
    const bool byTime = way == Breakdown::Time;
    view_->sortByColumn(byTime ? BreakdownModel::LabelColumn : BreakdownModel::CountColumn,
                        byTime ? Qt::AscendingOrder : Qt::DescendingOrder);
    filter_->setText(filters_[way]);
    filter_->setAccessibleName(tr("Filter %1").arg(breakdownTitle(way)));
    view_->setAccessibleName(breakdownTitle(way));
}

void BreakdownList::setLines(std::vector<BreakdownRow> lines, std::int64_t total) {
    filter_->setVisible(lines.size() >= filterFrom || !filter_->text().isEmpty());
    model_.setLines(std::move(lines), total);
    showEmptyText();
    restoreChosen();
}

void BreakdownList::showEmptyText() {
    if (model_.total() == 0)
        empty_->setText(tr("Nothing is known of this in what is on screen."));
    else
        empty_->setText(tr("None of the %Ln line(s) has these words.", nullptr,
                           pluralOf(qint64(model_.total()))));
    empty_->setVisible(model_.rowCount() <= 1);
}

void BreakdownList::showMenu(const QPoint& place) {
    // What a mouse presses becomes current; a key knows no place.
    const QModelIndex index = view_->currentIndex();
    const Refinement choice = index.isValid() ? model_.choice(index.row()) : Refinement{};
    if (choice.term.isEmpty())
        return;
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    emit menuOpened(menu, choice);
    if (menu->isEmpty())
        menu->deleteLater();
    else
        menu->popup(view_->viewport()->mapToGlobal(
            view_->visualRect(index).contains(place) ? place : view_->visualRect(index).center()));
}

void BreakdownList::setChosen(const QString& term) {
    chosen_ = term;
    restoreChosen();
}

void BreakdownList::restoreChosen() {
    const QModelIndex index = model_.index(model_.rowOf(chosen_), BreakdownModel::LabelColumn);
    if (index.isValid() && view_->selectionModel()->isSelected(index))
        return;
    view_->selectionModel()->clearSelection();
    if (index.isValid())
        view_->setCurrentIndex(index);
}

void BreakdownList::sortOtherwise() {
    const bool byCount = view_->header()->sortIndicatorSection() == BreakdownModel::CountColumn;
    view_->sortByColumn(byCount ? BreakdownModel::LabelColumn : BreakdownModel::CountColumn,
                        byCount ? Qt::AscendingOrder : Qt::DescendingOrder);
}

bool BreakdownList::eventFilter(QObject* watched, QEvent* event) {
    if (watched != filter_)
        return QWidget::eventFilter(watched, event);
    // Esc clears these words, not the filter of the changesets.
    const bool typed = !filter_->text().isEmpty();
    if (event->type() == QEvent::ShortcutOverride && typed &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape && typed) {
            filter_->clear();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            view_->setFocus(Qt::ShortcutFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace mw::ui
