#pragma once

namespace mw::store {

/// The tables that a CommitRow is made of, joined to commits c; sort keys name their columns.
inline constexpr const char* row_tables =
    "commits c JOIN place p ON p.id = c.place_id LEFT JOIN person a ON a.id = c.author_id "
    "LEFT JOIN subsystem s ON s.id = c.subsystem_id LEFT JOIN commits m ON m.id = c.pull_id ";

/// First and last id of a release r: its commits are one run of ids, in landing order.
inline constexpr const char* run_of_release =
    "(SELECT id FROM commits WHERE release_id = r.id ORDER BY position), "
    "(SELECT id FROM commits WHERE release_id = r.id ORDER BY position DESC)";

} // namespace mw::store
