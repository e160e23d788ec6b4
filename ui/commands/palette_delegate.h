#pragma once

#include "widgets/roomy_delegate.h"

namespace mw::ui {

/// Draws a line of the command palette: the text with the typed letters bold, where it stands
/// dimmed behind it, and its keys at the right. GUI thread.
class PaletteDelegate : public RoomyDelegate {
    Q_OBJECT

public:
    using RoomyDelegate::RoomyDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace mw::ui
