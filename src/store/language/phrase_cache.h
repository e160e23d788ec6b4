#pragma once

#include "store/model/row_id_bitmap.h"
#include "store/sql/row_scan.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace mw::store {

/// Phrases that very many messages of a release have, with the commits that hold them, one bit
/// each in landing order. They are what its trailers begin with: FTS5 reads every place of
/// "signed", "off" and "by" to find "Signed-off-by", 30 ms for 200,000 commits, where 25 KB of
/// bits say the same. Table common_phrase.

/// Finds those of a release whose index is complete, and keeps them.
void keep_common_phrases(SQLite::Database& database, RowId release);

/// How many of the kept phrases say something else than the index.
std::size_t count_wrong_common_phrases(SQLite::Database& database);

/// Row ids, both included.
struct IdRun {
    RowId first, last;
};

/// Looks them up. Releases that an older program imported have none. One thread; the database must
/// outlive it.
class PhraseCache {
public:
    explicit PhraseCache(SQLite::Database& database);

    /// Adds the commits that hold the folded words in a row, in subject or body, where their
    /// release keeps them. Returns the commits of found's span whose release does not.
    std::vector<IdRun> find(std::span<const std::string> words, RowIdBitmap& found);

private:
    RowScan kept_;
};

} // namespace mw::store
