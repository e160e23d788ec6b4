#pragma once

#include "session/navigation.h"
#include "store/model/project.h"
#include "store/read/row_facts.h"
#include "workers/page_cache.h"
#include "workers/store_service.h"

#include <QTimer>

#include <map>
#include <optional>
#include <vector>

namespace mw::ui {

/// What the window shows, without the window: follows the navigation, asks the database for what
/// the location needs, and tells the panels. Owns the StoreService, the Navigation and a second
/// Reader on this thread, from which the table reads the rows on screen by id. GUI thread.
class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(const QString& database, QObject* parent = nullptr);
    ~Session() override;

    /// Opens the database and goes to the place asked for: what it leaves open, or names wrongly,
    /// falls back to the first release.
    void open(const Location& wanted);
    /// Reads everything again; the place stays, or becomes that release where one is named.
    void reload(const QString& release = {});
    void setSort(store::SortKey key, bool descending);
    store::SortKey sort() const { return sort_; }
    /// Changesets of what has a star are listed before the others.
    void setStarredFirst(bool first);
    /// Reads the commit of the place again: somebody marked it.
    void reloadCommit();
    /// The same, with the list and, where a section was chosen, the counts.
    void reloadLists(bool counts);

    Navigation& navigation() { return navigation_; }
    StoreService& service() { return service_; }
    const std::vector<store::Release>& releases() const { return releases_; }
    /// Whether settled() was told of all that is shown.
    bool isSettled() const { return !unsettled_ && !settleTimer_.isActive(); }
    /// Null while no release is open.
    const store::Release* release() const;
    const store::Release* releaseOfRow(store::RowId id) const;
    /// Whose history that release is of.
    store::Project project(store::RowId release) const;
    /// The search of the current place, as the database is asked; nothing while no release is open.
    std::optional<store::CommitQuery> query() const;
    const FindFacts& findFacts() const { return findFacts_; } ///< of the list on screen
    std::vector<store::CommitRow> fetch(std::span<const store::RowId> ids);
    /// What CVE records and other trees say of a line of the list.
    store::RowFacts facts(store::RowId id);
    /// The changeset of that full id in that release; nothing where the database has it not.
    std::optional<store::CommitRow> changeset(const std::string& oid, store::RowId release);
    /// The commit of that id in any release.
    std::optional<store::CommitRow> commit(const std::string& oid);

signals:
    void opened();
    void releasesChanged();
    /// Another release is shown, or other facts about the same one.
    void releaseChanged(const mw::store::Release& release);
    void sectionsChanged(const std::vector<mw::store::SectionCount>& counts);
    /// The releases were read, or another one is shown, and its list was on screen since: the time
    /// for what a person does not wait for, so that it does not take the processors from the list.
    void settled();
    /// The list of the current place; fresh: it is another list than before.
    void listChanged(const mw::ui::IdList& ids, bool fresh);
    /// kept: the list on screen is the one of the last filter that was understood.
    void queryMistaken(const QString& sentence, int position, bool kept);
    void commitShown(const mw::store::CommitDetail& detail, const mw::store::Release& release);
    void commitCleared();
    void commitMissing(const QString& sentence);
    /// The place to start at names a release that is not in the database.
    void releaseMissing(const QString& name);
    void failed(const QString& sentence);

private:
    void connectService();
    /// settled() is to be told once the list has been there for a frame.
    void unsettle() { unsettled_ = true; }
    void settle();
    void onReleasesRead(const std::vector<store::Release>& releases);
    void readProjects();
    void showRelease(const store::Release& release);
    void onListRead(const IdList& ids, const FindFacts& facts);
    void onQueryError(const QString& sentence, int position);
    void refresh();
    const store::Release* releaseNamed(const QString& name) const;
    void follow(const Location& location, const Location& before);
    void requestList();
    void requestCommit();
    std::optional<store::CommitRow> rowOf(const std::string& oid,
                                          std::optional<store::RowId> release);

    const QString database_;
    StoreService service_;
    Navigation navigation_;
    std::optional<store::Reader> reader_;
    std::optional<store::RowFactsReader> rowFacts_; ///< made when it is first asked
    std::vector<store::Release> releases_;
    std::map<store::RowId, store::Project> projects_;
    std::optional<Location> wanted_; ///< where to start once the releases are known
    QString nextRelease_;            ///< where to go once they are read again
    QTimer commitTimer_, settleTimer_;
    bool unsettled_ = false;
    store::SortKey sort_ = store::SortKey::landing;
    bool descending_ = false, starredFirst_ = false;
    FindFacts findFacts_;
    Location listed_; ///< the place whose list is on screen
};

} // namespace mw::ui
