#include "search/saved_search_controller.h"

#include "changesets/sidebar.h"
#include "search/search_words.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace mw::ui {

namespace {

constexpr int longestName = 60; ///< of those that are made up

store::SavedSearch searchAt(const Location& place, const QString& name) {
    return {name.toStdString(), wholeQuery(place).toStdString(),
            place.allReleases ? std::string() : place.release.toStdString()};
}

} // namespace

store::SavedSearches& SavedSearchController::File::get() {
    if (!searches_)
        searches_.emplace(std::filesystem::path(database_.toStdU16String()));
    return *searches_;
}

SavedSearchController::SavedSearchController(const QString& database, Session& session,
                                             Sidebar& sidebar, QObject* parent)
    : QObject(parent), session_(session), panel_(new SavedSearchPanel),
      fold_(sidebar.addCollapsibleSection(tr("Saved searches"), panel_)),
      menu_(tr("&Saved searches")), thread_(QStringLiteral("saved searches"), database) {
    fold_->setObjectName(QStringLiteral("saved"));
    setUpActions();
    connect(panel_, &SavedSearchPanel::openRequested, this, &SavedSearchController::open);
    connect(panel_, &SavedSearchPanel::renameRequested, this,
            [this](const QString& name, const QString& newName) {
                change([name = name.toStdString(), newName = newName.toStdString()](
                           store::SavedSearches& all) { all.rename(name, newName); },
                       [this, newName] { panel_->setCurrent(newName); });
            });
    connect(panel_, &QTreeWidget::currentItemChanged, this, &SavedSearchController::showState);
    connect(&session_, &Session::settled, this, [this] { change([](store::SavedSearches&) {}); });
    showState();
}

SavedSearchController::~SavedSearchController() = default;

QAction* SavedSearchController::add(const QString& text, const char* name,
                                    void (SavedSearchController::*what)()) {
    auto* const action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    connect(action, &QAction::triggered, this, what);
    panel_->addAction(action);
    return action;
}

void SavedSearchController::setUpActions() {
    QAction* const save =
        add(tr("&Save the search on screen"), "actionSaveSearch", &SavedSearchController::save);
    save->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+S")));
    update_ = add(tr("Re&place by the search on screen"), "actionUpdateSearch",
                  &SavedSearchController::update);
    rename_ = add(tr("Re&name"), "actionRenameSearch", &SavedSearchController::rename);
    remove_ = add(tr("&Remove"), "actionRemoveSearch", &SavedSearchController::remove);
    bringBack_ = add(tr("&Bring back what was removed"), "actionBringBackSearch",
                     &SavedSearchController::bringBack);
    // Only where a search is chosen to be renamed: elsewhere the keys mean other things.
    rename_->setShortcut(QKeySequence(QStringLiteral("F2")));
    remove_->setShortcut(QKeySequence(Qt::Key_Delete));
    for (QAction* const action : {rename_, remove_})
        action->setShortcutContext(Qt::WidgetShortcut);
    forAll_ = new QAction(tr("Search in &all releases"), this);
    forAll_->setObjectName(QStringLiteral("actionSavedForAll"));
    forAll_->setCheckable(true);
    connect(forAll_, &QAction::triggered, this, &SavedSearchController::setForAll);
    panel_->insertAction(remove_, forAll_);
    connect(&menu_, &QMenu::aboutToShow, this, &SavedSearchController::fillMenu);
    fillMenu();
}

void SavedSearchController::fillMenu() {
    // The actions belong to the panel; those made here go with the next filling.
    menu_.clear();
    menu_.addActions(panel_->actions());
    menu_.addSeparator();
    for (const store::SavedSearch& search : searches_) {
        const QString name = toQString(search.name);
        QAction* const open = menu_.addAction(QString(name).replace(QLatin1Char('&'), "&&"));
        connect(open, &QAction::triggered, this, [this, name] {
            panel_->setCurrent(name);
            this->open(name);
        });
    }
}

const store::SavedSearch* SavedSearchController::find(const QString& name) const {
    const auto found = std::ranges::find(searches_, name.toStdString(), &store::SavedSearch::name);
    return found == searches_.end() ? nullptr : &*found;
}

QString SavedSearchController::freeName(const QString& wanted) const {
    QString name = wanted;
    for (int number = 2; find(name); ++number)
        name = tr("%1 (%2)").arg(wanted, QString::number(number));
    return name;
}

