#include "painting/bar_delegate.h"

#include "painting/colors.h"

#include <QPainter>

namespace mw::ui {

namespace {

/// Little enough that the text on it stays readable.
constexpr qreal barTint = 0.22;
constexpr int barMargin = 2;

} // namespace

void BarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    const QVariant share = index.data(shareRole_);
    if (share.isValid() && !(option.state & QStyle::State_Selected)) {
        const QRect room = option.rect.adjusted(barMargin, barMargin, -barMargin, -barMargin);
        const qreal length = room.width() * qBound(0.0, share.toDouble(), 1.0);
        const bool rightwards = (index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight) == 0;
        const QColor base = option.palette.color(QPalette::Base);
        const QColor tint = option.palette.color(QPalette::Active, QPalette::Highlight);
        painter->fillRect(QRectF(rightwards ? room.left() : room.left() + room.width() - length,
                                 room.top(), length, room.height()),
                          blended(base, tint, barTint));
    }
    TallRowDelegate::paint(painter, option, index);
}

} // namespace mw::ui
