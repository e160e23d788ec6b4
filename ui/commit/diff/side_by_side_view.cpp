#include "commit/diff/side_by_side_view.h"

#include <QScrollBar>

#include <limits>
#include <utility>

namespace mw::ui {

SideBySideView::SideBySideView(QWidget* parent)
    : QSplitter(Qt::Horizontal, parent), before_(new DiffView(DiffView::Numbers::Old, this)),
      after_(new DiffView(DiffView::Numbers::New, this)) {
    setObjectName(QStringLiteral("sideBySide"));
    setChildrenCollapsible(false);
    before_->setObjectName(QStringLiteral("diffBefore"));
    before_->setAccessibleName(tr("The file before"));
    after_->setObjectName(QStringLiteral("diffAfter"));
    after_->setAccessibleName(tr("The file afterwards"));
    // A bar on each side, so that both show as many lines.
    for (DiffView* const side : {before_, after_})
        side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    before_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    follow(before_, after_);
    follow(after_, before_);
    tie(&QAbstractScrollArea::horizontalScrollBar);
    setFocusProxy(after_);
}

void SideBySideView::tie(QScrollBar* (QAbstractScrollArea::*bar)() const) {
    QScrollBar* const left = (before_->*bar)();
    QScrollBar* const right = (after_->*bar)();
    connect(left, &QScrollBar::valueChanged, right, &QScrollBar::setValue);
    connect(right, &QScrollBar::valueChanged, left, &QScrollBar::setValue);
}

void SideBySideView::follow(DiffView* leader, DiffView* other) {
    // Keys scroll an editor without a word from its scroll bar.
    connect(leader, &QPlainTextEdit::updateRequest, this, [this, leader, other] {
        if (!filling_)
            other->verticalScrollBar()->setValue(leader->verticalScrollBar()->value());
    });
}

void SideBySideView::setDiff(SideBySide diff, bool keepPlace) {
    filling_ = true;
    if (!keepPlace)
        marked_ = nullptr;
    before_->setDiff(std::move(diff.before), keepPlace);
    after_->setDiff(std::move(diff.after), keepPlace);
    filling_ = false;
    before_->verticalScrollBar()->setValue(after_->verticalScrollBar()->value());
}

void SideBySideView::showBlanks(bool show) {
    before_->showBlanks(show);
    after_->showBlanks(show);
}

bool SideBySideView::goToChange(bool forward) {
    return after_->goToChange(forward);
}

void SideBySideView::setMarks(const SharedCodeMarks& marks) {
    before_->setMarks(marks);
    after_->setMarks(marks);
}

bool SideBySideView::goToMark(MarkStep step) {
    const bool forward = step == MarkStep::First || step == MarkStep::Next;
    const bool here = step == MarkStep::Next || step == MarkStep::Previous;
    const bool focused = before_->hasFocus() || after_->hasFocus();
    const DiffView& current = !focused && marked_ ? *marked_ : this->current();
    constexpr int end = std::numeric_limits<int>::max();
    const auto beyond = [&](const DiffView& side) {
        DiffView::Place place = forward ? DiffView::Place{-1, 0} : DiffView::Place{end, 0};
        if (here)
            place = current.place();
        // A line of the old side stands before its neighbour of the new one.
        if (here && &side != &current)
            place.column = &side == after_ ? -1 : end;
        return side.markBeyond(place, forward);
    };
    const auto before = beyond(*before_), after = beyond(*after_);
    if (!before && !after)
        return false;
    const bool isBefore =
        before && (!after || (forward ? before->line <= after->line : before->line > after->line));
    marked_ = isBefore ? before_ : after_;
    marked_->goToMark(isBefore ? *before : *after);
    if (focused)
        marked_->setFocus();
    return true;
}

void SideBySideView::clear() {
    setDiff({}, false);
}

} // namespace mw::ui
