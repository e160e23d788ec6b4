#pragma once

namespace mw::store {

/// The tables that a CommitRow is made of, joined to commits c; sort keys name their columns.
inline constexpr const char* row_tables =
    "commits c JOIN place p ON p.id = c.place_id LEFT JOIN person a ON a.id = c.author_id "
    "LEFT JOIN subsystem s ON s.id = c.subsystem_id LEFT JOIN commits m ON m.id = c.pull_id ";

} // namespace mw::store
