#pragma once

#include "session/settings.h"
#include "stars/star_panel.h"
#include "workers/work_thread.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>

namespace mw::ui {

class BreakdownPanel;
class ChangesetPanel;
class Session;
class Sidebar;

/// What a person looks after: gives stars to subsystems, people and paths and takes them away, in
/// the list, in the ways into the release and at a key for the commit in front; counts them in the
/// sidebar, and has their changesets listed first where that is wanted. GUI thread. Keeps
/// references to the window's parts, which outlive it.
class StarController : public QObject {
    Q_OBJECT

public:
    struct Parts {
        QMainWindow& window;
        Session& session;
        Sidebar& sidebar;
        ChangesetPanel& changesets;
        BreakdownPanel& ways;
    };

    StarController(const QString& database, const Parts& parts, QObject* parent);

    void addActions(QMenu& edit, QMenu& view);
    void restore(const Settings& settings);
    void save(Settings& settings) const;

public slots:
    void turn(mw::store::Star::Kind kind, const QString& name);

signals:
    void said(const QString& sentence);
    void failed(const QString& sentence);
    /// The stars are on screen.
    void shown();

private:
    void count();
    void take(const StarLines& stars);
    bool has(store::Star::Kind kind, const QString& name) const;
    void addStar(QMenu& menu, store::Star::Kind kind, const QString& name);
    void addStarsOf(QMenu& menu);
    void openMenu();
    void askForPath();

    const Parts parts_;
    StarPanel* panel_;
    QAction *star_, *first_, *mine_;
    StarLines stars_;
    QStringList folders_;           ///< of the commit in front
    WorkThread<StarEngine> thread_; ///< last: it ends before what it answers to
};

} // namespace mw::ui
