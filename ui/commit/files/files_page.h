#pragma once

#include "commit/diff/diff_options.h"
#include "commit/diff/patch_loader.h"
#include "commit/files/file_model.h"
#include "commit/files/file_tree_model.h"
#include "commit/files/line_finder.h"
#include "store/model/records.h"

#include <QSortFilterProxyModel>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class FilesPage;
}

namespace mw::ui {

class DiffView;

/// The files of a commit, as a list or in their folders, and the diff of the one that is selected,
/// in one column or side by side. Reads nothing while it is not
/// looked at, and of a large diff only the start, until more is asked for. Owns the loader, whose
/// thread does the reading. GUI thread.
class FilesPage : public QWidget {
    Q_OBJECT

public:
    explicit FilesPage(QWidget* parent = nullptr);
    ~FilesPage() override;

    struct Source {
        QString commit, clone;  ///< where diffs are read from
        std::string rangeEnd{}; ///< the commit whose attributes say how
        /// Where the release starts, and what it is called: how far who wrote a line is looked for.
        std::string rangeStart{};
        QString release{};
    };

    /// sameCommit: file and place in its diff stay.
    void setFiles(const Source& source, std::vector<store::FileChange> files, bool sameCommit);

    /// What is searched for in changed lines: marked, and the first file that has it is shown.
    void setMarks(SharedCodeMarks marks);

    /// How a person reads diffs.
    QByteArray saveState() const { return options_.saveState(); }
    void restoreState(const QByteArray& state) { options_.restoreState(state); }

    /// "The clone … is not there any more; …"
    static QString missingCloneText(const QString& clone);

signals:
    void commitRequested(const QString& oid);
    void cloneChecked(const QString& clone, bool there);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUpTable();
    void setUpOptions();
    void showAsTree(bool tree);
    void arrangeColumns();
    /// Counts give way where names would have no room beside them.
    void fitColumns();
    /// The file that is selected; -1 for none, or a folder.
    int currentFile() const;
    int fileOf(const QModelIndex& index) const;
    void readAgain();
    void setUpLines();
    /// Of the line with the cursor; nothing where it has none on that side.
    std::optional<LineQuestion> lineQuestion(bool before) const;
    DiffView* currentDiff() const;
    void askOrigin();
    void askLater();
    /// Looks for the file that has the next mark, from the one at hand on, or for the first one.
    void findMark(MarkStep step);
    void appendFiles(const QModelIndex& parent, std::vector<int>& files) const;
    void onMarkFound(const QString& commit, const QString& path);
    bool goToMark(MarkStep step);
    /// Goes to the mark that is wanted in the diff that was just shown; cut: there is more of it.
    void takeMark(bool cut);
    /// To the next mark or the one before, from file to file.
    void walk(MarkStep step);
    void showBlanks();
    void goToChange(bool forward);
    void selectFirst();
    void wantDiff();
    void loadDiff(std::size_t maxLines);
    void showPatch(const LoadedPatch& loaded);
    void showNote(const QString& text);
    void onCloneState(const QString& clone, bool there);
    QString describe(const git::FilePatch& patch) const;
    void onRenamesFound(const std::vector<git::Rename>& renames);
    void select(int file);

    std::unique_ptr<Ui::FilesPage> ui_;
    DiffOptions options_;
    FileModel model_;
    QSortFilterProxyModel sorted_;
    FileTreeModel tree_;
    PatchLoader loader_;
    QTimer slow_; ///< says that a diff is being read, once that takes long enough to be noticed
    QString clone_, commit_;
    std::string rangeEnd_, rangeStart_; ///< full ids; empty where they are not known
    QString release_;
    SharedCodeMarks marks_;
    std::optional<MarkStep> markWanted_; ///< where the next diff is to be shown
    std::optional<MarkStep> seeking_;    ///< which file has a mark is being looked for
    QString markedPath_;                 ///< the last file of which it was found
    QAction* origin_;
    QAction* later_;
    std::vector<store::FileChange> files_; ///< as the database has them
    std::vector<git::Rename> renames_;     ///< that were found among them
    QString shownPath_;               ///< what the diff view shows or waits for; empty: nothing yet
    std::string shownOldPath_;        ///< where that file was, if it was renamed
    std::size_t maxLines_ = 0;        ///< how much of it was asked for
    bool saysCloneIsMissing_ = false; ///< the note does, in place of a diff
    bool keepsPlace_ = false;         ///< what is on its way is the same diff, or more of it
    std::optional<Qt::Orientation> arranged_;
};

} // namespace mw::ui
