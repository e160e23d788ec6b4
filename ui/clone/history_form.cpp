#include "clone/history_form.h"

#include "clone/download_progress.h"
#include "fetch/release_fetch.h"
#include "painting/colors.h"
#include "painting/contrast.h"
#include "painting/readable_placeholder.h"
#include "ui_history_form.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QRadioButton>

namespace mw::ui {

namespace {

constexpr int folderPauseMilliseconds = 250;
constexpr int remarkLines = 3;
/// git needs some more than the history while it puts it in order.
constexpr qint64 roomForBytes = 3, roomForWholeHistory = 3'000'000'000;

QString usualFolder(const QString& release) {
    const QDir home = QDir::home();
    const QString name = release.isEmpty() ? QStringLiteral("linux.git")
                                           : QStringLiteral("linux-%1.git").arg(release);
    return home.filePath(home.exists(QStringLiteral("src")) ? QLatin1String("src/") + name : name);
}

} // namespace

HistoryForm::HistoryForm(QWidget* parent)
    : QWidget(parent), ui_(std::make_unique<Ui::HistoryForm>()) {
    ui_->setupUi(this);
    new ReadablePlaceholder(ui_->url);
    new ReadablePlaceholder(ui_->folder);
    ui_->sentence->setMinimumHeight(remarkLines * fontMetrics().lineSpacing());
    ui_->url->setCursorPosition(0);
    typing_.setSingleShot(true);
    typing_.setInterval(folderPauseMilliseconds);
    connect(&typing_, &QTimer::timeout, this, [this] { emit stateWanted(folder()); });
    connect(ui_->url, &QLineEdit::textChanged, this, &HistoryForm::refresh);
    connect(ui_->folder, &QLineEdit::textChanged, this, &HistoryForm::folderEdited);
    connect(ui_->browse, &QPushButton::clicked, this, &HistoryForm::browse);
    connect(ui_->get, &QPushButton::clicked, this,
            [this] { emit getWanted(url(), folder(), release()); });
    for (QLineEdit* const field : {ui_->release, ui_->url, ui_->folder})
        connect(field, &QLineEdit::returnPressed, ui_->get, &QPushButton::click);
    connect(ui_->alone, &QRadioButton::toggled, this, &HistoryForm::choiceChanged);
    connect(ui_->release, &QLineEdit::textChanged, this, &HistoryForm::choiceChanged);
    choiceChanged();
}

HistoryForm::~HistoryForm() = default;

QString HistoryForm::url() const {
    return ui_->url->text().trimmed();
}

QString HistoryForm::release() const {
    return ui_->alone->isChecked() ? ui_->release->text().trimmed() : QString();
}

bool HistoryForm::isRelease() const {
    return fetch::release_name(release().toStdString()).has_value();
}

/// The folder follows as long as nobody has chosen one.
void HistoryForm::choiceChanged() {
    ui_->release->setEnabled(ui_->alone->isChecked());
    if ((!ui_->alone->isChecked() || isRelease()) && ui_->folder->text() == proposed_) {
        proposed_ = QDir::toNativeSeparators(usualFolder(release()));
        ui_->folder->setText(proposed_);
    }
    refresh();
}

QString HistoryForm::folder() const {
    QString path = ui_->folder->text().trimmed();
    if (path == QLatin1String("~") || path.startsWith(QLatin1String("~/")))
        path.replace(0, 1, QDir::homePath());
    return path.isEmpty() ? path : QDir::cleanPath(QFileInfo(path).absoluteFilePath());
}

void HistoryForm::browse() {
    auto* const chooser =
        new QFileDialog(this, tr("Choose where the clone goes"), QFileInfo(folder()).path());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& chosen) {
        const bool empty = QDir(chosen).isEmpty();
        ui_->folder->setText(empty ? chosen : QDir(chosen).filePath(QStringLiteral("linux.git")));
    });
    chooser->open();
}

void HistoryForm::folderEdited() {
    known_ = false;
    typing_.start();
    refresh();
}

void HistoryForm::showState(const QString& of, const FolderState& state) {
    // While git runs, what it has made there is no reason to choose another folder.
    if (of != folder() || !isEnabled())
        return;
    state_ = state;
    known_ = true;
    refresh();
}

QString HistoryForm::mistake() const {
    if (ui_->alone->isChecked() && !isRelease())
        return tr("Write a release as v6.7, v6.7-rc3 or v6.7.3.");
    if (url().isEmpty())
        return tr("Write the address of a kernel repository.");
    if (folder().isEmpty())
        return tr("Choose a folder that is not there yet.");
    return known_ ? folderMistake() : QString();
}

QString HistoryForm::folderMistake() const {
    switch (state_.kind) {
    case FolderState::Kind::Missing:
    case FolderState::Kind::Empty:
        break;
    case FolderState::Kind::Download:
        if (state_.release != release())
            return tr("The folder %1 is there already, with %2 alone. Choose another one; to read "
                      "what is in that one, import from it.")
                .arg(folder(), state_.release);
        break;
    case FolderState::Kind::Filled:
        return tr("The folder %1 is there already and holds something. Choose one that is not "
                  "there "
                  "yet; to read what is in that one, import from it.")
            .arg(folder());
    case FolderState::Kind::File:
        return tr("%1 is a file: choose a folder that is not there yet.").arg(folder());
    }
    return {};
}

qint64 HistoryForm::roomNeeded() const {
    const auto name = fetch::release_name(release().toStdString());
    return name ? roomForBytes * fetch::expected_bytes(*name, false) : roomForWholeHistory;
}

bool HistoryForm::isScarce() const {
    return known_ && state_.bytesFree >= 0 && state_.bytesFree < roomNeeded();
}

QString HistoryForm::remark() const {
    if (known_ && state_.kind == FolderState::Kind::Download)
        return state_.complete
                   ? tr("%1 is there already: it is imported without being fetched again.")
                         .arg(release())
                   : tr("A download of %1 into this folder was interrupted: it goes on with what "
                        "is there.")
                         .arg(release());
    const auto name = fetch::release_name(release().toStdString());
    const QString estimate =
        name ? tr("An estimate: %1 and half a year before it, without the contents of its files, "
                  "take %2.")
                   .arg(release(), sizeText(fetch::expected_bytes(*name, false)))
             : tr("An estimate: the history of the mainline without the contents of its files "
                  "takes 1.5 to 2 GB and grows with each release.");
    const QString room = roomRemark();
    return room.isEmpty() ? estimate : estimate + QLatin1Char(' ') + room;
}

QString HistoryForm::roomRemark() const {
    if (!known_ || state_.bytesFree < 0)
        return {};
    return (isScarce() ? tr("There are only %1 free on that disk: most likely too little.")
                       : tr("%1 are free on that disk."))
        .arg(sizeText(state_.bytesFree));
}

void HistoryForm::refresh() {
    const QString wrong = mistake();
    ui_->sentence->setText(wrong.isEmpty() ? remark() : wrong);
    QPalette colors = palette();
    if (!wrong.isEmpty() || isScarce())
        colors.setColor(QPalette::WindowText,
                        readable(paletteColor(TextColor::Removed, palette(), QPalette::Active),
                                 palette().color(QPalette::Window)));
    ui_->sentence->setPalette(colors);
    ui_->get->setEnabled(wrong.isEmpty());
}

} // namespace mw::ui
