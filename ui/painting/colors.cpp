#include "painting/colors.h"

#include "painting/contrast.h"

namespace mw::ui {

namespace {

constexpr qreal dimming = 0.42;

/// Green and red of one lightness each, chosen for a contrast of 4.5:1 or more on a usual base.
struct DiffColors {
    QRgb onLight, onDark;
};
constexpr DiffColors added{0xff1a7f37, 0xff57c26b};
constexpr DiffColors removed{0xffb3261e, 0xffff8b80};

} // namespace

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Text).lightness() > palette.color(QPalette::Base).lightness();
}

QColor blended(const QColor& base, const QColor& tint, qreal amount) {
    const auto mix = [amount](qreal from, qreal to) { return from + (to - from) * amount; };
    return QColor::fromRgbF(static_cast<float>(mix(base.redF(), tint.redF())),
                            static_cast<float>(mix(base.greenF(), tint.greenF())),
                            static_cast<float>(mix(base.blueF(), tint.blueF())));
}

QColor dimmedOnWindow(const QPalette& palette) {
    const QColor window = palette.color(QPalette::Window);
    return readable(blended(palette.color(QPalette::WindowText), window, dimming), window);
}

QColor paletteColor(TextColor tone, const QPalette& palette, QPalette::ColorGroup group) {
    const QColor text = palette.color(group, QPalette::Text);
    const QColor base = palette.color(group, QPalette::Base);
    switch (tone) {
    case TextColor::Dimmed:
        return readable(blended(text, base, dimming), base);
    case TextColor::Added:
        return readable(QColor::fromRgb(isDark(palette) ? added.onDark : added.onLight), base);
    case TextColor::Removed:
        return readable(QColor::fromRgb(isDark(palette) ? removed.onDark : removed.onLight), base);
    default:
        return text;
    }
}

} // namespace mw::ui
