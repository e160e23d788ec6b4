#pragma once

#include "store/sql/sql_values.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mw::store {

/// Inserts rows of one table many at a time: of a short row, opening and closing the table and its
/// indexes for a statement takes longer than the row. What waits is written by flush(), which the
/// owner calls before anybody reads. One thread.
///
/// A row that a constraint refuses fails the statement and leaves those before it ("OR FAIL"), so
/// that SQLite keeps no journal of each statement, for which FTS5 would write what it collects:
/// for transactions that are rolled back whole when anything fails.
template <std::size_t columns>
class RowBatch {
public:
    using Value = std::variant<std::monostate, std::int64_t, std::string>; ///< nothing: NULL
    using Row = std::array<Value, columns>;

    /// target: the table and its columns, "name (a, b)".
    RowBatch(SQLite::Database& database, std::string_view target)
        : one_(database, statement(target, 1)), many_(database, statement(target, rows_at_once)) {
        rows_.reserve(rows_at_once);
    }

    void add(Row row) {
        rows_.push_back(std::move(row));
        if (rows_.size() < rows_at_once)
            return;
        int place = 0;
        for (const auto& waiting : rows_)
            bind(many_, waiting, place);
        run(many_);
        rows_.clear();
    }

    void flush() {
        for (const auto& row : rows_) {
            int place = 0;
            bind(one_, row, place);
            run(one_);
        }
        rows_.clear();
    }

private:
    static constexpr std::size_t rows_at_once = 16;

    static std::string statement(std::string_view target, std::size_t rows) {
        std::string row = "(?";
        for (std::size_t i = 1; i < columns; ++i)
            row += ", ?";
        row += ')';
        auto text = std::string("INSERT OR FAIL INTO ").append(target).append(" VALUES ") + row;
        for (std::size_t i = 1; i < rows; ++i)
            text.append(", ").append(row);
        return text;
    }

    static void bind(SQLite::Statement& statement, const Row& row, int& place) {
        for (const auto& value : row) {
            ++place;
            if (const auto* number = std::get_if<std::int64_t>(&value))
                statement.bind(place, *number);
            else if (const auto* text = std::get_if<std::string>(&value))
                bind_text(statement, place, *text);
            else
                statement.bind(place);
        }
    }

    SQLite::Statement one_, many_;
    std::vector<Row> rows_;
};

} // namespace mw::store
