#pragma once

#include "store/model/records.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <string>

/// The release that comes with the program, and the imported one that takes its place.
namespace mw::store {

/// Takes the bundled release out where a release that was just written holds its changesets. What
/// a person made of these hangs on their ids and stays; documents and saved searches that were
/// about the bundled release are about the new one from then on. To be called in the transaction
/// that writes it.
void give_way(SQLite::Database& database, RowId written);

/// Documents and saved searches about a release of one name are about that of another from now on.
void take_name(SQLite::Database& database, const std::string& from, const std::string& to);

/// Whether the database has a release of that name that a person imported.
bool has_imported_release(const std::filesystem::path& file, const std::string& name);

} // namespace mw::store
