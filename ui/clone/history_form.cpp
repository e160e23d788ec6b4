#include "clone/history_form.h"

#include "clone/git_progress.h"
#include "ui_history_form.h"
#include "widgets/colors.h"
#include "widgets/contrast.h"
#include "widgets/readable_placeholder.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace mw::ui {

namespace {

constexpr int folderPauseMilliseconds = 250;
constexpr int remarkLines = 3;
/// A bare clone of the mainline without file contents took between 1.5 and 2 GB in 2025; git needs
/// some more while it puts it in order.
constexpr qint64 roomNeeded = 3'000'000'000;

QString usualFolder() {
    const QDir home = QDir::home();
    return home.filePath(home.exists(QStringLiteral("src")) ? QStringLiteral("src/linux.git")
                                                            : QStringLiteral("linux.git"));
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
    connect(ui_->get, &QPushButton::clicked, this, [this] { emit getWanted(url(), folder()); });
    for (QLineEdit* const field : {ui_->url, ui_->folder})
        connect(field, &QLineEdit::returnPressed, ui_->get, &QPushButton::click);
    ui_->folder->setText(QDir::toNativeSeparators(usualFolder()));
}

HistoryForm::~HistoryForm() = default;

QString HistoryForm::url() const {
    return ui_->url->text().trimmed();
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
    if (url().isEmpty())
        return tr("Write the address of a kernel repository.");
    if (folder().isEmpty())
        return tr("Choose a folder that is not there yet.");
    if (known_ && state_.kind == FolderState::Kind::Filled)
        return tr("The folder %1 is there already and holds something. Choose one that is not "
                  "there "
                  "yet; to read what is in that one, import from it.")
            .arg(folder());
    if (known_ && state_.kind == FolderState::Kind::File)
        return tr("%1 is a file: choose a folder that is not there yet.").arg(folder());
    return {};
}

bool HistoryForm::isScarce() const {
    return known_ && state_.bytesFree >= 0 && state_.bytesFree < roomNeeded;
}

QString HistoryForm::remark() const {
    const QString estimate =
        tr("An estimate: the history of the mainline without the contents of its files takes 1.5 "
           "to 2 GB and grows with each release.");
    if (!known_ || state_.bytesFree < 0)
        return estimate;
    const QString free = sizeText(state_.bytesFree);
    return estimate + QLatin1Char(' ') +
           (isScarce() ? tr("There are only %1 free on that disk: most likely too little.")
                       : tr("%1 are free on that disk."))
               .arg(free);
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
