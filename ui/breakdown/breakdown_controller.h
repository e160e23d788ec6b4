#pragma once

#include "breakdown/as_of_bar.h"
#include "breakdown/breakdown_engine.h"
#include "breakdown/breakdown_panel.h"
#include "breakdown/narrow_bar.h"
#include "breakdown/pulls_page.h"
#include "pages/reading_pane.h"
#include "session/session.h"
#include "session/settings.h"
#include "workers/work_thread.h"

#include <QBoxLayout>
#include <QMenu>

namespace mw::ui {

class ChangesetPanel;
class CommitPanel;
class FilterBar;

/// Connects the ways into a release with the session: their lists in the sidebar, the pages of
/// pulls, the moment as of which everything is looked at, and what narrows the list. Places its own
/// widgets; those of the window and the session outlive it. Counts on a thread of its own, of one
/// moment at a time: while one is counted, only the newest of those asked for is kept. GUI thread.
class BreakdownController : public QObject {
    Q_OBJECT

public:
    struct Window {
        Session& session;
        BreakdownPanel& panel;
        FilterBar& filter;
        ReadingPane& reading;
        ChangesetPanel& list;
        CommitPanel& commit;
        QBoxLayout& bottom;   ///< where the bar of moments stands, at its end
        QAction& showSidebar; ///< checkable
    };

    BreakdownController(const QString& database, const Window& window, QObject* parent);

    void addActions(QMenu& go, QMenu& view, QMenu& release);
    void restore(const Settings& settings);
    void save(Settings& settings) const;

    /// The release of the place as it was at the place's moment; null while none is open.
    const store::Release* release() const;

signals:
    /// The figures of release() are others.
    void releaseChanged();
    void failed(const QString& sentence);
    void said(const QString& sentence);

private:
    void connectParts();
    void addBreakdownActions(QMenu& go);
    void addMomentActions(QMenu& release);
    void openBreakdown(std::optional<Breakdown> way);
    PullsPage* openPulls();
    /// Leads to the commit that is read, or the one that is chosen in the list, in the outline of
    /// its release.
    void showInOutline();
    void setUpWhere(QMenu& release);
    void reveal();
    void showHits();
    QWidget* makePage(const QString& address, QWidget* parent);

    void follow(const Location& location, const Location& before);
    void showPlace();
    void refresh();
    BreakdownRequest wanted() const;
    void take(BreakdownAnswer& answer);
    PullsPage* pageInFront() const;
    void requestText(PullsPage* page, store::RowId commit);

    const Window window_;
    BreakdownPanel* const panel_;
    NarrowBar* narrow_;
    AsOfBar* bar_;
    QAction* showBar_;
    bool busy_ = false, again_ = false;
    std::optional<store::RowId> curveOf_; ///< the release whose landings the bar shows
    /// Of which release, as of when, a page has the outline.
    struct Outlined {
        const PullsPage* page;
        store::RowId release;
        std::optional<Seconds> asOf;
        bool operator==(const Outlined&) const = default;
    };
    std::optional<Outlined> outlined_;
    IdList list_;      ///< of the place
    QString revealed_; ///< the commit that the outline is to lead to, once it is there
    QAction* where_;
    std::optional<store::Release> then_;
    std::optional<Seconds> thenAsOf_;
    WorkThread<BreakdownEngine> thread_; ///< last: it ends before what its answers go to
};

} // namespace mw::ui
