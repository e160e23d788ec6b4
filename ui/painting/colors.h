#pragma once

#include <QColor>
#include <QPalette>

namespace mw::ui {

/// How a cell is to be drawn; the delegate turns it into the palette's colours.
enum class TextColor { Normal, Dimmed, Added, Removed };

/// True where text is lighter than what it stands on.
bool isDark(const QPalette& palette);

/// The colour of text of that tone on the palette's base, readable on light and dark desktops.
QColor paletteColor(TextColor tone, const QPalette& palette, QPalette::ColorGroup group);

/// The same of dimmed text on the window itself.
QColor dimmedOnWindow(const QPalette& palette);

/// The first colour with so much (0 to 1) of the second in it.
QColor blended(const QColor& base, const QColor& tint, qreal amount);

} // namespace mw::ui
