#pragma once

#include <QMargins>
#include <QObject>
#include <QRect>
#include <QSize>

class QWidget;

namespace mw::ui {

/// What a screen says of itself, in points: all of it, and what panels leave free.
struct ScreenSpace {
    QRect whole, available;
};

/// The largest size up to `wanted` that a new window can have without leaving the screen. Room for
/// its frame is left; and room for a panel where the screen names none, for neither Wayland nor a
/// display without a window manager tells of any. Plain function; any thread.
QSize fittingSize(QSize wanted, const ScreenSpace& screen);

/// Where a window that was `remembered` there goes: as it was where that is on the screen, and
/// otherwise moved, or made smaller and moved. Plain function; any thread.
QRect fittingPlace(const QRect& remembered, const ScreenSpace& screen);

/// The screen that a window is on or is going to be on. One that nobody sees, as of the offscreen
/// platform, has space for everything. GUI thread.
ScreenSpace spaceFor(const QWidget& window);

/// Makes every dialog of the program fit its screen when it is shown, and grow with a text of it
/// that takes more lines, as far as the screen has room: Qt squeezes the rest. GUI thread.
class DialogFit : public QObject {
public:
    explicit DialogFit(QObject* parent);

    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace mw::ui
