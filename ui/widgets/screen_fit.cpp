#include "widgets/screen_fit.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QLayout>
#include <QScreen>

#include <algorithm>

namespace mw::ui {

namespace {

/// A title bar and the edges beside and below it; the widest that common desktops have.
constexpr int titleHeight = 40, edgeWidth = 4;
/// A panel of GNOME, KDE or Xfce, which is at the top or at the bottom.
constexpr int panelHeight = 48;
constexpr QRect endless{0, 0, 100'000, 100'000};

QSize freeSize(const ScreenSpace& screen) {
    const int panel = screen.available == screen.whole ? panelHeight : 0;
    return screen.available.size() - QSize(2 * edgeWidth, titleHeight + edgeWidth + panel);
}

void growWithTexts(QDialog& dialog) {
    const QLayout* const layout = dialog.layout();
    if (!dialog.isVisible() || !layout || !layout->hasHeightForWidth())
        return;
    const int wanted = layout->totalHeightForWidth(dialog.width());
    if (wanted > dialog.height())
        dialog.resize(
            fittingSize({dialog.width(), wanted}, spaceFor(dialog)).expandedTo(dialog.size()));
}

} // namespace

QSize fittingSize(QSize wanted, const ScreenSpace& screen) {
    return wanted.boundedTo(freeSize(screen));
}

QRect fittingPlace(const QRect& remembered, const ScreenSpace& screen) {
    QRect place = remembered;
    if (place.width() > screen.available.width() || place.height() > screen.available.height())
        place.setSize(fittingSize(place.size(), screen));
    const QRect& room = screen.available;
    place.moveLeft(std::clamp(place.left(), room.left(), room.right() + 1 - place.width()));
    place.moveTop(std::clamp(place.top(), room.top(), room.bottom() + 1 - place.height()));
    return place;
}

ScreenSpace spaceFor(const QWidget& window) {
    const QWidget* const owner = window.parentWidget();
    const QScreen* const screen = (owner ? owner->window() : &window)->screen();
    const bool seen = QGuiApplication::platformName() != QLatin1String("offscreen") ||
                      !screen->name().isEmpty(); // it has one of 800x800 where nobody tells another
    return seen ? ScreenSpace{screen->geometry(), screen->availableGeometry()}
                : ScreenSpace{endless, endless};
}

DialogFit::DialogFit(QObject* parent) : QObject(parent) {
    qApp->installEventFilter(this);
}

bool DialogFit::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Show && !event->spontaneous()) {
        // Before QDialog places itself over its window.
        if (auto* const dialog = qobject_cast<QDialog*>(watched)) {
            const QSize fitting = fittingSize(dialog->size(), spaceFor(*dialog));
            // One that was given a size does not grow with what it shows any more.
            if (fitting != dialog->size())
                dialog->resize(fitting);
        }
    }
    if (event->type() == QEvent::LayoutRequest)
        if (auto* const dialog = qobject_cast<QDialog*>(watched))
            growWithTexts(*dialog);
    return QObject::eventFilter(watched, event);
}

} // namespace mw::ui
