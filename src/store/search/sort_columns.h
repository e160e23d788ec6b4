#pragma once

#include "store/model/commit_query.h"

#include <string>

namespace mw::store {

/// Whether the rows of an order are sorted by SQLite; the others are put in order otherwise.
bool is_sorted_by_columns(SortKey key);

/// What follows ORDER BY for such an order, from the tables of row_tables.
std::string sort_columns(SortKey key, bool descending, bool several_releases);

} // namespace mw::store
