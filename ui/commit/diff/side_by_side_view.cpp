#include "commit/diff/side_by_side_view.h"

#include <QScrollBar>

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

void SideBySideView::clear() {
    setDiff({}, false);
}

} // namespace mw::ui
