#pragma once

#include "widgets/roomy_delegate.h"

namespace mw::ui {

/// Draws cells in the tone that the model gives them in a role of its own. GUI thread.
class ToneDelegate : public RoomyDelegate {
    Q_OBJECT

public:
    ToneDelegate(int toneRole, QObject* parent) : RoomyDelegate(parent), toneRole_(toneRole) {}

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    const int toneRole_;
};

} // namespace mw::ui
