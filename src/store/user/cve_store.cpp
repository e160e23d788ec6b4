#include "store/user/cve_store.h"

#include "base/object_id.h"
#include "store/db/connection.h"
#include "store/db/write_transaction.h"
#include "store/sql/sql_values.h"

namespace mw::store {

using SQLite::Statement;

struct CveStore::Impl {
    explicit Impl(const std::filesystem::path& file)
        : connection(file, Connection::Mode::write), database(connection.database()) {}

    std::size_t marked(bool fixes) {
        Statement count(database, "SELECT count(DISTINCT oid) FROM cve_mark WHERE fixes = ?");
        count.bind(1, fixes ? 1 : 0);
        count.executeStep();
        return static_cast<std::size_t>(count.getColumn(0).getInt64());
    }

    void insert(const std::vector<CveRow>& records);

    Connection connection;
    SQLite::Database& database;
};

void CveStore::Impl::insert(const std::vector<CveRow>& records) {
    Statement record(database,
                     "INSERT OR IGNORE INTO cve (id, score, severity, vector) VALUES (?, ?, ?, ?)");
    Statement commit(database,
                     "INSERT OR IGNORE INTO cve_commit (oid, cve_id, fixes) VALUES (?, ?, ?)");
    for (const auto& row : records) {
        record.reset();
        bind_text(record, 1, row.id);
        if (row.score)
            record.bind(2, *row.score);
        else
            record.bind(2);
        bind_text(record, 3, row.severity);
        bind_text(record, 4, row.vector);
        record.exec();
        for (const auto& named : row.commits) {
            const auto raw = git::from_hex(named.oid);
            if (!raw || raw->size() != git::ObjectId::size)
                throw Error("{} names '{}', which is no commit id.", row.id, named.oid);
            commit.reset();
            bind_blob(commit, 1, *raw);
            bind_text(commit, 2, row.id);
            commit.bind(3, named.fixes ? 1 : 0);
            commit.exec();
        }
    }
}

CveStore::CveStore(const std::filesystem::path& file) : impl_(std::make_unique<Impl>(file)) {}
CveStore::~CveStore() = default;

CveCounts CveStore::replace(const std::vector<CveRow>& records) {
    return impl_->connection.guard([&] {
        auto& database = impl_->database;
        WriteTransaction transaction(database);
        database.exec("DELETE FROM cve_commit");
        database.exec("DELETE FROM cve");
        impl_->insert(records);
        const CveCounts counts{records.size(), impl_->marked(true), impl_->marked(false)};
        transaction.commit();
        return counts;
    });
}

void CveStore::add_unless_read(const std::vector<CveRow>& records) {
    impl_->connection.guard([&] {
        WriteTransaction transaction(impl_->database);
        if (impl_->database.execAndGet("SELECT count(*) FROM cve WHERE vector <> ''").getInt64() ==
            0)
            impl_->insert(records);
        transaction.commit();
    });
}

} // namespace mw::store
