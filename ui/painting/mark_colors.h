#pragma once

#include "core/row_marks.h"

#include <QColor>
#include <QIcon>
#include <QPalette>

/// The colours that a person can give a commit. Plain functions; GUI thread.
namespace mw::ui {

/// Readable on the palette's base, light or dark. colour: from 0; one that a newer version knows
/// is drawn like text.
QColor markColor(int colour, const QPalette& palette);

/// A disc of that colour in the application's palette of the moment.
QIcon markColorIcon(int colour);

} // namespace mw::ui
