// How a BarChart draws what Qt Charts does not: ground, scale, names, counts and the mark.

#include "figures/bar_chart.h"
#include "painting/colors.h"
#include "text/format.h"

#include <QDate>
#include <QLocale>
#include <QtMath>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace mw::ui {

void BarChart::drawBackground(QPainter* painter, const QRectF&) {
    const QColor base = palette().color(QPalette::Base);
    painter->fillRect(sceneRect().united(QRectF(viewport()->rect())), base);
    const auto tint = [&](int bar, qreal strength) {
        if (bar >= 0 && bar < barCount() && !plain_)
            painter->fillRect(band(bar),
                              blended(base, palette().color(QPalette::Highlight), strength));
    };
    tint(hovered_, 0.14);
    if (hasFocus())
        tint(current_, 0.22);
    // Dynamic ticks of a QValueAxis (6.4) are not where its values are once some are below zero.
    painter->setPen(QPen(blended(base, palette().color(QPalette::Text), 0.18), 1));
    for (const qreal value : scale_)
        painter->drawLine(QPointF(plot_.left(), valuePlace(value)),
                          QPointF(plot_.right(), valuePlace(value)));
}

void BarChart::drawForeground(QPainter* painter, const QRectF&) {
    painter->setFont(font());
    painter->setPen(palette().color(QPalette::Text));
    if (data_.isEmpty()) {
        const int margin = fontMetrics().height();
        painter->setPen(paletteColor(TextColor::Dimmed, palette(), QPalette::Active));
        painter->drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin),
                          Qt::AlignCenter | Qt::TextWordWrap, data_.emptyText);
        return;
    }
    drawLegend(*painter);
    if (data_.timeline)
        drawStanding(*painter);
    else
        drawLying(*painter);
    drawMark(*painter);
    if (!hasFocus() || plain_)
        return;
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(palette().color(QPalette::Text), 1, Qt::DotLine));
    painter->drawRect(band(current_).adjusted(0.5, 0.5, -0.5, -0.5));
}

void BarChart::drawLegend(QPainter& painter) const {
    const QFontMetrics metrics = fontMetrics();
    qreal left = data_.timeline ? plot_.left() : metrics.averageCharWidth();
    const qreal top = metrics.height() / 2.0;
    for (int i = 0; i < data_.series.size(); ++i) {
        const qreal side = metrics.ascent() * 0.8;
        painter.fillRect(QRectF(left, top + (metrics.height() - side) / 2, side, side),
                         seriesColor(i));
        left += side + metrics.averageCharWidth();
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QPointF(left, top + metrics.ascent()), data_.series[i]);
        left += metrics.horizontalAdvance(data_.series[i]) + 3 * metrics.averageCharWidth();
    }
}

void BarChart::drawStanding(QPainter& painter) const {
    const QFontMetrics metrics = fontMetrics();
    // In a low chart not every line has room for its number; zero always has.
    const qreal lineRoom = plot_.height() * step_ / (high_ - low_);
    const int every = std::max(1, qCeil(metrics.height() * 1.2 / std::max<qreal>(1, lineRoom)));
    for (const qreal value : scale_) {
        if (qRound(value / step_) % every != 0)
            continue;
        const qreal y = valuePlace(value);
        painter.drawText(QRectF(0, y - metrics.height() / 2.0,
                                plot_.left() - metrics.averageCharWidth(), metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, axisText(value));
    }
    painter.setPen(QPen(paletteColor(TextColor::Dimmed, palette(), QPalette::Active), 1));
    painter.drawLine(QPointF(plot_.left(), valuePlace(0)), QPointF(plot_.right(), valuePlace(0)));

    // As many dates as fit, each below its bar.
    const auto dateOf = [this](int bar) {
        const QString& name = data_.bars[static_cast<std::size_t>(bar)].name;
        const QDate date = QDate::fromString(name, Qt::ISODate);
        return barCount() > 1 && QDate::fromString(data_.bars.back().name, Qt::ISODate).year() !=
                                     QDate::fromString(data_.bars.front().name, Qt::ISODate).year()
                   ? name
                   : QLocale().toString(date, tr("d MMM"));
    };
    const int gap = 2 * metrics.averageCharWidth();
    qreal free = 0;
    painter.setPen(palette().color(QPalette::Text));
    for (int bar = 0; bar < barCount(); ++bar) {
        const QString text = dateOf(bar);
        const qreal width = metrics.horizontalAdvance(text), middle = band(bar).center().x();
        const qreal left = std::clamp<qreal>(middle - width / 2, 0, viewport()->width() - width);
        if (bar > 0 && (left < free || std::abs(left + width / 2 - middle) > width / 2))
            continue;
        painter.drawLine(QPointF(middle, plot_.bottom()), QPointF(middle, plot_.bottom() + 3));
        painter.drawText(QPointF(left, plot_.bottom() + metrics.height() / 4.0 + metrics.ascent()),
                         text);
        free = left + width + gap;
    }
}

void BarChart::drawLying(QPainter& painter) const {
    const QFontMetrics metrics = fontMetrics();
    const int letter = metrics.averageCharWidth();
    for (int bar = 0; bar < barCount(); ++bar) {
        const ChartBar& one = data_.bars[static_cast<std::size_t>(bar)];
        const QRectF row = band(bar);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(
            QRectF(plot_.left() - letter - nameWidth_, row.top(), nameWidth_, row.height()),
            Qt::AlignRight | Qt::AlignVCenter,
            metrics.elidedText(one.name, Qt::ElideRight, nameWidth_ + 1));
        const auto count = static_cast<qreal>(one.values.size());
        for (std::size_t i = 0; i < one.values.size(); ++i) {
            const qreal middle =
                row.center().y() +
                row.height() * barWidth * ((static_cast<qreal>(i) + 0.5) / count - 0.5);
            painter.drawText(QPointF(valuePlace(static_cast<qreal>(one.values[i])) + letter * 0.7,
                                     middle + (metrics.ascent() - metrics.descent()) / 2.0),
                             countText(one.values[i]));
        }
    }
}

void BarChart::drawMark(QPainter& painter) const {
    if (!data_.mark)
        return;
    const QFontMetrics metrics = fontMetrics();
    const qreal x = plot_.left() + plot_.width() * data_.mark->place / std::max(1, barCount());
    const qreal top = plot_.top() - metrics.height() * 1.2;
    const QColor color = palette().color(QPalette::Text);
    painter.setPen(QPen(color, 1.5, Qt::DashLine));
    painter.drawLine(QPointF(x, top), QPointF(x, plot_.bottom()));
    painter.setPen(color);
    const int letter = metrics.averageCharWidth();
    const qreal width = metrics.horizontalAdvance(data_.mark->text);
    const bool right = x + letter + width < viewport()->width();
    painter.drawText(QPointF(right ? x + letter : x - letter - width, top + metrics.ascent()),
                     data_.mark->text);
}

} // namespace mw::ui
