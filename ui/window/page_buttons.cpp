#include "window/page_buttons.h"

#include "widgets/symbolic_icon.h"

#include <QAction>
#include <QEvent>
#include <QLayout>
#include <QToolBar>
#include <QToolButton>

namespace mw::ui {

PageButtons::PageButtons(QToolBar& bar, QAction* before)
    : QObject(&bar), bar_(bar), before_(before) {
    bar_.insertSeparator(before_);
    bar_.installEventFilter(this);
}

void PageButtons::add(QAction* action, const char* icon, const QString& text) {
    action->setIcon(symbolicIcon(QLatin1String(icon)));
    action->setIconText(text);
    bar_.insertAction(before_, action);
    if (auto* const button = qobject_cast<QToolButton*>(bar_.widgetForAction(action)))
        buttons_ << button;
    fit();
}

void PageButtons::fit() {
    if (fitting_)
        return;
    fitting_ = true;
    const auto show = [this](Qt::ToolButtonStyle style) {
        for (QToolButton* const button : buttons_)
            button->setToolButtonStyle(style);
        bar_.layout()->invalidate();
    };
    show(Qt::ToolButtonTextBesideIcon);
    if (bar_.layout()->sizeHint().width() > bar_.width())
        show(Qt::ToolButtonIconOnly);
    fitting_ = false;
}

bool PageButtons::eventFilter(QObject* watched, QEvent* event) {
    // A release with a longer name needs more room, too.
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace mw::ui
