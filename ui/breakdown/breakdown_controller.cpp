#include "breakdown/breakdown_controller.h"

#include "changesets/changeset_panel.h"
#include "changesets/filter_bar.h"
#include "commit/commit_panel.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <QAction>

#include <utility>

namespace mw::ui {

namespace {

QString settingOfWays(const char* name) {
    return QStringLiteral("ways/") + QLatin1String(name);
}

} // namespace

BreakdownController::BreakdownController(const QString& database, const Window& window,
                                         QObject* parent)
    : QObject(parent), window_(window), panel_(&window.panel), narrow_(new NarrowBar),
      bar_(new AsOfBar), showBar_(new QAction(tr("&Landings by day"), this)),
      where_(new QAction(tr("Where is t&his commit?"), this)),
      thread_(QStringLiteral("ways"), database) {
    auto* const content = qobject_cast<QBoxLayout*>(window_.filter.parentWidget()->layout());
    content->insertWidget(content->indexOf(&window_.filter) + 1, narrow_);
    window_.bottom.addWidget(bar_);
    showBar_->setObjectName(QStringLiteral("actionAsOfBar"));
    showBar_->setCheckable(true);
    showBar_->setChecked(true);
    showBar_->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+T")));
    showBar_->setToolTip(tr("The days of the release, and as of which it is looked at"));
    connectParts();
    window_.reading.registerPages(
        Page::Kind::Pulls,
        [this](const QString& address, QWidget* owner) { return makePage(address, owner); });
}

void BreakdownController::connectParts() {
    Session& session = window_.session;
    Navigation& navigation = session.navigation();
    connect(&navigation, &Navigation::changed, this, &BreakdownController::follow);
    connect(&session, &Session::releasesChanged, this, [this] {
        curveOf_.reset();
        outlined_.reset();
    });
    connect(&session, &Session::listChanged, this, [this](const IdList& ids) {
        list_ = ids;
        showHits();
    });
    // What is counted here waits until the list is there: that is what a person waits for.
    connect(&session, &Session::settled, this, &BreakdownController::refresh);
    // Somebody moved changesets from section to section.
    connect(&session, &Session::sectionsChanged, this, [this] {
        outlined_.reset();
        refresh();
    });
    connect(panel_, &BreakdownPanel::wayChanged, this, [this] {
        showPlace();
        refresh();
    });
    connect(&panel_->list(), &BreakdownList::chosen, &navigation, &Navigation::openBreakdown);
    connect(bar_, &AsOfBar::momentChosen, &navigation, &Navigation::openAsOf);
    connect(narrow_, &NarrowBar::momentCleared, &navigation,
            [&navigation] { navigation.openAsOf({}); });
    connect(narrow_, &NarrowBar::sectionCleared, &navigation,
            [&navigation] { navigation.openSection({}); });
    connect(narrow_, &NarrowBar::refinementCleared, &navigation, [&navigation](Breakdown way) {
        navigation.openBreakdown({way, {}, {}});
    });
    connect(showBar_, &QAction::toggled, this, [this](bool shown) {
        bar_->setVisible(shown);
        refresh();
    });
}

void BreakdownController::addActions(QMenu& go, QMenu& view, QMenu& release) {
    addBreakdownActions(go);
    view.addAction(showBar_);
    QAction* const pulls = release.addAction(tr("&Pulls"), this, [this] { openPulls(); });
    pulls->setObjectName(QStringLiteral("actionPulls"));
    pulls->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+P")));
    pulls->setToolTip(
        tr("What was pulled, merged and applied, as an outline, and what each merge says"));
    setUpWhere(release);
    addMomentActions(release);
}

void BreakdownController::addBreakdownActions(QMenu& go) {
    QMenu* const menu = go.addMenu(tr("&Ways into the release"));
    int number = 1;
    const auto add = [&](const QString& text, const char* name, std::optional<Breakdown> way) {
        QAction* const action = menu->addAction(text, this, [this, way] { openBreakdown(way); });
        action->setObjectName(QLatin1String(name));
        action->setShortcut(QKeySequence(QStringLiteral("Alt+%1").arg(number++)));
    };
    add(tr("&Sections"), "actionWaySections", std::nullopt);
    add(tr("&Pulls"), "actionWayPulls", Breakdown::Pulls);
    add(tr("S&ubsystems"), "actionWaySubsystems", Breakdown::Subsystems);
    add(tr("P&eople"), "actionWayPeople", Breakdown::People);
    add(tr("&Committers"), "actionWayCommitters", Breakdown::Committers);
    add(tr("&Time"), "actionWayTime", Breakdown::Time);
    menu->addSeparator();
    QAction* const sort =
        menu->addAction(tr("&Other order"), this, [this] { panel_->list().sortOtherwise(); });
    sort->setObjectName(QStringLiteral("actionWayOrder"));
    sort->setToolTip(tr("By count, or by name or time"));
}

void BreakdownController::addMomentActions(QMenu& release) {
    QMenu* const menu = release.addMenu(tr("&As of"));
    const auto add = [&](const QString& text, const char* name, auto what) {
        QAction* const action = menu->addAction(text, this, what);
        action->setObjectName(QLatin1String(name));
        return action;
    };
    add(tr("&Choose the day"), "actionAsOfDay", [this] {
        showBar_->setChecked(true);
        bar_->focusHandle();
    })->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+A")));
    add(tr("&Half of the merge window"), "actionAsOfMiddle", [this] { bar_->goToMiddle(); });
    add(tr("The &merge window"), "actionAsOfWindow", [this] { bar_->goToWindowEnd(); });
    add(tr("&Everything"), "actionAsOfEverything", [this] { bar_->goToEverything(); });
}

void BreakdownController::restore(const Settings& settings) {
    showBar_->setChecked(settings.flag(settingOfWays("bar"), true));
    const QByteArray way = settings.value(settingOfWays("way"));
    if (!way.isEmpty())
        panel_->setBreakdown(
            static_cast<Breakdown>(qBound(0, way.toInt(), static_cast<int>(Breakdown::Time))));
}

void BreakdownController::save(Settings& settings) const {
    settings.setValue(settingOfWays("bar"), showBar_->isChecked());
    const auto way = panel_->way();
    settings.setValue(settingOfWays("way"),
                      way ? QByteArray::number(static_cast<int>(*way)) : QByteArray());
}

const store::Release* BreakdownController::release() const {
    const store::Release* const whole = window_.session.release();
    const auto asOf = window_.session.navigation().current().asOf;
    const bool known = whole && asOf && then_ && then_->id == whole->id && thenAsOf_ == asOf;
    return known ? &*then_ : whole;
}

void BreakdownController::openBreakdown(std::optional<Breakdown> way) {
    window_.showSidebar.setChecked(true);
    panel_->setBreakdown(way);
    panel_->setFocus(Qt::ShortcutFocusReason);
}

PullsPage* BreakdownController::openPulls() {
    const store::Release* const release = window_.session.release();
    if (!release)
        return nullptr;
    window_.session.navigation().openPage(
        Page::ofRelease(Page::Kind::Pulls, toQString(release->name)));
    PullsPage* const page = pageInFront();
    if (page)
        page->setFocus(Qt::ShortcutFocusReason);
    return page;
}

void BreakdownController::setUpWhere(QMenu& release) {
    where_->setObjectName(QStringLiteral("actionWhereIsIt"));
    where_->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+B")));
    where_->setToolTip(tr("Opens the way to it in the outline: pull, merges, series"));
    connect(where_, &QAction::triggered, this, &BreakdownController::showInOutline);
    release.addAction(where_);
    window_.commit.addContextAction(where_);
    connect(&window_.list, &ChangesetPanel::menuOpened, this,
            [this](QMenu* menu) { menu->addAction(where_); });
    const auto enable = [this] {
        const bool any = window_.session.navigation().current().hasCommit() ||
                         window_.list.currentRow().has_value();
        where_->setEnabled(any);
    };
    connect(&window_.session.navigation(), &Navigation::changed, this, enable);
    connect(&window_.list, &ChangesetPanel::selectionChanged, this, enable);
    enable();
}

void BreakdownController::showInOutline() {
    Session& session = window_.session;
    const Location& place = session.navigation().current();
    const store::Release* const release = session.release();
    const auto inList = window_.list.currentRow();
    QString oid = place.commit;
    if (oid.isEmpty() && inList)
        oid = toQString(inList->oid);
    if (oid.isEmpty() || !release)
        return;
    auto row = session.changeset(oid.toStdString(), release->id);
    if (!row)
        row = session.commit(oid.toStdString());
    const store::Release* const home = row ? session.releaseOfRow(row->release) : nullptr;
    if (!home)
        return;
    if (home->id != release->id)
        session.navigation().openRelease(toQString(home->name));
    // What landed later than the moment is in no outline of it.
    if (session.navigation().current().asOf)
        session.navigation().openAsOf({});
    revealed_ = toQString(row->oid);
    if (openPulls())
        reveal();
}

void BreakdownController::reveal() {
    PullsPage* const page = pageInFront();
    const store::Release* const release = window_.session.release();
    if (revealed_.isEmpty() || !page || !release ||
        outlined_ != Outlined{page, release->id, window_.session.navigation().current().asOf})
        return; // once its outline is there
    if (!page->reveal(std::exchange(revealed_, {})))
        emit said(tr("This commit is not in the outline: it is not known through what it landed."));
}

void BreakdownController::showHits() {
    const Location& place = window_.session.navigation().current();
    const std::optional<IdList> hits =
        place.isWhole() || place.allReleases ? std::nullopt : std::optional(list_);
    if (PullsPage* const page = pageInFront())
        page->setHits(hits);
    window_.commit.setHits(hits);
}

QWidget* BreakdownController::makePage(const QString& address, QWidget* parent) {
    auto* const page = new PullsPage(parent);
    outlined_.reset(); // one of an earlier page can have had this address
    Navigation& navigation = window_.session.navigation();
    connect(page, &PullsPage::textWanted, this,
            [this, page](store::RowId commit) { requestText(page, commit); });
    connect(page, &PullsPage::commitRequested, &navigation,
            [&navigation](const QString& oid) { navigation.openCommit(oid); });
    connect(page, &PullsPage::mergedCommitsRequested, &navigation,
            [&navigation](const QString& oid, const QString& label) {
                navigation.openBreakdown({Breakdown::Pulls, QStringLiteral("pull:") + oid, label});
            });
    page->setMessage(tr("The outline is being read…"));
    window_.reading.setTitle(address, tr("Pulls of %1").arg(Page::parse(address).release));
    return page;
}

PullsPage* BreakdownController::pageInFront() const {
    return window_.reading.page<PullsPage>(window_.session.navigation().current().page);
}

void BreakdownController::follow(const Location& location, const Location& before) {
    showPlace();
    if (location.release != before.release || location.asOf != before.asOf ||
        location.section != before.section || location.refinements != before.refinements ||
        location.page != before.page)
        refresh();
    if (!location.asOf && before.asOf)
        emit releaseChanged();
}

void BreakdownController::showPlace() {
    const Location& place = window_.session.navigation().current();
    narrow_->show(place);
    bar_->setMoment(place.asOf);
    if (const auto way = panel_->way()) {
        const Refinement* const choice = place.choice(*way);
        panel_->list().setChosen(choice ? choice->term : QString());
    }
}

BreakdownRequest BreakdownController::wanted() const {
    const Location& place = window_.session.navigation().current();
    BreakdownRequest request;
    request.release = *window_.session.release();
    request.asOf = place.asOf;
    request.landings = curveOf_ != request.release.id && showBar_->isChecked();
    if (window_.showSidebar.isChecked())
        request.way = panel_->way();
    request.scope.release = request.release.id;
    request.scope.section = place.section.section;
    request.scope.subgroup = place.section.subgroup;
    request.scope.as_of = place.asOf;
    Location others = place;
    std::erase_if(others.refinements,
                  [&](const Refinement& choice) { return choice.way == request.way; });
    request.scope.within = others.within().toStdString();
    const PullsPage* const page = pageInFront();
    request.outline = page && Page::parse(place.page).release == toQString(request.release.name) &&
                      outlined_ != Outlined{page, request.release.id, request.asOf};
    return request;
}

void BreakdownController::refresh() {
    if (!window_.session.isSettled() || !window_.session.release())
        return;
    if (busy_) {
        again_ = true;
        return;
    }
    BreakdownRequest request = wanted();
    if (!request.landings && !request.asOf && !request.way && !request.outline)
        return;
    busy_ = true;
    thread_.run(
        this,
        [request = std::move(request)](BreakdownEngine& engine, const std::stop_token&) {
            return engine.answer(request);
        },
        [this](BreakdownAnswer answer) { take(answer); },
        [this](const std::exception& error) {
            busy_ = again_ = false;
            emit failed(errorText(error));
        });
}

void BreakdownController::take(BreakdownAnswer& answer) {
    busy_ = false;
    const store::Release* const release = window_.session.release();
    // An answer of a moment that the handle has left is still nearer than what is on screen; of
    // another release it is not.
    if (release && release->id == answer.asked.release.id) {
        if (answer.landings) {
            bar_->setCurve(LandingChart(*release, *answer.landings));
            curveOf_ = release->id;
        }
        if (answer.lines && answer.asked.way == panel_->way())
            panel_->list().setLines(std::move(*answer.lines), answer.total);
        if (answer.then) {
            then_ = std::move(answer.then);
            thenAsOf_ = answer.asked.asOf;
        }
        if (PullsPage* const page = pageInFront(); page && answer.outline) {
            page->setOutline(answer.outline, then_ && answer.asked.asOf ? *then_ : *release,
                             answer.asked.asOf);
            outlined_ = Outlined{page, release->id, answer.asked.asOf};
            showHits();
            reveal();
        }
        if (answer.asked.asOf)
            emit releaseChanged();
    } else {
        again_ = true;
    }
    if (std::exchange(again_, false))
        refresh();
}

void BreakdownController::requestText(PullsPage* page, store::RowId commit) {
    thread_.run(
        page,
        [commit](BreakdownEngine& engine, const std::stop_token&) { return engine.text(commit); },
        [page, commit](const std::vector<document::PullBlock>& blocks) {
            page->setText(commit, blocks);
        },
        [this](const std::exception& error) { emit failed(errorText(error)); });
}

} // namespace mw::ui
