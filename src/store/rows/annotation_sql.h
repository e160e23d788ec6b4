#pragma once

#include "store/model/records.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstddef>
#include <optional>

namespace mw::store {

/// Bytes of the ids that the bundled release knows.
constexpr std::size_t short_id_size = 6;

/// What read_annotation() reads, from table personal under the name k.
constexpr const char* personal_columns =
    "k.oid, k.section, k.subgroup, k.bookmarked, k.read_at, k.colour, k.note, k.changed_at";
constexpr int personal_column_count = 8;

/// Joins table personal to commits c: the row of the same commit, whose key may be longer.
constexpr const char* join_personal =
    "LEFT JOIN personal k ON k.oid BETWEEN c.oid AND CAST(c.oid || "
    "x'FFFFFFFFFFFFFFFFFFFFFFFFFFFF' AS BLOB) ";

/// first: index of the first of personal_columns. Empty where the row has none (an outer join).
std::optional<Annotation> read_annotation(SQLite::Statement& row, int first);

/// Puts the commits of a release that was just written where the person wants them, and gives the
/// person's rows the full ids that it brought.
void apply_annotations(SQLite::Database& database, RowId release);

} // namespace mw::store
