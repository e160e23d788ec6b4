#pragma once

#include "messages/message_log.h"

#include <QMainWindow>
#include <QObject>
#include <QToolButton>

namespace mw::ui {

class MessagesDock;

/// The window's place for errors and remarks: the newest stands in the bar above the content, all
/// of the session stay in a list that a button of the status bar and the Help menu open. Whatever
/// is shown in the bar or the status bar is taken down, whoever showed it. GUI thread. Keeps a
/// reference to the bar; the window owns button and dock.
class Messages : public QObject {
    Q_OBJECT

public:
    Messages(QMainWindow& window, MessageBar& bar, QObject* parent = nullptr);

    /// In the bar. act: what the button named action does, now or later out of the list.
    void say(MessageBar::Kind kind, const QString& text, const QString& action = {},
             std::function<void()> act = {});

    QAction* action() const { return action_; }
    MessageLog& log() { return log_; }

private:
    void take(MessageBar::Kind kind, const QString& text);
    void showCount();
    void showList(bool show);

    MessageBar& bar_;
    MessageLog log_;
    MessagesDock* dock_ = nullptr;
    QToolButton* button_ = nullptr;
    QAction* action_ = nullptr;
    QString actionText_; ///< of the message that is being shown
    std::function<void()> act_;
    std::function<void()> actInBar_;
};

} // namespace mw::ui
