#include "commands/about_dialog.h"

#include "document/version.h"
#include "git/setup/version.h"
#include "store/db/version.h"
#include "text/format.h"
#include "ui_about_dialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QSysInfo>

namespace mw::ui {

namespace {

constexpr int iconSide = 64;

QString databaseWords(const QString& file) {
    const auto schema = store::schema_of(file.toStdU16String());
    return schema ? AboutDialog::tr("Database: %1, schema %2").arg(file, QString::number(*schema))
                  : AboutDialog::tr("Database: %1, not readable").arg(file);
}

} // namespace

AboutDialog::AboutDialog(const QString& database, QWidget* parent)
    : QDialog(parent), ui_(std::make_unique<Ui::AboutDialog>()) {
    ui_->setupUi(this);
    ui_->icon->setPixmap(
        parent->windowIcon().pixmap(QSize(iconSide, iconSide), parent->devicePixelRatioF()));
    ui_->what->setText(
        tr("<h3>Merge Window %1</h3><p>A browser for what went into a Linux release.</p>"
           "<p>Free software under the GNU General Public License, version 3 or later.</p>")
            .arg(QStringLiteral(MW_VERSION)));
    // Names of programs are the same in every language.
    const QStringList lines{
        QStringLiteral("Merge Window " MW_VERSION),
        QStringLiteral("Qt ") + QLatin1String(qVersion()),
        QStringLiteral("libgit2 ") + toQString(git::library_version()),
        QStringLiteral("SQLite ") + toQString(store::library_version()),
        QStringLiteral("cmark-gfm ") + toQString(document::library_version()),
        QSysInfo::prettyProductName() + QStringLiteral(", ") + QGuiApplication::platformName(),
        databaseWords(database),
    };
    ui_->versions->setText(lines.join(QLatin1Char('\n')));
    auto* const copy = ui_->buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copy"));
    connect(copy, &QPushButton::clicked, this, &AboutDialog::copy);
    connect(ui_->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    ui_->buttons->button(QDialogButtonBox::Close)->setFocus();
}

AboutDialog::~AboutDialog() = default;

QString AboutDialog::versions() const {
    return ui_->versions->text();
}

void AboutDialog::copy() {
    QGuiApplication::clipboard()->setText(versions());
}

} // namespace mw::ui
