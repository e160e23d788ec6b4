#include "painting/colored_text_delegate.h"

#include "painting/colors.h"

namespace mw::ui {

void ColoredTextDelegate::initStyleOption(QStyleOptionViewItem* option,
                                          const QModelIndex& index) const {
    TallRowDelegate::initStyleOption(option, index);
    const auto tone = static_cast<TextColor>(index.data(toneRole_).toInt());
    if (tone == TextColor::Normal)
        return;
    for (const auto group : {QPalette::Active, QPalette::Inactive})
        option->palette.setColor(group, QPalette::Text, paletteColor(tone, option->palette, group));
}

} // namespace mw::ui
