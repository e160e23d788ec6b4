#pragma once

#include "painting/hits.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace mw::ui {

/// Draws hits once more over the text of an item that its style has drawn, on a marker. What the
/// style has cut off is not marked. option: with text and font, as initStyleOption() leaves it.
void paintHits(QPainter& painter, const QStyleOptionViewItem& option,
               const std::vector<Hits::Range>& ranges);

} // namespace mw::ui
