#pragma once

#include "git/object_id.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What the files that count people share: a person is a name, under however many addresses.
namespace mw::store {

/// Addresses of a group of rows, to be taken apart by addresses_of(): they may hold any character.
inline constexpr const char* select_addresses = "group_concat(DISTINCT hex(a.email))";

inline std::vector<std::string> addresses_of(std::string_view list) {
    std::vector<std::string> addresses;
    while (!list.empty()) {
        const auto comma = list.find(',');
        if (auto address = git::from_hex(list.substr(0, comma)))
            addresses.push_back(std::move(*address));
        list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
    }
    return addresses;
}

/// Whether the database knows any landing before release ?1 began.
inline constexpr const char* knows_earlier =
    "EXISTS (SELECT 1 FROM release e WHERE NOT e.embedded AND e.first_landing < (SELECT "
    "first_landing FROM release WHERE id = ?1))";

/// Whether nothing by person a landed before release ?1 began, under that name or an address of
/// theirs. No subquery looks at the row at hand, so each is run once: asked for each author, a
/// release took 18 seconds.
inline constexpr const char* is_first_time =
    "a.name NOT IN (WITH earlier AS MATERIALIZED (SELECT id, email FROM person WHERE id IN (SELECT "
    "author_id FROM commits WHERE kind = 0 AND landed_time < (SELECT first_landing FROM release "
    "WHERE id = ?1))) SELECT name FROM person WHERE id IN (SELECT id FROM earlier) OR (email <> '' "
    "AND email IN (SELECT email FROM earlier)))";

} // namespace mw::store
