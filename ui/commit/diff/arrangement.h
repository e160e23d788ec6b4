#pragma once

#include <QSize>
#include <Qt>

namespace mw::ui {

/// How the two halves of a page that large stand best: beside each other where there is width for
/// both, or where so few lines fit that neither half could be read above the other.
inline Qt::Orientation arrangementFor(const QSize& page) {
    constexpr int wide = 760, low = 260, leastWide = 480;
    const bool beside = page.width() >= wide || (page.height() < low && page.width() >= leastWide);
    return beside ? Qt::Horizontal : Qt::Vertical;
}

} // namespace mw::ui
