#pragma once

#include "store/model/row_id_bitmap.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <utility>
#include <vector>

namespace mw::store {

/// Of commits that several releases have, the rows among these that another of them stands for:
/// that of the release which ends last. runs: first and last id of each release, by their ends.
/// Reads the index of ids through. Throws SQLite::Exception.
RowIdBitmap repeated_commits(SQLite::Database& database, const RowIdBitmap& among,
                             const std::vector<std::pair<RowId, RowId>>& runs);

} // namespace mw::store
