#pragma once

#include "store/model/interface_records.h"
#include "store/model/records.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <vector>

/// What the reader and the writers do with the table of interface changes.
namespace mw::store {

/// Replaces those of a release, and marks it as read.
void write_interface_changes(SQLite::Database& database, RowId release,
                             const std::vector<interfaces::InterfaceChange>& changes);

void set_interface_state(SQLite::Database& database, RowId release, InterfaceState state);

std::vector<InterfaceRow> load_interface_changes(SQLite::Database& database, RowId release,
                                                 std::optional<interfaces::Kind> kind);

std::vector<InterfaceRow> load_interface_changes_of(SQLite::Database& database, RowId commit);

std::vector<InterfaceCount> count_interface_changes(SQLite::Database& database, RowId release);

} // namespace mw::store
