#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

namespace mw::ui {

class MainWindow;

/// Draws the window into a file once it is complete and at rest, then ends the program: exit code
/// 0, or 1 with a sentence on standard error where the window failed or the file cannot be
/// written. GUI thread.
class Screenshot : public QObject {
    Q_OBJECT

public:
    Screenshot(MainWindow& window, const QString& file);

private:
    void take();

    MainWindow& window_;
    const QString file_;
    QTimer rest_;
};

} // namespace mw::ui
