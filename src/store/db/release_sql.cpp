#include "store/db/release_sql.h"

#include "base/message.h"
#include "store/sql/sql_values.h"
#include "store/sql/text_blocks.h"

#include <fmt/format.h>

#include <array>

namespace mw::store {

namespace {

constexpr const char* select_release =
    "SELECT id, name, embedded, repository, from_rev, to_rev, from_oid, to_oid, "
    "from_is_ancestor, imported_at, line_state, window_end, window_tag, first_landing, "
    "last_landing, changesets, merges, pulls, files, insertions, deletions, seconds, remarks, "
    "shallow, uncounted, interface_state, range_changesets, code_state "
    "FROM release ";

Release read_release(SQLite::Statement& row) {
    Release release;
    release.id = row.getColumn(0).getInt64();
    release.name = row.getColumn(1).getString();
    release.bundled = row.getColumn(2).getInt() != 0;
    release.repository = row.getColumn(3).getString();
    release.from_rev = row.getColumn(4).getString();
    release.to_rev = row.getColumn(5).getString();
    release.from_oid = hex_of(row.getColumn(6));
    release.to_oid = hex_of(row.getColumn(7));
    release.from_is_ancestor = row.getColumn(8).getInt() != 0;
    release.imported_at = row.getColumn(9).getInt64();
    release.lines = static_cast<LineState>(row.getColumn(10).getInt());
    release.window_end = optional_number(row.getColumn(11));
    release.window_tag = row.getColumn(12).getString();
    release.first_landing = optional_number(row.getColumn(13));
    release.last_landing = optional_number(row.getColumn(14));
    release.changesets = row.getColumn(15).getInt64();
    release.merges = row.getColumn(16).getInt64();
    release.pulls = row.getColumn(17).getInt64();
    release.files = row.getColumn(18).getInt64();
    release.insertions = optional_number(row.getColumn(19));
    release.deletions = optional_number(row.getColumn(20));
    release.seconds = row.getColumn(21).getDouble();
    release.remarks = base::from_stored_lines(row.getColumn(22).getString());
    release.shallow = row.getColumn(23).getInt() != 0;
    release.uncounted = row.getColumn(24).getInt64();
    release.interfaces = static_cast<InterfaceState>(row.getColumn(25).getInt());
    release.range_changesets = optional_number(row.getColumn(26));
    release.code = static_cast<CodeState>(row.getColumn(27).getInt());
    return release;
}

} // namespace

std::vector<Release> load_releases(SQLite::Database& database) {
    SQLite::Statement select(
        database, fmt::format("{}ORDER BY embedded, last_landing DESC, name", select_release));
    std::vector<Release> releases;
    while (select.executeStep())
        releases.push_back(read_release(select));
    return releases;
}

Release load_release(SQLite::Database& database, RowId release) {
    SQLite::Statement select(database, fmt::format("{}WHERE id = ?", select_release));
    select.bind(1, release);
    select.executeStep();
    return read_release(select);
}

void collect_words_in_memory(SQLite::Database& database) {
    database.exec("INSERT INTO search_text (search_text, rank) VALUES ('hashsize', 8388608)");
}

namespace {

/// An entry leaves the index by the very text that it was made of. False where not all texts are
/// there any more, which leaves the index as it was: it is then made anew of the releases that
/// stay.
bool take_out_of_index(SQLite::Database& database, RowId release) {
    if (!has_all_texts(database, body_blocks, release))
        return false;
    SQLite::Statement take(database,
                           "INSERT INTO search_text (search_text, rowid, subject, body) SELECT "
                           "'delete', i.id, i.subject, i.body FROM commits c JOIN indexed_text i "
                           "ON i.id = c.id WHERE c.release_id = ?");
    take.bind(1, release);
    take.exec();
    return true;
}

} // namespace

void delete_release(SQLite::Database& database, const std::string& name) {
    constexpr std::array statements = {
        "DELETE FROM uncounted_change WHERE commit_id IN (SELECT id FROM commits WHERE release_id "
        "= ?)",
        "DELETE FROM interface_event WHERE commit_id IN (SELECT id FROM commits WHERE release_id = "
        "?)",
        "DELETE FROM change WHERE commit_id IN (SELECT id FROM commits WHERE release_id = ?)",
        "DELETE FROM reference WHERE commit_id IN (SELECT id FROM commits WHERE release_id = ?)",
        "DELETE FROM trailer WHERE commit_id IN (SELECT id FROM commits WHERE release_id = ?)",
        "DELETE FROM commit_parents WHERE commit_id IN (SELECT id FROM commits WHERE release_id = "
        "?)",
        "DELETE FROM commits WHERE release_id = ?",
        // Those of none, too, which a damaged file may have.
        "DELETE FROM body_block WHERE ? IS NOT NULL AND first NOT IN (SELECT id FROM commits)",
        "DELETE FROM reason_block WHERE ? IS NOT NULL AND first NOT IN (SELECT id FROM commits)",
        "DELETE FROM release_file WHERE release_id = ?",
        "DELETE FROM search_words WHERE release_id = ?",
        "DELETE FROM common_phrase WHERE release_id = ?",
        "DELETE FROM interface_change WHERE release_id = ?",
        "DELETE FROM identifier_block WHERE release_id = ?",
        "DELETE FROM release WHERE id = ?",
    };
    SQLite::Statement find(database, "SELECT id FROM release WHERE name = ?");
    find.bind(1, name);
    if (!find.executeStep())
        return;
    const RowId release = find.getColumn(0).getInt64();
    const bool taken_out = take_out_of_index(database, release);
    for (const char* sql : statements) {
        SQLite::Statement statement(database, sql);
        statement.bind(1, release);
        statement.exec();
    }
    if (!taken_out)
        database.exec("INSERT INTO search_text (search_text) VALUES ('rebuild')");
}

void forget_built(SQLite::Database& database, const std::string& name) {
    SQLite::Statement forget(database,
                             "DELETE FROM built WHERE oid IN (SELECT c.oid FROM commits c JOIN "
                             "release r ON r.id = c.release_id WHERE r.name = ?)");
    forget.bind(1, name);
    forget.exec();
}

void sum_up_release(SQLite::Database& database, RowId release, double seconds) {
    SQLite::Statement update(
        database,
        "UPDATE release SET seconds = seconds + ?1, (first_landing, last_landing, changesets, "
        "merges, pulls, files, insertions, deletions) = (SELECT min(landed_time), "
        "max(landed_time), "
        "sum(kind = 0), sum(kind <> 0), sum(kind = 2), ifnull(sum(files), 0), "
        "iif(line_state IN (?3, ?4), ifnull(sum(c.insertions), 0), NULL), "
        "iif(line_state IN (?3, ?4), ifnull(sum(c.deletions), 0), NULL) "
        "FROM commits c WHERE c.release_id = ?2) WHERE id = ?2");
    update.bind(1, seconds);
    update.bind(2, release);
    update.bind(3, static_cast<int>(LineState::counted));
    update.bind(4, static_cast<int>(LineState::partly));
    update.exec();
}

} // namespace mw::store
