#include "start/start_controller.h"

#include "clone/clone_progress.h"
#include "document/document_controller.h"
#include "import/import_controller.h"
#include "import/import_dialog.h"
#include "messages/messages.h"
#include "session/session.h"
#include "session/start_options.h"
#include "start/drop_hint.h"
#include "start/start_page.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <QAction>
#include <QPushButton>
#include <QStatusBar>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace mw::ui {

namespace {

QString startAddress() {
    return Page::ofRelease(Page::Kind::Start, {});
}

QString startSentence(const std::exception& error) {
    return errorText(error);
}

} // namespace

StartController::StartController(const StartOptions& options, const Parts& parts, QObject* parent)
    : QObject(parent), parts_(parts), recent_(parts.session, parts.documents.library(),
                                              options.database, options.remembers(), this),
      waiting_(options.documents) {
    pageAction_ = new QAction(tr("&Start page"), &parts_.window);
    pageAction_->setObjectName(QStringLiteral("actionStart"));
    pageAction_->setShortcut(QKeySequence(QStringLiteral("Alt+Home")));
    pageAction_->setToolTip(tr("What can be done at once: read, import, get a kernel history"));
    connect(pageAction_, &QAction::triggered, this, &StartController::showPage);
    parts_.documents.pane().registerPages(
        Page::Kind::Start, [this](const QString&, QWidget* owner) { return makePage(owner); });

    auto* const progress = new CloneProgress(&parts_.window);
    progress->watch(&history_);
    parts_.window.statusBar()->addPermanentWidget(progress);
    connectHistory();
    connect(&parts_.session, &Session::releasesChanged, this, &StartController::fillPage);
    connect(&parts_.import, &ImportController::started, this, &StartController::fillPage);
    connect(&parts_.documents.library(), &DocumentIndex::changed, this, [this] {
        libraryKnown_ = true;
        openDocuments(std::exchange(waiting_, {}));
    });
    auto* const drops = new DropHint(parts_.window);
    connect(drops, &DropHint::dropped, this, &StartController::onDrop);
    if (!options.repository.isEmpty())
        QTimer::singleShot(0, this,
                           [this, repository = options.repository] { importFrom(repository); });
    QTimer::singleShot(0, this, [this, request = OpenRequest(options)] { takeOther(request); });
}

StartController::~StartController() = default;

void StartController::showPage() {
    parts_.session.navigation().openPage(startAddress());
    if (StartPage* const shown = page())
        shown->setFocus(Qt::ShortcutFocusReason);
}

StartPage* StartController::page() const {
    return parts_.documents.pane().page<StartPage>(startAddress());
}

StartPage* StartController::makePage(QWidget* parent) {
    auto* const made = new StartPage({clones_, recent_, history_}, parent);
    connect(made, &StartPage::articleWanted, this,
            [this] { parts_.documents.openFile(article()); });
    connect(made, &StartPage::recentWanted, this, &StartController::openRecent);
    connect(made, &StartPage::importWanted, this, &StartController::importFrom);
    connect(made, &StartPage::searchWanted, this, &StartController::search);
    connect(made, &StartPage::searchStopWanted, this, [this] {
        searcher_->cancel();
        ++searchNumber_;
        searching_ = false;
        searchSentence_ = tr("The search was stopped.");
        showSearch();
    });
    connect(made, &StartPage::folderStateWanted, this, &StartController::getState);
    connect(made, &StartPage::historyWanted, this, &StartController::getHistory);
    // The pane knows the page and its tab once this has returned.
    QTimer::singleShot(0, made, [this] {
        parts_.documents.pane().setTitle(startAddress(), tr("Start"));
        fillPage();
        showSearch();
    });
    return made;
}

void StartController::fillPage() {
    StartPage* const shown = page();
    if (!shown)
        return;
    QString named;
    for (const store::Release& release : parts_.session.releases())
        if (named.isEmpty() && !DocumentEngine::shippedDocument(release).isEmpty())
            named = toQString(release.name);
    shown->offerArticle(named);
    shown->allowImport(!parts_.import.isRunning());
    shown->showOutcome(outcome_, outcomeWrong_);
}

QString StartController::article() const {
    for (const store::Release& release : parts_.session.releases())
        if (QString file = DocumentEngine::shippedDocument(release); !file.isEmpty())
            return file;
    return {};
}

void StartController::importFrom(const QString& repository) {
    if (parts_.import.isRunning()) {
        parts_.messages.say(MessageBar::Kind::Information,
                            tr("An import runs already; the next one can start when it is done."));
        return;
    }
    auto* dialog = parts_.window.findChild<ImportDialog*>();
    const bool fresh = !dialog;
    if (fresh) {
        dialog = new ImportDialog(&parts_.window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this,
                [this, dialog] { parts_.import.start(dialog->request()); });
    }
    const store::Release* const release = parts_.session.release();
    if (!repository.isEmpty())
        dialog->setRepository(repository);
    else if (fresh && release && !release->repository.empty())
        dialog->setRepository(toQString(release->repository));
    dialog->open();
    dialog->activateWindow();
}

