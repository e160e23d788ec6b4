#include "store/read/patch_series.h"

#include "base/object_id.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstddef>
#include <utility>

namespace mw::store {

namespace {

constexpr Seconds longest_pause = 600;

struct AppliedCommit {
    RowId id = 0;
    std::string oid;
    Applied applied;
};

/// Changesets of the same pull in landing order; those that landed directly have none.
std::vector<AppliedCommit> applied_with(SQLite::Database& database, RowId commit) {
    SQLite::Statement select(
        database, "SELECT id, oid, author_id, committer_id, commit_time FROM commits WHERE "
                  "pull_id = (SELECT pull_id FROM commits WHERE id = ?1) AND kind = 0 AND "
                  "oid IS NOT NULL ORDER BY position");
    select.bind(1, commit);
    std::vector<AppliedCommit> all;
    while (select.executeStep()) {
        const auto oid = select.getColumn(1);
        all.push_back({select.getColumn(0).getInt64(),
                       git::to_hex({static_cast<const char*>(oid.getBlob()),
                                    static_cast<std::size_t>(oid.getBytes())}),
                       {select.getColumn(2).getInt64(), select.getColumn(3).getInt64(),
                        select.getColumn(4).getInt64()}});
    }
    return all;
}

} // namespace

bool of_one_series(const Applied& one, const Applied& next) {
    const Seconds pause = next.committed - one.committed;
    return one.author == next.author && one.committer == next.committer && pause <= longest_pause &&
           -pause <= longest_pause;
}

PatchSeries read_patch_series(SQLite::Database& database, RowId commit) {
    const std::vector<AppliedCommit> all = applied_with(database, commit);
    PatchSeries around;
    std::size_t at = all.size();
    for (std::size_t i = 0; i < all.size(); ++i) {
        around.pull.push_back(all[i].oid);
        if (all[i].id == commit)
            at = i;
    }
    if (at == all.size())
        return {};
    std::size_t first = at, last = at;
    while (first > 0 && of_one_series(all[first - 1].applied, all[first].applied))
        --first;
    while (last + 1 < all.size() && of_one_series(all[last].applied, all[last + 1].applied))
        ++last;
    if (first != last)
        for (std::size_t i = first; i <= last; ++i)
            around.series.push_back(all[i].oid);
    return around;
}

} // namespace mw::store
