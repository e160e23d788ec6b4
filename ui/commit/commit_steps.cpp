#include "commit/commit_steps.h"

#include "changesets/changeset_panel.h"
#include "commit/commit_panel.h"
#include "session/session.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <algorithm>

namespace mw::ui {

namespace {

/// "2 of 5 in its series"; the position counts from 1.
QString placeIn(const std::vector<std::string>& ids, const QString& oid, const QString& pattern) {
    const auto found = std::ranges::find(ids, oid.toStdString());
    if (ids.size() < 2 || found == ids.end())
        return {};
    return pattern.arg(countText(found - ids.begin() + 1), countText(std::ssize(ids)));
}

} // namespace

CommitSteps::CommitSteps(const QString& database, Session& session, ChangesetPanel& list,
                         CommitPanel& commit, QObject* parent)
    : QObject(parent), session_(session), list_(list), commit_(commit),
      thread_(QStringLiteral("neighbours"), database) {
    makeAction(List, -1, "actionPreviousInList", tr("&Previous in the list"),
               QStringLiteral("Alt+Up"));
    makeAction(List, 1, "actionNextInList", tr("Ne&xt in the list"), QStringLiteral("Alt+Down"));
    makeAction(Series, -1, "actionPreviousInSeries", tr("Previous in its &series"),
               QStringLiteral("Ctrl+Alt+Up"));
    makeAction(Series, 1, "actionNextInSeries", tr("Next in its s&eries"),
               QStringLiteral("Ctrl+Alt+Down"));
    makeAction(Pull, -1, "actionPreviousInPull", tr("Previous &in its pull"),
               QStringLiteral("Alt+Shift+Up"));
    makeAction(Pull, 1, "actionNextInPull", tr("Next in its p&ull"),
               QStringLiteral("Alt+Shift+Down"));
    connect(&session_, &Session::commitShown, this, &CommitSteps::read);
    connect(&session_, &Session::commitCleared, this, [this] {
        oid_.clear();
        row_ = 0;
        around_ = {};
        showTargets();
    });
    connect(&session_, &Session::listChanged, this, &CommitSteps::showTargets);
    showTargets();
}

void CommitSteps::makeAction(Sequence sequence, int step, const char* name, const QString& text,
                             const QString& keys) {
    auto* const action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(QKeySequence(keys));
    connect(action, &QAction::triggered, this, [this, sequence, step] { go(sequence, step); });
    steps_.push_back({sequence, step, action});
}

void CommitSteps::addActions(QMenu& menu) {
    menu.addSeparator();
    for (const Step& step : steps_)
        menu.addAction(step.action);
    // The two that are wanted most stand on the commit as buttons, the others in their menu.
    QList<QAction*> actions;
    for (const Step& step : steps_)
        actions << step.action;
    commit_.setSteps(actions);
}

const std::vector<std::string>& CommitSteps::idsOf(Sequence sequence) const {
    return sequence == Pull ? around_.pull : around_.series;
}

QString CommitSteps::target(Sequence sequence, int step) const {
    const auto& ids = idsOf(sequence);
    const auto found = std::ranges::find(ids, oid_.toStdString());
    if (oid_.isEmpty() || found == ids.end())
        return {};
    const std::ptrdiff_t at = found - ids.begin() + step;
    return at < 0 || at >= std::ssize(ids) ? QString()
                                           : toQString(ids[static_cast<std::size_t>(at)]);
}

void CommitSteps::go(Sequence sequence, int step) {
    if (sequence == List)
        list_.step(step);
    else if (const QString oid = target(sequence, step); !oid.isEmpty())
        session_.navigation().openCommit(oid);
}

void CommitSteps::read(const store::CommitDetail& detail) {
    oid_ = toQString(detail.row.oid);
    if (row_ == detail.row.id) {
        showTargets();
        return;
    }
    row_ = detail.row.id;
    around_ = {};
    showTargets();
    thread_.cancel();
    thread_.run(
        this,
        [row = row_](LazyReader& reader, const std::stop_token&) {
            return reader.get().neighbours(row);
        },
        [this, row = row_](const store::PatchSeries& around) {
            if (row != row_)
                return;
            around_ = around;
            showTargets();
        },
        [this](const std::exception& error) { emit failed(errorText(error)); });
}

void CommitSteps::showTargets() {
    for (const Step& step : steps_)
        step.action->setEnabled(step.sequence == List
                                    ? list_.canStep(step.step)
                                    : !target(step.sequence, step.step).isEmpty());
    QStringList places{placeIn(around_.series, oid_, tr("%1 of %2 in its series")),
                       placeIn(around_.pull, oid_, tr("%1 of %2 in its pull"))};
    places.removeAll(QString());
    commit_.setPlaces(places.join(QStringLiteral(" · ")));
}

} // namespace mw::ui
