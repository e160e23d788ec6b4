#include "import/import_dialog.h"

#include "import/repository_probe.h"
#include "painting/colors.h"
#include "painting/contrast.h"
#include "painting/readable_placeholder.h"
#include "text/format.h"
#include "ui_import_dialog.h"

#include <QCompleter>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QPushButton>

#include <algorithm>
#include <filesystem>

namespace mw::ui {

namespace {

constexpr int pauseMilliseconds = 250;
constexpr int widthInCharacters = 90;
constexpr int sentenceLines = 3;

/// The folder that a drag holds; empty where it holds something else.
QString droppedFolder(const QMimeData* data) {
    const QList<QUrl> urls = data->urls();
    if (urls.size() != 1 || !urls.front().isLocalFile())
        return {};
    const QString path = urls.front().toLocalFile();
    return QFileInfo(path).isDir() ? path : QString();
}

} // namespace

ImportDialog::ImportDialog(QWidget* parent)
    : QDialog(parent), ui_(std::make_unique<Ui::ImportDialog>()),
      probe_(std::make_unique<RepositoryProbe>()) {
    ui_->setupUi(this);
    new ReadablePlaceholder(ui_->repository);
    ui_->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Import"));
    setMinimumWidth(widthInCharacters * fontMetrics().averageCharWidth());
    ui_->sentence->setMinimumHeight(sentenceLines * fontMetrics().lineSpacing());
    for (QComboBox* const box : {ui_->from, ui_->to}) {
        box->completer()->setFilterMode(Qt::MatchContains);
        box->completer()->setCompletionMode(QCompleter::PopupCompletion);
        box->lineEdit()->setAccessibleName(box->accessibleName());
    }
    for (QTimer* const timer : {&typing_, &revisions_}) {
        timer->setSingleShot(true);
        timer->setInterval(pauseMilliseconds);
    }
    connectFields();
    connectProbe();
    refresh();
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::connectFields() {
    connect(ui_->repository, &QLineEdit::textChanged, this, &ImportDialog::repositoryEdited);
    connect(&typing_, &QTimer::timeout, this, &ImportDialog::readRepository);
    connect(&revisions_, &QTimer::timeout, this, &ImportDialog::checkRevisions);
    connect(ui_->browse, &QPushButton::clicked, this, &ImportDialog::browse);
    connect(ui_->name, &QLineEdit::textEdited, this,
            [this](const QString& text) { nameTouched_ = !text.isEmpty(); });
    connect(ui_->name, &QLineEdit::textChanged, this, &ImportDialog::refresh);
    connect(ui_->from->lineEdit(), &QLineEdit::textEdited, this, [this] { fromTouched_ = true; });
    connect(ui_->from, &QComboBox::activated, this, [this] { fromTouched_ = true; });
    connect(ui_->from, &QComboBox::editTextChanged, this, [this] {
        revisions_.start();
        refresh();
    });
    connect(ui_->to, &QComboBox::editTextChanged, this, [this] {
        suggestFrom();
        suggestName();
        revisions_.start();
        refresh();
    });
}

void ImportDialog::connectProbe() {
    connect(probe_.get(), &RepositoryProbe::tagsRead, this,
            [this](const QString& path, const std::vector<git::Tag>& tags) {
                if (path != repository())
                    return;
                clone_ = Clone::Read;
                offerTags(tags);
            });
    connect(probe_.get(), &RepositoryProbe::fetchPossible, this,
            [this](const QString& path, const QString& address, bool allowed) {
                if (path != repository())
                    return;
                ui_->fetch->setToolTip(
                    tr("The clone was made without file contents. Who maintains what stands in a "
                       "file of the release, which git can bring from %1; that takes the network.")
                        .arg(address));
                ui_->fetch->setText(
                    tr("Let git &fetch what this clone lacks from %1")
                        .arg(QString(address).replace(QLatin1Char('&'), QLatin1String("&&"))));
                ui_->fetch->setChecked(allowed);
                ui_->fetch->show();
            });
    connect(probe_.get(), &RepositoryProbe::unreadable, this,
            [this](const QString& path, const QString& sentence) {
                if (path != repository())
                    return;
                clone_ = Clone::Unreadable;
                cloneError_ = sentence;
                offerTags({});
            });
    connect(probe_.get(), &RepositoryProbe::revisionChecked, this,
            [this](const QString& path, const QString& revision, const QString& wrong) {
                if (path != repository())
                    return;
                checked_.insert(revision, wrong);
                refresh();
            });
}

void ImportDialog::setRepository(const QString& path) {
    ui_->repository->setText(QDir::toNativeSeparators(path));
    typing_.stop();
    readRepository();
}

QString ImportDialog::repository() const {
    QString path = ui_->repository->text().trimmed();
    if (path == QLatin1String("~") || path.startsWith(QLatin1String("~/")))
        path.replace(0, 1, QDir::homePath());
    return path.isEmpty() ? path : QDir::cleanPath(path);
}

void ImportDialog::browse() {
    auto* const chooser = new QFileDialog(this, tr("Choose a clone of the kernel"), repository());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, this, &ImportDialog::setRepository);
    chooser->open();
}

void ImportDialog::repositoryEdited() {
    clone_ = repository().isEmpty() ? Clone::None : Clone::Awaited;
    ui_->fetch->hide();
    ui_->fetch->setChecked(false);
    checked_.clear();
    if (clone_ == Clone::Awaited)
        typing_.start();
    else
        typing_.stop();
    refresh();
}

void ImportDialog::readRepository() {
    if (repository().isEmpty())
        return;
    clone_ = Clone::Awaited;
    probe_->readTags(repository());
    refresh();
}

void ImportDialog::offerTags(const std::vector<git::Tag>& tags) {
    tags_ = tags;
    QStringList names;
    for (const git::Tag& tag : tags_)
        names << toQString(tag.name);
    const git::SuggestedRange range = git::suggest_range(tags_);
    fromTouched_ = false;
    for (QComboBox* const box : {ui_->from, ui_->to}) {
        box->clear();
        box->addItems(names);
        box->clearEditText();
    }
    ui_->to->setEditText(toQString(range.to));
    ui_->from->setEditText(toQString(range.from));
    refresh();
}

void ImportDialog::suggestFrom() {
    if (fromTouched_)
        return;
    const auto to = std::ranges::find(tags_, ui_->to->currentText().toStdString(), &git::Tag::name);
    if (to == tags_.end())
        return;
    // The newest final release among what is older than TO; of few tags, the next one.
    std::string from = git::suggest_range({to + 1, tags_.end()}).to;
    if (from.empty() && to + 1 != tags_.end())
        from = (to + 1)->name;
    if (!from.empty())
        ui_->from->setEditText(toQString(from));
}

void ImportDialog::suggestName() {
    if (!nameTouched_)
        ui_->name->setText(ui_->to->currentText().trimmed());
}

bool ImportDialog::isKnown(const QString& revision) const {
    return std::ranges::find(tags_, revision.toStdString(), &git::Tag::name) != tags_.end();
}

void ImportDialog::checkRevisions() {
    if (clone_ != Clone::Read)
        return;
    for (const QComboBox* const box : {ui_->from, ui_->to})
        if (const QString revision = box->currentText().trimmed();
            !revision.isEmpty() && !isKnown(revision) && !checked_.contains(revision))
            probe_->checkRevision(repository(), revision);
}

QString ImportDialog::mistake() const {
    const QString from = ui_->from->currentText().trimmed(), to = ui_->to->currentText().trimmed();
    if (clone_ == Clone::None)
        return tr("Choose the folder of a kernel clone.");
    if (clone_ == Clone::Unreadable)
        return cloneError_;
    if (clone_ != Clone::Read)
        return {};
    if (from.isEmpty() || to.isEmpty())
        return tags_.empty() ? tr("This clone has no tags. 'git fetch --tags' run there brings "
                                  "them; or type two revisions.")
                             : tr("Choose the release and the one before it.");
    if (from == to)
        return tr("Nothing lies between %1 and itself: choose two revisions.").arg(from);
    for (const QString& revision : {to, from})
        if (const QString wrong = checked_.value(revision); !isKnown(revision) && !wrong.isEmpty())
            return wrong;
    if (ui_->name->text().trimmed().isEmpty())
        return tr("Give the release a name for the list.");
    return {};
}

QString ImportDialog::remark() const {
    if (clone_ == Clone::Awaited)
        return tr("Reading the tags of %1 …").arg(repository());
    const auto tag = [this](const QComboBox* box) {
        return std::ranges::find(tags_, box->currentText().trimmed().toStdString(),
                                 &git::Tag::name);
    };
    const auto from = tag(ui_->from), to = tag(ui_->to);
    if (from != tags_.end() && to != tags_.end() && from->time > to->time)
        return tr("%1 is newer than %2: most likely they are the wrong way round.")
            .arg(toQString(from->name), toQString(to->name));
    return tr("Imports what is in %1 and not in %2. A release named %3 in the database is "
              "replaced.")
        .arg(ui_->to->currentText().trimmed(), ui_->from->currentText().trimmed(),
             ui_->name->text().trimmed());
}

void ImportDialog::refresh() {
    const QString wrong = mistake();
    ui_->sentence->setText(wrong.isEmpty() ? remark() : wrong);
    const QColor window = palette().color(QPalette::Window);
    QPalette colors = palette();
    // An empty dialog is not a mistake that somebody made.
    if (!wrong.isEmpty() && clone_ != Clone::None)
        colors.setColor(
            QPalette::WindowText,
            readable(paletteColor(TextColor::Removed, palette(), QPalette::Active), window));
    ui_->sentence->setPalette(colors);

    const bool read = clone_ == Clone::Read;
    for (QWidget* const field : std::initializer_list<QWidget*>{ui_->from, ui_->to, ui_->name})
        field->setEnabled(read);
    const auto decided = [this](const QComboBox* box) {
        const QString revision = box->currentText().trimmed();
        return isKnown(revision) || checked_.contains(revision);
    };
    ui_->buttons->button(QDialogButtonBox::Ok)
        ->setEnabled(read && wrong.isEmpty() && decided(ui_->from) && decided(ui_->to));
}

importer::ImportRequest ImportDialog::request() const {
    importer::ImportRequest request;
    request.repository = std::filesystem::path(repository().toStdU16String());
    request.from = ui_->from->currentText().trimmed().toStdString();
    request.to = ui_->to->currentText().trimmed().toStdString();
    request.name = ui_->name->text().trimmed().toStdString();
    request.lines = ui_->lines->isChecked();
    request.fetch = ui_->fetch->isChecked();
    return request;
}

void ImportDialog::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedFolder(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent* event) {
    setRepository(droppedFolder(event->mimeData()));
    event->acceptProposedAction();
}

} // namespace mw::ui
