#pragma once

#include <QImage>
#include <QString>

namespace mw::ui {

class BarChart;

/// Pictures of a chart as it is on screen, with its title above it. GUI thread.

/// With so many pixels to each that the screen has.
QImage chartImage(BarChart& chart, qreal scale = 2);

/// As SVG, or as PNG at twice the screen's size, by the file's name. The sentence that says why it
/// could not be written; empty where it was.
QString saveChart(BarChart& chart, const QString& file);

} // namespace mw::ui
