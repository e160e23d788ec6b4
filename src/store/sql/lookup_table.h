#pragma once

#include "store/model/records.h"
#include "store/sql/sql_values.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <unordered_map>

namespace mw::store {

/// Gives each distinct text of a lookup table its row id, from memory after the first time.
class LookupTable {
public:
    LookupTable(SQLite::Database& database, const char* select, const char* insert)
        : database_(database), select_(database, select), insert_(database, insert) {}

    RowId id(const std::string& first, const std::string& second = {}) {
        key_.assign(first).append(1, '\0').append(second);
        if (const auto known = ids_.find(key_); known != ids_.end())
            return known->second;
        const RowId id = select_or_insert(first, second);
        ids_.emplace(key_, id);
        return id;
    }

private:
    RowId select_or_insert(const std::string& first, const std::string& second) {
        bind(select_, first, second);
        RowId id = select_.executeStep() ? select_.getColumn(0).getInt64() : 0;
        select_.reset();
        if (id != 0)
            return id;
        bind(insert_, first, second);
        run(insert_);
        return database_.getLastInsertRowid();
    }

    static void bind(SQLite::Statement& statement, const std::string& first,
                     const std::string& second) {
        statement.bindNoCopy(1, first);
        if (statement.getBindParameterCount() > 1)
            statement.bindNoCopy(2, second);
    }

    SQLite::Database& database_;
    SQLite::Statement select_, insert_;
    std::unordered_map<std::string, RowId> ids_;
    std::string key_;
};

} // namespace mw::store
