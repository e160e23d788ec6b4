#pragma once

#include "store/connection.h"
#include "store/reader.h"

#include <string>
#include <variant>
#include <vector>

namespace mw::store {

/// A SELECT of commits made from a CommitQuery: SQL text of our own alone, with everything that a
/// person typed bound to its parameters.
class QuerySql {
public:
    /// columns: the select list, from commits c, the tables of row_tables() and those that
    /// more_joins adds. Throws QueryError.
    QuerySql(const CommitQuery& query, const std::string& columns, const char* more_joins = "");

    SQLite::Statement prepare(SQLite::Database& database) const;

private:
    friend class TermSql;
    struct Blob {
        std::string bytes;
    };
    using Value = std::variant<std::int64_t, std::string, Blob>;

    std::string sql_;
    std::vector<Value> values_;
};

/// The tables that a CommitRow is made of, joined to commits c.
const char* row_tables();

} // namespace mw::store
