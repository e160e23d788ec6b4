#pragma once

#include "core/row_marks.h"

#include <QPainter>
#include <QStyleOptionViewItem>

/// How marks look in a cell. Plain functions; GUI thread.
namespace mw::ui {

/// Draws colour, bookmark, note and new hardware from the left of the item's rectangle. The sign
/// of a section of one's own stands beside the section instead.
void paintMarks(QPainter* painter, const QStyleOptionViewItem& option, RowMarks marks, int colour);

} // namespace mw::ui
