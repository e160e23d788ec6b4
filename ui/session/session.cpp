#include "session/session.h"

#include "store/user/project_store.h"
#include "text/engine_text.h"
#include "text/format.h"
#include "text/section_titles.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace mw::ui {

namespace {

/// Commits under a held arrow key are not all read.
constexpr int commitDelayMilliseconds = 25;
/// A frame and a half: by then the list was painted.
constexpr int settleMilliseconds = 25;

} // namespace

Session::Session(const QString& database, QObject* parent)
    : QObject(parent), database_(database), service_(database) {
    commitTimer_.setSingleShot(true);
    commitTimer_.setInterval(commitDelayMilliseconds);
    connect(&commitTimer_, &QTimer::timeout, this, &Session::requestCommit);
    settleTimer_.setSingleShot(true);
    settleTimer_.setInterval(settleMilliseconds);
    connect(&settleTimer_, &QTimer::timeout, this, &Session::settled);
    connect(&navigation_, &Navigation::changed, this, &Session::follow);
    connectService();
}

Session::~Session() = default;

void Session::connectService() {
    connect(&service_, &StoreService::opened, this, [this] {
        try {
            reader_.emplace(std::filesystem::path(database_.toStdU16String()));
        } catch (const std::exception& error) {
            emit failed(errorText(error));
            return;
        }
        emit opened();
    });
    connect(&service_, &StoreService::releases, this, &Session::onReleasesRead);
    connect(&service_, &StoreService::sections, this, &Session::sectionsChanged);
    connect(&service_, &StoreService::found, this, &Session::onListRead);
    connect(&service_, &StoreService::queryMistaken, this, &Session::onQueryError);
    connect(&service_, &StoreService::commit, this, [this](const store::CommitDetail& detail) {
        if (const store::Release* const home = releaseOfRow(detail.release))
            emit commitShown(detail, *home);
    });
    connect(&service_, &StoreService::commitMissing, this, &Session::commitMissing);
    connect(&service_, &StoreService::failed, this, [this](const QString& sentence) {
        emit failed(sentence);
        settle();
    });
}

void Session::open(const Location& wanted) {
    wanted_ = wanted;
    service_.open();
}

void Session::reload(const QString& release) {
    if (!release.isEmpty())
        nextRelease_ = release;
    if (reader_)
        service_.requestReleases();
    else
        service_.open();
}

void Session::onReleasesRead(const std::vector<store::Release>& releases) {
    releases_ = releases;
    unsettle();
    readProjects();
    navigation_.keepReleases([this](const QString& name) { return releaseNamed(name) != nullptr; });
    emit releasesChanged();
    if (const QString next = std::exchange(nextRelease_, {});
        !next.isEmpty() && next != navigation_.current().release) {
        navigation_.openRelease(next);
        return;
    }

    Location place = wanted_ ? *wanted_ : navigation_.current();
    const bool starts = std::exchange(wanted_, {}).has_value();
    const bool known = releaseNamed(place.release) != nullptr;
    if (starts && !known && !place.release.isEmpty())
        emit releaseMissing(place.release);
    if (!known && !starts) {
        // What is on screen was of a release that is gone.
        listed_ = {};
        emit commitCleared();
        emit listChanged({}, true);
    }
    if (releases_.empty())
        settle();
    if (!known)
        place.release = releases_.empty() ? QString() : toQString(releases_.front().name);
    if (starts || !known)
        navigation_.start(place);
    else
        refresh();
}

void Session::readProjects() {
    try {
        projects_ = store::ProjectStore(std::filesystem::path(database_.toStdU16String()),
                                        store::Access::read)
                        .all();
    } catch (const std::exception& error) {
        emit failed(errorText(error));
    }
}

store::Project Session::project(store::RowId release) const {
    const auto known = projects_.find(release);
    return known == projects_.end() ? store::Project() : known->second;
}

void Session::showRelease(const store::Release& release) {
    useSectionTitles(project(release.id).titles);
    unsettle();
    emit releaseChanged(release);
}

void Session::settle() {
    if (std::exchange(unsettled_, false))
        settleTimer_.start();
}

void Session::onListRead(const IdList& ids, const FindFacts& facts) {
    findFacts_ = facts;
    const Location& place = navigation_.current();
    const bool fresh = !place.sameList(listed_);
    listed_ = place;
    emit listChanged(ids, fresh);
    settle();
}

