// What ends when somebody does not want to wait any more.

#include "store/db/connection.h"
#include "store/sample_release.h"
#include "store/sql/error.h"
#include "store/sql/stop_scope.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <functional>
#include <stop_token>
#include <thread>

namespace mw::test {
namespace {

using Clock = std::chrono::steady_clock;

class Stopping : public StoreTest {
protected:
    Stopping() { write("r", {commit('a', "one")}); }

    /// How long work goes on where a stop is requested a moment after it began.
    static std::chrono::milliseconds stopped(const std::function<void()>& work) {
        std::stop_source stop;
        std::jthread requester([&stop] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            stop.request_stop();
        });
        const auto start = Clock::now();
        const store::StopScope scope(stop.get_token());
        EXPECT_THROW(work(), store::Interrupted);
        return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
    }
};

constexpr std::chrono::seconds soon{10}; ///< what is stopped here would go on for a minute or more

TEST_F(Stopping, EndsALongStatementInItsMiddle) {
    store::Connection connection(file_, store::Connection::Mode::read);
    EXPECT_LT(stopped([&] {
                  connection.guard([&] {
                      return connection.database()
                          .execAndGet("WITH RECURSIVE n(i) AS (VALUES(0) UNION ALL SELECT i + 1 "
                                      "FROM n WHERE i < 100000000000) SELECT count(*) FROM n")
                          .getInt64();
                  });
              }),
              soon);
}

TEST_F(Stopping, EndsAWaitForAnotherWriter) {
    SQLite::Database other(file_.string(), SQLite::OPEN_READWRITE);
    other.exec("BEGIN IMMEDIATE");
    EXPECT_LT(stopped([&] { write("s", {commit('b', "two")}); }), soon);
    other.exec("ROLLBACK");
    write("s", {commit('b', "two")});
    EXPECT_TRUE(store::Reader(file_).check().empty());
}

TEST_F(Stopping, AWaitForAnotherWriterEndsByItself) {
    SQLite::Database other(file_.string(), SQLite::OPEN_READWRITE);
    other.exec("BEGIN IMMEDIATE");
    SQLite::Database waiting(file_.string(), SQLite::OPEN_READWRITE);
    store::heed_stops(waiting.getHandle(), 200);
    std::stop_source stop; // where it does not, the test shall end all the same
    std::jthread patience([&stop](const std::stop_token& ended) {
        const auto start = Clock::now();
        while (!ended.stop_requested() && Clock::now() - start < soon)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        stop.request_stop();
    });
    const store::StopScope scope(stop.get_token());
    const auto start = Clock::now();
    EXPECT_THROW(waiting.exec("BEGIN IMMEDIATE"), SQLite::Exception);
    const auto waited = Clock::now() - start;
    EXPECT_GE(waited, std::chrono::milliseconds(200));
    EXPECT_LT(waited, soon);
}

TEST_F(Stopping, IsOfTheInnermostScope) {
    std::stop_source stop;
    stop.request_stop();
    const store::StopScope outer(stop.get_token());
    EXPECT_TRUE(store::is_stopped());
    {
        const store::StopScope inner({});
        EXPECT_FALSE(store::is_stopped()) << "what has to be done is done";
        write("s", {commit('b', "two")});
    }
    EXPECT_TRUE(store::is_stopped());
}

} // namespace
} // namespace mw::test
