#pragma once

#include "store/model/records.h"
#include "store/sql/tokenizer.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

/// Who is one person: the one place that says so, for the sidebar, facets, charts, comparisons and
/// the search.
///
/// A row of table person is a name with an address as somebody wrote them (written_name,
/// written_email: the bytes that git has before it asks a mailmap), once for all releases. Beside
/// it stands who that is: name and email after the mailmap, in UTF-8, and the key. Rows with one
/// key are one person: a name, however it is spelled (case and accents aside, as a search sees it),
/// under however many addresses; without a name an address.
///
/// The mailmap is that of the newest release, as `git log` in a clone asks the file at hand also
/// about old history. Where a database has releases of several clones, the newest of each is asked,
/// and one that ends later before the others.
namespace mw::store {

/// The key of person.key. Blanks around a name do not make it another one.
std::string person_key(const Tokenizer& tokenizer, std::string_view name, std::string_view email);

/// What stands behind the last '@' of an address, in lower case; empty where nothing does.
std::string mail_domain(std::string_view email);

/// Rows of table person for an import, each looked up once. One thread; the database must outlive
/// it. Throws SQLite::Exception.
class PersonTable {
public:
    explicit PersonTable(SQLite::Database& database);

    /// Bytes as they were written. Names a new person as if there were no mailmap; name_people()
    /// puts that right.
    RowId id(const std::string& name, const std::string& email);

private:
    SQLite::Database& database_;
    Tokenizer tokenizer_;
    SQLite::Statement select_, insert_;
    std::unordered_map<std::string, RowId> ids_;
};

/// The file of a release's end that is kept with it (ReleaseWriter::keep_file) for this.
inline constexpr const char* mailmap_file = ".mailmap";

/// Says anew who each row of table person is; to be called in the transaction that puts a release
/// in or takes one out, when the releases have their figures.
void name_people(SQLite::Database& database);

/// How many rows of table person name_people() would change.
std::size_t count_misnamed_people(SQLite::Database& database);

/// What a row of table person counts for.
struct PersonCount {
    RowId person = 0;
    std::int64_t changesets = 0;
    std::optional<std::int64_t> insertions, deletions;
};

struct PersonTotal {
    std::string key;
    std::string name; ///< as most of the changesets have it; an address where there is no name
    std::vector<std::string> addresses; ///< each once, sorted
    std::int64_t changesets = 0;
    std::optional<std::int64_t> insertions, deletions;
    /// Finds exactly these as the value of author:= and its like.
    std::string value;
};

/// Joins the rows of each person. Most changesets first, then by name.
std::vector<PersonTotal> sum_up_people(SQLite::Database& database,
                                       std::span<const PersonCount> counts);

/// Whether the database knows any landing before release ?1 began.
inline constexpr const char* knows_earlier =
    "EXISTS (SELECT 1 FROM release e WHERE NOT e.embedded AND e.first_landing < (SELECT "
    "first_landing FROM release WHERE id = ?1))";

/// Whether nothing by person a landed before release ?1 began, under that name or an address of
/// theirs. No subquery looks at the row at hand, so each is run once: asked for each author, a
/// release took 18 seconds.
inline constexpr const char* is_first_time =
    "a.key NOT IN (WITH earlier AS MATERIALIZED (SELECT key, lower(email) AS email FROM person "
    "WHERE id IN (SELECT author_id FROM commits WHERE kind = 0 AND landed_time < (SELECT "
    "first_landing FROM release WHERE id = ?1))) SELECT key FROM person WHERE key IN (SELECT key "
    "FROM earlier) OR (email <> '' AND lower(email) IN (SELECT email FROM earlier)))";

} // namespace mw::store
