#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <string_view>
#include <vector>

/// What the files that count people share: a person is a name, however it is spelled (case and
/// accents aside, as a search sees it), under however many addresses.
namespace mw::store {

/// Gives the connection the function person_key(name), the same for each spelling of a name.
void add_person_key(SQLite::Database& database);

/// Addresses of a group of rows, to be taken apart by addresses_of(): they may hold any character.
inline constexpr const char* select_addresses = "group_concat(DISTINCT hex(a.email))";

/// Each once; lists may have been joined by commas.
std::vector<std::string> addresses_of(std::string_view list);

/// Whether the database knows any landing before release ?1 began.
inline constexpr const char* knows_earlier =
    "EXISTS (SELECT 1 FROM release e WHERE NOT e.embedded AND e.first_landing < (SELECT "
    "first_landing FROM release WHERE id = ?1))";

/// Whether nothing by person a landed before release ?1 began, under that name or an address of
/// theirs. No subquery looks at the row at hand, so each is run once: asked for each author, a
/// release took 18 seconds.
inline constexpr const char* is_first_time =
    "person_key(a.name) NOT IN (WITH earlier AS MATERIALIZED (SELECT id, email FROM person WHERE "
    "id IN (SELECT author_id FROM commits WHERE kind = 0 AND landed_time < (SELECT first_landing "
    "FROM release WHERE id = ?1))) SELECT person_key(name) FROM person WHERE id IN (SELECT id FROM "
    "earlier) OR (email <> '' AND email IN (SELECT email FROM earlier)))";

} // namespace mw::store
