#include "manual/manual_dialog.h"

#include "core/page_text.h"
#include "painting/tall_row_delegate.h"
#include "ui_manual_dialog.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFile>
#include <QFileInfo>
#include <QKeyEvent>
#include <QPushButton>
#include <QTextBlock>
#include <QTranslator>

#include <array>

namespace mw::ui {

namespace {

constexpr int manualContentsWidth = 220;
constexpr int manualLevels = 3;
constexpr int positionRole = Qt::UserRole;

/// What the window speaks: "de" of ":/i18n/mergewindow_de.qm", the last of our translations that
/// the application has (application/translations.h); so the manual never speaks otherwise than the
/// menus.
QString languageOfTheWindow() {
    QString language;
    for (const QTranslator* const translator :
         QCoreApplication::instance()->findChildren<QTranslator*>())
        if (translator->filePath().startsWith(QLatin1String(":/i18n/")))
            language = QFileInfo(translator->filePath()).completeBaseName().section('_', 1);
    return language;
}

/// A program's page, in English where there is none in that language.
QString pageHtml(const QString& program, const QString& language) {
    for (const QString& name : {QString(program + '.' + language), program}) {
        QFile file(QStringLiteral(":/manual/%1.html").arg(name));
        if (file.open(QIODevice::ReadOnly))
            return QString::fromUtf8(file.readAll());
    }
    return {};
}

QString manualHtml() {
    const QString language = languageOfTheWindow();
    return pageHtml(QStringLiteral("mergewindow"), language) +
           pageHtml(QStringLiteral("mergewindow-cli"), language);
}

} // namespace

ManualDialog::ManualDialog(QWidget* parent)
    : QDialog(parent), ui_(std::make_unique<Ui::ManualDialog>()), html_(manualHtml()) {
    ui_->setupUi(this);
    ui_->splitter->setStretchFactor(1, 1);
    ui_->splitter->setSizes({manualContentsWidth, 3 * manualContentsWidth});
    ui_->contents->setItemDelegate(new TallRowDelegate(this));
    ui_->findBar->setText(ui_->text);
    ui_->findBar->hide();
    addButtons();
    showText();
    fillContents();
    connect(ui_->text, &DocumentBrowser::themeChanged, this, &ManualDialog::showText,
            Qt::QueuedConnection);
    connect(ui_->text, &DocumentBrowser::linkFollowed, this, [](const QUrl& target) {
        if (target.scheme() == QLatin1String("https") || target.scheme() == QLatin1String("http"))
            QDesktopServices::openUrl(target);
    });
    connect(ui_->contents, &QTreeWidget::currentItemChanged, this, &ManualDialog::goTo);
    connect(ui_->contents, &QTreeWidget::itemClicked, this, &ManualDialog::goTo);
    ui_->text->setFocus();
}

ManualDialog::~ManualDialog() {
    // Children go after this class's own part.
    ui_->text->disconnect(this);
}

QString ManualDialog::plainText() const {
    return ui_->text->toPlainText();
}

void ManualDialog::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Find))
        ui_->findBar->open();
    else
        QDialog::keyPressEvent(event);
}

void ManualDialog::addButtons() {
    QPushButton* const find = ui_->buttons->addButton(tr("&Find…"), QDialogButtonBox::ActionRole);
    find->setObjectName(QStringLiteral("find"));
    connect(find, &QPushButton::clicked, ui_->findBar, &FindBar::open);
    QPushButton* const keys =
        ui_->buttons->addButton(tr("&Keyboard shortcuts"), QDialogButtonBox::ActionRole);
    keys->setObjectName(QStringLiteral("keys"));
    connect(keys, &QPushButton::clicked, this, &ManualDialog::keysWanted);
    // Enter in the line to find words closes nothing.
    for (QPushButton* const button : {find, keys, ui_->buttons->button(QDialogButtonBox::Close)})
        button->setAutoDefault(false);
    connect(ui_->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ManualDialog::showText() {
    LoadedPage page;
    page.text = pageText(html_, ui_->text->theme());
    ui_->text->showPage(page, true);
    ui_->findBar->refresh();
}

void ManualDialog::fillContents() {
    // The item of the last heading of each level, and the root.
    std::array<QTreeWidgetItem*, manualLevels + 1> last{ui_->contents->invisibleRootItem()};
    for (QTextBlock block = ui_->text->document()->begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        if (level < 1 || level > manualLevels)
            continue;
        auto* const item =
            new QTreeWidgetItem(last.at(static_cast<std::size_t>(level) - 1), {block.text()});
        item->setData(0, positionRole, block.position());
        item->setExpanded(level == 1);
        last.at(static_cast<std::size_t>(level)) = item;
    }
}

void ManualDialog::goTo(const QTreeWidgetItem* item) {
    if (item)
        ui_->text->setPlace(item->data(0, positionRole).toInt());
}

} // namespace mw::ui
