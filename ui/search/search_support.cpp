#include "search/search_support.h"

#include "changesets/changeset_panel.h"
#include "changesets/changeset_view.h"
#include "changesets/filter_bar.h"
#include "changesets/sidebar.h"
#include "commit/commit_panel.h"
#include "commit/message/message_view.h"
#include "document/document_controller.h"
#include "document/document_page.h"
#include "pages/reading_pane.h"
#include "painting/text_hits.h"
#include "search/saved_search_controller.h"
#include "search/search_words.h"
#include "store/search/code_marks.h"
#include "store/sql/error.h"
#include "text/format.h"

#include <QApplication>
#include <QClipboard>

namespace mw::ui {

namespace {

/// Null where the filter asks for nothing in changed lines, or cannot be understood.
SharedCodeMarks codeMarks(const QString& filter) {
    try {
        auto marks = std::make_shared<const store::CodeMarks>(filter.toStdString());
        return marks->empty() ? nullptr : marks;
    } catch (const store::QueryError&) {
        // The filter bar says what is wrong with it.
        return nullptr;
    }
}

} // namespace

SearchSupport::SearchSupport(const QString& database, const Window& window, QObject* parent)
    : QObject(parent), window_(window),
      saved_(new SavedSearchController(database, window.session, window.sidebar, this)) {
    connect(saved_, &SavedSearchController::failed, &window_.session, &Session::failed);
    setUpSidebar();
    setUpCompletion();
    setUpActions();
    connect(&window_.documents, &DocumentController::pageShown, this, &SearchSupport::markDocument);
    connect(&window_.session.navigation(), &Navigation::changed, this, &SearchSupport::follow);
    connect(&window_.session, &Session::listChanged, this, [this] {
        window_.changesets.columns().showReleases(
            window_.session.navigation().current().allReleases);
        markHits();
        countFacets();
    });
    window_.changesets.model().setReleaseName([this](store::RowId row) {
        const store::Release* const release = window_.session.releaseOfRow(row);
        return release ? toQString(release->name) : QString();
    });
}

void SearchSupport::setUpActions() {
    allReleases_ = new QAction(tr("Search &all releases"), this);
    allReleases_->setObjectName(QStringLiteral("actionAllReleases"));
    allReleases_->setCheckable(true);
    allReleases_->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+F")));
    connect(allReleases_, &QAction::triggered, &window_.session.navigation(),
            &Navigation::openAllReleases);
}

void SearchSupport::setUpSidebar() {
    facets_ = new FacetPanel;
    window_.sidebar.addCollapsibleSection(tr("Narrow the list"), facets_)
        ->setObjectName(QStringLiteral("spread"));
    connect(facets_, &FacetPanel::shown, this, &SearchSupport::countFacets);
    connect(facets_, &FacetPanel::narrowTurned, this, &SearchSupport::narrow);
    connect(&window_.session.service(), &StoreService::facets, this,
            [this](const store::Facets& facets) {
                facets_->setFacets(facets, window_.session.navigation().current().filter);
            });
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
    menu.addMenu(saved_->menu());
    QAction* const text = menu.addAction(tr("Copy the search as te&xt"), this, [this] {
        QApplication::clipboard()->setText(wholeQuery(window_.session.navigation().current()));
    });
    text->setObjectName(QStringLiteral("actionCopySearchText"));
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
    hits_ = std::make_shared<const Hits>(filter);
    if (hits_->isEmpty())
        hits_.reset();
    if (auto* const table = window_.changesets.findChild<ChangesetView*>())
        table->setHits(hits_);
    if (auto* const message = window_.commit.findChild<MessageView*>(QStringLiteral("message")))
        message->setHits(hits_);
    window_.commit.setMarks(codeMarks(filter));
    for (const QString& address : window_.reading.addresses())
        markDocument(address);
}

void SearchSupport::markDocument(const QString& address) {
    if (auto* const page = window_.reading.page<DocumentPage>(address))
        TextHits::of(&page->browser()).setHits(hits_);
}

void SearchSupport::countFacets() {
    if (!facets_->isVisible())
        return;
    if (const auto query = window_.session.query())
        window_.session.service().requestFacets(*query);
}

void SearchSupport::narrow(const QString& term) {
    Navigation& navigation = window_.session.navigation();
    navigation.openFilter(withTermTurned(navigation.current().filter, term));
}

void SearchSupport::follow(const Location& location) {
    allReleases_->setChecked(location.allReleases);
}

} // namespace mw::ui
