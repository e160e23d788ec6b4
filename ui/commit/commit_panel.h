#pragma once

#include "commit/diff/diff_view.h"
#include "outline/outline_engine.h"
#include "store/model/records.h"
#include "workers/work_thread.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

namespace Ui {
class CommitPanel;
}

namespace mw::ui {

class MergedCommitsModel;
class NotePage;
class OverviewPage;

/// One commit, read: what it is and where it landed, its message, its files with the diff, for a
/// merge what it brought; while none is chosen, what the release is. Shows the values that it is
/// given; diffs alone are read from the clone, on a thread of the files page, and only while that
/// page is looked at. GUI thread.
class CommitPanel : public QWidget {
    Q_OBJECT

public:
    /// One row for a full commit id; nothing where the database does not have it.
    using Lookup = std::function<std::optional<store::CommitRow>(const std::string& oid,
                                                                 store::RowId release)>;

    explicit CommitPanel(QWidget* parent = nullptr);
    ~CommitPanel() override;

    /// Where the titles of what a merge brought come from, called on this thread for the lines on
    /// screen; may throw. Without it, ids stand for themselves.
    void setLookup(Lookup lookup);

    /// Where outlines of merges are read, on a thread of its own, while they are looked at. Without
    /// it, merges have none.
    void setDatabase(const QString& database);
    /// What the list shows, to be counted in a merge's outline.
    void setHits(const std::optional<IdList>& hits);

    /// What is searched for in changed lines: commits open on their diffs while there is something.
    void setMarks(const SharedCodeMarks& marks);

    /// Commits open on their files (a merge on what it brought), not on their message.
    void readFiles(bool files) { reading_ = files ? Reading::Content : Reading::Message; }

    /// The same commit again (an import has counted its lines) keeps page, file and place.
    void showCommit(const mw::store::CommitDetail& detail, const mw::store::Release& release);
    /// No commit: the sentence that says why.
    void clear(const QString& message);
    /// No commit is chosen: what the release is.
    void showOverview(const mw::store::Release& release);

    /// Actions that lead to other commits: the first two as buttons, all of them in the menu of a
    /// third.
    void setSteps(const QList<QAction*>& steps);
    /// What is offered for the commit where its title and facts are clicked.
    void addContextAction(QAction* action);
    /// Where the commit stands among others: "2 of 5 in its series".
    void setPlaces(const QString& places);

    /// How a person reads files and diffs.
    QByteArray saveState() const;
    void restoreState(const QByteArray& state);

    /// Opens that page, for the commits to come as well, and gives it the focus.
    void openWhy();
    void openNote();
    NotePage& note();
    OverviewPage& overview();

signals:
    /// That commit is on screen.
    void shown(const mw::store::CommitDetail& detail, const mw::store::Release& release);
    void commitRequested(const QString& oid);
    /// In the query language: author:"name".
    void filterRequested(const QString& query);
    void putRequested();
    void backToRulesRequested();
    void rulesRequested();
    /// The list is to show what a pull brought.
    void mergedCommitsRequested(const QString& oid, const QString& label);
    void failed(const QString& sentence);
    void marksRequested();
    /// The commit is to have the whole window, or to give it back.
    void wholeWanted();

private:
    /// What the person reads of commits: the next one opens on the same.
    enum class Reading { Message, Content, Outline, Why, Note };

    void setUpMergedCommits();
    void setUpOutline();
    void readOutline();
    void connectPages();
    Reading readingOf(const QWidget* page) const;
    void open(Reading reading);
    void forgetCommit();
    void showTitle();
    void showPages();
    void onCloneState(const QString& clone, bool there);
    void hideNotice();

    std::unique_ptr<Ui::CommitPanel> ui_;
    std::unique_ptr<MergedCommitsModel> brought_;
    store::CommitDetail detail_;
    store::Release release_;
    Reading reading_ = Reading::Message;
    std::optional<Reading> readBefore_; ///< what was read before something was searched in lines
    std::unique_ptr<WorkThread<OutlineEngine>> outlines_; ///< null: there is no database
    store::RowId outlineOf_ = 0; ///< the merge whose outline is shown, or on its way
    bool arranging_ = false;     ///< pages come and go by themselves, not by a person
    QString noticeClone_;        ///< the missing clone that the notice is, or was, about
};

} // namespace mw::ui
