// What the lines of the diffs lead to: who wrote one, what changed it later, and from one place of
// what is searched for to the next.

#include "commit/files/files_page.h"
#include "commit/files/line_panel.h"
#include "text/format.h"
#include "ui_files_page.h"

#include <algorithm>
#include <utility>

namespace mw::ui {

namespace {

constexpr std::size_t longestSearched = 100'000; ///< lines of a diff in which a mark is looked for
constexpr std::size_t moreForMark = 4; ///< times as much of a diff, until its mark is seen

} // namespace

void FilesPage::setUpLines() {
    origin_->setObjectName(QStringLiteral("actionLineOrigin"));
    origin_->setShortcut(QKeySequence(QStringLiteral("Ctrl+B")));
    origin_->setToolTip(tr("Finds in the clone which changeset last wrote the line before this one "
                           "touched it"));
    later_->setObjectName(QStringLiteral("actionLaterChanges"));
    later_->setShortcut(QKeySequence(QStringLiteral("Ctrl+Alt+B")));
    later_->setToolTip(tr("Finds in the clone what changed or removed, later in the release, what "
                          "this changeset added to the file"));
    options_.menu().addSeparator();
    for (QAction* const action : {origin_, later_}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        options_.menu().addAction(action);
    }
    connect(origin_, &QAction::triggered, this, &FilesPage::askOrigin);
    connect(later_, &QAction::triggered, this, &FilesPage::askLater);
    for (DiffView* const view : {ui_->diff, &ui_->sides->before(), &ui_->sides->after()})
        connect(view, &DiffView::menuOpened, this, [this](QMenu* menu) {
            menu->addSeparator();
            menu->addActions({origin_, later_});
        });
    connect(ui_->lines, &LinePanel::commitRequested, this, &FilesPage::commitRequested);
    connect(&options_, &DiffOptions::markWanted, this,
            [this](bool forward) { walk(forward ? MarkStep::Next : MarkStep::Previous); });
    connect(&loader_, &PatchLoader::markFound, this, &FilesPage::onMarkFound);
}

DiffView* FilesPage::currentDiff() const {
    if (ui_->stack->currentWidget() == ui_->sides)
        return &ui_->sides->current();
    return ui_->stack->currentWidget() == ui_->diff ? ui_->diff : nullptr;
}

std::optional<LineQuestion> FilesPage::lineQuestion(bool before) const {
    const DiffView* const view = currentDiff();
    const DiffLine* const line = view ? view->currentLine() : nullptr;
    if (!line || clone_.isEmpty())
        return std::nullopt;
    const bool renamed = before && !shownOldPath_.empty();
    LineQuestion question{clone_,
                          commit_.toStdString(),
                          renamed ? shownOldPath_ : shownPath_.toStdString(),
                          before ? line->oldNumber : line->newNumber,
                          before,
                          rangeStart_,
                          rangeEnd_};
    return question;
}

void FilesPage::askOrigin() {
    const auto question = lineQuestion(true);
    if (!question)
        return;
    if (question->line == 0) {
        ui_->lines->say(tr("Put the cursor on a removed or an unchanged line: what is added was "
                           "written by this changeset."));
        return;
    }
    ui_->lines->askOrigin(*question, release_);
}

void FilesPage::askLater() {
    if (const auto question = lineQuestion(false))
        ui_->lines->askLater(*question, release_);
}

void FilesPage::setMarks(SharedCodeMarks marks) {
    marks_ = std::move(marks);
    ui_->diff->setMarks(marks_);
    ui_->sides->setMarks(marks_);
    if (isVisible())
        findMark(MarkStep::First);
    else if (marks_)
        shownPath_.clear(); // once somebody looks, they see a mark
}

void FilesPage::appendFiles(const QModelIndex& parent, std::vector<int>& files) const {
    const QAbstractItemModel& model = *ui_->files->model();
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (const int file = fileOf(index); file >= 0)
            files.push_back(file);
        appendFiles(index, files);
    }
}

void FilesPage::findMark(MarkStep step) {
    seeking_.reset();
    if (!marks_ || clone_.isEmpty() || commit_.isEmpty())
        return;
    std::vector<int> files;
    appendFiles({}, files);
    const auto here = std::ranges::find(files, currentFile());
    // Once round, with the file at hand at the end.
    if (step == MarkStep::Next && here != files.end())
        std::ranges::rotate(files, std::next(here));
    if (step == MarkStep::Previous) {
        if (here != files.end())
            std::ranges::rotate(files, here);
        std::ranges::reverse(files);
    }
    std::vector<PatchKey> keys;
    keys.reserve(files.size());
    git::PatchOptions options = options_.patch();
    options.context = 0;
    options.attributes = rangeEnd_;
    for (const int file : files) {
        const std::string& path = model_.file(file).path;
        const git::Rename* const rename = model_.renameOf(path);
        options.old_path = rename ? rename->old_path : std::string();
        keys.push_back({clone_, commit_, toQString(path), longestSearched, options});
    }
    seeking_ = step;
    loader_.findMark(std::move(keys), marks_);
}

void FilesPage::onMarkFound(const QString& commit, const QString& path) {
    if (commit != commit_ || !seeking_)
        return;
    const MarkStep end = *std::exchange(seeking_, std::nullopt) == MarkStep::Previous
                             ? MarkStep::Last
                             : MarkStep::First;
    const int row = path.isEmpty() ? -1 : model_.rowOf(path);
    if (row < 0)
        return;
    markedPath_ = path;
    if (path == shownPath_) {
        markWanted_ = end;
        if (currentDiff() && !slow_.isActive())
            takeMark(ui_->cut->isVisible());
        return;
    }
    select(row);
    if (markWanted_)
        markWanted_ = end;
}

bool FilesPage::goToMark(MarkStep step) {
    return ui_->stack->currentWidget() == ui_->sides  ? ui_->sides->goToMark(step)
           : ui_->stack->currentWidget() == ui_->diff ? ui_->diff->goToMark(step)
                                                      : false;
}

void FilesPage::takeMark(bool cut) {
    const auto step = std::exchange(markWanted_, std::nullopt);
    if (!step || goToMark(*step))
        return;
    const bool known = markedPath_ == shownPath_;
    if (cut && (known || *step == MarkStep::Next) && maxLines_ < longestSearched) {
        markWanted_ = step;
        keepsPlace_ = *step == MarkStep::Next;
        loadDiff(maxLines_ * moreForMark);
    } else if (*step == MarkStep::Next) {
        findMark(*step);
    }
}

void FilesPage::walk(MarkStep step) {
    if (!marks_ || goToMark(step))
        return;
    if (step == MarkStep::Next) {
        markWanted_ = step;
        takeMark(ui_->cut->isVisible());
    } else {
        findMark(step);
    }
}

} // namespace mw::ui
