#pragma once

#include "painting/hits.h"
#include "search/completion_popup.h"
#include "search/facet_panel.h"
#include "search/saved_search_controller.h"
#include "session/session.h"

#include <QMenu>

namespace mw::ui {

class ChangesetPanel;
class CommitPanel;
class DocumentController;
class FilterBar;
class ReadingPane;
class Sidebar;

/// What helps with a search around the filter bar: suggestions while typing, hits marked in table,
/// message and documents, how the list spreads, searches under names, the search over all releases,
/// the search as text and as a command.
/// Places its own pages in the sidebar. The widgets and the session outlive it.
/// GUI thread.
class SearchSupport : public QObject {
    Q_OBJECT

public:
    struct Window {
        Session& session;
        FilterBar& filter;
        Sidebar& sidebar;
        ChangesetPanel& changesets;
        CommitPanel& commit;
        ReadingPane& reading;
        DocumentController& documents;
    };

    SearchSupport(const QString& database, const Window& window, QObject* parent);

    void addActions(QMenu& menu);
    /// As SavedSearchController::finish().
    bool finish() { return saved_->finish(); }

private:
    void setUpSidebar();
    void setUpCompletion();
    void setUpActions();
    void markHits();
    void markDocument(const QString& address);
    void countFacets();
    void narrow(const QString& term);
    void follow(const Location& location);

    const Window window_;
    FacetPanel* facets_ = nullptr;
    CompletionPopup* completion_ = nullptr;
    QAction* allReleases_ = nullptr;
    SavedSearchController* saved_ = nullptr;
    QString marked_; ///< the filter whose hits are marked
    SharedHits hits_;
};

} // namespace mw::ui
