#pragma once

#include <QColor>
#include <QPalette>

/// Colors that can be read on whatever desktop there is. Plain functions; any thread.
namespace mw::ui {

/// The contrast ratio of WCAG 2, from 1 (the same) to 21 (black on white).
qreal contrast(const QColor& one, const QColor& other);

/// The colour, made lighter or darker until its contrast with the background is 4.5 or more.
QColor readable(const QColor& color, const QColor& background);

/// The palette's link colour, readable on its base: many dark palettes keep a dark blue.
QColor linkColor(const QPalette& palette, QPalette::ColorRole background = QPalette::Base);

} // namespace mw::ui
