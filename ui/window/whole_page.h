#pragma once

#include <QObject>
#include <QPointer>

class QAction;
class QMainWindow;
class QSplitter;
class QStackedWidget;
class QWidget;

namespace mw::ui {

class MessageBar;
class Navigation;
class ReadingPane;

/// Gives what is being read the whole window, and gives the rest its room back: a key, or a double
/// click on the tab. The rest stays as it is meanwhile, out of sight; whatever is about it, as
/// another list is, brings it back. Not remembered between starts. GUI thread.
class WholePage : public QObject {
    Q_OBJECT

public:
    struct Parts {
        QMainWindow& window;
        QWidget& central; ///< everything but the message, with the splitter in it
        MessageBar& message;
        QSplitter& splitter; ///< has the reading pane
        ReadingPane& reading;
        QAction& readingShown; ///< checkable
        Navigation& navigation;
    };

    /// Becomes the window's central widget, with the parts in it.
    explicit WholePage(const Parts& parts);

    QAction* action() { return action_; }
    bool isOn() const;
    void setOn(bool on);
    /// What the action shows is among the rest.
    void leaveFor(QAction* action);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void moveReading(bool out);

    const Parts parts_;
    QStackedWidget* stack_ = nullptr;
    QWidget* host_ = nullptr;
    QPointer<QWidget> place_; ///< keeps the pane's place in the splitter
    QAction* action_ = nullptr;
};

} // namespace mw::ui
