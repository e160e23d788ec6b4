#pragma once

#include "git/history/history.h"
#include "store/model/records.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <vector>

namespace mw::store {

/// The commits of a release in landing order, and what each is a child of, as the database has it:
/// the same number of each. An id of which only the start is known stands as the null id. Throws
/// SQLite::Exception.
struct ReleaseGraph {
    ReleaseGraph(SQLite::Database& database, RowId release);

    std::vector<RowId> rows;
    std::vector<std::string> oids; ///< raw bytes
    std::vector<bool> mainline;    ///< those that landed through no pull
    std::vector<git::MergeContents::Node> nodes;
};

/// Works out commits.brought_by of all releases from the parents in the database, for a file of
/// before there was that column. Within a transaction. Throws SQLite::Exception.
void derive_bringing_merges(SQLite::Database& database);

} // namespace mw::store
