#pragma once

#include "painting/tall_row_delegate.h"

namespace mw::ui {

/// Draws cells in the tone that the model gives them in a role of its own. GUI thread.
class ColoredTextDelegate : public TallRowDelegate {
    Q_OBJECT

public:
    ColoredTextDelegate(int toneRole, QObject* parent)
        : TallRowDelegate(parent), toneRole_(toneRole) {}

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    const int toneRole_;
};

} // namespace mw::ui
