#pragma once

#include "store/model/commit_events.h"
#include "store/model/records.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <string>

/// What changesets did to interfaces, kept so that a release that goes on can say anew who made
/// what, without comparing the files of its older changesets once more: table interface_event.
namespace mw::store {

/// Nothing is written for a changeset that did nothing.
void write_events(SQLite::Database& database, RowId commit, const CommitEvents& events);

/// found: for each changeset of a release that did something, in landing order.
void load_events(
    SQLite::Database& database, RowId release,
    const std::function<void(RowId commit, const std::string& oid, CommitEvents)>& found);

} // namespace mw::store
