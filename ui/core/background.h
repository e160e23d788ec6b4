#pragma once

#include <sys/resource.h>
#include <unistd.h>

namespace mw::ui {

/// Called on a thread that keeps a processor busy: the window that is used meanwhile comes first.
/// Holds for the threads that it starts, too.
inline void yieldToTheWindow() {
    constexpr int niceness = 10; // as of nice(1)
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), niceness);
}

} // namespace mw::ui
