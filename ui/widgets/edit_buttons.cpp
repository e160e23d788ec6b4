#include "widgets/edit_buttons.h"

#include <QAction>
#include <QActionEvent>

namespace mw::ui {

EditButtons::EditButtons(QObject* application) : QObject(application) {
    application->installEventFilter(this);
}

bool EditButtons::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ActionAdded) {
        QAction* const action = static_cast<QActionEvent*>(event)->action();
        if (action->text().isEmpty() &&
            action->objectName() == QLatin1String("_q_qlineeditclearaction"))
            action->setText(tr("Clear"));
    }
    return QObject::eventFilter(watched, event);
}

} // namespace mw::ui
