#include "window/page_buttons.h"

#include "painting/symbolic_icon.h"

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
    measure();
    fit();
}

void PageButtons::setWords(bool words) {
    words_ = words;
    for (QToolButton* const button : buttons_)
        button->setToolButtonStyle(words ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    bar_.layout()->invalidate();
}

void PageButtons::measure() {
    const bool words = words_;
    const auto width = [this](bool withWords) {
        setWords(withWords);
        int sum = 0;
        for (const QToolButton* const button : buttons_)
            sum += button->sizeHint().width();
        return sum;
    };
    widthOfWords_ = width(true) - width(false);
    setWords(words);
}

void PageButtons::fit() {
    const int now = bar_.layout()->sizeHint().width();
    const bool words = (words_ ? now : now + widthOfWords_) <= bar_.width();
    // A change of style asks for a layout, which comes back here: only where it changes something.
    if (words != words_)
        setWords(words);
}

bool PageButtons::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        measure();
    // A release with a longer name needs more room, too.
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace mw::ui
