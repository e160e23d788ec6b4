#include "commit/files/files_page.h"

#include "commit/diff/arrangement.h"
#include "commit/files/line_panel.h"
#include "painting/colored_text_delegate.h"
#include "text/format.h"
#include "ui_files_page.h"

#include <QHeaderView>

#include <algorithm>
#include <utility>

namespace mw::ui {

namespace {

constexpr std::size_t firstLines = 2'000, moreLines = 5'000;
constexpr int columnsForCounts = 36; ///< width of the list in digits
constexpr int slowMilliseconds = 200;
constexpr int filesBeside = 30, filesAbove = 22; ///< percent for the files

QString modeText(unsigned mode) {
    return QString::number(mode, 8).rightJustified(6, QLatin1Char('0'));
}

constexpr int leastColumns = 32;

/// Why there are no lines to show.
QString emptyDiffText(const git::FilePatch& patch, const git::PatchOptions& options) {
    if (patch.old_mode != patch.new_mode && patch.status == 'M')
        return FilesPage::tr("The mode changed, the content did not.");
    if (options.whitespace != git::Whitespace::all && patch.status == 'M')
        return FilesPage::tr("White space alone changed here, and it is left out.");
    if (patch.status == 'R')
        return FilesPage::tr("The file was renamed, its content is the same.");
    return FilesPage::tr("The file is empty: there are no lines to show.");
}

} // namespace

FilesPage::FilesPage(QWidget* parent)
    : QWidget(parent), ui_(std::make_unique<Ui::FilesPage>()), options_(this), tree_(model_),
      origin_(new QAction(tr("&Who wrote this line?"), this)),
      later_(new QAction(tr("What changed these lines lat&er?"), this)) {
    ui_->setupUi(this);
    setUpTable();
    setUpOptions();
    setUpLines();
    ui_->splitter->setStretchFactor(0, 2);
    ui_->splitter->setStretchFactor(1, 5);
    ui_->cut->hide();
    setFocusProxy(ui_->files);

    slow_.setSingleShot(true);
    slow_.setInterval(slowMilliseconds);
    connect(&slow_, &QTimer::timeout, this, [this] { showNote(tr("Reading the diff …")); });
    connect(&loader_, &PatchLoader::loaded, this, &FilesPage::showPatch);
    connect(&loader_, &PatchLoader::failed, this, &FilesPage::showNote);
    connect(&loader_, &PatchLoader::leftOut, this, [this](const QString& sentence) {
        showNote(sentence);
        ui_->fetch->offer(clone_, commit_);
    });
    connect(ui_->fetch, &FetchBar::fetched, this, &FilesPage::readAgain);
    connect(&loader_, &PatchLoader::cloneChecked, this, &FilesPage::onCloneState);
    connect(ui_->more, &QPushButton::clicked, this, [this] {
        keepsPlace_ = true;
        loadDiff(maxLines_ + moreLines);
    });
    connect(ui_->renames, &RenameBar::found, this, &FilesPage::onRenamesFound);
}

FilesPage::~FilesPage() = default;

void FilesPage::setUpTable() {
    sorted_.setSourceModel(&model_);
    sorted_.setSortRole(FileModel::SortRole);
    ui_->files->setItemDelegate(new ColoredTextDelegate(FileModel::TextColorRole, this));
    ui_->files->setTreePosition(FileModel::PathColumn);
    ui_->files->installEventFilter(this);
    showAsTree(false);
}

void FilesPage::arrangeColumns() {
    QHeaderView* const header = ui_->files->header();
    // Widths by the font, not by ten thousand rows.
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    header->setMinimumSectionSize(3 * digit);
    // Beside the diff there is always room for a name.
    ui_->files->setMinimumWidth(leastColumns * digit);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(FileModel::PathColumn, QHeaderView::Stretch);
    header->resizeSection(FileModel::StatusColumn, 4 * digit);
    header->resizeSection(FileModel::InsertionsColumn, 8 * digit);
    header->resizeSection(FileModel::DeletionsColumn, 8 * digit);
    fitColumns();
}

void FilesPage::fitColumns() {
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const bool narrow = ui_->files->width() < columnsForCounts * digit;
    for (const int column : {FileModel::InsertionsColumn, FileModel::DeletionsColumn})
        ui_->files->setColumnHidden(column, narrow);
}

bool FilesPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == ui_->files && event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

void FilesPage::showAsTree(bool tree) {
    const int current = ui_->files->model() ? currentFile() : -1;
    const std::unique_ptr<QItemSelectionModel> before(ui_->files->selectionModel());
    if (tree)
        ui_->files->setModel(&tree_);
    else
        ui_->files->setModel(&sorted_);
    ui_->files->setRootIsDecorated(tree);
    ui_->files->setItemsExpandable(tree);
    ui_->files->setSortingEnabled(!tree);
    QHeaderView* const header = ui_->files->header();
    header->setSortIndicator(-1, Qt::AscendingOrder); // git's order
    header->setSortIndicatorClearable(true);
    arrangeColumns();
    if (tree) {
        tree_.rebuild();
        ui_->files->expandAll();
    }
    connect(ui_->files->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &FilesPage::wantDiff);
    select(current);
}

void FilesPage::select(int file) {
    if (file >= 0)
        ui_->files->setCurrentIndex(
            ui_->files->model() == &tree_
                ? tree_.indexOfFile(file)
                : sorted_.mapFromSource(model_.index(file, FileModel::PathColumn)));
}

void FilesPage::onRenamesFound(const std::vector<git::Rename>& renames) {
    const auto seeking = seeking_;
    const int current = currentFile();
    std::string path = current < 0 ? std::string() : model_.file(current).path;
    const auto moved = std::ranges::find(renames, path, &git::Rename::old_path);
    if (moved != renames.end())
        path = moved->new_path;
    renames_ = renames;
    model_.setFiles(files_, false, renames_);
    if (options_.tree()) {
        tree_.rebuild();
        ui_->files->expandAll();
    }
    select(model_.rowOf(toQString(path)));
    wantDiff();
    if (seeking)
        findMark(*seeking); // by the new paths
}

void FilesPage::setUpOptions() {
    ui_->options->setMenu(&options_.menu());
    connect(&options_, &DiffOptions::treeChanged, this, [this] { showAsTree(options_.tree()); });
    connect(&options_, &DiffOptions::layoutChanged, this, &FilesPage::readAgain);
    connect(&options_, &DiffOptions::patchChanged, this, &FilesPage::readAgain);
    connect(&options_, &DiffOptions::blanksChanged, this, &FilesPage::showBlanks);
    connect(&options_, &DiffOptions::stepWanted, this, &FilesPage::goToChange);
}

void FilesPage::readAgain() {
    if (!isVisible() || shownPath_.isEmpty()) {
        shownPath_.clear(); // read as it is wanted now, once somebody looks
        return;
    }
    keepsPlace_ = true;
    loadDiff(std::max(firstLines, maxLines_));
}

void FilesPage::showBlanks() {
    ui_->diff->showBlanks(options_.showsBlanks());
    ui_->sides->showBlanks(options_.showsBlanks());
}

void FilesPage::goToChange(bool forward) {
    if (ui_->stack->currentWidget() == ui_->sides)
        ui_->sides->goToChange(forward);
    else if (ui_->stack->currentWidget() == ui_->diff)
        ui_->diff->goToChange(forward);
}

int FilesPage::fileOf(const QModelIndex& index) const {
    return ui_->files->model() == &tree_ ? tree_.fileOf(index) : sorted_.mapToSource(index).row();
}

int FilesPage::currentFile() const {
    return fileOf(ui_->files->currentIndex());
}

QString FilesPage::missingCloneText(const QString& clone) {
    return tr("The clone %1 is not there any more, so diffs cannot be shown: put it back, or "
              "import "
              "the release again from where it is now. Message and files are from the database.")
        .arg(clone);
}

void FilesPage::setFiles(const Source& source, std::vector<store::FileChange> files,
                         bool sameCommit) {
    const bool sameFiles = sameCommit && files.size() == files_.size();
    files_ = std::move(files);
    commit_ = source.commit;
    clone_ = source.clone;
    rangeEnd_ = source.rangeEnd;
    rangeStart_ = source.rangeStart;
    release_ = source.release;
    if (!sameFiles) {
        ui_->lines->reset();
        loader_.forget();
        ui_->renames->reset();
        ui_->fetch->reset();
        renames_.clear();
        shownPath_.clear();
        saysCloneIsMissing_ = false;
        showNote({});
        ui_->fileTitle->showText({});
    }
    model_.setFiles(files_, sameFiles, renames_);
    if (options_.tree() && !sameFiles) {
        tree_.rebuild();
        ui_->files->expandAll();
    }
    if (!clone_.isEmpty())
        loader_.checkClone(clone_);
    if (!sameFiles && isVisible())
        selectFirst();
}

void FilesPage::selectFirst() {
    if (sorted_.rowCount() == 0) {
        showNote(tr("This commit changes no file."));
        return;
    }
    const bool first = shownPath_.isEmpty();
    if (!ui_->files->currentIndex().isValid())
        ui_->files->setCurrentIndex(options_.tree() ? tree_.firstFile()
                                                    : sorted_.index(0, FileModel::PathColumn));
    wantDiff();
    if (first)
        findMark(MarkStep::First);
    if (!clone_.isEmpty())
        ui_->renames->find(clone_, commit_, files_);
}

void FilesPage::wantDiff() {
    const int current = currentFile();
    if (!isVisible() || current < 0)
        return;
    const QString path = toQString(model_.file(current).path);
    const git::Rename* const rename = model_.renameOf(model_.file(current).path);
    const std::string oldPath = rename ? rename->old_path : std::string();
    if (path == shownPath_ && oldPath == shownOldPath_)
        return;
    shownPath_ = path;
    shownOldPath_ = oldPath;
    ui_->lines->reset();
    markWanted_ = marks_ ? std::optional(MarkStep::First) : std::nullopt;
    ui_->fileTitle->showText(path);
    ui_->cut->hide();
    keepsPlace_ = false;
    loadDiff(firstLines);
}

void FilesPage::loadDiff(std::size_t maxLines) {
    if (clone_.isEmpty()) {
        showNote(tr("What this changeset did to the file is not part of the release that comes "
                    "with the program. Import the release from a clone of the kernel to read it "
                    "here."));
        return;
    }
    maxLines_ = maxLines;
    if (maxLines == firstLines)
        slow_.start();
    ui_->more->setEnabled(false);
    git::PatchOptions options = options_.patch();
    options.old_path = shownOldPath_;
    options.attributes = rangeEnd_;
    seeking_.reset();
    loader_.request({clone_, commit_, shownPath_, maxLines, options, options_.sideBySide()});
}

QString FilesPage::describe(const git::FilePatch& patch) const {
    QStringList parts{patch.status == 'R'
                          ? tr("%1 → %2").arg(shownText(patch.old_path), shownText(patch.path))
                          : shownText(patch.path),
                      FileModel::statusText(patch.status)};
    if (patch.old_mode != 0 && patch.new_mode != 0 && patch.old_mode != patch.new_mode)
        parts << tr("mode %1 → %2").arg(modeText(patch.old_mode), modeText(patch.new_mode));
    if (patch.binary)
        parts << tr("binary");
    return parts.join(QStringLiteral(" · "));
}

void FilesPage::showPatch(const LoadedPatch& loaded) {
    slow_.stop();
    ui_->fileTitle->showText(describe(loaded.patch));
    if (loaded.patch.binary) {
        showNote(tr("A binary file: there are no lines to show."));
        return;
    }
    if (loaded.text.lines.empty()) {
        showNote(emptyDiffText(loaded.patch, options_.patch()));
        return;
    }
    if (options_.sideBySide()) {
        ui_->sides->setDiff(loaded.sides, keepsPlace_);
        ui_->stack->setCurrentWidget(ui_->sides);
    } else {
        ui_->diff->setDiff(loaded.text, keepsPlace_);
        ui_->stack->setCurrentWidget(ui_->diff);
    }
    takeMark(loaded.patch.cut);
    ui_->cutText->setText(tr("The diff is long: these are its first %Ln line(s).", nullptr,
                             pluralOf(static_cast<std::int64_t>(maxLines_))));
    ui_->more->setEnabled(true);
    ui_->cut->setVisible(loaded.patch.cut);
}

void FilesPage::showNote(const QString& text) {
    slow_.stop();
    ui_->note->setText(text);
    ui_->stack->setCurrentWidget(ui_->note);
    ui_->cut->hide();
}

void FilesPage::onCloneState(const QString& clone, bool there) {
    if (clone != clone_)
        return;
    const bool wasMissing = std::exchange(saysCloneIsMissing_, !there);
    if (!there) {
        loader_.forget();
        showNote(missingCloneText(clone));
    } else if (wasMissing) {
        shownPath_.clear();
        wantDiff();
    }
    emit cloneChecked(clone, there);
}

void FilesPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    selectFirst();
}

void FilesPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const Qt::Orientation orientation = arrangementFor(size());
    if (orientation == arranged_)
        return;
    arranged_ = orientation;
    ui_->splitter->setOrientation(orientation);
    const int all = orientation == Qt::Horizontal ? width() : height();
    const int files = all * (orientation == Qt::Horizontal ? filesBeside : filesAbove) / 100;
    ui_->splitter->setSizes({files, all - files});
}

} // namespace mw::ui
