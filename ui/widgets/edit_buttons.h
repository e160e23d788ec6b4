#pragma once

#include <QObject>

namespace mw::ui {

/// Gives the button that clears a line edit its name, which a screen reader says and a tool tip
/// shows: Qt gives it none. Watches the application, of which it becomes a child. GUI thread.
class EditButtons : public QObject {
    Q_OBJECT

public:
    explicit EditButtons(QObject* application);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace mw::ui
