#pragma once

#include "store/model/records.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <string_view>
#include <unordered_set>

namespace mw::store {

/// The starts of all ids that commits of the database say they correct: nearly all commits are
/// corrected by none, and need not be looked for.
class CorrectedIds {
public:
    /// Throws SQLite::Exception.
    explicit CorrectedIds(SQLite::Database& database);

    /// False only where no commit says so. hex: an id, or its start.
    bool may_have(std::string_view hex) const;

private:
    std::unordered_set<std::string> starts_;
};

/// Fills in corrections, corrects, picked_from and for_stable of a commit whose row, body and
/// trailers are there. A backport is meant as well by the id of the commit that it was taken from:
/// fixes of stable trees name the commit upstream; of several commits that an id means the one of
/// the same release counts. known: null where it is not worth while. Throws SQLite::Exception.
void fill_corrections(SQLite::Database& database, CommitDetail& detail,
                      const CorrectedIds* known = nullptr);

} // namespace mw::store
