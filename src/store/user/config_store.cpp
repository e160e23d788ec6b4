#include "store/user/config_store.h"

#include "store/db/write_transaction.h"
#include "store/sql/row_scan.h"
#include "store/sql/sql_values.h"
#include "store/user/access_mode.h"

namespace mw::store {

using SQLite::Statement;

struct ConfigStore::Impl {
    Impl(const std::filesystem::path& file, Access access)
        : connection(file, mode_of(access)), database(connection.database()) {}

    Connection connection;
    SQLite::Database& database;
};

ConfigStore::ConfigStore(const std::filesystem::path& file, Access access)
    : impl_(std::make_unique<Impl>(file, access)) {}
ConfigStore::~ConfigStore() = default;

std::optional<KernelConfig> ConfigStore::config() {
    return impl_->connection.guard([&]() -> std::optional<KernelConfig> {
        Statement select(impl_->database, "SELECT file, text, architecture, read_at FROM config");
        if (!select.executeStep())
            return std::nullopt;
        return KernelConfig{select.getColumn(0).getString(), select.getColumn(1).getString(),
                            select.getColumn(2).getString(), select.getColumn(3).getInt64()};
    });
}

std::vector<Release> ConfigStore::releases() {
    return impl_->connection.guard([&] {
        Statement select(impl_->database,
                         "SELECT id, name, repository, lower(hex(to_oid)) FROM release WHERE NOT "
                         "embedded AND repository <> '' ORDER BY last_landing DESC");
        std::vector<Release> releases;
        while (select.executeStep()) {
            Release release;
            release.id = select.getColumn(0).getInt64();
            release.name = select.getColumn(1).getString();
            release.repository = select.getColumn(2).getString();
            release.to_oid = select.getColumn(3).getString();
            releases.push_back(std::move(release));
        }
        return releases;
    });
}

std::vector<BuildQuestion> ConfigStore::questions(RowId release) {
    return impl_->connection.guard([&] {
        RowScan select(impl_->database,
                       "SELECT c.oid, p.path FROM commits c LEFT JOIN change h ON h.commit_id = "
                       "c.id LEFT JOIN path p ON p.id = h.path_id WHERE c.release_id = ?1 AND "
                       "c.kind = 0 AND c.oid IS NOT NULL ORDER BY c.id");
        select.bind(1, release);
        std::vector<BuildQuestion> questions;
        while (select.next()) {
            if (questions.empty() || questions.back().oid != select.bytes(0))
                questions.push_back({std::string(select.bytes(0)), {}});
            if (!select.is_null(1))
                questions.back().paths.emplace_back(select.text(1));
        }
        return questions;
    });
}

BuildCounts ConfigStore::counts(RowId release) {
    return impl_->connection.guard([&] {
        RowScan select(impl_->database,
                       "SELECT b.state, count(*) FROM commits c LEFT JOIN built b ON b.oid = c.oid "
                       "WHERE c.release_id = ?1 AND c.kind = 0 AND c.oid IS NOT NULL GROUP BY "
                       "b.state");
        select.bind(1, release);
        BuildCounts counts;
        while (select.next()) {
            if (select.is_null(0)) {
                counts.not_asked = select.number(1);
                continue;
            }
            switch (static_cast<BuildState>(select.number(0))) {
            case BuildState::not_built:
                counts.not_built = select.number(1);
                break;
            case BuildState::cannot_tell:
                counts.cannot_tell = select.number(1);
                break;
            case BuildState::header:
                counts.header = select.number(1);
                break;
            case BuildState::module:
                counts.module = select.number(1);
                break;
            case BuildState::built_in:
                counts.built_in = select.number(1);
                break;
            }
        }
        return counts;
    });
}

void ConfigStore::put(const KernelConfig& config, const std::vector<BuildAnswer>& answers) {
    impl_->connection.guard([&] {
        auto& database = impl_->database;
        WriteTransaction transaction(database);
        database.exec("DELETE FROM config");
        database.exec("DELETE FROM built");
        Statement insert(database, "INSERT INTO config (id, file, text, architecture, read_at) "
                                   "VALUES (1, ?, ?, ?, ?)");
        bind_text(insert, 1, config.file);
        bind_text(insert, 2, config.text);
        bind_text(insert, 3, config.architecture);
        insert.bind(4, config.read_at);
        insert.exec();
        Statement mark(database, "INSERT OR REPLACE INTO built (oid, state) VALUES (?, ?)");
        for (const auto& answer : answers) {
            bind_blob(mark, 1, answer.oid);
            mark.bind(2, static_cast<int>(answer.state));
            run(mark);
        }
        transaction.commit();
    });
}

void ConfigStore::remove() {
    impl_->connection.guard([&] {
        auto& database = impl_->database;
        WriteTransaction transaction(database);
        const int removed = database.exec("DELETE FROM config");
        database.exec("DELETE FROM built");
        if (removed == 0)
            throw Error("There is no configuration in the database.");
        transaction.commit();
    });
}

} // namespace mw::store
