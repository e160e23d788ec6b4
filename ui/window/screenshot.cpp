#include "window/screenshot.h"

#include "window/main_window.h"

#include <QApplication>
#include <QPixmap>

#include <cstdio>

namespace mw::ui {

namespace {

/// Time for the commit view to load what it loads when it is looked at.
constexpr int restMilliseconds = 800;

void endWithError(const QString& sentence) {
    std::fputs(qPrintable(sentence + QLatin1Char('\n')), stderr);
    QApplication::exit(1);
}

} // namespace

Screenshot::Screenshot(MainWindow& window, const QString& file)
    : QObject(&window), window_(window), file_(file) {
    rest_.setSingleShot(true);
    rest_.setInterval(restMilliseconds);
    connect(&rest_, &QTimer::timeout, this, &Screenshot::take);
    connect(&window, &MainWindow::complete, &rest_, qOverload<>(&QTimer::start));
    connect(&window, &MainWindow::failed, this, endWithError);
}

void Screenshot::take() {
    if (window_.grab().save(file_))
        QApplication::exit(0);
    else
        endWithError(tr("The picture cannot be written to %1.").arg(file_));
}

} // namespace mw::ui
