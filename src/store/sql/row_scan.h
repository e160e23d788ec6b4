#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace mw::store {

/// A prepared statement for reading hundreds of thousands of small rows: a column of
/// SQLite::Statement takes shared ownership of the statement, which costs more than the row.
/// Owns the statement; the database must outlive it. One thread. Throws SQLite::Exception.
class RowScan {
public:
    RowScan(SQLite::Database& database, const std::string& sql) : database_(database.getHandle()) {
        sqlite3_stmt* made = nullptr;
        check(sqlite3_prepare_v2(database_, sql.c_str(), static_cast<int>(sql.size()) + 1, &made,
                                 nullptr));
        statement_.reset(made);
    }

    void bind(int at, std::int64_t number) {
        check(sqlite3_bind_int64(statement_.get(), at, number));
    }
    void bind_real(int at, double number) {
        check(sqlite3_bind_double(statement_.get(), at, number));
    }
    /// Copies the text.
    void bind(int at, std::string_view text) {
        check(sqlite3_bind_text(statement_.get(), at, text.data(), static_cast<int>(text.size()),
                                SQLITE_TRANSIENT));
    }
    /// Copies the bytes.
    void bind_bytes(int at, std::string_view bytes) {
        check(sqlite3_bind_blob(statement_.get(), at, bytes.data(), static_cast<int>(bytes.size()),
                                SQLITE_TRANSIENT));
    }

    /// False behind the last row; the statement is then ready to be run again.
    bool next() {
        const int result = sqlite3_step(statement_.get());
        if (result == SQLITE_ROW)
            return true;
        sqlite3_reset(statement_.get());
        if (result != SQLITE_DONE)
            check(result);
        return false;
    }

    bool is_null(int column) const {
        return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
    }
    std::int64_t number(int column) const { return sqlite3_column_int64(statement_.get(), column); }
    double real(int column) const { return sqlite3_column_double(statement_.get(), column); }
    /// Lives until the next row; empty for NULL.
    std::string_view text(int column) const {
        const auto* text =
            reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
        return text == nullptr
                   ? std::string_view()
                   : std::string_view(text, static_cast<std::size_t>(
                                                sqlite3_column_bytes(statement_.get(), column)));
    }

    /// Lives until the next row; empty for NULL.
    std::string_view bytes(int column) const {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
        return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
    }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };

    void check(int result) const {
        if (result != SQLITE_OK)
            throw SQLite::Exception(database_, result);
    }

    sqlite3* database_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

} // namespace mw::store
