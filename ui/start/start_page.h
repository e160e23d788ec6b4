#pragma once

#include "clone/clone_search.h"

#include <QScrollArea>

#include <memory>

namespace Ui {
class StartPage;
}
class QTreeView;

namespace mw::ui {

class CloneModel;
class HistoryClone;
class RecentPlaces;

/// What can be done at once: read the release that comes with the program, go back to what was
/// read lately, import from a clone, get a history to import from. Says what a person wants; the
/// jobs and lists are others', and go on when the page is closed. GUI thread.
class StartPage : public QScrollArea {
    Q_OBJECT

public:
    struct Parts {
        CloneModel& clones;
        RecentPlaces& recent;
        HistoryClone& history;
    };

    explicit StartPage(const Parts& parts, QWidget* parent = nullptr);
    ~StartPage() override;

    /// The name of the release whose article can be read; empty for none.
    void offerArticle(const QString& release);
    /// looking: a search runs; sentence: where it is, or what came of it.
    void showSearch(bool looking, const QString& sentence);
    void showFolderState(const QString& folder, const FolderState& state);
    /// What came of getting a history, or empty.
    void showOutcome(const QString& sentence, bool wrong);
    /// While one import runs, no other can start.
    void allowImport(bool allowed);

signals:
    void articleWanted();
    void recentWanted(int line);
    void importWanted(const QString& repository); ///< empty: still to be chosen
    void searchWanted();
    void searchStopWanted();
    void folderStateWanted(const QString& folder);
    /// release: to get alone; empty for the whole history.
    void historyWanted(const QString& url, const QString& folder, const QString& release);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void setUpLists();
    void connectButtons();
    void showRoomFor(QTreeView* list);

    std::unique_ptr<Ui::StartPage> ui_;
    Parts parts_;
};

} // namespace mw::ui
