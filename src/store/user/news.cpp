#include "store/user/news.h"

#include "store/db/write_transaction.h"
#include "store/rows/news_sql.h"
#include "store/sql/row_scan.h"
#include "store/sql/sql_values.h"
#include "store/user/access_mode.h"

namespace mw::store {

struct News::Impl {
    Impl(const std::filesystem::path& file, Access access) : connection(file, mode_of(access)) {}

    Connection connection;
};

News::News(const std::filesystem::path& file, Access access)
    : impl_(translated(file, [&] { return std::make_unique<Impl>(file, access); })) {}

News::~News() = default;

std::int64_t News::count(RowId release) {
    return impl_->connection.guard(
        [&] { return count_unseen(impl_->connection.database(), release); });
}

std::vector<RowId> News::commits() {
    return impl_->connection.guard([&] {
        RowScan scan(impl_->connection.database(), unseen_commits);
        std::vector<RowId> commits;
        while (scan.next())
            commits.push_back(scan.number(0));
        return commits;
    });
}

std::int64_t News::clear(RowId release) {
    return impl_->connection.guard([&] {
        auto& database = impl_->connection.database();
        WriteTransaction transaction(database);
        const auto count = count_unseen(database, release);
        SQLite::Statement remove(
            database, "DELETE FROM unseen WHERE release = (SELECT name FROM release WHERE id = ?)");
        remove.bind(1, release);
        remove.exec();
        transaction.commit();
        return count;
    });
}

} // namespace mw::store
