#include "store/write/release_removal.h"

#include "base/message.h"
#include "store/db/connection.h"
#include "store/db/database_file.h"
#include "store/db/release_sql.h"
#include "store/db/write_transaction.h"
#include "store/rows/people.h"
#include "store/sql/sql_values.h"

namespace mw::store {

namespace {

/// Rows of the tables that releases share which nothing points to any more.
constexpr const char* delete_left_over = R"sql(
DELETE FROM path WHERE NOT EXISTS (SELECT 1 FROM change WHERE path_id = path.id);
DELETE FROM person WHERE id NOT IN (
    SELECT author_id FROM commits WHERE author_id IS NOT NULL UNION
    SELECT committer_id FROM commits WHERE committer_id IS NOT NULL UNION
    SELECT person_id FROM trailer WHERE person_id IS NOT NULL);
DELETE FROM subsystem WHERE id NOT IN (
    SELECT subsystem_id FROM commits WHERE subsystem_id IS NOT NULL);
DELETE FROM trailer_key WHERE id NOT IN (SELECT key_id FROM trailer);
DELETE FROM place WHERE id NOT IN (
    SELECT place_id FROM commits UNION SELECT derived_place_id FROM commits);
DELETE FROM built WHERE oid NOT IN (SELECT oid FROM commits WHERE oid IS NOT NULL);
DELETE FROM unseen WHERE release NOT IN (SELECT name FROM release) OR
    oid NOT IN (SELECT oid FROM commits WHERE oid IS NOT NULL);
DELETE FROM project WHERE release NOT IN (SELECT name FROM release);
DELETE FROM tree_mark WHERE oid NOT IN (SELECT oid FROM commits WHERE oid IS NOT NULL);
INSERT INTO search_text (search_text) VALUES ('optimize');
)sql";

Release find_release(SQLite::Database& database, const std::string& name) {
    std::string names;
    for (auto& release : load_releases(database)) {
        if (release.name == name)
            return release;
        names.append(names.empty() ? "" : ", ").append(release.name);
    }
    throw Error("The database has no release '{}'. It has: {}.", name,
                names.empty() ? base::Message("none") : base::Message::verbatim(names));
}

} // namespace

void remove_release(const std::filesystem::path& file, const std::string& name) {
    if (is_new_database(file))
        throw Error("There is no database {} yet, and so no release '{}' to remove.", file.string(),
                    name);
    Connection connection(file, Connection::Mode::write);
    connection.guard([&] {
        auto& database = connection.database();
        // For each row that is deleted from a shared table a foreign key looks through all commits
        // and trailers, which have no index by it; what goes here is what none of them has.
        database.exec("PRAGMA foreign_keys = OFF");
        {
            WriteTransaction transaction(database);
            if (find_release(database, name).bundled)
                throw Error("{} comes with the program and cannot be removed: it would "
                            "be there again at the next start.",
                            name);
            delete_release(database, name);
            database.exec(delete_left_over);
            name_people(database);
            transaction.commit();
        }
        give_room_back(database);
        database.tryExec("PRAGMA wal_checkpoint(TRUNCATE)");
    });
}

} // namespace mw::store
