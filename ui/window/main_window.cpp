#include "window/main_window.h"

#include "breakdown/breakdown_controller.h"
#include "commands/command_controller.h"
#include "commit/commit_panel.h"
#include "commit/commit_steps.h"
#include "core/limits.h"
#include "document/document_menu.h"
#include "highlights/highlights_controller.h"
#include "import/import_progress.h"
#include "messages/messages.h"
#include "painting/symbolic_icon.h"
#include "search/search_support.h"
#include "search/search_words.h"
#include "start/start_controller.h"
#include "text/engine_text.h"
#include "text/format.h"
#include "ui_main_window.h"
#include "widgets/screen_fit.h"
#include "window/first_place.h"
#include "window/page_buttons.h"
#include "window/release_box.h"
#include "window/release_pages.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QMouseEvent>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <tuple>

namespace mw::ui {

namespace {

using Columns = ChangesetColumns::Set;

/// Every changeset that the database has, in however many releases.
qint64 changesetsOf(const std::vector<store::Release>& releases) {
    qint64 sum = 0;
    for (const store::Release& release : releases)
        sum += release.changesets;
    return sum;
}

/// The words beside the filter: how many lines the list has, and out of how many where it holds
/// the same kind of thing as the whole.
QString countOfList(qint64 found, const store::Release* release, bool whole,
                    const QString& filter) {
    if (!release || filter.contains(QLatin1String("is:"), Qt::CaseInsensitive))
        return MainWindow::tr("%Ln found", nullptr, pluralOf(found));
    const QString count = countText(found);
    if (release->range_changesets) {
        const QString all = countText(*release->range_changesets);
        return whole ? MainWindow::tr("%Ln changeset(s) known here, of %1 in all", nullptr,
                                      pluralOf(found))
                           .arg(all)
                     : MainWindow::tr("%1 of the %Ln changeset(s) known here, of %2 in all",
                                      nullptr, pluralOf(release->changesets))
                           .arg(count, all);
    }
    return whole ? MainWindow::tr("%Ln changeset(s)", nullptr, pluralOf(found))
                 : MainWindow::tr("%1 of %Ln changeset(s)", nullptr, pluralOf(release->changesets))
                       .arg(count);
}

} // namespace

MainWindow::MainWindow(const StartOptions& options, QWidget* parent)
    : QMainWindow(parent), ui_(std::make_unique<Ui::MainWindow>()), options_(options),
      session_(options.database), import_(options.database) {
    // The database is read while the window is still being built.
    session_.open(firstPlace(options, settings_));

    ui_->setupUi(this);
    setUpDocuments();
    ui_->changesets->model().setFetch([this](auto ids) { return session_.fetch(ids); });
    ui_->changesets->model().setFacts([this](store::RowId id) { return session_.facts(id); });
    setUpActions();
    setUpToolBar();
    setUpStatusBar();
    connectSession();
    connectCommit();
    ui_->commit->readFiles(options_.files);
    connectPanels();
    connectImport();
    setUpAnnotations();
    setUpBreakdown();
    search_ = new SearchSupport(options_.database,
                                {session_, *ui_->filter, *ui_->sidebar, *ui_->changesets,
                                 *ui_->commit, *reading_, *documents_},
                                this);
    search_->addActions(*ui_->editMenu);
    setUpStart();
    setUpOwnKernel();
    setUpFollowing();
    setUpStars();
    commands_ = new CommandController(options_.database, {*this, session_, *documents_});
    commands_->addActions(*ui_->goMenu, *ui_->helpMenu);
    setUpOverview();
    setUpRemoval();
    addPagesToToolBar();
    setUpWholePage();
    restoreLayout();
    qApp->installEventFilter(this);
    new DialogFit(this);
    ui_->changesets->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::setUpActions() {
    ui_->actionBack->setIcon(symbolicIcon(QStringLiteral("back")));
    ui_->actionForward->setIcon(symbolicIcon(QStringLiteral("forward")));
    ui_->actionRefresh->setIcon(symbolicIcon(QStringLiteral("refresh")));
    ui_->actionImport->setIcon(symbolicIcon(QStringLiteral("import")));
    ui_->actionFilter->setIcon(symbolicIcon(QStringLiteral("search")));
    ui_->viewMenu->addMenu(ui_->changesets->columns().menu());

    Navigation& navigation = session_.navigation();
    connect(ui_->actionBack, &QAction::triggered, &navigation, &Navigation::back);
    connect(ui_->actionForward, &QAction::triggered, &navigation, &Navigation::forward);
    const auto showBreakdown = [this] {
        ui_->actionBack->setEnabled(session_.navigation().canGoBack());
        ui_->actionForward->setEnabled(session_.navigation().canGoForward());
    };
    connect(&navigation, &Navigation::historyChanged, this, showBreakdown);
    showBreakdown();

    connect(ui_->actionImport, &QAction::triggered, this, &MainWindow::openImportDialog);
    connect(ui_->actionRefresh, &QAction::triggered, this, [this] { session_.reload(); });
    connect(ui_->actionQuit, &QAction::triggered, this, &QWidget::close);
    connect(ui_->actionFollowUps, &QAction::triggered, &navigation,
            [&navigation] { navigation.openFilter(QStringLiteral("is:follow-up")); });
    connect(ui_->actionReverted, &QAction::triggered, &navigation,
            [&navigation] { navigation.openFilter(QStringLiteral("is:reverted")); });
    connect(ui_->actionCopy, &QAction::triggered, ui_->changesets, &ChangesetPanel::copySelection);
    connect(ui_->actionFilter, &QAction::triggered, ui_->filter, &FilterBar::focusEdit);
    connect(ui_->actionNextPane, &QAction::triggered, this, &MainWindow::focusNextPane);
    connect(ui_->actionSections, &QAction::toggled, ui_->sidebar, &QWidget::setVisible);
    connect(ui_->actionCommit, &QAction::toggled, reading_, &QWidget::setVisible);
    connect(ui_->actionBeside, &QAction::toggled, this, [this](bool beside) {
        ui_->contentSplitter->setOrientation(beside ? Qt::Horizontal : Qt::Vertical);
    });
}

void MainWindow::setUpDocuments() {
    reading_ = new ReadingPane;
    ui_->contentSplitter->replaceWidget(ui_->contentSplitter->indexOf(ui_->commit), reading_);
    reading_->setCommitPanel(ui_->commit);
    documents_ = new DocumentController(options_.database, session_, *reading_, this);
    pages_ = new ReleasePages(options_.database, session_, *reading_, *ui_->releaseMenu, this);
    connect(pages_, &ReleasePages::failed, this, &MainWindow::showError);
    connect(pages_, &ReleasePages::importWanted, this,
            [this](const QString& repository) { start_->importFrom(repository); });
    connect(pages_, &ReleasePages::said, ui_->statusBar,
            [this](const QString& sentence) { ui_->statusBar->showMessage(sentence, 5000); });
    room_.emplace(ui_->contentSplitter);
    connect(&session_.navigation(), &Navigation::changed, this,
            [this](const Location& location) { room_->give(!location.page.isEmpty()); });
    auto* const menu = new DocumentMenu(
        *documents_, [this] { return ui_->changesets->selectedRows(); }, this);
    ui_->menuBar->insertMenu(ui_->helpMenu->menuAction(), menu);
    connect(documents_, &DocumentController::importWanted, this, &MainWindow::openImportDialog);
    connect(documents_, &DocumentController::failed, this, &MainWindow::showError);
    connect(documents_, &DocumentController::pageFailed, this,
            [this](const QString& address, const QString& sentence) {
                if (options_.documents.contains(Page::parse(address).target))
                    emit missing(sentence);
            });
    connect(documents_, &DocumentController::mentionsRead, &ui_->changesets->model(),
            &ChangesetModel::setMentions);
    connect(menu, &DocumentMenu::failed, this, &MainWindow::showError);
    connect(menu, &DocumentMenu::said, ui_->statusBar,
            [this](const QString& sentence) { ui_->statusBar->showMessage(sentence, 5000); });
}

void MainWindow::setUpToolBar() {
    auto* const label = new QLabel(tr("Rele&ase:"), this);
    label->setContentsMargins(6, 0, 4, 0);
    releaseBox_ = new ReleaseBox(this);
    label->setBuddy(releaseBox_);
    ui_->toolBar->addWidget(label);
    ui_->toolBar->addWidget(releaseBox_);
    auto* const room = new QWidget(this);
    room->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    toolBarRoom_ = ui_->toolBar->addWidget(room);
    ui_->toolBar->addAction(ui_->actionImport);
    if (QWidget* const button = ui_->toolBar->widgetForAction(ui_->actionImport))
        static_cast<QToolButton*>(button)->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(releaseBox_, &ReleaseBox::chosen, &session_.navigation(), &Navigation::openRelease);
}

void MainWindow::setUpOverview() {
    auto* const highlights =
        new HighlightsController(options_.database, session_, ui_->commit->overview(), this);
    QAction* const overview = highlights->overviewAction();
    ui_->releaseMenu->insertAction(ui_->releaseMenu->actions().value(1), overview);
    connect(overview, &QAction::triggered, ui_->actionCommit,
            [this] { ui_->actionCommit->setChecked(true); });
    connect(highlights, &HighlightsController::failed, this, &MainWindow::showError);
}

void MainWindow::addPagesToToolBar() {
    auto* const buttons = new PageButtons(*ui_->toolBar, toolBarRoom_);
    for (const auto& [name, icon, text] :
         {std::tuple{"actionOverview", "information", tr("Overview")},
          std::tuple{"actionPulls", "merge", tr("Pulls")},
          std::tuple{"actionFigures", "chart", tr("Figures")},
          std::tuple{"actionCompare", "compare", tr("Compare")},
          std::tuple{"actionDraft", "note", tr("Draft")}})
        if (auto* const action = findChild<QAction*>(QLatin1String(name)))
            buttons->add(action, icon, text);
}

void MainWindow::setUpStatusBar() {
    summary_ = new QLabel(this);
    summary_->setContentsMargins(4, 0, 4, 0);
    ui_->statusBar->addWidget(summary_);
    messages_ = new Messages(*this, *ui_->message, this);
    auto* const progress = new ImportProgressWidget(this);
    progress->watch(&import_);
    ui_->statusBar->addPermanentWidget(progress);
}

void MainWindow::connectSession() {
    connect(&session_, &Session::releasesChanged, this, &MainWindow::showReleases);
    connect(&session_, &Session::releaseChanged, this, &MainWindow::showRelease);
    connect(&session_, &Session::settled, this, &MainWindow::showFigures);
    connect(&session_, &Session::sectionsChanged, &ui_->ways->sections(),
            &SectionPanel::setSections);
    connect(&session_, &Session::listChanged, this, &MainWindow::showList);
    connect(&session_, &Session::queryMistaken, this,
            [this](const QString& sentence, int position, bool kept) {
                ui_->filter->setLooking(false);
                ui_->filter->showMistake(sentence, position, kept);
                ui_->changesets->setEmptyText(tr("The filter cannot be understood."));
                emit complete();
            });
    connect(&session_, &Session::failed, this, &MainWindow::showError);
    connect(&session_.navigation(), &Navigation::changed, this, &MainWindow::showLocation);
    connect(&session_.service(), &StoreService::references, this, &MainWindow::copyReferences);
    connect(&session_.service(), &StoreService::typeAheadFound, ui_->changesets,
            &ChangesetPanel::setCurrentLine);
}

void MainWindow::connectCommit() {
    ui_->commit->setDatabase(options_.database);
    ui_->commit->setLookup([this](const std::string& oid, store::RowId release) {
        return session_.changeset(oid, release);
    });
    connect(&session_, &Session::commitShown, this,
            [this](const store::CommitDetail& detail, const store::Release& release) {
                ui_->commit->showCommit(detail, release);
                ui_->changesets->setCurrent(detail.row.id);
                emit complete();
            });
    connect(&session_, &Session::commitCleared, this, [this] {
        if (session_.isSettled()) // the list first, and its figures with it
            showFigures();
        ui_->changesets->setCurrent(0);
    });
    connect(&session_, &Session::commitMissing, this, [this](const QString& sentence) {
        ui_->commit->clear(sentence);
        ui_->changesets->setCurrent(0);
        emit missing(sentence);
    });
    connect(&session_, &Session::releaseMissing, this, &MainWindow::showMissingRelease);
    connect(ui_->commit, &CommitPanel::commitRequested, this,
            [this](const QString& oid) { session_.navigation().openCommit(oid); });
    connect(ui_->commit, &CommitPanel::filterRequested, &session_.navigation(),
            &Navigation::openFilter);
    connect(ui_->commit, &CommitPanel::mergedCommitsRequested, &session_.navigation(),
            [this](const QString& oid, const QString& label) {
                session_.navigation().openBreakdown(
                    {Breakdown::Pulls, QStringLiteral("pull:") + oid, label});
            });
    connect(ui_->commit, &CommitPanel::failed, this, &MainWindow::showError);
    auto* const steps =
        new CommitSteps(options_.database, session_, *ui_->changesets, *ui_->commit, this);
    steps->addActions(*ui_->goMenu);
    connect(steps, &CommitSteps::failed, this, &MainWindow::showError);
}

void MainWindow::connectPanels() {
    Navigation& navigation = session_.navigation();
    connect(&ui_->ways->sections(), &SectionPanel::chosen, &navigation, &Navigation::openSection);
    connect(ui_->filter, &FilterBar::filterChanged, &navigation, &Navigation::openFilter);
    connect(ui_->filter, &FilterBar::stopRequested, &session_.service(),
            &StoreService::stopLooking);
    connect(ui_->filter, &FilterBar::leaveRequested, ui_->changesets, &ChangesetPanel::focusTable);
    connect(ui_->changesets, &ChangesetPanel::commitChosen, &navigation, &Navigation::openCommit);
    connect(ui_->changesets, &ChangesetPanel::filterRequested, &navigation,
            &Navigation::openFilter);
    connect(ui_->changesets, &ChangesetPanel::sortRequested, &session_, &Session::setSort);
    connect(ui_->changesets, &ChangesetPanel::copyRequested, &session_.service(),
            &StoreService::requestReferences);
    connect(ui_->changesets, &ChangesetPanel::typeAheadRequested, &session_.service(),
            &StoreService::typeAhead);
    connect(&ui_->changesets->model(), &ChangesetModel::fetchFailed, this, &MainWindow::showError);
    connect(ui_->banner, &MessageBar::actionTriggered, this, &MainWindow::openImportDialog);
}

void MainWindow::setUpAnnotations() {
    personal_ = std::make_unique<AnnotationController>(
        options_.database,
        AnnotationController::Parts{*this, session_, *ui_->changesets, *ui_->commit, *ui_->message,
                                    *ui_->actionCommit});
    personal_->insertMenus(*ui_->editMenu, *ui_->helpMenu);
    connect(personal_.get(), &AnnotationController::failed, this, &MainWindow::showError);
}

void MainWindow::setUpStart() {
    start_ =
        new StartController(options_, {*this, session_, *documents_, import_, *messages_}, this);
    connect(start_, &StartController::missing, this, &MainWindow::missing);
    ui_->fileMenu->insertAction(ui_->actionRefresh, start_->pageAction());
    ui_->helpMenu->addActions({start_->pageAction(), messages_->action()});
}

void MainWindow::onOpenRequest(const OpenRequest& request) {
    if (request.files)
        ui_->commit->readFiles(true);
    start_->take(request);
}

void MainWindow::setUpBreakdown() {
    ways_ =
        new BreakdownController(options_.database,
                                {session_, *ui_->ways, *ui_->filter, *reading_, *ui_->changesets,
                                 *ui_->commit, *ui_->centralLayout, *ui_->actionSections},
                                this);
    ways_->addActions(*ui_->goMenu, *ui_->viewMenu, *ui_->releaseMenu);
    connect(ways_, &BreakdownController::releaseChanged, this, &MainWindow::showFigures);
    connect(ways_, &BreakdownController::failed, this, &MainWindow::showError);
    connect(ways_, &BreakdownController::said, this, [this](const QString& sentence) {
        messages_->say(MessageBar::Kind::Information, sentence);
    });
}

void MainWindow::showReleases() {
    releaseBox_->setReleases(session_.releases());
    releaseBox_->setCurrent(session_.navigation().current().release);
    if (!session_.releases().empty())
        return;
    ui_->changesets->setEmptyText(tr("There is no release in this database yet."));
    ui_->commit->clear(tr("Import a release from a clone of the kernel: Ctrl+I."));
    emit complete();
}

void MainWindow::showMissingRelease(const QString& name) {
    // One of an earlier session may have been removed since; nobody asked for it now.
    if (name != options_.release)
        return;
    const QString sentence = tr("There is no release %1 in this database.").arg(cutText(name));
    messages_->say(MessageBar::Kind::Warning, sentence);
    emit missing(sentence);
}

void MainWindow::showRelease(const store::Release& release) {
    const QString name = toQString(release.name);
    releaseBox_->setCurrent(name);
    setWindowTitle(tr("%1 — Merge Window").arg(cutText(name)));
    ui_->changesets->columns().use(release.bundled ? Columns::Selected : Columns::Whole);
    if (!release.bundled) {
        ui_->banner->hide();
        return;
    }
    ui_->banner->showMessage(
        MessageBar::Kind::Information,
        tr("This is what is known of %1 without a clone: %2. To see everything that landed, import "
           "it from a clone of the kernel.")
            .arg(cutText(name), releaseSummary(release)),
        tr("Import from a clone…"));
}

void MainWindow::showFigures() {
    const store::Release* const release = ways_->release();
    if (!release)
        return;
    const Location& place = session_.navigation().current();
    const QString summary = releaseSummary(*release);
    summary_->setText(place.asOf ? tr("As of %1: %2").arg(dateText(place.asOf), summary) : summary);
    if (!place.hasCommit())
        ui_->commit->showOverview(*release);
}

void MainWindow::showList(const IdList& ids, bool fresh) {
    const Location& place = session_.navigation().current();
    const auto found = static_cast<qint64>(ids.size());
    const store::Release* const release = session_.release();
    ui_->filter->clearMistake();
    QString count = countOfList(found, release, place.isWhole(), place.filter);
    if (place.allReleases)
        count = tr("%1 of %2 in all releases")
                    .arg(countText(found), countText(changesetsOf(session_.releases())));
    const FindFacts& facts = session_.findFacts();
    ui_->filter->setCount(withProgress(count, facts));
    ui_->filter->setLooking(facts.looking);
    if (!facts.unverified.isEmpty())
        ui_->filter->showUnverified(facts.unverified);
    ui_->changesets->setEmptyText(emptyListText(place, facts));
    ui_->changesets->setIds(ids, fresh);
    resumePendingLines();
    if (!place.hasCommit())
        emit complete();
}

void MainWindow::showLocation(const Location& location) {
    ui_->ways->sections().setChosen(location.section);
    ui_->filter->setFilter(location.filter);
}

void MainWindow::showError(const QString& sentence) {
    const bool open = session_.release() != nullptr;
    if (!open) {
        ui_->changesets->setEmptyText(tr("No release is open."));
        ui_->commit->clear(
            tr("The database could not be read; what is wrong with it is said above. "
               "F5 tries again."));
    }
    messages_->say(MessageBar::Kind::Error, sentence, open ? QString() : tr("Try again"),
                   [this] { session_.reload(); });
    emit failed(sentence);
}

void MainWindow::copyReferences(const QString& lines, int count) {
    QApplication::clipboard()->setText(lines);
    ui_->statusBar->showMessage(tr("Copied %Ln reference(s)", nullptr, count), 3000);
}

void MainWindow::focusNextPane() {
    const std::array<QWidget*, 4> panes{ui_->filter, ui_->ways, ui_->changesets, reading_};
    const QWidget* const focus = QApplication::focusWidget();
    const auto current = std::ranges::find_if(
        panes, [focus](QWidget* pane) { return pane == focus || pane->isAncestorOf(focus); });
    auto next = static_cast<std::size_t>(current - panes.begin());
    for (std::size_t tried = 0; tried < panes.size(); ++tried) {
        next = (next + 1) % panes.size();
        if (panes[next]->isVisible()) {
            panes[next]->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::MouseButtonPress || !watched->isWidgetType() ||
        static_cast<QWidget*>(watched)->window() != this)
        return QMainWindow::eventFilter(watched, event);
    const Qt::MouseButton button = static_cast<QMouseEvent*>(event)->button();
    if (button != Qt::BackButton && button != Qt::ForwardButton)
        return QMainWindow::eventFilter(watched, event);
    if (button == Qt::BackButton)
        session_.navigation().back();
    else
        session_.navigation().forward();
    return true;
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!start_->mayClose()) {
        event->ignore();
        return;
    }
    if (!personal_->finish() || !search_->finish()) {
        event->ignore();
        return;
    }
    import_.cancel();
    if (options_.remembers())
        saveLayout();
    QMainWindow::closeEvent(event);
}

} // namespace mw::ui