void StartController::openRecent(int line) {
    const RecentPlace place = recent_.place(line); // a copy: going there moves the lines
    Navigation& navigation = parts_.session.navigation();
    if (place.page.isEmpty())
        navigation.openRelease(place.release);
    else
        navigation.openPage(place.page);
}

// -- clones that are there

void StartController::search() {
    if (std::exchange(searching_, true))
        return;
    if (!searcher_)
        searcher_.emplace(QStringLiteral("clone search"));
    clones_.clear();
    searchSentence_ = tr("Looking for clones…");
    showSearch();
    const auto home = [this, number = ++searchNumber_,
                       tell = searcher_->reporter(this)](const auto& what) {
        tell([this, number, what] {
            if (number == searchNumber_)
                what();
        });
    };
    const SearchReport report{
        [this, home](const QString& folder) {
            home([this, folder] {
                searchSentence_ = tr("Looking in %1").arg(folder);
                showSearch();
            });
        },
        [this, home](const FoundClone& clone) { home([this, clone] { clones_.add(clone); }); }};
    searcher_->run(
        this,
        [report](Nothing&, const std::stop_token& stop) {
            return searchClones(usualFolders(), report, stop);
        },
        [this](int folders) { endSearch(folders); },
        [this](const std::exception& error) {
            searching_ = false;
            searchSentence_ = startSentence(error);
            showSearch();
        });
}

void StartController::endSearch(int folders) {
    searching_ = false;
    const QString looked = tr("%Ln folder(s) were looked at", nullptr, folders);
    searchSentence_ =
        clones_.rowCount() == 0
            ? tr("%1: none is a clone of the kernel. Import from another folder, or get a "
                 "history below.")
                  .arg(looked)
            : tr("%1. Choose a clone to import its newest release.").arg(looked);
    showSearch();
}

void StartController::showSearch() {
    if (StartPage* const shown = page())
        shown->showSearch(searching_, searchSentence_);
}

// -- a history that is to come

void StartController::getHistory(const QString& url, const QString& folder,
                                 const QString& release) {
    if (release.isEmpty())
        history_.start(url, folder);
    else
        history_.startRelease(url, folder, release);
}

void StartController::connectHistory() {
    connect(&history_, &HistoryClone::started, this, [this] { outcome_.clear(); });
    connect(&history_, &HistoryClone::finished, this, &StartController::onHistoryCloned);
    connect(&history_, &HistoryClone::failed, this,
            [this](const QString& sentence) { say(sentence, true); });
    connect(&history_, &HistoryClone::cancelled, this, [this] {
        if (closing_) {
            parts_.window.close();
            return;
        }
        say(history_.release().isEmpty()
                ? tr("The clone was stopped, and what it had received was removed.")
                : tr("The download of %1 was stopped. What has come is kept in %2: get the release "
                     "into that folder again, and it goes on.")
                      .arg(history_.release(), history_.folder()),
            false);
    });
}

void StartController::getState(const QString& folder) {
    if (!looker_)
        looker_.emplace(QStringLiteral("folders"));
    looker_->run(
        this, [folder](Nothing&, const std::stop_token&) { return stateOfFolder(folder); },
        [this, folder](const FolderState& state) {
            if (StartPage* const shown = page())
                shown->showFolderState(folder, state);
        },
        [this](const std::exception& error) { say(startSentence(error), true); });
}

void StartController::onHistoryCloned(const QString& folder, const QString& remark) {
    if (!looker_)
        looker_.emplace(QStringLiteral("folders"));
    looker_->run(
        this,
        [folder, range = history_.range()](Nothing&, const std::stop_token&) {
            return range ? releaseToImport(folder, *range) : newestRelease(folder);
        },
        [this, folder, remark](const std::optional<importer::ImportRequest>& newest) {
            const QString words = remark.isEmpty() ? remark : QLatin1Char(' ') + remark;
            const bool imports = newest && !parts_.import.isRunning();
            if (imports)
                parts_.import.start(*newest);
            outcome_ = imports ? tr("The history is in %1, and %2 is being imported from it.")
                                     .arg(folder, toQString(newest->name))
                       : newest ? tr("The history is in %1. Another import runs: when it is done, "
                                     "%2 can be imported from it.")
                                      .arg(folder, toQString(newest->name))
                                : tr("The history is in %1. Its tags have no two releases of the "
                                     "kernel: choose what is to be imported.")
                                      .arg(folder);
            outcome_ += words;
            outcomeWrong_ = false;
            fillPage();
            parts_.messages.say(MessageBar::Kind::Information, outcome_,
                                imports ? QString() : tr("Import from it…"),
                                [this, folder] { importFrom(folder); });
        },
        [this](const std::exception& error) { say(startSentence(error), true); });
}

