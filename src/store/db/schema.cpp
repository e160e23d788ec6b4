#include "store/db/schema.h"

#include "git/text/upstream_ids.h"
#include "store/db/release_sql.h"
#include "store/db/schema_sql.h"
#include "store/model/records.h"
#include "store/rows/code_index.h"
#include "store/rows/people.h"
#include "store/rows/release_graph.h"
#include "store/sql/row_scan.h"
#include "store/sql/text_blocks.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>

namespace mw::store {

namespace {

// person: people.h says what it holds. Of the people of an older file only the names by the mailmap
// of their release are known: those stand for what was written until a release is imported again.
void give_people_identities(SQLite::Database& database) {
    database.exec(R"sql(
CREATE TABLE new_person (
    id INTEGER PRIMARY KEY,
    written_name BLOB NOT NULL, written_email BLOB NOT NULL,
    name TEXT NOT NULL, email TEXT NOT NULL,
    key TEXT NOT NULL,
    UNIQUE (written_name, written_email)
);
INSERT INTO new_person SELECT id, CAST(name AS BLOB), CAST(email AS BLOB), name, email, '' FROM
    person;
DROP TABLE person;
ALTER TABLE new_person RENAME TO person;
)sql");
    name_people(database);
}

/// What messages say they were taken from (ReferenceKind::picked), which older programs did not
/// note.
void note_origins(SQLite::Database& database) {
    SQLite::Statement select(database, "SELECT commit_id, body FROM commit_text WHERE body LIKE "
                                       "'%commit%'");
    SQLite::Statement insert(database,
                             "INSERT INTO reference (commit_id, target, kind) VALUES (?, ?, ?)");
    while (select.executeStep())
        for (const auto& origin : git::upstream_ids(select.getColumn(1).getString())) {
            insert.bind(1, select.getColumn(0).getInt64());
            insert.bind(2, origin);
            insert.bind(3, static_cast<int>(ReferenceKind::picked));
            insert.exec();
            insert.reset();
        }
}

void make_version_1(SQLite::Database& database) {
    database.exec(schema_sql::version_1);
}

void make_version_2(SQLite::Database& database) {
    database.exec(schema_sql::version_2);
}

void make_version_3(SQLite::Database& database) {
    database.exec(schema_sql::version_3);
    give_people_identities(database);
}

void make_version_4(SQLite::Database& database) {
    database.exec(schema_sql::version_4);
}

void make_version_5(SQLite::Database& database) {
    database.exec(schema_sql::version_5);
    derive_bringing_merges(database);
}

void make_version_6(SQLite::Database& database) {
    database.exec(schema_sql::version_6);
    note_origins(database);
}

void make_version_7(SQLite::Database& database) {
    database.exec(schema_sql::version_7);
}

void make_version_8(SQLite::Database& database) {
    database.exec(schema_sql::version_8);
    {
        TextBlockWriter bodies(database, body_blocks), reasons(database, reason_blocks);
        RowScan texts(database, "SELECT c.release_id, c.id, t.body, t.reason FROM older_text t "
                                "JOIN commits c ON c.id = t.commit_id ORDER BY c.id");
        for (RowId release = 0; texts.next();) {
            if (texts.number(0) != release) {
                bodies.flush();
                reasons.flush();
                release = texts.number(0);
            }
            bodies.add(texts.number(1), texts.text(2));
            reasons.add(texts.number(1), texts.text(3));
        }
        bodies.flush();
        reasons.flush();
    }
    database.exec("DROP TABLE older_text");
    pack_identifiers(database);
    collect_words_in_memory(database);
    database.exec("INSERT INTO search_text (search_text) VALUES ('rebuild')");
}

constexpr std::array steps = {make_version_1, make_version_2, make_version_3, make_version_4,
                              make_version_5, make_version_6, make_version_7, make_version_8};

} // namespace

std::span<const SchemaStep> schema_steps() {
    return steps;
}

} // namespace mw::store
