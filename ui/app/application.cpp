#include "app/application.h"

#include <QApplication>
#include <QIcon>

/// Outside of any namespace, as the macro demands; the resources sit in a static library, where
/// nothing else would pull them in.
static void initialiseResources() {
    Q_INIT_RESOURCE(resources);
}

namespace mw::ui {

void setUpApplication() {
    initialiseResources();
    QApplication::setApplicationName(QStringLiteral("mergewindow"));
    QApplication::setOrganizationName(QStringLiteral("mergewindow"));
    QApplication::setApplicationDisplayName(QStringLiteral("Merge Window"));
    QApplication::setApplicationVersion(QStringLiteral(MW_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("mergewindow"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/mergewindow.svg")));
}

} // namespace mw::ui
