#pragma once

#include "store/read/patch_series.h"
#include "workers/lazy_reader.h"
#include "workers/work_thread.h"

#include <QAction>
#include <QMenu>

#include <vector>

namespace mw::ui {

class ChangesetPanel;
class CommitPanel;
class Session;

/// The ways from one commit to the next: in the list, in its pull, in its series. Owns the actions
/// and a thread that reads what stands around a commit. GUI thread. What of the window it works
/// with outlives it.
class CommitSteps : public QObject {
    Q_OBJECT

public:
    CommitSteps(const QString& database, Session& session, ChangesetPanel& list,
                CommitPanel& commit, QObject* parent = nullptr);

    void addActions(QMenu& menu);

signals:
    void failed(const QString& sentence);

private:
    enum Sequence { List, Pull, Series };

    void makeAction(Sequence sequence, int step, const char* name, const QString& text,
                    const QString& keys);
    const std::vector<std::string>& idsOf(Sequence sequence) const;
    /// Where the step leads; empty: nowhere.
    QString target(Sequence sequence, int step) const;
    void go(Sequence sequence, int step);
    void read(const store::CommitDetail& detail);
    void showTargets();

    struct Step {
        Sequence sequence;
        int step;
        QAction* action;
    };

    Session& session_;
    ChangesetPanel& list_;
    CommitPanel& commit_;
    std::vector<Step> steps_;
    QString oid_; ///< of the commit that is shown; empty: none
    store::RowId row_ = 0;
    store::PatchSeries around_;
    WorkThread<LazyReader> thread_;
};

} // namespace mw::ui
