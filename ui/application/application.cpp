#include "application/application.h"

#include "application/translations.h"
#include "widgets/edit_buttons.h"

#include <QApplication>
#include <QIcon>

/// Outside of any namespace, as the macro demands; the resources sit in a static library, where
/// nothing else would pull them in.
static void initialiseResources() {
    Q_INIT_RESOURCE(resources);
}

namespace mw::ui {

void nameApplication() {
    QCoreApplication::setApplicationName(QStringLiteral("mergewindow"));
    QCoreApplication::setOrganizationName(QStringLiteral("mergewindow"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MW_VERSION));
}

void setUpApplication() {
    initialiseResources();
    nameApplication();
    installTranslations();
    QApplication::setApplicationDisplayName(QStringLiteral("Merge Window"));
    QApplication::setDesktopFileName(QStringLiteral("mergewindow"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/mergewindow.svg")));
    new EditButtons(qApp);
}

} // namespace mw::ui
