#include "compare/compare_controller.h"

#include "commit/commit_panel.h"
#include "commit/message/facts_view.h"
#include "compare/find_change_page.h"
#include "compare/release_fact.h"
#include "pages/commit_side.h"
#include "pages/reading_pane.h"
#include "session/session.h"
#include "table/table_target.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <QDataStream>

#include <algorithm>
#include <utility>

namespace mw::ui {

namespace {

bool sameSides(const std::vector<store::Side>& one, const std::vector<store::Side>& other) {
    return std::ranges::equal(one, other, [](const store::Side& left, const store::Side& right) {
        return left.release == right.release && left.as_of == right.as_of;
    });
}

} // namespace

CompareController::CompareController(const QString& database, Session& session, ReadingPane& pane,
                                     QObject* parent)
    : QObject(parent), database_(database), session_(session), pane_(pane) {
    open_ = addAction("actionCompare", tr("&Compare releases"));
    open_->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+R")));
    open_->setToolTip(tr("The release in front and the one before it, side by side"));
    find_ = addAction("actionFindChange", tr("Which release has a chan&ge…"));
    find_->setToolTip(tr("By id or title, in every release of the database"));
    connect(open_, &QAction::triggered, this, &CompareController::open);
    connect(find_, &QAction::triggered, this, &CompareController::openFindChange);
    pane_.registerPages(Page::Kind::Compare, [this](const QString& address, QWidget* owner) {
        return makePage(address, owner);
    });
    connect(&session_, &Session::releasesChanged, this, [this] {
        for (QAction* const action : {open_, find_})
            action->setEnabled(!session_.releases().empty());
        fillAll();
    });
    connect(&session_.navigation(), &Navigation::changed, this, &CompareController::followMoment);
    addFact(pane_.commitSide().panel());
    connect(&pane_, &ReadingPane::pageMade, this, [this](const QString&, QWidget* page) {
        if (auto* const side = qobject_cast<CommitSide*>(page))
            addFact(side->panel());
    });
}

CompareController::~CompareController() = default;

QAction* CompareController::addAction(const char* name, const QString& text) {
    auto* const action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setEnabled(false);
    return action;
}

QByteArray CompareController::saveState() const {
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << chosen_;
    return state;
}

void CompareController::restoreState(const QByteArray& state) {
    QDataStream stream(state);
    QMap<QString, QStringList> chosen;
    stream >> chosen;
    if (stream.status() == QDataStream::Ok)
        chosen_ = chosen;
}

void CompareController::addActions(QMenu& menu) {
    menu.addActions({open_, find_});
}

CompareController::Thread& CompareController::thread() {
    if (!thread_)
        thread_ = std::make_unique<Thread>(QStringLiteral("compare"), database_);
    return *thread_;
}

void CompareController::open() {
    session_.navigation().openPage(
        Page::ofRelease(Page::Kind::Compare, session_.navigation().current().release));
}

void CompareController::openFindChange() {
    wantsFindChange_ =
        Page::ofRelease(Page::Kind::Compare, session_.navigation().current().release);
    auto* const there = pane_.page<ComparePage>(wantsFindChange_);
    open();
    if (!there)
        return;
    wantsFindChange_.clear();
    there->openFindChange();
}

ComparePage* CompareController::makePage(const QString& address, QWidget* parent) {
    auto* const page = new ComparePage(Page::parse(address).release, parent);
    connect(page, &ComparePage::followed, this, &CompareController::follow);
    connect(page, &ComparePage::chosenChanged, this, [this, address, page] {
        QStringList& names = chosen_[address];
        names.clear();
        for (const store::Release& release : page->chosen())
            names << toQString(release.name);
        fill(address, page);
    });
    page->choose(chosen_.value(address));
    connect(&page->findChange(), &FindChangePage::wantedChanged, this,
            [this, page](const QString& wanted) { find(page, wanted); });
    // The pane knows the page once it has it.
    QMetaObject::invokeMethod(
        page, [this, address, page] { setUpPage(address, page); }, Qt::QueuedConnection);
    return page;
}

void CompareController::setUpPage(const QString& address, ComparePage* page) {
    pane_.setTitle(address, tr("Compare: %1").arg(page->release()));
    page->setReleases(session_.releases());
    fill(address, page);
    if (session_.navigation().current().page != address)
        return;
    if (std::exchange(wantsFindChange_, {}) == address)
        page->openFindChange();
    else
        page->setFocus();
}

std::vector<store::Side>
CompareController::sidesOf(const std::vector<store::Release>& releases) const {
    const Location& place = session_.navigation().current();
    const auto here =
        std::ranges::find(releases, place.release.toStdString(), &store::Release::name);
    std::optional<Seconds> age;
    if (place.asOf && here != releases.end() && here->first_landing)
        age = *place.asOf - *here->first_landing;
    std::vector<store::Side> sides;
    for (const store::Release& release : releases) {
        sides.push_back({release.id, {}});
        if (age && release.first_landing)
            sides.back().as_of = *release.first_landing + *age;
    }
    return sides;
}

QString CompareController::noteOf(const std::vector<store::Release>& releases,
                                  const std::vector<store::Side>& sides) const {
    if (releases.size() < 2)
        return session_.releases().size() < 2
                   ? tr("The database has this release alone. Import another to compare them.")
                   : tr("Choose another release to compare them.");
    if (!sides.front().as_of)
        return {};
    return tr("%1 as of %2 UTC, the others as old as that.")
        .arg(session_.navigation().current().release,
             timeText(session_.navigation().current().asOf).left(16));
}

void CompareController::fill(const QString& address, ComparePage* page) {
    const std::vector<store::Release> releases = page->chosen();
    page->wanted = sidesOf(releases);
    page->showNote(noteOf(releases, page->wanted));
    if (releases.empty())
        return;
    thread().run(
        page,
        [releases, sides = page->wanted](CompareEngine& engine, const std::stop_token& stop) {
            return sheetsOf(engine.compare(releases, sides, stop));
        },
        [this, page, address](CompareTables sheets) {
            // Another choice, or another moment, is on its way.
            if (!sameSides(sheets.sides, page->wanted))
                return;
            page->showCompared(std::move(sheets));
            emit shown(address);
        },
        [page](const std::exception& error) { page->showNote(errorText(error)); });
}

void CompareController::fillAll() {
    for (const QString& address : pane_.addresses())
        if (auto* const page = pane_.page<ComparePage>(address)) {
            page->setReleases(session_.releases());
            fill(address, page);
        }
}

void CompareController::followMoment() {
    for (const QString& address : pane_.addresses()) {
        auto* const page = pane_.page<ComparePage>(address);
        if (page && !sameSides(page->wanted, sidesOf(page->chosen())))
            fill(address, page);
    }
}

void CompareController::find(ComparePage* page, const QString& idOrTitle) {
    thread().run(
        page,
        [wanted = idOrTitle.toStdString()](CompareEngine& engine, const std::stop_token&) {
            return engine.find(wanted);
        },
        [page, idOrTitle](const std::vector<store::EquivalentCommit>& homes) {
            if (page->findChange().wanted() == idOrTitle)
                page->findChange().showHomes(homes);
        },
        [this](const std::exception& error) { emit failed(errorText(error)); });
}

void CompareController::addFact(CommitPanel& panel) {
    auto* const facts = panel.findChild<FactsView*>();
    if (!facts)
        return;
    auto* const fact = new ReleaseFact(facts);
    connect(fact, &ReleaseFact::commitRequested, this,
            [this](const QString& release, const QString& oid) {
                follow({release, {}, oid});
            });
    connect(
        &panel, &CommitPanel::shown, fact,
        [this, fact](const store::CommitDetail& detail, const store::Release& release) {
            fact->showCommit(detail.row.id, release);
            if (session_.releases().size() < 2)
                return;
            thread().run(
                fact,
                [id = detail.row.id](CompareEngine& engine, const std::stop_token&) {
                    return std::pair(id, engine.elsewhere(id));
                },
                [fact](const auto& answer) { fact->showElsewhere(answer.first, answer.second); },
                [this](const std::exception& error) { emit failed(errorText(error)); });
        });
}

void CompareController::follow(const TableTarget& target) {
    Location place = locationOf(target, session_.navigation().current());
    // A commit in a tab of its own leaves no room for another beside it.
    if (!target.commit.isEmpty() && Page::parse(place.page).kind == Page::Kind::CommitTab)
        place.page.clear();
    session_.navigation().go(place);
}

} // namespace mw::ui
