#include "widgets/tone_delegate.h"

#include "widgets/tones.h"

namespace mw::ui {

void ToneDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    RoomyDelegate::initStyleOption(option, index);
    const auto tone = static_cast<Tone>(index.data(toneRole_).toInt());
    if (tone == Tone::Normal)
        return;
    for (const auto group : {QPalette::Active, QPalette::Inactive})
        option->palette.setColor(group, QPalette::Text, toneColor(tone, option->palette, group));
}

} // namespace mw::ui
