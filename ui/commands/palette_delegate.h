#pragma once

#include "painting/tall_row_delegate.h"

namespace mw::ui {

/// Draws a line of the command palette: the text with the typed letters bold, where it stands
/// dimmed behind it, and its keys at the right. GUI thread.
class PaletteDelegate : public TallRowDelegate {
    Q_OBJECT

public:
    using TallRowDelegate::TallRowDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace mw::ui
