#include "highlights/highlights_controller.h"

#include "commit/overview_page.h"
#include "core/background.h"
#include "highlights/ranked_highlights.h"
#include "session/session.h"
#include "text/engine_text.h"

namespace mw::ui {

namespace {

/// The list comes first, and who drags the moment along gets there first.
constexpr int restMilliseconds = 400;
/// Four releases of today; a second for each of them.
constexpr std::int64_t mostChangesets = 60'000;

} // namespace

HighlightsController::HighlightsController(const QString& database, Session& session,
                                           OverviewPage& page, QObject* parent)
    : QObject(parent), database_(database), session_(session), page_(page),
      overview_(new QAction(tr("&Overview"), this)) {
    overview_->setObjectName(QStringLiteral("actionOverview"));
    overview_->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+O")));
    overview_->setToolTip(tr("What the release holds, and what stands out in it"));
    overview_->setEnabled(false);
    connect(overview_, &QAction::triggered, this, &HighlightsController::openOverview);
    connect(&session_, &Session::releasesChanged, this,
            [this] { overview_->setEnabled(!session_.releases().empty()); });
    rest_.setSingleShot(true);
    rest_.setInterval(restMilliseconds);
    connect(&rest_, &QTimer::timeout, this, &HighlightsController::weigh);
    connect(&session_, &Session::listChanged, this, &HighlightsController::follow);
    connect(&session_.navigation(), &Navigation::changed, this, &HighlightsController::follow);
}

HighlightsController::~HighlightsController() = default;

void HighlightsController::openOverview() {
    Location place = session_.navigation().current();
    place.page.clear();
    place.pageLine = place.pagePlace = 0;
    place.commit.clear();
    place.commitRow = 0;
    session_.navigation().go(place);
    page_.setFocus(Qt::ShortcutFocusReason);
}

HighlightsController::Subject HighlightsController::subject() const {
    const store::Release* const release = session_.release();
    // Of the selection that comes with the program everything was chosen.
    if (!release || release->bundled || release->changesets > mostChangesets)
        return {};
    return {release->id, release->changesets, release->lines, session_.navigation().current().asOf};
}

void HighlightsController::follow() {
    if (subject() == weighed_)
        return;
    // Not those of another release, or moment.
    weighed_ = {};
    if (thread_)
        thread_->cancel();
    page_.showHighlights({});
    rest_.start();
}

void HighlightsController::weigh() {
    const Location& place = session_.navigation().current();
    const Subject wanted = subject();
    // Nobody looks at the overview while a commit or a page is read.
    if (wanted.release == 0 || wanted == weighed_ || place.hasCommit() || !place.page.isEmpty())
        return;
    weighed_ = wanted;
    if (!thread_)
        thread_ = std::make_unique<WorkThread<LazyReader>>(QStringLiteral("highlights"), database_);
    thread_->run(
        this,
        [release = *session_.release(), asOf = wanted.asOf](LazyReader& reader,
                                                            const std::stop_token& stop) {
            yieldToTheWindow();
            document::RankOptions options;
            options.as_of = asOf;
            options.all_pulls = true;
            return highlightsOf(document::rank_release(reader.get(), release, options, stop),
                                release);
        },
        [this](const Highlights& highlights) {
            page_.showHighlights(highlights);
            emit shown();
        },
        [this](const std::exception& error) { emit failed(errorText(error)); });
}

} // namespace mw::ui
