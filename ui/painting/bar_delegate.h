#pragma once

#include "painting/tall_row_delegate.h"

namespace mw::ui {

/// Draws a bar behind the text of a cell, as long as the share (from 0 to 1) that the model gives
/// in a role of its own; cells without one are plain. Bars grow from where the text stands. GUI
/// thread.
class BarDelegate : public TallRowDelegate {
    Q_OBJECT

public:
    BarDelegate(int shareRole, QObject* parent) : TallRowDelegate(parent), shareRole_(shareRole) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    const int shareRole_;
};

} // namespace mw::ui
