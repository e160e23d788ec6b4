#pragma once

#include "git/history/history.h"
#include "store/model/records.h"
#include "store/rows/release_graph.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <unordered_map>
#include <vector>

namespace mw::store {

/// What every merge of a release brought, worked out from the parents in the database: a second for
/// 400,000 commits. A value of its own once made; one thread. Throws SQLite::Exception.
class ReleaseMerges {
public:
    ReleaseMerges(SQLite::Database& database, RowId release);

    /// Indices of the changesets of the release in M^1..M, in landing order; empty for what is no
    /// merge of it.
    std::vector<std::size_t> brought(RowId merge);

    RowId row(std::size_t index) const { return rows_[index]; }
    const std::string& oid(std::size_t index) const { return oids_[index]; }

private:
    explicit ReleaseMerges(ReleaseGraph graph);

    std::vector<RowId> rows_;
    std::vector<std::string> oids_; ///< hex
    std::unordered_map<RowId, std::size_t> places_;
    git::MergeContents contents_;
};

} // namespace mw::store
