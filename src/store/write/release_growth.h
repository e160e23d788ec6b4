#pragma once

#include "store/model/records.h"
#include "store/write/section_writer.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

/// A release that goes on where it ended: what came is put behind what is there.
namespace mw::store {

/// What a release that is to grow was when it was looked at.
struct ReleaseGrowth {
    std::string to_oid;      ///< hex
    std::size_t commits = 0; ///< merges too
    /// Of commits that are there already and are sorted otherwise from now on.
    std::vector<StoredVerdict> verdicts;
};

/// Nothing where there is no such release, it is the bundled one, its commits are not the last in
/// the database (a release is one run of row ids), or what is counted behind a person's back is not
/// known completely and was not left out either: then it has to be imported whole.
std::optional<ReleaseGrowth> growth_of(const std::filesystem::path& file, const std::string& name);

/// Where a release that grows stands in the database.
struct GrowingRelease {
    RowId release = 0, first_id = 0, last_id = 0;
};

/// In the transaction that writes: finds the release of meta's name again, and puts what is known
/// of it anew in place. Throws Error where it is no more what it was.
GrowingRelease begin_growth(SQLite::Database& database, const ReleaseGrowth& growth,
                            const Release& meta, const std::string& fingerprint);

/// Gives a release another name and another end as written, the same commits; what a person made
/// follows. Throws Error where another release has that name.
void rename_release(const std::filesystem::path& file, const std::string& name,
                    const std::string& new_name, const std::string& to_rev);

} // namespace mw::store