void SavedSearchController::save() {
    const Location& place = session_.navigation().current();
    const QString query = wholeQuery(place).simplified();
    const QString name =
        freeName(query.isEmpty()               ? tr("Everything")
                 : query.size() <= longestName ? query
                                               : query.left(longestName - 1) + QChar(0x2026));
    fold_->setOpen(true);
    // Saved as it is; a better name can be written over this one. The name is taken from now on: an
    // import may keep the search waiting, and the next one must not come into its place.
    searches_.push_back(searchAt(place, name));
    change([search = searches_.back()](store::SavedSearches& all) { all.put(search); },
           [this, name] {
               panel_->setCurrent(name);
               panel_->editName();
           });
}

void SavedSearchController::update() {
    if (const store::SavedSearch* const chosen = find(panel_->current()))
        change([search = searchAt(session_.navigation().current(), toQString(chosen->name))](
                   store::SavedSearches& all) { all.put(search); });
}

void SavedSearchController::rename() {
    fold_->setOpen(true);
    panel_->editName();
}

void SavedSearchController::remove() {
    const store::SavedSearch* const chosen = find(panel_->current());
    if (!chosen)
        return;
    removed_ = *chosen;
    change([name = chosen->name](store::SavedSearches& all) { all.remove(name); });
}

void SavedSearchController::bringBack() {
    if (!removed_)
        return;
    store::SavedSearch search = *std::exchange(removed_, {});
    search.name = freeName(toQString(search.name)).toStdString();
    change([search](store::SavedSearches& all) { all.put(search); },
           [this, name = toQString(search.name)] { panel_->setCurrent(name); });
}

void SavedSearchController::setForAll(bool all) {
    const store::SavedSearch* const chosen = find(panel_->current());
    if (!chosen)
        return;
    store::SavedSearch search = *chosen;
    search.release = all ? std::string() : session_.navigation().current().release.toStdString();
    change([search](store::SavedSearches& file) { file.put(search); });
}

void SavedSearchController::open(const QString& name) {
    const store::SavedSearch* const search = find(name);
    if (!search)
        return;
    const QString release = toQString(search->release);
    const auto& known = session_.releases();
    if (!release.isEmpty() &&
        std::ranges::find(known, search->release, &store::Release::name) == known.end()) {
        emit failed(tr("The search “%1” is about %2, which is not in this database. Import that "
                       "release, or let the search be one in all releases.")
                        .arg(name, release));
        return;
    }
    Location place = session_.navigation().current();
    if (!release.isEmpty() && release != place.release) {
        place = {};
        place.release = release;
    }
    place.filter = toQString(search->query);
    place.section = {};
    place.asOf.reset();
    place.allReleases = release.isEmpty();
    session_.navigation().go(place);
}

void SavedSearchController::change(std::function<void(store::SavedSearches&)> what,
                                   std::function<void()> after) {
    struct Outcome {
        std::vector<store::SavedSearch> all;
        QString mistake;
    };
    thread_.runAlways(
        this,
        [what = std::move(what)](File& file) {
            Outcome outcome;
            try {
                what(file.get());
            } catch (const std::exception& error) {
                outcome.mistake = errorText(error);
            }
            outcome.all = file.get().all();
            return outcome;
        },
        [this, after = std::move(after)](const Outcome& outcome) {
            show(outcome.all);
            if (!outcome.mistake.isEmpty())
                refuse(outcome.mistake);
            else if (after)
                after();
        },
        [this](const std::exception& error) { refuse(errorText(error)); });
}

void SavedSearchController::refuse(const QString& sentence) {
    refused_ = true;
    emit failed(sentence);
}

bool SavedSearchController::finish() {
    refused_ = false;
    thread_.settle();
    return !refused_ || std::exchange(warned_, true);
}

void SavedSearchController::show(const std::vector<store::SavedSearch>& searches) {
    searches_ = searches;
    panel_->setSearches(searches_);
    showState();
}

void SavedSearchController::showState() {
    const store::SavedSearch* const chosen = find(panel_->current());
    for (QAction* const action : {update_, rename_, remove_, forAll_})
        action->setEnabled(chosen != nullptr);
    forAll_->setChecked(chosen && chosen->release.empty());
    bringBack_->setEnabled(removed_.has_value());
}

} // namespace mw::ui
