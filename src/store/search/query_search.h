#pragma once

#include "store/model/code_records.h"
#include "store/model/commit_query.h"
#include "store/model/row_id_bitmap.h"
#include "store/search/mention_index.h"
#include "store/sql/tokenizer.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>
#include <string>
#include <vector>

namespace mw::store {

/// Answers queries on one connection. Each term of the query becomes a set of row ids, found by the
/// index that fits it (term_finder.h); sets are joined as the syntax tree says; what a person typed
/// reaches SQLite as a bound value or not at all. Results of single terms are kept until the file
/// changes, so that a query that grows while it is typed costs its last word only.
///
/// One thread, interrupt() aside. Throws QueryError, Interrupted, SQLite::Exception.
class QuerySearch {
public:
    /// Keeps references to both.
    QuerySearch(SQLite::Database& database, MentionIndex& mentions);
    ~QuerySearch();
    QuerySearch(const QuerySearch&) = delete;
    QuerySearch& operator=(const QuerySearch&) = delete;

    /// In the order and number that the query asks for.
    std::vector<RowId> find(const CommitQuery& query);

    /// All of them, without order.
    RowIdBitmap found(const CommitQuery& query);

    /// Terms of the query that nothing matches; for an empty result that is why.
    std::vector<EmptyTerm> empty_terms(const CommitQuery& query);

    /// Texts that the query asks for in lines, of which only what may have them is known.
    std::vector<CodeText> unknown_code_texts(const CommitQuery& query);

    /// What has such a text among the commits of a release, or of all: what is found by it from now
    /// on, until the file changes.
    void know_code_matches(const CodeText& text, std::optional<RowId> release,
                           const std::vector<RowId>& commits);

    const Tokenizer& tokenizer() const;

    /// From any thread.
    void interrupt();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::store
