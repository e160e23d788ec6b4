#pragma once

#include "base/object_id.h"
#include "classify/new_hardware.h"
#include "classify/sections.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cstdint>
#include <optional>
#include <string>

/// Small steps between SQLite's statements and our values, and a transaction for reading.
namespace mw::store {

/// Everything read in it is of the same state of the file; may stand within another.
class ReadTransaction {
public:
    explicit ReadTransaction(SQLite::Database& database)
        : database_(database), outer_(sqlite3_get_autocommit(database.getHandle()) == 0) {
        if (!outer_)
            database_.exec("BEGIN");
    }
    ~ReadTransaction() {
        if (outer_)
            return;
        // An interrupt that comes late hits this statement: a transaction left open would show the
        // file as it is now for good, and no later interrupt can come while nothing else runs.
        while (database_.tryExec("COMMIT") == SQLITE_INTERRUPT) {
        }
    }
    ReadTransaction(const ReadTransaction&) = delete;
    ReadTransaction& operator=(const ReadTransaction&) = delete;

private:
    SQLite::Database& database_;
    bool outer_;
};

inline void bind_text(SQLite::Statement& statement, int at, const std::string& text) {
    statement.bindNoCopy(at, text);
}

/// Binds NULL for no bytes.
inline void bind_blob(SQLite::Statement& statement, int at, const std::string& bytes) {
    if (bytes.empty())
        statement.bind(at);
    else
        statement.bindNoCopy(at, bytes.data(), static_cast<int>(bytes.size()));
}

template <typename Number>
void bind_optional(SQLite::Statement& statement, int at, const std::optional<Number>& number) {
    if (number)
        statement.bind(at, static_cast<std::int64_t>(*number));
    else
        statement.bind(at);
}

/// Binds kind at `at` and words behind it, NULL for nothing new. The words are copied.
inline void bind_new_hardware(SQLite::Statement& statement, int at,
                              const std::optional<classify::NewHardware>& adds) {
    if (adds) {
        statement.bind(at, static_cast<int>(adds->kind));
        statement.bind(at + 1, adds->what);
    } else {
        statement.bind(at);
        statement.bind(at + 1);
    }
}

inline void run(SQLite::Statement& statement) {
    statement.exec();
    statement.reset();
}

/// An id's bytes in hex.
inline std::string hex_of(const SQLite::Column& column) {
    return git::to_hex(
        {static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())});
}

inline std::optional<std::int64_t> optional_number(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : std::optional(column.getInt64());
}

/// A place as table place has it; what a newer version calls otherwise is misc.
inline classify::SectionKey stored_place(std::string_view section, std::string_view subgroup) {
    return {classify::section_from_key(section).value_or(classify::Section::misc),
            classify::subgroup_from_key(subgroup).value_or(classify::Subgroup::none)};
}

} // namespace mw::store
