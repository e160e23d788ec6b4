#pragma once

#include "store/model/records.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <limits>
#include <optional>
#include <vector>

namespace mw::store {

/// The few numbers of each commit of a release by which it is counted, in memory. One thread.
/// Throws SQLite::Exception.
class CommitFactsCache {
public:
    static constexpr std::int32_t unknown = -1;
    static constexpr Seconds never = std::numeric_limits<Seconds>::max();

    /// Row ids of the lookup tables are small.
    struct Entry {
        RowId id = 0;
        Seconds landed = never; ///< never: not known
        std::int32_t pull = unknown, place = 0, author = unknown, committer = unknown,
                     subsystem = unknown;
        std::int32_t files = 0, insertions = unknown, deletions = unknown;
        CommitKind kind = CommitKind::changeset;
    };

    /// Reads the release where it is another than before, or somebody wrote to the file; belongs
    /// into a transaction of the caller's.
    const std::vector<Entry>& entries(SQLite::Database& database, RowId release);

private:
    std::vector<Entry> entries_;
    std::optional<RowId> release_;
    std::int64_t data_version_ = 0;
};

} // namespace mw::store
