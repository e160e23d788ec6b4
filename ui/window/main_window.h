#pragma once

#include "annotations/annotation_controller.h"
#include "core/room.h"
#include "document/document_controller.h"
#include "import/import_controller.h"
#include "session/session.h"
#include "session/settings.h"
#include "session/start_options.h"
#include "widgets/tab_order.h"

#include <QLabel>
#include <QMainWindow>

#include <memory>
#include <optional>

namespace Ui {
class MainWindow;
}

namespace mw::ui {

class CommandController;
class Messages;
class ReleaseBox;
class ReleasePages;
class SearchSupport;
class StartController;
class BreakdownController;
class OwnKernelController;
class StarController;
class WholePage;

/// The window: places the panels and connects them with the session and the import. Owns both;
/// panels know nothing of each other. GUI thread.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const StartOptions& options, QWidget* parent = nullptr);
    ~MainWindow() override;

    Session& session() { return session_; }
    DocumentController& documents() { return *documents_; }
    Messages& messages() { return *messages_; }

public slots:
    void openImportDialog();
    /// Goes where another start of the program was asked to go.
    void onOpenRequest(const mw::ui::OpenRequest& request);

signals:
    /// List and commit of the place are on screen.
    void complete();
    void failed(const QString& sentence);
    /// What the command line asked for is not there, and complete() may never come.
    void missing(const QString& sentence);

protected:
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override { return moveFocus(*this, next); }

private:
    void setUpActions();
    void setUpToolBar();
    void setUpOverview();
    void addPagesToToolBar();
    void setUpStatusBar();
    void connectSession();
    void connectCommit();
    void connectPanels();
    void connectImport();
    void setUpAnnotations();
    void setUpRemoval();
    void setUpDocuments();
    void setUpStart();
    void setUpBreakdown();
    void setUpWholePage();
    void setUpOwnKernel();
    void setUpFollowing();
    void setUpStars();
    void restoreLayout();
    void saveLayout();

    void showReleases();
    void showRelease(const store::Release& release);
    void showFigures();
    void showList(const IdList& ids, bool fresh);
    void showLocation(const Location& location);
    void showError(const QString& sentence);
    void showMissingRelease(const QString& name);
    void allowImport(bool allowed);
    void importFinished(const store::Release& release);
    void resumePendingLines();
    void focusNextPane();
    void copyReferences(const QString& lines, int count);

    std::unique_ptr<Ui::MainWindow> ui_;
    const StartOptions options_;
    Settings settings_;
    Session session_;
    std::unique_ptr<AnnotationController> personal_; ///< before import_: waits for what it writes
    ImportController import_;
    ReadingPane* reading_ = nullptr;
    DocumentController* documents_ = nullptr;
    ReleasePages* pages_ = nullptr;
    std::optional<Room> room_;
    WholePage* whole_ = nullptr;
    SearchSupport* search_ = nullptr;
    CommandController* commands_ = nullptr;
    Messages* messages_ = nullptr;
    StartController* start_ = nullptr;
    BreakdownController* ways_ = nullptr;
    OwnKernelController* ownKernel_ = nullptr;
    StarController* stars_ = nullptr;
    ReleaseBox* releaseBox_ = nullptr;
    QAction* toolBarRoom_ = nullptr; ///< what pushes the import to the right
    QLabel* summary_ = nullptr;
    Location importedAt_;        ///< where the window was when the import began
    bool followsImport_ = false; ///< nobody went elsewhere until it could be browsed
    bool resumed_ = false;       ///< pending lines are taken up once in a session
};

} // namespace mw::ui
