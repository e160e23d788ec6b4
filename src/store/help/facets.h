#pragma once

#include "store/help/search_help.h"
#include "store/model/row_id_bitmap.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace mw::store {

/// Reads the commits of a result once and counts them by everything that Facets lists; most:
/// values of each kind, but for weeks, of which there are few. Throws SQLite::Exception.
Facets count_facets(SQLite::Database& database, const RowIdBitmap& found, std::size_t most);

} // namespace mw::store
