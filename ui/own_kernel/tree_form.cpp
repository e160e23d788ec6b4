#include "own_kernel/tree_form.h"

#include "painting/readable_placeholder.h"
#include "text/engine_text.h"
#include "text/format.h"
#include "ui_tree_form.h"

#include <QCompleter>
#include <QDir>
#include <QFileDialog>
#include <QPushButton>

namespace mw::ui {

namespace {

constexpr int formPause = 250; // milliseconds
constexpr int formWidth = 70;  // letters

enum class FormQuestion { Revisions };

} // namespace

TreeForm::TreeForm(const QString& repository, const QStringList& taken, QWidget* parent)
    : QDialog(parent), ui_(std::make_unique<Ui::TreeForm>()), taken_(taken),
      thread_(QStringLiteral("branches")) {
    ui_->setupUi(this);
    new ReadablePlaceholder(ui_->repository);
    new ReadablePlaceholder(ui_->name);
    ui_->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Read it"));
    setMinimumWidth(formWidth * fontMetrics().averageCharWidth());
    ui_->sentence->setMinimumHeight(2 * fontMetrics().lineSpacing());
    ui_->revision->completer()->setFilterMode(Qt::MatchContains);
    ui_->revision->completer()->setCompletionMode(QCompleter::PopupCompletion);
    ui_->revision->lineEdit()->setAccessibleName(ui_->revision->accessibleName());
    typing_.setSingleShot(true);
    typing_.setInterval(formPause);
    connect(&typing_, &QTimer::timeout, this, &TreeForm::readClone);
    connect(ui_->repository, &QLineEdit::textChanged, this, [this] {
        read_ = false;
        problem_.clear();
        typing_.start();
        refresh();
    });
    connect(ui_->browse, &QPushButton::clicked, this, &TreeForm::browse);
    connect(ui_->revision, &QComboBox::editTextChanged, this, [this] {
        suggestName();
        refresh();
    });
    connect(ui_->name, &QLineEdit::textEdited, this,
            [this](const QString& text) { nameTouched_ = !text.isEmpty(); });
    connect(ui_->name, &QLineEdit::textChanged, this, &TreeForm::refresh);
    ui_->repository->setText(QDir::toNativeSeparators(repository));
    ui_->repository->selectAll(); // what is typed takes its place
    refresh();
}

TreeForm::~TreeForm() = default;

QString TreeForm::repository() const {
    QString path = ui_->repository->text().trimmed();
    if (path == QLatin1String("~") || path.startsWith(QLatin1String("~/")))
        path.replace(0, 1, QDir::homePath());
    return path.isEmpty() ? path : QDir::cleanPath(path);
}

OwnKernelEngine::TreeWish TreeForm::wish() const {
    return {ui_->name->text().trimmed().toStdString(), repository().toStdString(),
            ui_->revision->currentText().trimmed().toStdString()};
}

void TreeForm::browse() {
    auto* const chooser = new QFileDialog(this, tr("Choose the clone of the tree"), repository());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, ui_->repository, &QLineEdit::setText);
    chooser->open();
}

void TreeForm::readClone() {
    if (repository().isEmpty())
        return;
    thread_.runLatest(
        FormQuestion::Revisions, this,
        [path = repository().toStdString()](Nothing&, const std::stop_token&) {
            return OwnKernelEngine::revisions(path);
        },
        [this](const std::vector<std::string>& revisions) { offer(revisions); },
        [this](const std::exception& error) {
            problem_ = errorText(error);
            refresh();
        });
}

void TreeForm::offer(const std::vector<std::string>& revisions) {
    read_ = true;
    const QString before = ui_->revision->currentText();
    ui_->revision->clear();
    for (const std::string& name : revisions)
        ui_->revision->addItem(toQString(name));
    if (!before.isEmpty())
        ui_->revision->setEditText(before);
    refresh();
}

void TreeForm::suggestName() {
    if (!nameTouched_)
        ui_->name->setText(ui_->revision->currentText().trimmed().section(QLatin1Char('/'), -1));
}

QString TreeForm::mistake() const {
    if (repository().isEmpty())
        return tr("Choose the folder of a clone that has the tree.");
    if (!problem_.isEmpty())
        return problem_;
    if (ui_->revision->currentText().trimmed().isEmpty())
        return tr("Which branch, tag or commit is the tree?");
    if (ui_->name->text().trimmed().isEmpty())
        return tr("Give the tree a name, such as stable-6.6: searches ask for it by that.");
    if (ui_->name->text().contains(QLatin1Char('"')))
        return tr("The name cannot hold a quotation mark.");
    return {};
}

void TreeForm::refresh() {
    const QString wrong = mistake();
    QString remark = wrong;
    if (wrong.isEmpty())
        remark = taken_.contains(ui_->name->text().trimmed())
                     ? tr("The tree of that name is read again, in place of what was known of it.")
                     : tr("Every changeset here is looked for in it: the commit itself, or a "
                          "backport. That takes a while, and you can go on meanwhile.");
    ui_->sentence->setText(remark);
    ui_->buttons->button(QDialogButtonBox::Ok)->setEnabled(wrong.isEmpty() && read_);
}

} // namespace mw::ui
