#pragma once

#include "store/model/records.h"

#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace mw::store {

/// What stands around a changeset: ids in landing order, its own among them. Empty where it has
/// nothing of the kind.
struct PatchSeries {
    /// Changesets that landed through the same pull.
    std::vector<std::string> pull;
    /// The patch series that it probably came in: its neighbours in the pull by the same author and
    /// committer, each committed within ten minutes of the next. Nothing in a commit names its
    /// series; but a maintainer applies one with a single `git am`, in seconds.
    std::vector<std::string> series;
};

/// Who wrote a commit, and who committed it and when: what tells a series.
struct Applied {
    RowId author = 0, committer = 0;
    Seconds committed = 0;
};

/// Of two neighbours: whether they probably came in one series.
bool of_one_series(const Applied& one, const Applied& next);

/// Throws SQLite::Exception.
PatchSeries read_patch_series(SQLite::Database& database, RowId commit);

} // namespace mw::store
