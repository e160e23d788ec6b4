#include "window/screenshot.h"

#include "document/document_page.h"
#include "text/save_file.h"
#include "window/main_window.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QPixmap>

#include <algorithm>
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

Screenshot::Screenshot(MainWindow& window, const StartOptions& options)
    : QObject(&window), window_(window), file_(options.screenshot), documents_(options.documents) {
    rest_.setSingleShot(true);
    rest_.setInterval(restMilliseconds);
    connect(&rest_, &QTimer::timeout, this, &Screenshot::take);
    connect(&window, &MainWindow::complete, &rest_, qOverload<>(&QTimer::start));
    connect(&window, &MainWindow::failed, this, endWithError);
    connect(&window, &MainWindow::missing, this, endWithError);
}

bool Screenshot::documentsRead() const {
    return std::ranges::all_of(documents_, [this](const QString& file) {
        const auto* const page =
            window_.documents().pane().page<DocumentPage>(Page::ofFile(QDir::cleanPath(file)));
        return page && page->isLoaded();
    });
}

void Screenshot::take() {
    if (!documentsRead()) {
        rest_.start();
        return;
    }
    // Of the kind that the name says; a device's name says none.
    const QByteArray kind = QFileInfo(file_).suffix().toUtf8();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!window_.grab().save(&buffer, kind.isEmpty() ? "PNG" : kind.constData()))
        endWithError(tr("Pictures of the kind %1 cannot be made. End the file's name in .png.")
                         .arg(QString::fromUtf8(kind)));
    else if (const QString wrong = saveFile(file_, bytes); !wrong.isEmpty())
        endWithError(wrong);
    else
        QApplication::exit(0);
}

} // namespace mw::ui
