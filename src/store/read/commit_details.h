#pragma once

#include "store/model/records.h"
#include "store/read/corrections.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <unordered_set>

namespace mw::store {

/// What a database says of one changeset after the other beside its row: a draft and an export ask
/// for a release of them. What they are asked with is prepared once. The database must outlive it.
/// One thread. Throws SQLite::Exception.
class CommitDetails {
public:
    enum class Amount : std::uint8_t { one, many };

    CommitDetails(SQLite::Database& database, Amount amount);

    /// All but what a merge brought, and where the commit is mentioned.
    CommitDetail of(const CommitRow& row);

private:
    void fill_text(CommitDetail& detail);
    void fill_paths(CommitDetail& detail);
    void fill_trailers(CommitDetail& detail);

    SQLite::Database& database_;
    SQLite::Statement text_, paths_, trailers_;
    /// Those that any record or tree is about: to look for the records of a commit means to look at
    /// all that know only the start of an id. Nothing where one commit is asked for.
    std::optional<std::unordered_set<RowId>> with_cves_, with_trees_;
    std::optional<CorrectedIds> corrected_;
};

} // namespace mw::store
