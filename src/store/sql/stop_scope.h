#pragma once

#include <stop_token>

struct sqlite3;

namespace mw::store {

/// While this lives, what SQLite does on this thread ends with Interrupted soon after a stop is
/// requested: a statement in its middle, a wait for another writer. Scopes nest; the innermost
/// counts. Of no use for what has to be done whatever is asked for: a person's notes.
class StopScope {
public:
    explicit StopScope(std::stop_token stop);
    ~StopScope();
    StopScope(const StopScope&) = delete;
    StopScope& operator=(const StopScope&) = delete;

private:
    const std::stop_token stop_;
    const StopScope* const outer_;

    friend bool is_stopped();
};

/// Whether a stop was requested of the scope of this thread.
bool is_stopped();

/// Makes a connection ask for that, and wait for other writers so long.
void heed_stops(sqlite3* database, int busy_timeout_ms);

} // namespace mw::store
