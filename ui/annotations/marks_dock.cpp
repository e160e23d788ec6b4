#include "annotations/marks_dock.h"

#include "changesets/marks_delegate.h"
#include "core/row_marks.h"
#include "painting/readable_placeholder.h"
#include "text/format.h"
#include "ui_marks_dock.h"
#include "widgets/clear_button.h"

#include <QHeaderView>
#include <QResizeEvent>

namespace mw::ui {

namespace {

/// So many digits wide the dock shows more than subject and marks.
constexpr int columnsForSection = 60, columnsForNote = 78, columnsForDates = 92;

} // namespace

/// Narrows by kind, then by words.
class MarksDock::Filter : public WordFilter {
public:
    using WordFilter::WordFilter;

    enum class Kind { Everything, Bookmarks, Notes, Colors, Sections };

    void setKind(Kind kind) {
        changeFilter([this, kind] { kind_ = kind; });
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
        return isOfKind(sourceModel()->index(row, 0, parent)) &&
               WordFilter::filterAcceptsRow(row, parent);
    }

private:
    bool isOfKind(const QModelIndex& index) const {
        const RowMarks marks(index.data(MarksModel::MarksRole).toInt());
        switch (kind_) {
        case Kind::Bookmarks:
            return marks.testFlag(RowMark::Bookmarked);
        case Kind::Notes:
            return marks.testFlag(RowMark::Noted);
        case Kind::Colors:
            return index.data(MarksModel::ColorRole).toInt() >= 0;
        case Kind::Sections:
            return marks.testFlag(RowMark::OwnSection);
        default:
            return true;
        }
    }

    Kind kind_ = Kind::Everything;
};

MarksDock::MarksDock(QWidget* parent)
    : QDockWidget(parent), ui_(std::make_unique<Ui::MarksDock>()),
      filter_(std::make_unique<Filter>()) {
    ui_->setupUi(this);
    clearButtonWhenNeeded(ui_->edit);
    new ReadablePlaceholder(ui_->edit);
    for (const QString& kind :
         {tr("Everything"), tr("Bookmarks"), tr("Notes"), tr("Colors"), tr("Own sections")})
        ui_->kind->addItem(kind);
    filter_->setSourceModel(&model_);
    filter_->setFilterRole(MarksModel::SearchRole);
    filter_->setSortRole(MarksModel::SortRole);
    ui_->list->setModel(filter_.get());
    ui_->list->setItemDelegate(new MarksDelegate(MarksModel::MarksColumn, MarksModel::MarksRole,
                                                 MarksModel::ColorRole, this));
    QHeaderView* const header = ui_->list->header();
    header->setSectionResizeMode(MarksModel::SubjectColumn, QHeaderView::Stretch);
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    header->resizeSection(MarksModel::MarksColumn, 8 * digit);
    header->resizeSection(MarksModel::SectionColumn, 16 * digit);
    header->resizeSection(MarksModel::NoteColumn, 18 * digit);
    header->resizeSection(MarksModel::ChangedColumn, 11 * digit);
    header->setMinimumSectionSize(4 * digit);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder); // last changed first
    ui_->list->setSortingEnabled(true);
    connect(ui_->write, &QPushButton::clicked, this, &MarksDock::exportRequested);

    connect(ui_->kind, &QComboBox::currentIndexChanged, this,
            [this](int kind) { filter_->setKind(static_cast<Filter::Kind>(kind)); });
    connect(ui_->edit, &QLineEdit::textChanged, filter_.get(), &WordFilter::setText);
    connect(ui_->edit, &QLineEdit::returnPressed, this, &MarksDock::focusList);
    connect(ui_->list, &QTreeView::activated, this, &MarksDock::open);
    connect(ui_->list, &QTreeView::clicked, this, &MarksDock::open);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(filter_.get(), signal, this, &MarksDock::showCount);
    connect(filter_.get(), &QAbstractItemModel::modelReset, this, &MarksDock::showCount);
    showCount();
}

MarksDock::~MarksDock() = default;

void MarksDock::setMarks(const std::vector<store::Annotation>& marks) {
    const QString current = ui_->list->currentIndex().data(MarksModel::OidRole).toString();
    model_.setMarks(marks);
    showCount();
    if (current.isEmpty())
        return;
    const auto found =
        filter_->match(filter_->index(0, 0), MarksModel::OidRole, current, 1, Qt::MatchExactly);
    if (!found.isEmpty())
        ui_->list->setCurrentIndex(found.front());
}

void MarksDock::resizeEvent(QResizeEvent* event) {
    QDockWidget::resizeEvent(event);
    // Where there is little room the subject has it.
    const int columns = event->size().width() / fontMetrics().horizontalAdvance(QLatin1Char('0'));
    ui_->list->setColumnHidden(MarksModel::SectionColumn, columns < columnsForSection);
    ui_->list->setColumnHidden(MarksModel::NoteColumn, columns < columnsForNote);
    ui_->list->setColumnHidden(MarksModel::ChangedColumn, columns < columnsForDates);
}

void MarksDock::focusList() {
    ui_->list->setFocus(Qt::ShortcutFocusReason);
    if (!ui_->list->currentIndex().isValid() && filter_->rowCount() > 0)
        ui_->list->setCurrentIndex(filter_->index(0, 0));
}

QString MarksDock::markdown() const {
    QString text = QStringLiteral("# %1\n\n").arg(tr("My marks"));
    for (int row = 0; row < filter_->rowCount(); ++row)
        text += model_.markdown(filter_->mapToSource(filter_->index(row, 0)).row());
    return text;
}

void MarksDock::open(const QModelIndex& index) {
    emit commitRequested(index.data(MarksModel::OidRole).toString());
}

void MarksDock::showCount() {
    const int shown = filter_->rowCount(), all = model_.rowCount();
    ui_->write->setEnabled(shown > 0);
    if (all == 0)
        ui_->markCount->setText(
            tr("Nothing is marked yet. Ctrl+D bookmarks the changesets that are "
               "selected, Ctrl+Shift+N writes a note."));
    else if (shown == all)
        ui_->markCount->setText(tr("%Ln commit(s)", nullptr, all));
    else
        ui_->markCount->setText(tr("%1 of %Ln commit(s)", nullptr, all).arg(countText(shown)));
}

} // namespace mw::ui
