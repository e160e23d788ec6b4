#pragma once

#include "store/model/records.h"

#include <vector>

namespace SQLite {
class Database;
}

namespace mw::store {

// What is known of a commit from outside its release: CVE records and other trees.

/// By id; those that it fixes and those that it introduced.
std::vector<CveMark> load_cves(SQLite::Database& database, RowId commit);
/// By name; those that were asked for it.
std::vector<TreeMark> load_trees(SQLite::Database& database, RowId commit);

} // namespace mw::store
