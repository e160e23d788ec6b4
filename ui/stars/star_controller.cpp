#include "stars/star_controller.h"

#include "breakdown/breakdown_panel.h"
#include "changesets/changeset_panel.h"
#include "changesets/sidebar.h"
#include "core/limits.h"
#include "painting/symbolic_icon.h"
#include "search/search_words.h"
#include "session/session.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <QInputDialog>

#include <algorithm>

namespace mw::ui {

namespace {

using Kind = store::Star::Kind;

/// So many folders of one commit the menu offers.
constexpr qsizetype mostFolders = 6;

QStringList foldersOf(const store::CommitDetail& detail) {
    QStringList folders;
    for (const store::FileChange& file : detail.paths) {
        const QString path = toQString(file.path);
        const QString folder = path.section(QLatin1Char('/'), 0, -2);
        if (!folder.isEmpty() && !folders.contains(folder))
            folders << folder;
        if (folders.size() == mostFolders)
            break;
    }
    return folders;
}

QString starSetting() {
    return QStringLiteral("window/starredFirst");
}

} // namespace

StarController::StarController(const QString& database, const Parts& parts, QObject* parent)
    : QObject(parent), parts_(parts), panel_(new StarPanel), star_(new QAction(tr("S&tar…"), this)),
      first_(new QAction(tr("S&tarred first"), this)),
      mine_(new QAction(tr("Show what is m&ine"), this)),
      thread_(QStringLiteral("stars"), database) {
    parts_.sidebar.addCollapsibleSection(tr("My stars"), panel_)
        ->setObjectName(QStringLiteral("stars"));
    Session& session = parts_.session;
    connect(&session, &Session::settled, this, &StarController::count);
    connect(&session.navigation(), &Navigation::changed, this,
            [this](const Location& place) { panel_->setFilter(place.filter); });
    connect(&session, &Session::commitShown, this,
            [this](const store::CommitDetail& detail) { folders_ = foldersOf(detail); });
    connect(&session, &Session::commitCleared, this, [this] { folders_.clear(); });
    connect(panel_, &StarPanel::narrowTurned, this, [this](const QString& term) {
        Navigation& navigation = parts_.session.navigation();
        navigation.openFilter(withTermTurned(navigation.current().filter, term));
    });
    connect(panel_, &StarPanel::starTurned, this, &StarController::turn);
    connect(&parts_.changesets, &ChangesetPanel::menuOpened, this, [this](QMenu* menu) {
        menu->addSeparator();
        addStarsOf(*menu->addMenu(tr("S&tar")));
    });
    connect(&parts_.ways.list(), &BreakdownList::menuOpened, this,
            [this](QMenu* menu, const Refinement& choice) {
                if (choice.way == Breakdown::Subsystems)
                    addStar(*menu, Kind::subsystem, choice.label);
                else if (choice.way == Breakdown::People)
                    addStar(*menu, Kind::person, choice.label);
            });
}

void StarController::addActions(QMenu& edit, QMenu& view) {
    star_->setObjectName(QStringLiteral("actionStar"));
    star_->setShortcut(QKeySequence(QStringLiteral("Ctrl+Alt+M")));
    star_->setToolTip(tr("Give the subsystem, the author or a folder of the changeset a star, or "
                         "take it away"));
    first_->setObjectName(QStringLiteral("actionStarredFirst"));
    first_->setCheckable(true);
    first_->setToolTip(tr("List the changesets of what has a star before the others"));
    mine_->setObjectName(QStringLiteral("actionMine"));
    mine_->setToolTip(tr("Only changesets of the subsystems, paths and people that have a star"));
    connect(star_, &QAction::triggered, this, &StarController::openMenu);
    connect(first_, &QAction::toggled, &parts_.session, &Session::setStarredFirst);
    connect(mine_, &QAction::triggered, &parts_.session.navigation(),
            [this] { parts_.session.navigation().openFilter(QStringLiteral("is:mine")); });
    edit.addSeparator();
    edit.addActions({star_, mine_});
    view.addAction(first_);
}

void StarController::restore(const Settings& settings) {
    first_->setChecked(settings.flag(starSetting(), false));
}

void StarController::save(Settings& settings) const {
    settings.setValue(starSetting(), first_->isChecked());
}

void StarController::count() {
    const store::Release* const release = parts_.session.release();
    if (!release)
        return;
    thread_.runLatest(
        0, this,
        [id = release->id, asOf = parts_.session.navigation().current().asOf](
            StarEngine& engine, const std::stop_token& stop) {
            return engine.lines(id, asOf, stop);
        },
        [this](const StarLines& stars) { take(stars); },
        [this](const std::exception& error) { emit failed(errorText(error)); });
}

void StarController::take(const StarLines& stars) {
    stars_ = stars;
    panel_->setLines(stars);
    mine_->setEnabled(!stars.lines.empty());
    emit shown();
}

void StarController::turn(Kind kind, const QString& name) {
    thread_.runAlways(
        this,
        [kind, name = name.toStdString()](StarEngine& engine) { return engine.turn(kind, name); },
        [this, kind, name](bool given) {
            const QString what = starText(kind, cutText(name));
            emit said(given ? tr("%1 has a star").arg(what)
                            : tr("%1 has no star any more").arg(what));
            parts_.session.reloadLists(false);
            count();
        },
        [this](const std::exception& error) { emit failed(errorText(error)); });
}

bool StarController::has(Kind kind, const QString& name) const {
    return std::ranges::any_of(stars_.lines, [&](const StarLine& line) {
        return line.star.kind == kind && toQString(line.star.name) == name;
    });
}

void StarController::addStar(QMenu& menu, Kind kind, const QString& name) {
    if (name.isEmpty())
        return;
    QString text = starText(kind, menuText(name));
    QAction* const action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(has(kind, name));
    connect(action, &QAction::triggered, this, [this, kind, name] { turn(kind, name); });
}

/// Of the changeset in front.
void StarController::addStarsOf(QMenu& menu) {
    menu.setObjectName(QStringLiteral("starMenu"));
    if (const auto row = parts_.changesets.currentRow()) {
        addStar(menu, Kind::subsystem, toQString(row->subsystem));
        addStar(menu, Kind::person, toQString(row->author));
        for (const QString& folder : folders_)
            addStar(menu, Kind::path, folder);
        menu.addSeparator();
    }
    menu.addAction(tr("A &path…"), this, &StarController::askForPath);
}

void StarController::openMenu() {
    auto* const menu = new QMenu(&parts_.window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addStarsOf(*menu);
    menu->setActiveAction(menu->actions().value(0));
    menu->popup(parts_.changesets.mapToGlobal(QPoint(parts_.changesets.fontMetrics().height(),
                                                     parts_.changesets.fontMetrics().height())));
}

void StarController::askForPath() {
    auto* const dialog = new QInputDialog(&parts_.window);
    dialog->setObjectName(QStringLiteral("starPath"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Star a path"));
    dialog->setLabelText(tr("A file, or a folder with all below it, as in drivers/net:"));
    dialog->setTextValue(folders_.value(0));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& path) {
        if (!path.trimmed().isEmpty())
            turn(Kind::path, path.trimmed());
    });
    dialog->open();
}

} // namespace mw::ui
