#pragma once

#include "store/model/records.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace mw::store {

/// Fills in corrections, corrects, picked_from and for_stable of a commit whose row, body and
/// trailers are there. A backport is meant as well by the id of the commit that it was taken from:
/// fixes of stable trees name the commit upstream; of several commits that an id means the one of
/// the same release counts. Throws SQLite::Exception.
void fill_corrections(SQLite::Database& database, CommitDetail& detail);

} // namespace mw::store
