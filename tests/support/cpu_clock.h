#pragma once

#include <chrono>
#include <ctime>

namespace mw::test {

/// The processor time of this process: what a limit is held against where other programs may keep
/// the machine busy. Where a sanitizer watches or nothing is optimised, divided by what that costs
/// at the most (MW_SLOWER, tests/CMakeLists.txt), so that limits are the same. A clock as <chrono>
/// has them; any thread.
struct CpuClock {
    using duration = std::chrono::nanoseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<CpuClock>;
    static constexpr bool is_steady = true;
#ifdef MW_SLOWER
    static constexpr int slower = MW_SLOWER;
#else
    static constexpr int slower = 1;
#endif

    static time_point now() {
        timespec spent{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
        return time_point(
            (std::chrono::seconds(spent.tv_sec) + std::chrono::nanoseconds(spent.tv_nsec)) /
            slower);
    }
};

} // namespace mw::test
