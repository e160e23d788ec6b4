#include "store/write/release_growth.h"

#include "base/message.h"
#include "base/object_id.h"
#include "store/db/connection.h"
#include "store/db/database_file.h"
#include "store/db/release_sql.h"
#include "store/db/write_transaction.h"
#include "store/model/code_records.h"
#include "store/sql/sql_values.h"
#include "store/write/bundled_replacement.h"

namespace mw::store {

using SQLite::Statement;

namespace {

/// Whether what is counted behind a person's back is complete, or nothing of it is wanted.
bool is_complete(SQLite::Database& database, const Release& release) {
    if (release.lines == LineState::not_wanted || release.lines == LineState::unavailable ||
        release.lines == LineState::pending)
        return true;
    Statement events(database, "SELECT events_kept, code_state FROM release WHERE id = ?");
    events.bind(1, release.id);
    return release.lines == LineState::counted && release.uncounted == 0 &&
           release.interfaces == InterfaceState::read && events.executeStep() &&
           events.getColumn(0).getInt() != 0 &&
           events.getColumn(1).getInt() == static_cast<int>(CodeState::read);
}

std::optional<GrowingRelease> run_of_ids(SQLite::Database& database, RowId release) {
    Statement run(database, "SELECT min(id), max(id), (SELECT max(id) FROM commits) FROM commits "
                            "WHERE release_id = ?");
    run.bind(1, release);
    if (!run.executeStep() || run.isColumnNull(0) ||
        run.getColumn(1).getInt64() != run.getColumn(2).getInt64())
        return std::nullopt;
    return GrowingRelease{release, run.getColumn(0).getInt64(), run.getColumn(1).getInt64()};
}

std::optional<Release> release_called(SQLite::Database& database, const std::string& name) {
    for (auto& release : load_releases(database))
        if (release.name == name)
            return std::move(release);
    return std::nullopt;
}

} // namespace

std::optional<ReleaseGrowth> growth_of(const std::filesystem::path& file, const std::string& name) {
    if (is_new_database(file))
        return std::nullopt;
    Connection connection(file, Connection::Mode::read);
    return connection.guard([&]() -> std::optional<ReleaseGrowth> {
        auto& database = connection.database();
        const auto release = release_called(database, name);
        if (!release || release->bundled || !is_complete(database, *release))
            return std::nullopt;
        const auto run = run_of_ids(database, release->id);
        if (!run)
            return std::nullopt;
        return ReleaseGrowth{
            release->to_oid, static_cast<std::size_t>(run->last_id - run->first_id + 1), {}};
    });
}

GrowingRelease begin_growth(SQLite::Database& database, const ReleaseGrowth& growth,
                            const Release& meta, const std::string& fingerprint) {
    const auto release = release_called(database, meta.name);
    const auto run = release ? run_of_ids(database, release->id) : std::nullopt;
    if (!run || release->to_oid != growth.to_oid ||
        static_cast<std::size_t>(run->last_id - run->first_id + 1) != growth.commits)
        throw Error("The release '{}' was changed by another program while it was refreshed. "
                    "Refresh it again.",
                    meta.name);
    forget_built(database, meta.name);
    Statement update(
        database,
        "UPDATE release SET to_rev = ?2, to_oid = ?3, imported_at = ?4, line_state = ?5, "
        "window_end = ?6, window_tag = ?7, remarks = ?8, fingerprint = ?9, interface_state = ?10, "
        "seconds = 0 WHERE id = ?1");
    const auto to = git::from_hex(meta.to_oid).value_or("");
    update.bind(1, run->release);
    update.bind(2, meta.to_rev);
    bind_blob(update, 3, to);
    update.bind(4, meta.imported_at);
    update.bind(5, static_cast<int>(meta.lines));
    bind_optional(update, 6, meta.window_end);
    update.bind(7, meta.window_tag);
    update.bind(8, base::stored_lines(meta.remarks));
    update.bind(9, fingerprint);
    update.bind(10, static_cast<int>(meta.interfaces));
    update.exec();
    for (const char* sql : {"DELETE FROM release_file WHERE release_id = ?",
                            "DELETE FROM search_words WHERE release_id = ?",
                            "DELETE FROM common_phrase WHERE release_id = ?"}) {
        Statement remove(database, sql);
        remove.bind(1, run->release);
        remove.exec();
    }
    return *run;
}

void rename_release(const std::filesystem::path& file, const std::string& name,
                    const std::string& new_name, const std::string& to_rev) {
    Connection connection(file, Connection::Mode::write);
    connection.guard([&] {
        auto& database = connection.database();
        WriteTransaction transaction(database);
        if (name != new_name && release_called(database, new_name))
            throw Error("There is a release '{0}' already, so that '{1}' cannot take that name. "
                        "Remove one of the two.",
                        new_name, name);
        Statement update(database, "UPDATE release SET name = ?2, to_rev = ?3 WHERE name = ?1");
        update.bind(1, name);
        update.bind(2, new_name);
        update.bind(3, to_rev);
        update.exec();
        Statement marks(database, "UPDATE OR REPLACE unseen SET release = ?2 WHERE release = ?1");
        marks.bind(1, name);
        marks.bind(2, new_name);
        marks.exec();
        if (name != new_name)
            take_name(database, name, new_name);
        transaction.commit();
    });
}

} // namespace mw::store
