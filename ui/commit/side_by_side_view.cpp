#include "commit/side_by_side_view.h"

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
    tie(&QAbstractScrollArea::verticalScrollBar);
    tie(&QAbstractScrollArea::horizontalScrollBar);
    setFocusProxy(after_);
}

void SideBySideView::tie(QScrollBar* (QAbstractScrollArea::*bar)() const) {
    QScrollBar* const left = (before_->*bar)();
    QScrollBar* const right = (after_->*bar)();
    connect(left, &QScrollBar::valueChanged, right, &QScrollBar::setValue);
    connect(right, &QScrollBar::valueChanged, left, &QScrollBar::setValue);
}

void SideBySideView::setDiff(SideBySide diff, bool keepPlace) {
    before_->setDiff(std::move(diff.before), keepPlace);
    after_->setDiff(std::move(diff.after), keepPlace);
}

void SideBySideView::clear() {
    setDiff({}, false);
}

} // namespace mw::ui
