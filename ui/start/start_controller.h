#pragma once

#include "clone/clone_model.h"
#include "clone/history_clone.h"
#include "session/open_request.h"
#include "start/recent_places.h"
#include "workers/work_thread.h"

#include <QMainWindow>
#include <QMessageBox>
#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace mw::ui {

class DocumentController;
class ImportController;
class Messages;
class Session;
class StartPage;
struct Dropped;
struct StartOptions;

/// The ways in: the start page and its jobs (a search for clones, a clone), what is dropped on the
/// window, and what a command line or another process asks for. GUI thread. Owns the jobs, which go
/// on while the page is closed; keeps references to everything else.
class StartController : public QObject {
    Q_OBJECT

public:
    struct Parts {
        QMainWindow& window;
        Session& session;
        DocumentController& documents;
        ImportController& import;
        Messages& messages;
    };

    /// The options' place is the window's own business; documents and clone are taken up here.
    StartController(const StartOptions& options, const Parts& parts, QObject* parent = nullptr);
    ~StartController() override;

    QAction* pageAction() const { return pageAction_; }
    HistoryClone& history() { return history_; }

    /// Goes there and brings the window to the front.
    void take(const OpenRequest& request);
    /// False where a clone or an import runs and a person is still to be asked; the window closes
    /// itself then. Ends no import: that is for the window, once it does close.
    bool mayClose();

signals:
    /// A kernel's configuration was dropped on the window, or named.
    void configurationDropped(const QString& file);
    /// What was asked for is not there.
    void missing(const QString& sentence);

public slots:
    void showPage();
    /// The import dialog, with that clone in it; an empty one leaves the choice.
    void importFrom(const QString& repository);

private:
    struct Nothing {};

    void askToQuit(const QString& title, const QString& question, const QString& stay,
                   const std::function<void()>& leave);
    void getHistory(const QString& url, const QString& folder, const QString& release);
    void connectHistory();
    StartPage* page() const;
    StartPage* makePage(QWidget* parent);
    void fillPage();
    QString article() const;
    void openRecent(int line);
    void search();
    void endSearch(int folders);
    void showSearch();
    void getState(const QString& folder);
    void onHistoryCloned(const QString& folder, const QString& remark);
    void say(const QString& sentence, bool wrong);
    void openDocuments(const QStringList& files);
    void onDrop(const Dropped& things);
    void goTo(const OpenRequest& request);
    /// A configuration, and what was no address.
    void takeOther(const OpenRequest& request);
    void raiseWindow(const QByteArray& activation);

    Parts parts_;
    QAction* pageAction_ = nullptr;
    RecentPlaces recent_;
    CloneModel clones_;
    HistoryClone history_;
    QStringList waiting_; ///< documents, until the library is known
    bool libraryKnown_ = false;
    bool searching_ = false;
    int searchNumber_ = 0; ///< what an earlier search still reports is not wanted
    QString searchSentence_;
    QString outcome_; ///< of the last clone
    bool outcomeWrong_ = false;
    bool closing_ = false;
    bool mayEndImport_ = false; ///< the person said so, and the window is just closing
    QPointer<QMessageBox> asked_;
    // Made when they are first needed: a start pays for no thread that it does not use.
    std::optional<WorkThread<Nothing>> searcher_, looker_;
};

} // namespace mw::ui
