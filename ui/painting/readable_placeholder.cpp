#include "painting/readable_placeholder.h"

#include "painting/colors.h"
#include "painting/contrast.h"

#include <QEvent>

namespace mw::ui {

ReadablePlaceholder::ReadablePlaceholder(QWidget* edit) : QObject(edit), edit_(edit) {
    edit->installEventFilter(this);
    apply();
}

bool ReadablePlaceholder::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        apply();
    return QObject::eventFilter(watched, event);
}

void ReadablePlaceholder::apply() {
    QPalette palette = edit_->palette();
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor color = readable(paletteColor(TextColor::Dimmed, palette, QPalette::Active), base);
    // Setting it comes back here as another change of the palette.
    if (palette.color(QPalette::Active, QPalette::PlaceholderText) == color)
        return;
    palette.setColor(QPalette::PlaceholderText, color);
    edit_->setPalette(palette);
}

} // namespace mw::ui
