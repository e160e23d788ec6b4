#include "painting/hit_painter.h"

#include <QApplication>
#include <QStyle>

#include <algorithm>

namespace mw::ui {

namespace {

/// How many characters of a text are on screen where an ellipsis stands for the rest.
int shownCharacters(const QString& text, const QFontMetrics& metrics, int width) {
    if (metrics.horizontalAdvance(text) <= width)
        return static_cast<int>(text.size());
    const QString elided = metrics.elidedText(text, Qt::ElideRight, width);
    const auto [end, ignored] = std::ranges::mismatch(elided, text);
    return static_cast<int>(end - elided.begin());
}

} // namespace

void paintHits(QPainter& painter, const QStyleOptionViewItem& option,
               const std::vector<Hits::Range>& ranges) {
    if (ranges.empty())
        return;
    const QStyle* const style = option.widget ? option.widget->style() : QApplication::style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, option.widget) + 1;
    const QRect place = style->subElementRect(QStyle::SE_ItemViewItemText, &option, option.widget)
                            .adjusted(margin, 0, -margin, 0);
    const QFontMetrics metrics(option.font);
    const int shown = shownCharacters(option.text, metrics, place.width());
    const HitColors colors = hitColors(option.widget ? option.widget->palette() : option.palette);
    // Where the style has its base line.
    const int top = place.top() + (place.height() - metrics.height()) / 2;

    painter.save();
    painter.setFont(option.font);
    painter.setClipRect(place);
    for (const Hits::Range& range : ranges) {
        const int end = std::min(range.begin + range.length, shown);
        if (range.begin >= end)
            break;
        const int from = metrics.horizontalAdvance(option.text.left(range.begin));
        const int to = metrics.horizontalAdvance(option.text.left(end));
        painter.fillRect(QRect(place.left() + from, top, to - from, metrics.height()),
                         colors.background);
        painter.setPen(colors.text);
        painter.drawText(place.left() + from, top + metrics.ascent(),
                         option.text.mid(range.begin, end - range.begin));
    }
    painter.restore();
}

} // namespace mw::ui
