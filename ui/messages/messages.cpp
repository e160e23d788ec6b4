#include "messages/messages.h"

#include "messages/messages_dock.h"
#include "painting/symbolic_icon.h"
#include "text/format.h"

#include <QStatusBar>

#include <utility>

namespace mw::ui {

Messages::Messages(QMainWindow& window, MessageBar& bar, QObject* parent)
    : QObject(parent), bar_(bar) {
    dock_ = new MessagesDock(log_, &window);
    dock_->hide();
    window.addDockWidget(Qt::BottomDockWidgetArea, dock_);

    action_ = new QAction(tr("&Messages"), &window);
    action_->setObjectName(QStringLiteral("actionMessages"));
    action_->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+E")));
    action_->setToolTip(tr("What was said in this session: errors and remarks"));
    action_->setCheckable(true);
    connect(action_, &QAction::triggered, this, &Messages::showList);
    connect(dock_->toggleViewAction(), &QAction::toggled, action_, &QAction::setChecked);

    button_ = new QToolButton(&window);
    button_->setObjectName(QStringLiteral("messagesButton"));
    button_->setAutoRaise(true);
    button_->setFocusPolicy(Qt::TabFocus);
    button_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button_->setToolTip(action_->toolTip());
    button_->hide();
    window.statusBar()->addPermanentWidget(button_);
    connect(button_, &QToolButton::clicked, action_, &QAction::trigger);

    connect(&bar_, &MessageBar::messageShown, this, &Messages::take);
    connect(&bar_, &MessageBar::actionTriggered, this, [this] {
        const auto act = actInBar_; // a copy: it may say something itself
        if (act)
            act();
    });
    connect(window.statusBar(), &QStatusBar::messageChanged, this, [this](const QString& text) {
        if (!text.isEmpty())
            log_.add({QDateTime::currentDateTime(), MessageBar::Kind::Information, text, {}, {}});
    });
    connect(&log_, &QAbstractItemModel::modelReset, this, &Messages::showCount);
}

void Messages::say(MessageBar::Kind kind, const QString& text, const QString& action,
                   std::function<void()> act) {
    actionText_ = action;
    act_ = std::move(act);
    bar_.showMessage(kind, text, action);
}

void Messages::take(MessageBar::Kind kind, const QString& text) {
    actInBar_ = act_;
    log_.add({QDateTime::currentDateTime(), kind, text, std::exchange(actionText_, {}),
              std::exchange(act_, {})});
}

void Messages::showCount() {
    const int said = log_.rowCount();
    button_->setVisible(said > 0);
    if (said == 0)
        return;
    const bool error = log_.message(0).kind != MessageBar::Kind::Information;
    button_->setIcon(
        symbolicIcon(error ? QStringLiteral("warning") : QStringLiteral("information")));
    button_->setText(tr("%Ln message(s)", nullptr, said));
}

void Messages::showList(bool show) {
    dock_->setVisible(show);
    if (show)
        dock_->focusList();
}

} // namespace mw::ui
