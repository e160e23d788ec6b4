#include "annotations/annotation_controller.h"

#include "annotations/annotation_command.h"
#include "annotations/marks_dock.h"
#include "annotations/section_dialog.h"
#include "changesets/changeset_panel.h"
#include "commit/commit_panel.h"
#include "commit/note_page.h"
#include "text/format.h"
#include "text/save_file.h"
#include "widgets/message_bar.h"

#include <QDateTime>
#include <QFileDialog>
#include <QMenuBar>
#include <QStatusBar>

#include <utility>

namespace mw::ui {

namespace {

/// So wide 'My marks' wants to be at first.
constexpr int marksColumns = 64;
constexpr int statusMilliseconds = 5000;

QString choicesFilter() {
    return AnnotationController::tr("Choices (*.tsv);;All files (*)");
}

} // namespace

AnnotationController::AnnotationController(const QString& database, const Parts& parts)
    : parts_(parts), service_(database), actions_(*new AnnotationActions(parts.window)) {
    marks_ = new MarksDock(&parts_.window);
    marks_->model().setLookup(
        [session = &parts_.session](const std::string& oid) { return session->commit(oid); },
        [session = &parts_.session](store::RowId release) { return session->project(release); });
    parts_.window.addDockWidget(Qt::RightDockWidgetArea, marks_);
    marks_->hide();
    connectService();
    connectActions();
    connectFilters();
    connectPanels();
}

AnnotationController::~AnnotationController() {
    // The dock outlives what its lookup reads from.
    marks_->model().setLookup({}, {});
}

void AnnotationController::connectService() {
    connect(&service_, &AnnotationService::applied, this, &AnnotationController::onChangeApplied);
    connect(&service_, &AnnotationService::refused, this, &AnnotationController::onChangeRefused);
    connect(&service_, &AnnotationService::marks, marks_, &MarksDock::setMarks);
    connect(&service_, &AnnotationService::rulesMistaken, this,
            &AnnotationController::onQueryError);
    connect(&service_, &AnnotationService::sorted, this, [this](int releases, double seconds) {
        actions_.sortAnew->setEnabled(true);
        parts_.session.reloadLists(true);
        parts_.message.showMessage(
            MessageBar::Kind::Information,
            releases == 0
                ? tr("There is nothing to sort: the selection that comes with the program keeps "
                     "its sections, and no release was imported.")
                : tr("Sorted anew in %2 s: %Ln release(s). Your own choices stay.", nullptr,
                     releases)
                      .arg(seconds, 0, 'f', 1));
    });
    connect(&service_, &AnnotationService::choicesRead, this,
            [this](const PersonalChangePtr& change) {
                stack_.push(new AnnotationCommand(
                    service_, change,
                    tr("import of %Ln choice(s)", nullptr, static_cast<int>(change->oids.size()))));
            });
    connect(&service_, &AnnotationService::choicesWritten, this,
            [this](const QString& file, int choices) {
                say(tr("%Ln choice(s) written to %1.", nullptr, choices).arg(file));
            });
    connect(&service_, &AnnotationService::failed, this, [this](const QString& sentence) {
        actions_.sortAnew->setEnabled(true);
        emit failed(sentence);
    });
    connect(&rules_, &OwnRules::failed, this, &AnnotationController::failed);
}

void AnnotationController::connectActions() {
    connect(actions_.put, &QAction::triggered, this, &AnnotationController::put);
    connect(actions_.back, &QAction::triggered, this,
            [this] { mark(MarkField::SectionKey, {}, tr("back to the rules")); });
    connect(actions_.why, &QAction::triggered, this, [this] { showPage(&CommitPanel::openWhy); });
    connect(actions_.sortAnew, &QAction::triggered, this, [this] {
        actions_.sortAnew->setEnabled(false);
        say(tr("Sorting anew…"));
        service_.sortAnew();
    });
    connect(actions_.editRules, &QAction::triggered, &rules_, &OwnRules::edit);
    connect(actions_.writeSectionOverrides, &QAction::triggered, this,
            &AnnotationController::exportChoices);
    connect(actions_.readSectionOverrides, &QAction::triggered, this,
            &AnnotationController::importChoices);
    connect(actions_.bookmark, &QAction::triggered, this, &AnnotationController::toggleBookmark);
    connect(actions_.note, &QAction::triggered, this, [this] { showPage(&CommitPanel::openNote); });
    connect(actions_.read, &QAction::triggered, this, &AnnotationController::toggleRead);
    connect(&actions_, &AnnotationActions::colourChosen, this, &AnnotationController::setColor);
    connect(actions_.markRead, &QAction::toggled, this, [this](bool keep) {
        reader_.setActive(keep);
        parts_.changesets.model().setShowUnread(keep);
    });
    connect(actions_.marks, &QAction::triggered, this, [this](bool show) {
        if (show)
            showMarks();
        else
            marks_->hide();
    });
    connect(marks_->toggleViewAction(), &QAction::toggled, actions_.marks, &QAction::setChecked);
}

void AnnotationController::connectFilters() {
    for (const auto& [action, query] :
         {std::pair{actions_.newHardware, "is:new-hardware"},
          std::pair{actions_.bookmarked, "is:bookmarked"}, std::pair{actions_.noted, "is:noted"},
          std::pair{actions_.unread, "is:unread"}})
        connect(action, &QAction::triggered, &parts_.session.navigation(),
                [this, filter = QString::fromLatin1(query)] {
                    parts_.session.navigation().openFilter(filter);
                });
}

void AnnotationController::connectPanels() {
    connect(&parts_.changesets, &ChangesetPanel::menuOpened, this,
            [this](QMenu* menu) { actions_.addTo(*menu); });
    connect(&parts_.changesets, &ChangesetPanel::selectionChanged, this,
            &AnnotationController::showState);
    ChangesetModel& model = parts_.changesets.model();
    connect(&model, &QAbstractItemModel::dataChanged, this, &AnnotationController::showState);
    connect(&model, &QAbstractItemModel::modelReset, this, &AnnotationController::showState);

    connect(&parts_.session, &Session::commitShown, this,
            [this](const store::CommitDetail& detail) {
                shown_ = detail.row;
                reader_.commitShown(detail.row);
                showState();
            });
    const auto left = [this] {
        shown_.reset();
        reader_.commitLeft();
        showState();
    };
    connect(&parts_.session, &Session::commitCleared, this, left);
    connect(&parts_.session, &Session::commitMissing, this, left);
    connect(&reader_, &ReadMarker::read, this, [this](const QString& oid) {
        auto change = std::make_shared<AnnotationChange>();
        change->field = MarkField::Read;
        change->oids = {oid.toStdString()};
        change->wanted.emplace_back().read_at = QDateTime::currentSecsSinceEpoch();
        quiet_.push_back(change);
        service_.apply(change, ChangeStep::Do);
    });

    connect(&parts_.commit, &CommitPanel::putRequested, this, &AnnotationController::put);
    connect(&parts_.commit, &CommitPanel::backToRulesRequested, actions_.back, &QAction::trigger);
    connect(&parts_.commit, &CommitPanel::rulesRequested, &rules_, &OwnRules::edit);
    connect(&parts_.commit, &CommitPanel::marksRequested, this, &AnnotationController::showMarks);
    connect(&parts_.commit.note(), &NotePage::noteChanged, this, &AnnotationController::saveNote);
    connect(&parts_.commit.note(), &NotePage::leaveRequested, &parts_.changesets,
            [table = &parts_.changesets] { table->setFocus(Qt::ShortcutFocusReason); });
    connect(marks_, &MarksDock::exportRequested, this, &AnnotationController::exportMarks);
    connect(marks_, &MarksDock::commitRequested, this,
            [this](const QString& oid) { parts_.session.navigation().openCommit(oid); });
    const auto readMarks = [this] {
        if (marks_->isVisible() && !parts_.session.releases().empty())
            service_.requestMarks();
    };
    connect(marks_, &QDockWidget::visibilityChanged, this, readMarks);
    connect(&parts_.session, &Session::releasesChanged, this, readMarks);
    connect(&parts_.message, &MessageBar::actionTriggered, this, [this] {
        if (!mistakenFile_.isEmpty())
            rules_.openAt(mistakenFile_, mistakenLine_);
    });
}

void AnnotationController::insertMenus(QMenu& edit, QMenu& before) {
    QAction* const first = edit.actions().constFirst();
    QAction* const undo = stack_.createUndoAction(&edit, tr("&Undo"));
    undo->setObjectName(QStringLiteral("actionUndo"));
    undo->setShortcut(QKeySequence(QStringLiteral("Ctrl+Z")));
    QAction* const redo = stack_.createRedoAction(&edit, tr("&Redo"));
    redo->setObjectName(QStringLiteral("actionRedo"));
    redo->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+Z")));
    edit.insertActions(first, {undo, redo});
    edit.insertSeparator(first);
    actions_.insertMenus(*parts_.window.menuBar(), before.menuAction());
}

bool AnnotationController::keepsTrackOfReading() const {
    return actions_.markRead->isChecked();
}

void AnnotationController::keepTrackOfReading(bool keep) {
    actions_.markRead->setChecked(keep);
}

bool AnnotationController::finish() {
    refused_ = false;
    parts_.commit.note().flush();
    service_.settle();
    return !refused_ || std::exchange(warned_, true);
}

AnnotationController::Target AnnotationController::target() const {
    Target target;
    target.rows = parts_.changesets.selectedRows();
    target.current = parts_.changesets.currentRow();
    if (target.rows.empty() && shown_) {
        target.oid = shown_->oid;
        target.current = shown_;
    }
    return target;
}

void AnnotationController::showState() {
    const Target about = target();
    actions_.showState(about.any(), about.current ? about.current->personal : std::nullopt);
}

void AnnotationController::mark(MarkField field, const store::Annotation& wanted,
                                const QString& text) {
    const Target about = target();
    if (!about.any())
        return;
    auto change = std::make_shared<AnnotationChange>();
    change->field = field;
    change->rows = about.rows;
    if (!about.oid.empty())
        change->oids = {about.oid};
    change->wanted = {wanted};
    stack_.push(new AnnotationCommand(
        service_, change,
        about.count() == 1 ? text : tr("%1, %Ln commit(s)", nullptr, about.count()).arg(text)));
}

void AnnotationController::saveNote(const QString& oid, const QString& note) {
    auto change = std::make_shared<AnnotationChange>();
    change->field = MarkField::Note;
    change->oids = {oid.toStdString()};
    change->wanted.emplace_back().note = note.toStdString();
    stack_.push(new AnnotationCommand(service_, change, tr("note")));
}

void AnnotationController::put() {
    const Target about = target();
    if (!about.any())
        return;
    const QString what = about.count() == 1 && about.current && !about.current->subject.empty()
                             ? tr("Put “%1” into:").arg(shownText(about.current->subject))
                             : tr("Put the %Ln selected commit(s) into:", nullptr, about.count());
    auto* const dialog = new SectionDialog(
        what, about.current ? std::optional(about.current->place) : std::nullopt, &parts_.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SectionDialog::chosen, this, &AnnotationController::putInto);
    dialog->open();
}

void AnnotationController::putInto(const classify::SectionKey& place) {
    store::Annotation wanted;
    wanted.place = place;
    mark(MarkField::SectionKey, wanted, tr("put into %1").arg(placeTitle(place)));
}

void AnnotationController::toggleBookmark() {
    const Target about = target();
    store::Annotation wanted;
    wanted.bookmarked =
        !(about.current && about.current->personal && about.current->personal->bookmarked);
    mark(MarkField::Bookmark, wanted,
         wanted.bookmarked ? tr("bookmark") : tr("bookmark taken away"));
}

void AnnotationController::toggleRead() {
    const Target about = target();
    const bool read = about.current && about.current->personal && about.current->personal->read_at;
    store::Annotation wanted;
    if (!read)
        wanted.read_at = QDateTime::currentSecsSinceEpoch();
    mark(MarkField::Read, wanted, read ? tr("mark as unread") : tr("mark as read"));
}

void AnnotationController::setColor(int colour) {
    store::Annotation wanted;
    if (colour >= 0)
        wanted.colour = colour;
    mark(MarkField::Color, wanted,
         colour < 0 ? tr("colour taken away")
                    : tr("colour %1").arg(markColorName(colour).toLower()));
}

void AnnotationController::exportChoices() {
    auto* const dialog = new QFileDialog(&parts_.window, tr("Export my choices"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(choicesFilter());
    dialog->setDefaultSuffix(QStringLiteral("tsv"));
    dialog->selectFile(QStringLiteral("choices.tsv"));
    connect(dialog, &QFileDialog::fileSelected, &service_,
            &AnnotationService::writeSectionOverrides);
    dialog->open();
}

void AnnotationController::importChoices() {
    auto* const dialog = new QFileDialog(&parts_.window, tr("Import choices"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(choicesFilter());
    connect(dialog, &QFileDialog::fileSelected, &service_,
            &AnnotationService::readSectionOverrides);
    dialog->open();
}

void AnnotationController::exportMarks() {
    auto* const dialog = new QFileDialog(&parts_.window, tr("Export my marks"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Markdown (*.md);;All files (*)"));
    dialog->setDefaultSuffix(QStringLiteral("md"));
    dialog->selectFile(QStringLiteral("marks.md"));
    connect(dialog, &QFileDialog::fileSelected, this, &AnnotationController::writeMarks);
    dialog->open();
}

void AnnotationController::writeMarks(const QString& name) {
    if (const QString wrong = saveFile(name, marks_->markdown().toUtf8()); wrong.isEmpty())
        say(tr("Your marks were written to %1.").arg(name));
    else
        emit failed(wrong);
}

void AnnotationController::onChangeApplied(const PersonalChangePtr& change, ChangeStep step) {
    const bool quiet = std::erase(quiet_, change) > 0;
    NotePage& note = parts_.commit.note();
    if (change->field == MarkField::Note && !change->before.empty()) {
        const QString oid = toQString(change->oids.front());
        const QString text = toQString(step == ChangeStep::Undo ? change->before.front().note
                                                                : change->wanted.front().note);
        if (step == ChangeStep::Do)
            note.noteSaved(oid, text);
        else
            note.onNoteRead(oid, text);
    }

    // What is read while one looks must not leave the list of the unread under one's eyes.
    const bool listed = parts_.session.navigation().current().filter.contains(QLatin1String("is:"));
    parts_.changesets.model().refresh();
    if (change->field == MarkField::SectionKey || (listed && !quiet))
        parts_.session.reloadLists(change->field == MarkField::SectionKey);
    else
        parts_.session.reloadCommit();
    if (marks_->isVisible())
        service_.requestMarks();
    if (quiet || (step == ChangeStep::Do && change->field == MarkField::Note))
        return;
    if (step == ChangeStep::Undo)
        say(tr("Taken back: %1.").arg(stack_.redoText()));
    else
        say(tr("Done: %1. Ctrl+Z takes it back.").arg(stack_.undoText()));
}

void AnnotationController::onChangeRefused(const PersonalChangePtr& change, ChangeStep step,
                                           const QString& sentence) {
    refused_ = true;
    if (std::erase(quiet_, change) > 0)
        keepTrackOfReading(false); // or every commit would bring the same sentence
    if (step == ChangeStep::Do) {
        change->refused = true;
        const auto* const last =
            stack_.index() > 0
                ? dynamic_cast<const AnnotationCommand*>(stack_.command(stack_.index() - 1))
                : nullptr;
        if (last && last->holds(change) && last->isRefused())
            stack_.undo();
    } else {
        change->refusedStep = step;
        bringStackBack(step);
    }
    if (change->field == MarkField::Note && step == ChangeStep::Do)
        parts_.commit.note().noteRefused(toQString(change->oids.front()));
    emit failed(change->field == MarkField::Note
                    ? tr("Your note was not saved, but is kept as long as the window is open. %1")
                          .arg(sentence)
                    : sentence);
}

/// The stack has taken steps that the database then refused: it goes back over those at its end.
/// One that lies deeper is gone over when the person comes by.
void AnnotationController::bringStackBack(ChangeStep refused) {
    const auto wasRefused = [&](int index) {
        const auto* const command = dynamic_cast<const AnnotationCommand*>(stack_.command(index));
        return command != nullptr && command->wasRefused(refused);
    };
    if (refused == ChangeStep::Undo)
        while (stack_.index() < stack_.count() && wasRefused(stack_.index()))
            stack_.redo();
    else
        while (stack_.index() > 0 && wasRefused(stack_.index() - 1))
            stack_.undo();
}

void AnnotationController::onQueryError(const QString& sentence, const QString& file, int line) {
    actions_.sortAnew->setEnabled(true);
    mistakenFile_ = file;
    mistakenLine_ = line;
    QString action;
    if (!file.isEmpty())
        action = line > 0 ? tr("Open line %1").arg(line) : tr("Open the rules");
    parts_.message.showMessage(MessageBar::Kind::Error,
                               tr("The rules are wrong, so nothing was sorted. %1").arg(sentence),
                               action);
}

void AnnotationController::showPage(void (CommitPanel::*open)()) {
    parts_.commitVisible.setChecked(true);
    (parts_.commit.*open)();
}

void AnnotationController::showMarks() {
    marks_->show();
    // Qt gives a dock that is shown for the first time hardly more than its title needs.
    const int usual = parts_.window.fontMetrics().averageCharWidth() * marksColumns;
    if (const int least = std::min(usual, parts_.window.width() / 4); marks_->width() < least)
        parts_.window.resizeDocks({marks_}, {least}, Qt::Horizontal);
    marks_->raise();
    marks_->focusList();
}

void AnnotationController::say(const QString& text) {
    parts_.window.statusBar()->showMessage(text, statusMilliseconds);
}

} // namespace mw::ui
