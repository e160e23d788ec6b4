#include "application/display_guard.h"

#include "application/translations.h"

#include <QCoreApplication>
#include <QStringList>

#include <cstdio>
#include <cstdlib>

namespace mw::ui {

namespace {

struct Display {
    Q_DECLARE_TR_FUNCTIONS(mw::ui::DisplayGuard)
};

/// What Qt says before it gives up: why, and more.
QStringList& heard() {
    static QStringList words;
    return words;
}

void sayLine(const QString& line) {
    std::fputs(qPrintable(line + QLatin1Char('\n')), stderr);
}

void listen(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type != QtFatalMsg) {
        heard() << message.trimmed();
        return;
    }
    // The application is there as far as translations need it.
    if (QCoreApplication::instance())
        installTranslations();
    sayLine(Display::tr("There is no display to open a window on: %1.")
                .arg(heard().isEmpty() ? message.section(QLatin1Char('\n'), 0, 0).trimmed()
                                       : heard().constFirst()));
    sayLine(Display::tr("Start mergewindow in a desktop session. A picture needs none: "
                        "QT_QPA_PLATFORM=offscreen mergewindow --screenshot FILE. mergewindow-cli "
                        "does what needs no window."));
    std::_Exit(1);
}

} // namespace

DisplayGuard::DisplayGuard() : before_(qInstallMessageHandler(listen)) {}

DisplayGuard::~DisplayGuard() {
    qInstallMessageHandler(before_);
    // There is one after all: what was said meanwhile is for whoever reads the terminal.
    for (const QString& line : heard())
        sayLine(line);
    heard().clear();
}

} // namespace mw::ui
