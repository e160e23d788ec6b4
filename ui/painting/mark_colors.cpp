#include "painting/mark_colors.h"

#include "painting/colors.h"
#include "painting/contrast.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPixmap>

#include <array>

namespace mw::ui {

namespace {

struct MarkColor {
    QRgb onLight, onDark;
};

constexpr std::array<MarkColor, markColours> colours{{
    {0xffc62828, 0xffff7b72},
    {0xffb75301, 0xffffa657},
    {0xff8a6a00, 0xffffe066},
    {0xff2a7d33, 0xff6fd382},
    {0xff1762b8, 0xff7cb7ff},
    {0xff8028a8, 0xffd8a0ff},
}};

bool isKnown(int colour) {
    return colour >= 0 && colour < markColours;
}

} // namespace

QColor markColor(int colour, const QPalette& palette) {
    if (!isKnown(colour))
        return palette.color(QPalette::Active, QPalette::Text);
    const MarkColor& pair = colours[static_cast<std::size_t>(colour)];
    return readable(QColor::fromRgb(isDark(palette) ? pair.onDark : pair.onLight),
                    palette.color(QPalette::Active, QPalette::Base));
}

QIcon markColorIcon(int colour) {
    constexpr int side = 32;
    constexpr qreal room = 5;
    QPixmap image(side, side);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(markColor(colour, QGuiApplication::palette()));
    painter.drawEllipse(QRectF(room, room, side - 2 * room, side - 2 * room));
    return QIcon(image);
}

} // namespace mw::ui
