#include "changesets/changeset_columns.h"

#include "changesets/changeset_view.h"
#include "painting/symbolic_icon.h"

#include <QDataStream>
#include <QEvent>
#include <QHeaderView>
#include <QIODevice>

#include <algorithm>
#include <cmath>
#include <utility>

namespace mw::ui {

namespace {

using Widths = std::array<int, ChangesetModel::ColumnCount>;

/// In digits of the table's font, by column.
constexpr Widths columnWidths{48, 16, 11, 11, 22, 18, 17, 14, 6, 8, 8, 6, 5, 12, 16, 14};
constexpr int wideSection = 30;
constexpr int narrowestSubject = 15; ///< beside what is never left out
/// So far they give way in a small window.
constexpr Widths leastWidths{36, 13, 11, 11, 16, 14, 11, 13, 5, 7, 7, 5, 4, 9, 14, 10};
static_assert(columnWidths.back() > 0 && leastWidths.back() > 0, "a column has no width");

/// What is left out where there is still too little room, what matters least first.
const std::vector<std::vector<int>>& leavingOrder() {
    using Model = ChangesetModel;
    static const std::vector<std::vector<int>> order{
        {Model::DeletionsColumn, Model::InsertionsColumn},
        {Model::FilesColumn},
        {Model::MentionsColumn},
        {Model::PullColumn},
        {Model::SectionColumn},
        {Model::LandedColumn},
        {Model::IdColumn},
        {Model::AuthorColumn}};
    return order;
}

} // namespace

ChangesetColumns::ChangesetColumns(ChangesetView& view, ChangesetModel& model)
    : view_(view), model_(model), header_(*view.header()) {
    // A word above them would be wider than what they hold.
    model_.setHeaderIcon(ChangesetModel::MarksColumn, symbolicIcon(QStringLiteral("bookmark")));
    model_.setHeaderIcon(ChangesetModel::MentionsColumn, symbolicIcon(QStringLiteral("document")));
    reset();
    fillMenu();
    connect(&header_, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (fitting_ || width == 0)
            return;
        wanted_[column] = width;
        fitted_ = fitted_ && column != ChangesetModel::SubjectColumn;
    });
    connect(&header_, &QWidget::customContextMenuRequested, this,
            [this](QPoint place) { menu_.popup(header_.mapToGlobal(place)); });
    view_.viewport()->installEventFilter(this);
}

void ChangesetColumns::fillMenu() {
    menu_.setTitle(tr("&Columns"));
    for (int column = 0; column < ChangesetModel::ColumnCount; ++column) {
        QAction* const action = menu_.addAction(ChangesetModel::title(column));
        action->setCheckable(true);
        action->setEnabled(column != ChangesetModel::SubjectColumn);
        connect(action, &QAction::triggered, this,
                [this, column](bool shown) { turn(column, shown); });
    }
    menu_.addSeparator();
    menu_.addAction(tr("&Reset columns"), this, &ChangesetColumns::reset);
    connect(&menu_, &QMenu::aboutToShow, this, [this] {
        for (int column = 0; column < ChangesetModel::ColumnCount; ++column)
            menu_.actions()[column]->setChecked(!header_.isSectionHidden(column));
    });
}

void ChangesetColumns::turn(int column, bool shown) {
    if (shown)
        asked_.insert(column);
    else
        asked_.remove(column);
    leftOut_.remove(column);
    header_.setSectionHidden(column, !shown);
    fit();
}

bool ChangesetColumns::shownAtFirst(int column) const {
    if (column == ChangesetModel::ReleaseColumn)
        return severalReleases_;
    if (set_ == Set::Whole)
        return ChangesetModel::shownAtFirst(ChangesetModel::Column(column));
    return column == ChangesetModel::SubjectColumn || column == ChangesetModel::AuthorColumn ||
           column == ChangesetModel::MarksColumn || column == ChangesetModel::MentionsColumn ||
           column == ChangesetModel::SectionColumn || column == ChangesetModel::IdColumn;
}

void ChangesetColumns::reset() {
    const int digit = view_.fontMetrics().horizontalAdvance(QLatin1Char('0'));
    wanted_.resize(ChangesetModel::ColumnCount);
    leftOut_.clear();
    asked_.clear();
    for (int column = 0; column < ChangesetModel::ColumnCount; ++column) {
        header_.moveSection(header_.visualIndex(column), column);
        if (column == ChangesetModel::MarksColumn || column == ChangesetModel::MentionsColumn ||
            column == ChangesetModel::ReleaseColumn)
            header_.moveSection(header_.visualIndex(column), 1);
        wanted_[column] =
            std::max(columnWidths[static_cast<std::size_t>(column)] * digit, titleWidth(column));
        header_.resizeSection(column, wanted_[column]);
        header_.setSectionHidden(column, !shownAtFirst(column));
    }
    if (set_ == Set::Selected)
        wanted_[ChangesetModel::SectionColumn] = wideSection * digit;
    header_.setSortIndicator(ChangesetModel::LandedColumn, Qt::AscendingOrder);
    fitted_ = true;
    fit();
}

