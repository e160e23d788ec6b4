#pragma once

#include "annotations/annotation_actions.h"
#include "annotations/own_rules.h"
#include "annotations/read_marker.h"
#include "session/session.h"
#include "workers/annotation_service.h"

#include <QMainWindow>
#include <QUndoStack>

#include <optional>
#include <vector>

class QMenu;

namespace mw::ui {

class ChangesetPanel;
class CommitPanel;
class MarksDock;
class MessageBar;

/// Everything that a person does to commits, from the menus to the database and back to what is on
/// screen: sections of their own choice, bookmarks, notes, colours, read marks, rules. Owns the
/// AnnotationService and the undo stack. GUI thread.
class AnnotationController : public QObject {
    Q_OBJECT

public:
    /// What of the window it works with; all of it outlives the controller.
    struct Parts {
        QMainWindow& window;
        Session& session;
        ChangesetPanel& changesets;
        CommitPanel& commit;
        MessageBar& message;
        QAction& commitVisible; ///< checkable: the commit view is shown
    };

    AnnotationController(const QString& database, const Parts& parts);
    ~AnnotationController() override;

    /// Undo and redo at the top of the one menu, the menus 'Sections' and 'Marks' before the other.
    void insertMenus(QMenu& edit, QMenu& before);
    bool keepsTrackOfReading() const;
    void keepTrackOfReading(bool keep);
    /// Saves what is still being written, and waits for it. False where that did not work and the
    /// person has not yet been told so: then the window should stay.
    bool finish();

signals:
    void failed(const QString& sentence);

private:
    /// The selected rows, or else the commit that is shown.
    struct Target {
        std::vector<store::RowId> rows;
        std::string oid;
        std::optional<store::CommitRow> current;

        bool any() const { return !rows.empty() || !oid.empty(); }
        int count() const { return rows.empty() ? 1 : static_cast<int>(rows.size()); }
    };

    void connectService();
    void connectActions();
    void connectPanels();
    void connectFilters();
    Target target() const;
    void showState();
    void mark(MarkField field, const store::Annotation& wanted, const QString& text);
    void saveNote(const QString& oid, const QString& note);
    void put();
    void putInto(const classify::SectionKey& place);
    void toggleBookmark();
    void toggleRead();
    void setColor(int colour);
    void exportChoices();
    void importChoices();
    void exportMarks();
    void writeMarks(const QString& file);
    void onChangeApplied(const PersonalChangePtr& change, ChangeStep step);
    void onChangeRefused(const PersonalChangePtr& change, ChangeStep step, const QString& sentence);
    void bringStackBack(ChangeStep refused);
    void onQueryError(const QString& sentence, const QString& file, int line);
    void showPage(void (CommitPanel::*open)());
    void showMarks();
    void say(const QString& text);

    const Parts parts_;
    AnnotationService service_;
    QUndoStack stack_;
    AnnotationActions& actions_;
    OwnRules rules_;
    ReadMarker reader_;
    MarksDock* marks_ = nullptr; ///< the window's
    std::optional<store::CommitRow> shown_;
    std::vector<PersonalChangePtr> quiet_; ///< done by the program itself: no undo, no new list
    QString mistakenFile_;
    int mistakenLine_ = 0;
    bool refused_ = false; ///< something since finish() began
    bool warned_ = false;  ///< that leaving loses something
};

} // namespace mw::ui
