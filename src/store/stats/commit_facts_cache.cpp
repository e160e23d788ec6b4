#include "store/stats/commit_facts_cache.h"

#include "store/sql/row_scan.h"

namespace mw::store {

const std::vector<CommitFactsCache::Entry>& CommitFactsCache::entries(SQLite::Database& database,
                                                                      RowId release) {
    // A statement first: the version then belongs to what is read after it.
    database.execAndGet("SELECT count(*) FROM release");
    const auto version = database.execAndGet("PRAGMA data_version").getInt64();
    if (release_ == release && data_version_ == version)
        return entries_;
    enum Column { id, landed, pull, place, author, committer, subsystem, files, added, removed };
    constexpr int kind = removed + 1;
    release_.reset();
    entries_.clear();
    RowScan scan(database,
                 "SELECT c.id, c.landed_time, c.pull_id, c.place_id, c.author_id, c.committer_id, "
                 "c.subsystem_id, c.files, c.insertions, c.deletions, c.kind FROM commits c "
                 "WHERE c.release_id = ?1 ORDER BY c.position");
    scan.bind(1, release);
    const auto number = [&scan](int column, std::int32_t otherwise) {
        return scan.is_null(column) ? otherwise : static_cast<std::int32_t>(scan.number(column));
    };
    while (scan.next()) {
        Entry entry;
        entry.id = scan.number(id);
        entry.landed = scan.is_null(landed) ? never : scan.number(landed);
        entry.pull = number(pull, unknown);
        entry.place = number(place, 0);
        entry.author = number(author, unknown);
        entry.committer = number(committer, unknown);
        entry.subsystem = number(subsystem, unknown);
        entry.files = number(files, 0);
        entry.insertions = number(added, unknown);
        entry.deletions = number(removed, unknown);
        entry.kind = static_cast<CommitKind>(scan.number(kind));
        entries_.push_back(entry);
    }
    release_ = release;
    data_version_ = version;
    return entries_;
}

} // namespace mw::store
