#include "follow/follow_controller.h"

#include "changesets/changeset_panel.h"
#include "core/limits.h"
#include "import/import_controller.h"
#include "session/session.h"
#include "text/engine_text.h"
#include "text/format.h"
#include "widgets/message_bar.h"

#include <utility>

namespace mw::ui {

namespace {

constexpr int settleMilliseconds = 400;

QString unseenFilter() {
    return QStringLiteral("is:unseen");
}

} // namespace

FollowController::FollowController(const QString& database, const Parts& parts, QObject* parent)
    : QObject(parent), parts_(parts), bar_(new MessageBar),
      read_(new QAction(tr("&Read what is new in the clone"), this)),
      unseen_(new QAction(tr("Show what came since your last &look"), this)),
      seen_(new QAction(tr("All of it has been s&een"), this)),
      thread_(QStringLiteral("follow"), database) {
    bar_->setObjectName(QStringLiteral("news"));
    parts_.above.insertWidget(0, bar_);
    settled_.setSingleShot(true);
    settled_.setInterval(settleMilliseconds);
    connect(&settled_, &QTimer::timeout, this, &FollowController::look);
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, &settled_,
            qOverload<>(&QTimer::start));
    connect(&parts_.session, &Session::settled, this, &FollowController::look);
    connect(&parts_.import, &ImportController::started, this, &FollowController::showBar);
    connect(&parts_.import, &ImportController::cancelled, this, &FollowController::look);
    connect(&parts_.import, &ImportController::finished, this, &FollowController::look);
    connect(&parts_.import, &ImportController::failed, this, &FollowController::look);
    connect(bar_, &MessageBar::actionTriggered, this, [this] {
        if (followed_.moved)
            readClone();
        else
            showUnseen();
    });
    connect(bar_, &MessageBar::secondTriggered, this, &FollowController::markSeen);
}

void FollowController::addActions(QMenu& release) {
    read_->setObjectName(QStringLiteral("actionReadClone"));
    read_->setShortcut(QKeySequence(QStringLiteral("Ctrl+F5")));
    read_->setToolTip(tr("After a 'git fetch': read what came to the release, and nothing else"));
    unseen_->setObjectName(QStringLiteral("actionUnseen"));
    unseen_->setShortcut(QKeySequence(QStringLiteral("Ctrl+Alt+N")));
    unseen_->setToolTip(tr("Changesets that were read since you last said that you have seen all"));
    seen_->setObjectName(QStringLiteral("actionSeen"));
    seen_->setToolTip(tr("What came so far is new no more"));
    connect(read_, &QAction::triggered, this, &FollowController::readClone);
    connect(unseen_, &QAction::triggered, this, &FollowController::showUnseen);
    connect(seen_, &QAction::triggered, this, &FollowController::markSeen);
    release.addSeparator();
    release.addActions({read_, unseen_, seen_});
    showBar();
}

void FollowController::look() {
    const store::Release* const release = parts_.session.release();
    if (!release)
        return;
    thread_.runLatest(
        0, this,
        [release = *release](const FollowEngine& engine, const std::stop_token&) {
            return engine.look(release);
        },
        [this](const Followed& followed) { show(followed); },
        [this](const std::exception& error) { emit failed(errorText(error)); });
}

void FollowController::show(const Followed& followed) {
    followed_ = followed;
    watch(followed.folders);
    parts_.changesets.model().setUnseen(followed.unseen);
    showBar();
    emit shown();
}

void FollowController::showBar() {
    const bool idle = !parts_.import.isRunning();
    const store::Release& release = followed_.release;
    read_->setEnabled(idle && !release.repository.empty());
    unseen_->setEnabled(followed_.changesets > 0);
    seen_->setEnabled(followed_.changesets > 0);
    const QString name = cutText(toQString(release.name));
    const QString seen = followed_.changesets > 0 ? tr("All seen") : QString();
    const QString came = tr("%Ln changeset(s) came to %1 since your last look.", nullptr,
                            pluralOf(followed_.changesets))
                             .arg(name);
    if (followed_.moved && idle)
        bar_->showMessage(MessageBar::Kind::Information,
                          (followed_.changesets > 0 ? came + QLatin1Char(' ') : QString()) +
                              tr("The clone has something new for %1.").arg(name),
                          tr("Read it"), seen);
    else if (followed_.changesets > 0)
        bar_->showMessage(MessageBar::Kind::Information, came, tr("Show them"), seen);
    else
        bar_->hide();
}

void FollowController::watch(const QStringList& folders) {
    const QStringList before = watcher_.directories();
    if (before == folders)
        return;
    if (!before.isEmpty())
        watcher_.removePaths(before);
    if (!folders.isEmpty())
        watcher_.addPaths(folders);
}

void FollowController::readClone() {
    const store::Release* const release = parts_.session.release();
    if (release && !release->repository.empty())
        parts_.import.refresh(toQString(release->name));
}

void FollowController::showUnseen() {
    // All that is counted, whatever was chosen before.
    Location place = parts_.session.navigation().current();
    place.section = {};
    place.refinements.clear();
    place.asOf.reset();
    place.filter = unseenFilter();
    parts_.session.navigation().go(place);
    emit listWanted();
}

void FollowController::markSeen() {
    thread_.runAlways(
        this,
        [release = followed_.release.id](const FollowEngine& engine) {
            return engine.markSeen(release);
        },
        [this](qint64 count) {
            emit said(tr("%Ln changeset(s) are new no more", nullptr, pluralOf(count)));
            if (parts_.session.navigation().current().filter.contains(unseenFilter()))
                parts_.session.reloadLists(false);
            look();
        },
        [this](const std::exception& error) { emit failed(errorText(error)); });
}

} // namespace mw::ui
