#include "store/write/bundled_replacement.h"

#include "store/db/connection.h"
#include "store/db/database_file.h"
#include "store/db/release_sql.h"
#include "store/language/query_quoting.h"

#include <fmt/format.h>

#include <vector>

namespace mw::store {

namespace {

using SQLite::Statement;

struct BundledRow {
    RowId id = 0;
    std::string name;
};

std::vector<BundledRow> bundled_releases(SQLite::Database& database, RowId other_than) {
    Statement select(database, "SELECT id, name FROM release WHERE embedded AND id <> ?1 AND NOT "
                               "(SELECT embedded FROM release WHERE id = ?1)");
    select.bind(1, other_than);
    std::vector<BundledRow> rows;
    while (select.executeStep())
        rows.push_back({select.getColumn(0).getInt64(), select.getColumn(1).getString()});
    return rows;
}

/// Public records can be mistaken about one changeset or another, so that not all need be there.
bool holds_changesets_of(SQLite::Database& database, RowId bundled, RowId written) {
    constexpr std::int64_t percent = 100, enough = 95;
    Statement count(database,
                    "SELECT count(*), sum(EXISTS (SELECT 1 FROM commits n WHERE n.release_id = ?2 "
                    "AND n.oid BETWEEN c.oid AND CAST(c.oid || x'FFFFFFFFFFFFFFFFFFFFFFFFFFFF' AS "
                    "BLOB))) FROM commits c WHERE c.release_id = ?1 AND c.kind = 0 AND "
                    "length(c.oid) > 0");
    count.bind(1, bundled);
    count.bind(2, written);
    count.executeStep();
    const auto known = count.getColumn(0).getInt64(), found = count.getColumn(1).getInt64();
    return known > 0 && found * percent >= known * enough;
}

void rename_in(SQLite::Database& database, const char* sql, const std::string& from,
               const std::string& to) {
    Statement update(database, sql);
    update.bind(1, from);
    update.bind(2, to);
    update.exec();
}

} // namespace

void take_name(SQLite::Database& database, const std::string& from, const std::string& to) {
    for (const char* sql : {"UPDATE document SET release = ?2 WHERE release = ?1",
                            "UPDATE saved_search SET release = ?2 WHERE release = ?1",
                            "UPDATE OR REPLACE project SET release = ?2 WHERE release = ?1"})
        rename_in(database, sql, from, to);
    rename_in(database,
              "UPDATE saved_search SET query = replace(replace(query, 'release:' || ?1, "
              "'release:' || ?2), 'release:=' || ?1, 'release:=' || ?2)",
              in_quotes(from), in_quotes(to));
}

void give_way(SQLite::Database& database, RowId written) {
    for (const auto& bundled : bundled_releases(database, written)) {
        if (!holds_changesets_of(database, bundled.id, written))
            continue;
        take_name(database, bundled.name, load_release(database, written).name);
        delete_release(database, bundled.name);
    }
}

bool has_imported_release(const std::filesystem::path& file, const std::string& name) {
    if (is_new_database(file))
        return false;
    Connection connection(file, Connection::Mode::read);
    return connection.guard([&] {
        Statement select(connection.database(),
                         "SELECT 1 FROM release WHERE name = ? AND NOT embedded");
        select.bind(1, name);
        return select.executeStep();
    });
}

} // namespace mw::store