int ChangesetColumns::least(int column) const {
    const int digit = view_.fontMetrics().horizontalAdvance(QLatin1Char('0'));
    return std::min(wanted_[column], std::max(leastWidths[static_cast<std::size_t>(column)] * digit,
                                              titleWidth(column)));
}

int ChangesetColumns::titleWidth(int column) const {
    const QFontMetrics metrics = header_.fontMetrics();
    const QString title = model_.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    const int arrow = column == ChangesetModel::LandedColumn ? metrics.height() : 0;
    return title.isEmpty() ? 0 : metrics.horizontalAdvance(title) + metrics.height() / 2 + arrow;
}

void ChangesetColumns::fit() {
    const int room = view_.viewport()->width();
    // Before a layout there is no width worth the name.
    if (!fitted_ || !view_.isVisible())
        return;
    fitting_ = true;
    leaveOut(room);
    spread(room);
    fitting_ = false;
}

void ChangesetColumns::leaveOut(int room) {
    for (const int column : std::exchange(leftOut_, {}))
        header_.setSectionHidden(column, false);
    int needed = 0;
    for (int column = 0; column < ChangesetModel::ColumnCount; ++column)
        if (!header_.isSectionHidden(column))
            needed += least(column);
    for (const std::vector<int>& group : leavingOrder()) {
        for (const int column : group) {
            // What the list was put in order by is to be seen, but for the usual order.
            const bool orders =
                column != ChangesetModel::LandedColumn && header_.sortIndicatorSection() == column;
            if (needed <= room || header_.isSectionHidden(column) || asked_.contains(column) ||
                orders)
                continue;
            leftOut_.insert(column);
        }
        for (const int column : group)
            if (leftOut_.contains(column)) {
                header_.setSectionHidden(column, true);
                needed -= least(column);
            }
    }
}

void ChangesetColumns::spread(int room) {
    int wanted = 0, spare = 0;
    for (int column = 0; column < ChangesetModel::ColumnCount; ++column) {
        if (header_.isSectionHidden(column))
            continue;
        wanted += wanted_[column];
        spare += wanted_[column] - least(column);
    }
    const int missing = std::max(0, wanted - room);
    const qreal part = spare > 0 ? std::min(1.0, missing / qreal(spare)) : 0;
    int left = room;
    for (int column = 0; column < ChangesetModel::ColumnCount; ++column) {
        if (header_.isSectionHidden(column) || column == ChangesetModel::SubjectColumn)
            continue;
        const int width =
            wanted_[column] - qRound(std::floor((wanted_[column] - least(column)) * part));
        header_.resizeSection(column, width);
        left -= width;
    }
    const int digit = view_.fontMetrics().horizontalAdvance(QLatin1Char('0'));
    header_.resizeSection(ChangesetModel::SubjectColumn, std::max(narrowestSubject * digit, left));
}

bool ChangesetColumns::eventFilter(QObject* watched, QEvent* event) {
    if (watched == view_.viewport() &&
        (event->type() == QEvent::Resize || event->type() == QEvent::Show))
        fit();
    return QObject::eventFilter(watched, event);
}

void ChangesetColumns::use(Set set) {
    if (set == set_)
        return;
    saved_[static_cast<std::size_t>(set_)] = save(set_);
    set_ = set;
    apply(saved_[static_cast<std::size_t>(set)]);
}

void ChangesetColumns::showReleases(bool show) {
    if (std::exchange(severalReleases_, show) == show)
        return;
    header_.setSectionHidden(ChangesetModel::ReleaseColumn, !show);
    fit();
}

QByteArray ChangesetColumns::save(Set set) const {
    if (set != set_)
        return saved_[static_cast<std::size_t>(set)];
    QByteArray state;
    QDataStream(&state, QIODevice::WriteOnly)
        << fitted_ << header_.saveState() << wanted_ << leftOut_ << asked_;
    return state;
}

void ChangesetColumns::restore(Set set, const QByteArray& state) {
    if (set != set_)
        saved_[static_cast<std::size_t>(set)] = state;
    else
        apply(state);
}

void ChangesetColumns::apply(const QByteArray& state) {
    bool fitted = true;
    QByteArray sections;
    QList<int> wanted;
    QSet<int> leftOut, asked;
    QDataStream(state) >> fitted >> sections >> wanted >> leftOut >> asked;
    if (sections.isEmpty() || !header_.restoreState(sections)) {
        reset();
        return;
    }
    // What a layout of an older program does not know, QHeaderView shows.
    for (int column = static_cast<int>(wanted.size()); column < ChangesetModel::ColumnCount;
         ++column)
        header_.setSectionHidden(column, !shownAtFirst(column));
    header_.setSectionHidden(ChangesetModel::SubjectColumn, false);
    header_.setSectionHidden(ChangesetModel::ReleaseColumn, !severalReleases_);
    fitted_ = fitted;
    leftOut_ = leftOut;
    asked_ = asked;
    if (wanted.size() == ChangesetModel::ColumnCount)
        wanted_ = wanted;
    fit();
    // The state has the sort indicator alone; the list must follow it.
    model_.sort(header_.sortIndicatorSection(), header_.sortIndicatorOrder());
}

} // namespace mw::ui
