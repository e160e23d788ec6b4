#pragma once

namespace mw::store {

// Of table star: key is a subsystem's name, a path without a slash behind it, or a person's key
// (person_key) or address in lower case.

/// Ids of the commits of starred subsystems, paths and people, by the indexes.
inline constexpr const char* starred_commits =
    "SELECT id FROM commits WHERE subsystem_id IN (SELECT s.id FROM star t JOIN subsystem s ON "
    "s.name = t.key WHERE t.kind = 0) UNION SELECT h.commit_id FROM star t JOIN path q ON q.path = "
    "t.key OR (q.path > t.key || '/' AND q.path < t.key || '0') JOIN change h ON h.path_id = q.id "
    "WHERE t.kind = 1 UNION SELECT c.id FROM commits c JOIN person p ON p.id = c.author_id WHERE "
    "p.key IN (SELECT key FROM star WHERE kind = 2) OR lower(p.email) IN (SELECT key FROM star "
    "WHERE kind = 2)";

/// Whether the commit c with subsystem s and author a is one of those: 1 or 0. A CASE, since SQLite
/// evaluates both sides of an AND or OR outside of WHERE, for each row on screen, star or none.
inline constexpr const char* is_starred =
    "CASE WHEN NOT EXISTS (SELECT 1 FROM star) THEN 0 WHEN EXISTS (SELECT 1 FROM star t WHERE "
    "t.kind = 0 AND t.key = s.name) THEN 1 WHEN EXISTS (SELECT 1 FROM star t WHERE t.kind = 2 AND "
    "(t.key = a.key OR t.key = lower(a.email))) THEN 1 ELSE EXISTS (SELECT 1 FROM star t JOIN "
    "change h ON h.commit_id = c.id JOIN path q ON q.id = h.path_id WHERE t.kind = 1 AND (q.path = "
    "t.key OR (q.path > t.key || '/' AND q.path < t.key || '0'))) END";

} // namespace mw::store
