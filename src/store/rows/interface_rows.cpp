#include "store/rows/interface_rows.h"

#include "base/object_id.h"
#include "store/sql/sql_values.h"

namespace mw::store {

using SQLite::Statement;

namespace {

// An entry of the bundled release may know only the first bytes of its commit's id. The '+' keeps
// SQLite from the index by release, in which it would look at all commits for each entry.
constexpr const char* select_interfaces =
    "SELECT i.kind, i.change, i.name, i.detail, i.path, i.oid, (SELECT c.id FROM commits c WHERE "
    "c.oid IN (i.oid, substr(i.oid, 1, 6)) AND +c.release_id = i.release_id) FROM "
    "interface_change i ";

std::vector<InterfaceRow> read_interface_rows(Statement& select) {
    std::vector<InterfaceRow> rows;
    while (select.executeStep()) {
        InterfaceRow row;
        row.change.kind = static_cast<interfaces::Kind>(select.getColumn(0).getInt());
        row.change.change = static_cast<interfaces::Change>(select.getColumn(1).getInt());
        row.change.name = select.getColumn(2).getString();
        row.change.detail = select.getColumn(3).getString();
        row.change.path = select.getColumn(4).getString();
        row.change.oid = git::to_hex(select.getColumn(5).getString());
        row.commit = optional_number(select.getColumn(6)).value_or(0);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

void write_interface_changes(SQLite::Database& database, RowId release,
                             const std::vector<interfaces::InterfaceChange>& changes) {
    Statement remove(database, "DELETE FROM interface_change WHERE release_id = ?");
    remove.bind(1, release);
    remove.exec();
    Statement insert(database, "INSERT INTO interface_change (release_id, ordinal, kind, change, "
                               "name, detail, path, oid) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    std::int64_t ordinal = 0;
    for (const auto& change : changes) {
        insert.bind(1, release);
        insert.bind(2, ordinal++);
        insert.bind(3, static_cast<int>(change.kind));
        insert.bind(4, static_cast<int>(change.change));
        bind_text(insert, 5, change.name);
        bind_text(insert, 6, change.detail);
        bind_text(insert, 7, change.path);
        const auto oid = git::from_hex(change.oid).value_or("");
        bind_blob(insert, 8, oid);
        run(insert);
    }
    set_interface_state(database, release, InterfaceState::read);
}

void set_interface_state(SQLite::Database& database, RowId release, InterfaceState state) {
    Statement update(database, "UPDATE release SET interface_state = ? WHERE id = ?");
    update.bind(1, static_cast<int>(state));
    update.bind(2, release);
    update.exec();
}

std::vector<InterfaceRow> load_interface_changes(SQLite::Database& database, RowId release,
                                                 std::optional<interfaces::Kind> kind) {
    Statement select(database, std::string(select_interfaces) +
                                   "WHERE i.release_id = ?1 AND (?2 IS NULL OR i.kind = ?2) "
                                   "ORDER BY i.ordinal");
    select.bind(1, release);
    if (kind)
        select.bind(2, static_cast<int>(*kind));
    return read_interface_rows(select);
}

std::vector<InterfaceRow> load_interface_changes_of(SQLite::Database& database, RowId commit) {
    Statement select(database,
                     std::string(select_interfaces) +
                         "JOIN commits m ON m.id = ?1 AND m.release_id = i.release_id WHERE "
                         "i.oid = m.oid OR (length(m.oid) = 6 AND substr(i.oid, 1, 6) = m.oid) "
                         "ORDER BY i.ordinal");
    select.bind(1, commit);
    return read_interface_rows(select);
}

std::vector<InterfaceCount> count_interface_changes(SQLite::Database& database, RowId release) {
    Statement select(database,
                     "SELECT kind, sum(change = 0), sum(change = 1), sum(change = 2) FROM "
                     "interface_change WHERE release_id = ? GROUP BY kind ORDER BY kind");
    select.bind(1, release);
    std::vector<InterfaceCount> counts;
    while (select.executeStep())
        counts.push_back({static_cast<interfaces::Kind>(select.getColumn(0).getInt()),
                          select.getColumn(1).getInt64(), select.getColumn(2).getInt64(),
                          select.getColumn(3).getInt64()});
    return counts;
}

} // namespace mw::store
