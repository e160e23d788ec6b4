#include "store/sql/sql_values.h"

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

} // namespace
} // namespace mw::test