void Session::onQueryError(const QString& sentence, int position) {
    // The list of another release or section must not stand under this one's name.
    const Location& place = navigation_.current();
    const bool kept = place.release == listed_.release && place.section == listed_.section &&
                      place.asOf == listed_.asOf && place.refinements == listed_.refinements;
    if (!kept) {
        listed_ = place;
        findFacts_ = {};
        emit listChanged({}, true);
    }
    emit queryMistaken(sentence, position, kept);
    settle();
}

void Session::refresh() {
    const store::Release* const shown = release();
    if (!shown)
        return;
    showRelease(*shown);
    // The list is what a person waits for; one thread answers in this order.
    requestList();
    service_.requestSections(shown->id, navigation_.current().asOf);
    requestCommit();
}

const store::Release* Session::release() const {
    return releaseNamed(navigation_.current().release);
}

const store::Release* Session::releaseNamed(const QString& name) const {
    const auto found = std::ranges::find(releases_, name.toStdString(), &store::Release::name);
    return found == releases_.end() ? nullptr : &*found;
}

const store::Release* Session::releaseOfRow(store::RowId id) const {
    const auto found = std::ranges::find(releases_, id, &store::Release::id);
    return found == releases_.end() ? nullptr : &*found;
}

void Session::follow(const Location& location, const Location& before) {
    const store::Release* const shown = release();
    if (!shown)
        return;
    if (location.release != before.release)
        showRelease(*shown);
    if (!location.sameList(before))
        requestList();
    if (location.release != before.release || location.asOf != before.asOf)
        service_.requestSections(shown->id, location.asOf);
    if (!location.hasCommit()) {
        commitTimer_.stop();
        service_.forget(RequestKind::Commit);
        emit commitCleared();
    } else if (!location.sameCommit(before)) {
        commitTimer_.start();
    }
}

void Session::setSort(store::SortKey key, bool descending) {
    if (key == sort_ && descending == descending_)
        return;
    sort_ = key;
    descending_ = descending;
    requestList();
}

void Session::setStarredFirst(bool first) {
    if (std::exchange(starredFirst_, first) != first)
        requestList();
}

std::optional<store::CommitQuery> Session::query() const {
    const Location& place = navigation_.current();
    const store::Release* const shown = release();
    if (!shown)
        return std::nullopt;
    store::CommitQuery query;
    if (!place.allReleases)
        query.release = shown->id;
    query.section = place.section.section;
    query.subgroup = place.section.subgroup;
    query.text = place.filter.toStdString();
    query.within = place.within().toStdString();
    query.as_of = place.asOf;
    query.sort = sort_;
    query.descending = descending_;
    query.starred_first = starredFirst_;
    return query;
}

void Session::requestList() {
    if (const auto wanted = query())
        service_.find(*wanted);
}

void Session::requestCommit() {
    const Location& place = navigation_.current();
    const store::Release* const shown = release();
    if (!place.hasCommit() || !shown)
        return;
    service_.requestCommit({place.commit, place.commitRow, shown->id});
}

std::vector<store::CommitRow> Session::fetch(std::span<const store::RowId> ids) {
    return reader_ ? reader_->rows(ids) : std::vector<store::CommitRow>();
}

void Session::reloadCommit() {
    requestCommit();
}

void Session::reloadLists(bool counts) {
    if (const store::Release* const shown = release(); shown && counts)
        service_.requestSections(shown->id, navigation_.current().asOf);
    requestList();
    requestCommit();
}

store::RowFacts Session::facts(store::RowId id) {
    if (!reader_)
        return {};
    if (!rowFacts_)
        rowFacts_.emplace(std::filesystem::path(database_.toStdU16String()));
    return rowFacts_->of(id);
}

std::optional<store::CommitRow> Session::rowOf(const std::string& oid,
                                               std::optional<store::RowId> release) {
    const auto id = reader_ ? reader_->find_oid(oid, release) : std::nullopt;
    if (!id)
        return std::nullopt;
    const store::RowId ids[] = {*id};
    std::vector<store::CommitRow> rows = reader_->rows(ids);
    if (rows.empty())
        return std::nullopt;
    return std::move(rows.front());
}

std::optional<store::CommitRow> Session::changeset(const std::string& oid, store::RowId release) {
    return rowOf(oid, release);
}

std::optional<store::CommitRow> Session::commit(const std::string& oid) {
    return rowOf(oid, {});
}

} // namespace mw::ui
