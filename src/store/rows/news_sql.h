#pragma once

#include "store/model/records.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>

namespace mw::store {

/// Ids of the commits that table unseen marks, by the index.
inline constexpr const char* unseen_commits = "SELECT c.id AS id FROM unseen u CROSS JOIN release "
                                              "r ON r.name = u.release CROSS JOIN commits c "
                                              "ON c.oid = u.oid AND +c.release_id = r.id";

/// Changesets of a release that are marked. The signs keep SQLite from looking for each mark
/// through the whole release.
inline std::int64_t count_unseen(SQLite::Database& database, RowId release) {
    SQLite::Statement count(database, "SELECT count(*) FROM unseen u CROSS JOIN commits c ON c.oid "
                                      "= u.oid WHERE u.release = (SELECT name FROM release WHERE "
                                      "id = ?1) AND +c.kind = 0 AND +c.release_id = ?1");
    count.bind(1, release);
    count.executeStep();
    return count.getColumn(0).getInt64();
}

} // namespace mw::store
