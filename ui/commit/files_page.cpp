#include "commit/files_page.h"

#include "commit/arrangement.h"
#include "commit/tone_delegate.h"
#include "text/format.h"
#include "ui_files_page.h"

#include <QHeaderView>

#include <algorithm>
#include <utility>

namespace mw::ui {

namespace {

constexpr std::size_t firstLines = 2'000;
constexpr std::size_t moreFactor = 5;
constexpr int slowMilliseconds = 200;
constexpr int filesBeside = 30, filesAbove = 22; ///< percent for the files

QString modeText(unsigned mode) {
    return QString::number(mode, 8).rightJustified(6, QLatin1Char('0'));
}

} // namespace

FilesPage::FilesPage(QWidget* parent) : QWidget(parent), ui_(std::make_unique<Ui::FilesPage>()) {
    ui_->setupUi(this);
    setUpTable();
    ui_->splitter->setStretchFactor(0, 2);
    ui_->splitter->setStretchFactor(1, 5);
    ui_->cut->hide();
    setFocusProxy(ui_->files);

    slow_.setSingleShot(true);
    slow_.setInterval(slowMilliseconds);
    connect(&slow_, &QTimer::timeout, this, [this] { showNote(tr("Reading the diff …")); });
    connect(&loader_, &PatchLoader::loaded, this, &FilesPage::showPatch);
    connect(&loader_, &PatchLoader::failed, this, &FilesPage::showNote);
    connect(&loader_, &PatchLoader::cloneChecked, this, &FilesPage::takeCloneState);
    connect(ui_->more, &QPushButton::clicked, this, [this] { loadDiff(maxLines_ * moreFactor); });
}

FilesPage::~FilesPage() = default;

void FilesPage::setUpTable() {
    sorted_.setSourceModel(&model_);
    sorted_.setSortRole(FileModel::SortRole);
    ui_->files->setModel(&sorted_);
    ui_->files->setItemDelegate(new ToneDelegate(FileModel::ToneRole, this));
    QHeaderView* const header = ui_->files->header();
    // Widths by the font, not by ten thousand rows.
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    header->setMinimumSectionSize(3 * digit);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(FileModel::PathColumn, QHeaderView::Stretch);
    header->resizeSection(FileModel::StatusColumn, 4 * digit);
    header->resizeSection(FileModel::InsertionsColumn, 8 * digit);
    header->resizeSection(FileModel::DeletionsColumn, 8 * digit);
    header->setSortIndicator(-1, Qt::AscendingOrder); // git's order
    header->setSortIndicatorClearable(true);
    connect(ui_->files->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &FilesPage::wantDiff);
}

QString FilesPage::missingCloneText(const QString& clone) {
    return tr("The clone %1 is not there any more, so diffs cannot be shown: put it back, or "
              "import "
              "the release again from where it is now. Message and files are from the database.")
        .arg(clone);
}

void FilesPage::setFiles(const QString& commit, std::vector<store::FileChange> files,
                         const QString& clone, bool sameCommit) {
    const bool sameFiles =
        sameCommit && files.size() == static_cast<std::size_t>(model_.rowCount());
    commit_ = commit;
    clone_ = clone;
    if (!sameFiles) {
        loader_.forget();
        shownPath_.clear();
        showNote({});
        ui_->fileTitle->clear();
    }
    model_.setFiles(std::move(files), sameFiles);
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
    if (!ui_->files->currentIndex().isValid())
        ui_->files->setCurrentIndex(sorted_.index(0, FileModel::PathColumn));
    wantDiff();
}

void FilesPage::wantDiff() {
    const QModelIndex current = sorted_.mapToSource(ui_->files->currentIndex());
    if (!isVisible() || !current.isValid())
        return;
    const QString path = toQString(model_.file(current.row()).path);
    if (path == shownPath_)
        return;
    shownPath_ = path;
    ui_->fileTitle->setText(path);
    ui_->cut->hide();
    loadDiff(firstLines);
}

void FilesPage::loadDiff(std::size_t maxLines) {
    maxLines_ = maxLines;
    if (maxLines == firstLines)
        slow_.start();
    ui_->more->setEnabled(false);
    loader_.request({clone_, commit_, shownPath_, maxLines});
}

QString FilesPage::describe(const git::FilePatch& patch) const {
    QStringList parts{toQString(patch.path), FileModel::statusText(patch.status)};
    if (patch.old_mode != 0 && patch.new_mode != 0 && patch.old_mode != patch.new_mode)
        parts << tr("mode %1 → %2").arg(modeText(patch.old_mode), modeText(patch.new_mode));
    if (patch.binary)
        parts << tr("binary");
    return parts.join(QStringLiteral(" · "));
}

void FilesPage::showPatch(const LoadedPatch& loaded) {
    slow_.stop();
    ui_->fileTitle->setText(describe(loaded.patch));
    if (loaded.patch.binary) {
        showNote(tr("A binary file: there are no lines to show."));
        return;
    }
    if (loaded.text.lines.empty()) {
        showNote(loaded.patch.old_mode != loaded.patch.new_mode && loaded.patch.status == 'M'
                     ? tr("The mode changed, the content did not.")
                     : tr("The file is empty: there are no lines to show."));
        return;
    }
    ui_->diff->setDiff(loaded.text, maxLines_ > firstLines);
    ui_->stack->setCurrentWidget(ui_->diff);
    ui_->cutText->setText(tr("The diff is long: these are its first %1 lines.")
                              .arg(countText(static_cast<std::int64_t>(maxLines_))));
    ui_->more->setEnabled(true);
    ui_->cut->setVisible(loaded.patch.cut);
}

void FilesPage::showNote(const QString& text) {
    slow_.stop();
    ui_->note->setText(text);
    ui_->stack->setCurrentWidget(ui_->note);
    ui_->cut->hide();
}

void FilesPage::takeCloneState(const QString& clone, bool there) {
    if (clone != clone_)
        return;
    if (!there) {
        loader_.forget();
        showNote(missingCloneText(clone));
    } else if (ui_->note->text() == missingCloneText(clone)) {
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
