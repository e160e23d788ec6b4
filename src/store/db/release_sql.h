#pragma once

#include "store/db/connection.h"
#include "store/model/records.h"

#include <vector>

/// What the reader and the writers both ask about the release table.
namespace mw::store {

std::vector<Release> load_releases(SQLite::Database& database);
Release load_release(SQLite::Database& database, RowId release);

/// Lets FTS5 collect 8 MB before it writes a segment: segments are merged again and again, so that
/// few large ones cost less than many small ones (the default is 1 MB).
void collect_words_in_memory(SQLite::Database& database);

/// Takes a release out, with all that was derived for it and its entries in the search index;
/// people, paths and the like stay. Within a transaction. Also one whose texts are damaged.
void delete_release(SQLite::Database& database, const std::string& name);

/// Forgets what a configuration builds of a release's changesets, which its end decides: for when
/// it gets another. Within a transaction.
void forget_built(SQLite::Database& database, const std::string& name);

/// Computes the figures of the release row from its commits and adds seconds to its time.
void sum_up_release(SQLite::Database& database, RowId release, double seconds);

} // namespace mw::store
