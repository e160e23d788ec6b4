#pragma once

#include "store/db/connection.h"

#include <string>
#include <vector>

namespace mw::store {

/// SQLite's integrity and foreign key checks, the text index against the texts, the phrases kept
/// beside it against it, and our own: every changeset of an imported release has a landing, a
/// section and a reason, every figure of a release is the sum of its rows. One sentence for each
/// fault.
std::vector<std::string> check_integrity(SQLite::Database& database);

} // namespace mw::store
