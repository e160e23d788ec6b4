#include "changesets/marks_painter.h"

#include "painting/mark_colors.h"
#include "painting/symbolic_icon.h"

#include <utility>

namespace mw::ui {

void paintMarks(QPainter* painter, const QStyleOptionViewItem& option, RowMarks marks, int colour) {
    const int side = option.fontMetrics.height();
    const bool selected = option.state & QStyle::State_Selected;
    QRect slot(option.rect.left() + side / 4, option.rect.center().y() - side / 2 + 1, side, side);
    painter->save();
    painter->setClipRect(option.rect);
    if (marks.testFlag(RowMark::Unseen)) {
        // Narrower than the circle of a colour, so that nobody takes it for one.
        const qreal inset = side / 3.0;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(
            option.palette.color(selected ? QPalette::HighlightedText : QPalette::Highlight));
        painter->drawRect(QRectF(slot).adjusted(inset, side / 8.0, -inset, -side / 8.0));
        slot.translate(side, 0);
    }
    if (colour >= 0) {
        const qreal inset = side / 5.0;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(selected
                            ? QPen(option.palette.color(QPalette::HighlightedText), side / 12.0)
                            : QPen(Qt::NoPen));
        painter->setBrush(markColor(colour, option.palette));
        painter->drawEllipse(QRectF(slot).adjusted(inset, inset, -inset, -inset));
        slot.translate(side, 0);
    }
    for (const auto& [mark, icon] :
         {std::pair{RowMark::Starred, "star"}, std::pair{RowMark::Bookmarked, "bookmark"},
          std::pair{RowMark::Noted, "note"}, std::pair{RowMark::AddsHardware, "hardware"}}) {
        if (!marks.testFlag(mark))
            continue;
        symbolicIcon(QLatin1String(icon))
            .paint(painter, slot, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
        slot.translate(side, 0);
    }
    painter->restore();
}

} // namespace mw::ui
