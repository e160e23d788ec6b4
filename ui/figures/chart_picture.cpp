#include "figures/chart_picture.h"

#include "figures/bar_chart.h"
#include "painting/colors.h"
#include "text/save_file.h"

#include <QBuffer>
#include <QSvgGenerator>

#include <algorithm>

namespace mw::ui {

namespace {

QFont titleFont(const BarChart& chart) {
    QFont font = chart.font();
    font.setBold(true);
    return font;
}

int titleHeight(const BarChart& chart) {
    return QFontMetrics(titleFont(chart)).height() * 2 + chart.fontMetrics().height();
}

QSize pictureSize(const BarChart& chart) {
    const QFontMetrics metrics(titleFont(chart));
    const int margins = 4 * metrics.averageCharWidth();
    const int title = std::max(metrics.horizontalAdvance(chart.data().title),
                               metrics.horizontalAdvance(chart.data().of));
    const QSize seen = chart.viewport()->size();
    return {std::max(seen.width(), title + margins), seen.height() + titleHeight(chart)};
}

void paint(BarChart& chart, QPainter& painter) {
    const QSize size = pictureSize(chart);
    const QPalette palette = chart.palette();
    painter.fillRect(QRect({}, size), palette.color(QPalette::Base));
    const QFontMetrics metrics(titleFont(chart));
    const int left = 2 * metrics.averageCharWidth();
    painter.setFont(titleFont(chart));
    painter.setPen(palette.color(QPalette::Text));
    painter.drawText(left, metrics.height() / 2 + metrics.ascent(), chart.data().title);
    painter.setFont(chart.font());
    painter.setPen(paletteColor(TextColor::Dimmed, palette, QPalette::Active));
    painter.drawText(left, metrics.height() * 3 / 2 + metrics.ascent(), chart.data().of);
    chart.paintPlain(painter,
                     QRectF(QPointF(0, titleHeight(chart)), QSizeF(chart.viewport()->size())));
}

QByteArray svgOf(BarChart& chart) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setSize(pictureSize(chart));
    svg.setViewBox(QRect({}, pictureSize(chart)));
    svg.setTitle(chart.data().title + QStringLiteral(", ") + chart.data().of);
    svg.setDescription(chart.data().summary);
    QPainter painter(&svg);
    paint(chart, painter);
    painter.end();
    return bytes;
}

QByteArray pngOf(BarChart& chart) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    chartImage(chart).save(&buffer, "PNG");
    return bytes;
}

} // namespace

QImage chartImage(BarChart& chart, qreal scale) {
    QImage image(pictureSize(chart) * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(chart, painter);
    return image;
}

QString saveChart(BarChart& chart, const QString& file) {
    const bool png = file.endsWith(QLatin1String(".png"), Qt::CaseInsensitive);
    const QByteArray bytes = png ? pngOf(chart) : svgOf(chart);
    return saveFile(file, bytes);
}

} // namespace mw::ui
