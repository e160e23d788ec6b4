#pragma once

#include "own_kernel/own_kernel_engine.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace mw::ui {

/// What is read for a person's own kernel at this moment, in one line of the status bar, with a
/// button that stops it. Hidden while nothing is. GUI thread.
class ReadingBar : public QWidget {
    Q_OBJECT

public:
    explicit ReadingBar(QWidget* parent = nullptr);

    void begin();
    void showStep(const OwnKernelEngine::Step& step);

signals:
    void stopWanted();

private:
    QLabel* text_;
    QProgressBar* bar_;
};

} // namespace mw::ui
