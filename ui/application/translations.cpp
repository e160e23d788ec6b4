#include "application/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace mw::ui {

namespace {

/// The translator belongs to the application.
void install(const QLocale& locale, const QString& name, const QString& folder) {
    auto* const translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

void installTranslations() {
    const QString folder = QStringLiteral(":/i18n");
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    // The C locale groups no digits; numbers of this size need it everywhere.
    if (QLocale().language() == QLocale::C)
        QLocale::setDefault(english);
    // English has plural forms as well; what the next one does not know falls back to it.
    install(english, QStringLiteral("mergewindow"), folder);
    const QLocale locale = QLocale::system();
    install(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(locale, QStringLiteral("mergewindow"), folder);
}

} // namespace mw::ui
