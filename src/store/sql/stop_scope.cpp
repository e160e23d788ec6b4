#include "store/sql/stop_scope.h"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <thread>
#include <utility>

namespace mw::store {

namespace {

thread_local const StopScope* innermost = nullptr;

/// Steps of SQLite's machine: a fraction of a millisecond.
constexpr int steps_between_looks = 20'000;
constexpr int longest_pause_ms = 50;

int end_where_stopped(void* /*unused*/) {
    return is_stopped() ? 1 : 0;
}

/// The pause before another try, after so many.
int pause_ms(int tries) {
    return std::min(1 << std::min(tries, 10), longest_pause_ms);
}

int wait_for_lock(void* timeout_ms, int tries) {
    std::int64_t waited = 0;
    for (int i = 0; i < tries; ++i)
        waited += pause_ms(i);
    if (is_stopped() || waited >= reinterpret_cast<std::intptr_t>(timeout_ms))
        return 0;
    std::this_thread::sleep_for(std::chrono::milliseconds(pause_ms(tries)));
    return 1;
}

} // namespace

StopScope::StopScope(std::stop_token stop)
    : stop_(std::move(stop)), outer_(std::exchange(innermost, this)) {}

StopScope::~StopScope() {
    innermost = outer_;
}

bool is_stopped() {
    return innermost != nullptr && innermost->stop_.stop_requested();
}

void heed_stops(sqlite3* database, int busy_timeout_ms) {
    sqlite3_progress_handler(database, steps_between_looks, end_where_stopped, nullptr);
    sqlite3_busy_handler(database, wait_for_lock,
                         // A number, handed back to wait_for_lock() and to nobody else.
                         // NOLINTNEXTLINE(performance-no-int-to-ptr)
                         reinterpret_cast<void*>(static_cast<std::intptr_t>(busy_timeout_ms)));
}

} // namespace mw::store
