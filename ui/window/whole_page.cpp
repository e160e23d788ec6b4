#include "window/whole_page.h"

#include "pages/reading_pane.h"
#include "session/navigation.h"
#include "widgets/message_bar.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QMainWindow>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mw::ui {

namespace {

QVBoxLayout* bareLayout(QWidget* widget) {
    auto* const layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return layout;
}

} // namespace

WholePage::WholePage(const Parts& parts)
    : QObject(&parts.window), parts_(parts), stack_(new QStackedWidget), host_(new QWidget),
      action_(new QAction(tr("&Whole window for the page"), &parts.window)) {
    parts_.window.takeCentralWidget();
    auto* const frame = new QWidget(&parts_.window);
    QVBoxLayout* const layout = bareLayout(frame);
    layout->addWidget(&parts_.message);
    layout->addWidget(stack_, 1);
    stack_->addWidget(&parts_.central);
    bareLayout(host_);
    stack_->addWidget(host_);
    parts_.window.setCentralWidget(frame);

    action_->setObjectName(QStringLiteral("actionWholePage"));
    action_->setShortcut(Qt::Key_F11);
    action_->setCheckable(true);
    action_->setToolTip(tr("Without the table and the sidebar; again, or Esc, brings them back. "
                           "A double click on the page's tab does the same."));
    connect(action_, &QAction::toggled, this, &WholePage::setOn);
    connect(&parts_.reading, &ReadingPane::wholeWanted, action_, &QAction::toggle);
    connect(&parts_.readingShown, &QAction::toggled, this, [this](bool shown) {
        if (!shown)
            setOn(false);
    });
    connect(&parts_.navigation, &Navigation::changed, this,
            [this](const Location& location, const Location& before) {
                if (!location.sameList(before))
                    setOn(false);
            });
}

bool WholePage::isOn() const {
    return !place_.isNull();
}

void WholePage::setOn(bool on) {
    action_->setChecked(on);
    if (on == isOn())
        return;
    if (on)
        parts_.readingShown.setChecked(true);
    const QPointer<QWidget> focus = QApplication::focusWidget();
    moveReading(on);
    if (on && !(focus && parts_.reading.isAncestorOf(focus)))
        parts_.reading.setFocus(Qt::OtherFocusReason);
    else if (focus)
        focus->setFocus(Qt::OtherFocusReason);
}

void WholePage::moveReading(bool out) {
    if (out) {
        place_ = new QWidget;
        parts_.splitter.replaceWidget(parts_.splitter.indexOf(&parts_.reading), place_);
        host_->layout()->addWidget(&parts_.reading);
    } else {
        parts_.splitter.replaceWidget(parts_.splitter.indexOf(place_), &parts_.reading);
        delete place_;
    }
    parts_.reading.setVisible(true);
    stack_->setCurrentIndex(out ? 1 : 0);
}

void WholePage::leaveFor(QAction* action) {
    // A key comes here before the action does what it does: it may give the focus to the rest.
    action->installEventFilter(this);
    connect(action, &QAction::triggered, this, [this] { setOn(false); });
}

bool WholePage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Shortcut)
        setOn(false);
    return QObject::eventFilter(watched, event);
}

} // namespace mw::ui
