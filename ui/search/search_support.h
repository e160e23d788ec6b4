#pragma once

#include "app/session.h"
#include "search/completion_popup.h"
#include "search/facet_panel.h"
#include "search/fold.h"

#include <QMenu>
#include <QSplitter>

namespace mw::ui {

class ChangesetPanel;
class CommitPanel;
class FilterBar;
class SectionPanel;

/// What helps with a search around the filter bar: suggestions while typing, hits marked in table
/// and message, how the list spreads, the search over all releases, the search as a command.
/// Places its own pages in a sidebar below the sections. The widgets and the session outlive it.
/// GUI thread.
class SearchSupport : public QObject {
    Q_OBJECT

public:
    struct Window {
        Session& session;
        FilterBar& filter;
        SectionPanel& sections;
        QSplitter& splitter; ///< has the sections at its left
        ChangesetPanel& changesets;
        CommitPanel& commit;
    };

    SearchSupport(const Window& window, QObject* parent);

    void addActions(QMenu& menu);
    void setSidebarVisible(bool visible) { sidebar_->setVisible(visible); }

private:
    void setUpSidebar();
    void setUpCompletion();
    void markHits();
    void countFacets();
    void narrow(const QString& term);
    void follow(const Location& location);

    const Window window_;
    QSplitter* sidebar_ = nullptr;
    FacetPanel* facets_ = nullptr;
    CompletionPopup* completion_ = nullptr;
    QAction* allReleases_ = nullptr;
    QString marked_; ///< the filter whose hits are marked
};

} // namespace mw::ui