void StartController::say(const QString& sentence, bool wrong) {
    outcome_ = sentence;
    outcomeWrong_ = wrong;
    fillPage();
    parts_.messages.say(wrong ? MessageBar::Kind::Error : MessageBar::Kind::Information, sentence,
                        tr("Start page"), [this] { showPage(); });
}

bool StartController::mayClose() {
    if (history_.isRunning()) {
        if (!closing_) // else git ends, and the window with it
            askToQuit(tr("A kernel history is being fetched"),
                      history_.release().isEmpty()
                          ? tr("git is still fetching %1. It cannot go on later: if you quit now, "
                               "what was received is removed.")
                                .arg(history_.url())
                          : tr("git is still fetching %1. What has come is kept: get the release "
                               "into the same folder again, and it goes on.")
                                .arg(history_.release()),
                      tr("Go on fetching"), [this] {
                          closing_ = true;
                          if (history_.isRunning())
                              history_.cancel();
                          else
                              parts_.window.close();
                      });
        return false;
    }
    if (parts_.import.isRunning() && !std::exchange(mayEndImport_, false)) {
        askToQuit(tr("A release is being imported"),
                  tr("If you quit now, the import is stopped: what an earlier step of it had "
                     "finished is kept, the rest is not."),
                  tr("Go on importing"), [this] {
                      mayEndImport_ = true;
                      parts_.window.close();
                      mayEndImport_ = false;
                  });
        return false;
    }
    return true;
}

void StartController::askToQuit(const QString& title, const QString& question, const QString& stay,
                                const std::function<void()>& leave) {
    if (asked_)
        return;
    auto* const box = new QMessageBox(QMessageBox::Question, title, question, QMessageBox::NoButton,
                                      &parts_.window);
    asked_ = box;
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* const quit = box->addButton(tr("Stop it and quit"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(stay, QMessageBox::RejectRole));
    connect(quit, &QPushButton::clicked, this, leave);
    box->open();
}

// -- what others ask for

void StartController::openDocuments(const QStringList& files) {
    if (!libraryKnown_) {
        waiting_ << files;
        return;
    }
    for (const QString& file : files) {
        // One that is known stays with its release.
        if (parts_.documents.library().ofFile(file))
            parts_.documents.openFile(file);
        else
            parts_.documents.library().add(file, parts_.session.navigation().current().release);
    }
}

void StartController::onDrop(const Dropped& things) {
    openDocuments(things.documents);
    if (!things.repositories.isEmpty())
        importFrom(things.repositories.constFirst());
    if (!things.configurations.isEmpty())
        emit configurationDropped(things.configurations.constFirst());
    QStringList words = things.refused;
    if (things.repositories.size() > 1)
        words << tr("One clone at a time: the import was offered for %1 alone.")
                     .arg(things.repositories.constFirst());
    if (!words.isEmpty())
        parts_.messages.say(MessageBar::Kind::Warning, words.join(QLatin1Char('\n')));
}

void StartController::take(const OpenRequest& request) {
    goTo(request);
    openDocuments(request.documents);
    raiseWindow(request.activation);
    takeOther(request);
    if (!request.repository.isEmpty())
        importFrom(request.repository);
}

void StartController::takeOther(const OpenRequest& request) {
    if (!request.configuration.isEmpty())
        emit configurationDropped(request.configuration);
    if (request.mistake.isEmpty())
        return;
    parts_.messages.say(MessageBar::Kind::Warning, request.mistake);
    emit missing(request.mistake);
}

void StartController::goTo(const OpenRequest& request) {
    Navigation& navigation = parts_.session.navigation();
    if (request.release.isEmpty() && request.filter.isEmpty() && request.commit.isEmpty())
        return;
    Location place;
    place.release = request.release.isEmpty() ? navigation.current().release : request.release;
    place.filter = request.filter;
    place.commit = request.commit;
    const auto& releases = parts_.session.releases();
    if (std::ranges::find(releases, place.release.toStdString(), &store::Release::name) ==
        releases.end()) {
        parts_.messages.say(MessageBar::Kind::Warning,
                            tr("There is no release %1 in this database.").arg(place.release));
        return;
    }
    navigation.go(place);
}

void StartController::raiseWindow(const QByteArray& activation) {
    QMainWindow& window = parts_.window;
    if (!activation.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activation);
    window.setWindowState((window.windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace mw::ui
