#include "search/search_support.h"

#include "commit/commit_panel.h"
#include "commit/message_view.h"
#include "search/search_words.h"
#include "text/format.h"
#include "views/changeset_panel.h"
#include "views/changeset_view.h"
#include "views/filter_bar.h"
#include "views/sidebar.h"

#include <QApplication>
#include <QClipboard>

namespace mw::ui {

SearchSupport::SearchSupport(const Window& window, QObject* parent)
    : QObject(parent), window_(window) {
    setUpSidebar();
    setUpCompletion();
    allReleases_ = new QAction(tr("Search &all releases"), this);
    allReleases_->setObjectName(QStringLiteral("actionAllReleases"));
    allReleases_->setCheckable(true);
    allReleases_->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+F")));
    connect(allReleases_, &QAction::triggered, &window_.session.navigation(),
            &Navigation::openAllReleases);
    connect(&window_.session.navigation(), &Navigation::changed, this, &SearchSupport::follow);
    connect(&window_.session, &Session::listChanged, this, [this] {
        window_.changesets.showReleases(window_.session.navigation().current().allReleases);
        markHits();
        countFacets();
    });
    window_.changesets.model().setReleaseName([this](store::RowId row) {
        const store::Release* const release = window_.session.releaseOfRow(row);
        return release ? toQString(release->name) : QString();
    });
}

void SearchSupport::setUpSidebar() {
    facets_ = new FacetPanel;
    window_.sidebar.addFold(tr("How the list spreads"), facets_)
        ->setObjectName(QStringLiteral("spread"));
    connect(facets_, &FacetPanel::shown, this, &SearchSupport::countFacets);
    connect(facets_, &FacetPanel::narrowRequested, this, &SearchSupport::narrow);
    connect(&window_.session.service(), &StoreService::facets, facets_, &FacetPanel::setFacets);
}

void SearchSupport::setUpCompletion() {
    StoreService& service = window_.session.service();
    completion_ = new CompletionPopup(window_.filter.findChild<QLineEdit*>());
    connect(completion_, &CompletionPopup::wanted, &service, &StoreService::complete);
    connect(&service, &StoreService::completed, completion_, &CompletionPopup::suggest);
}

void SearchSupport::addActions(QMenu& menu) {
    menu.addSeparator();
    menu.addAction(allReleases_);
    QAction* const copy = menu.addAction(tr("Copy the search as a co&mmand"), this, [this] {
        QApplication::clipboard()->setText(asCommand(window_.session.navigation().current()));
    });
    copy->setObjectName(QStringLiteral("actionCopySearch"));
    copy->setToolTip(tr("A line for a shell that finds the same"));
}

void SearchSupport::markHits() {
    const QString filter = window_.session.navigation().current().filter;
    if (filter == marked_)
        return;
    marked_ = filter;
    auto hits = std::make_shared<const Hits>(filter);
    if (hits->isEmpty())
        hits.reset();
    if (auto* const table = window_.changesets.findChild<ChangesetView*>())
        table->setHits(hits);
    if (auto* const message = window_.commit.findChild<MessageView*>(QStringLiteral("message")))
        message->setHits(hits);
}

void SearchSupport::countFacets() {
    if (!facets_->isVisible())
        return;
    if (const auto query = window_.session.query())
        window_.session.service().requestFacets(*query);
}

void SearchSupport::narrow(const QString& term) {
    Navigation& navigation = window_.session.navigation();
    const QString filter = navigation.current().filter.trimmed();
    navigation.openFilter(filter.isEmpty() ? term : filter + QLatin1Char(' ') + term);
}

void SearchSupport::follow(const Location& location) {
    allReleases_->setChecked(location.allReleases);
}

} // namespace mw::ui
