#pragma once

#include "follow/follow_engine.h"
#include "workers/work_thread.h"

#include <QAction>
#include <QBoxLayout>
#include <QFileSystemWatcher>
#include <QMenu>
#include <QTimer>

namespace mw::ui {

class ChangesetPanel;
class ImportController;
class MessageBar;
class Session;

/// Follows a release that goes on: notices by itself when its clone has something new, has it read
/// at a key, and shows what came since the person's last look, until they say that they have seen
/// it. Watches folders of the clone and asks nobody while nothing changes there. GUI thread. Keeps
/// references to the window's parts, which outlive it.
class FollowController : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Session& session;
        ImportController& import;
        ChangesetPanel& changesets;
        QBoxLayout& above; ///< the bar becomes its first line
    };

    FollowController(const QString& database, const Parts& parts, QObject* parent);

    void addActions(QMenu& release);

signals:
    void said(const QString& sentence);
    void failed(const QString& sentence);
    /// The list of what is new is to have the focus.
    void listWanted();
    /// What is known of the release in front is on screen.
    void shown();

private:
    void look();
    void show(const Followed& followed);
    void showBar();
    void watch(const QStringList& folders);
    void readClone();
    void showUnseen();
    void markSeen();

    const Parts parts_;
    MessageBar* bar_;
    QAction *read_, *unseen_, *seen_;
    QFileSystemWatcher watcher_;
    QTimer settled_; ///< git writes several files at once
    Followed followed_;
    WorkThread<FollowEngine> thread_; ///< last: it ends before what it answers to
};

} // namespace mw::ui
