#include "widgets/tab_order.h"

#include <QApplication>
#include <QWidget>

namespace mw::ui {

namespace {

bool isStop(const QWidget& widget, const QWidget& window) {
    return (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget.focusProxy() &&
           widget.isEnabled() && widget.isVisible() && widget.window() == &window;
}

} // namespace

bool moveFocus(const QWidget& window, bool next) {
    QWidget* const from = window.focusWidget();
    if (!from)
        return false;
    QWidget* to = from;
    do
        to = next ? to->nextInFocusChain() : to->previousInFocusChain();
    while (to != from && !isStop(*to, window));
    if (to == from)
        return false;
    to->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace mw::ui
