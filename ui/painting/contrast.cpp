#include "painting/contrast.h"

#include <algorithm>
#include <cmath>

namespace mw::ui {

namespace {

constexpr qreal wantedContrast = 4.5;
constexpr int lightnessStep = 6;

qreal luminance(const QColor& color) {
    const auto linear = [](qreal part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

} // namespace

qreal contrast(const QColor& one, const QColor& other) {
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor readable(const QColor& color, const QColor& background) {
    const bool upwards = contrast(Qt::white, background) > contrast(Qt::black, background);
    QColor result = color;
    while (contrast(result, background) < wantedContrast) {
        const int lightness = result.lightness() + (upwards ? lightnessStep : -lightnessStep);
        if (lightness <= 0 || lightness >= 255)
            return upwards ? Qt::white : Qt::black;
        result = QColor::fromHsl(std::max(0, color.hslHue()), color.hslSaturation(), lightness);
    }
    return result;
}

QColor linkColor(const QPalette& palette, QPalette::ColorRole background) {
    return readable(palette.color(QPalette::Active, QPalette::Link),
                    palette.color(QPalette::Active, background));
}

} // namespace mw::ui
