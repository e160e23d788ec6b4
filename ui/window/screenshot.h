#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

namespace mw::ui {

class MainWindow;
struct StartOptions;

/// Draws the window into a file once it is complete and at rest, then ends the program: exit code
/// 0, or 1 with a sentence on standard error where the window failed, what was asked for is
/// not there, or the file cannot be written. GUI thread.
class Screenshot : public QObject {
    Q_OBJECT

public:
    Screenshot(MainWindow& window, const StartOptions& options);

private:
    /// Of the documents that were asked for: what fails says so.
    bool documentsRead() const;
    void take();

    MainWindow& window_;
    const QString file_;
    const QStringList documents_;
    QTimer rest_;
};

} // namespace mw::ui
