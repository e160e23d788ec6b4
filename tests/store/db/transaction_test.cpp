#include "store/db/write_transaction.h"
#include "store/sql/sql_values.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace mw::test {
namespace {

/// An interrupt that comes when a search is just over hits the end of its transaction.
TEST(ReadTransaction, EndsThoughItsEndIsInterrupted) {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
    int interrupts = 0;
    {
        const store::ReadTransaction transaction(database);
        ASSERT_EQ(sqlite3_get_autocommit(database.getHandle()), 0);
        interrupts = 3;
        const auto interrupt = [](void* left) {
            auto& number = *static_cast<int*>(left);
            return number > 0 ? number-- : 0;
        };
        sqlite3_progress_handler(database.getHandle(), 1, interrupt, &interrupts);
    }
    EXPECT_EQ(interrupts, 0) << "nothing was interrupted";
    EXPECT_NE(sqlite3_get_autocommit(database.getHandle()), 0);
}

class AWriteTransaction : public testing::Test {
protected:
    bool is_open() const { return sqlite3_get_autocommit(database_.getHandle()) == 0; }
    void set_version(int version) {
        database_.exec(fmt::format("PRAGMA user_version = {}", version));
    }

    SQLite::Database database_{":memory:", SQLite::OPEN_READWRITE};
};

TEST_F(AWriteTransaction, IsNoneWhereANewerProgramHasChangedTheLayout) {
    set_version(store::schema_version() + 1);
    EXPECT_THROW(store::WriteTransaction{database_}, store::Error);
    EXPECT_FALSE(is_open());
}

/// Whoever keeps the connection could begin none any more.
TEST_F(AWriteTransaction, IsNoneWhereTheLayoutCannotBeRead) {
    set_version(store::schema_version());
    const auto refuse = [](void*, int action, const char*, const char*, const char*, const char*) {
        return action == SQLITE_PRAGMA ? SQLITE_DENY : SQLITE_OK;
    };
    sqlite3_set_authorizer(database_.getHandle(), refuse, nullptr);
    EXPECT_THROW(store::WriteTransaction{database_}, SQLite::Exception);
    EXPECT_FALSE(is_open());
    sqlite3_set_authorizer(database_.getHandle(), nullptr, nullptr);
    store::WriteTransaction transaction(database_);
    EXPECT_TRUE(is_open());
    transaction.commit();
    EXPECT_FALSE(is_open());
}

} // namespace
} // namespace mw::test
