#pragma once

#include <QDockWidget>

#include <memory>

namespace Ui {
class MessagesDock;
}

namespace mw::ui {

class MessageLog;

/// 'Messages': what was said in this session, to be read again and copied, with a button for what
/// can be done about the one that is chosen. Hides by itself until it is asked for. GUI thread.
/// Keeps a reference to the log.
class MessagesDock : public QDockWidget {
    Q_OBJECT

public:
    explicit MessagesDock(MessageLog& log, QWidget* parent = nullptr);
    ~MessagesDock() override;

    void focusList();

private:
    void showChosen();
    void copy();
    int chosen() const;

    std::unique_ptr<Ui::MessagesDock> ui_;
    MessageLog& log_;
};

} // namespace mw::ui
