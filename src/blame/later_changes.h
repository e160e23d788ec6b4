#pragma once

#include "blame/line_origin.h"
#include "git/history/history.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace mw::blame {

/// A commit that removed or replaced lines that an earlier one had written.
struct LaterChange {
    git::ObjectId commit;
    std::string path;         ///< the file's name before it
    std::vector<int> removed; ///< numbers of these lines there
};

struct LaterStep {
    std::int64_t done = 0, total = 0; ///< commits
    const LaterChange* found = nullptr;
};

/// What changed the lines that a commit added to a file, in the order of landing: for each later
/// commit of the history that removes lines of the file, wherever it was moved to, who wrote these
/// lines. history: a range that has the commit; what is outside is not looked at. step: called now
/// and then and for each that is found; may be empty. Throws git::Error.
std::vector<LaterChange> later_changes(LineTracer& tracer, const git::History& history,
                                       const git::ObjectId& commit, const std::string& path,
                                       const std::function<void(const LaterStep&)>& step = {},
                                       const std::stop_token& stop = {});

} // namespace mw::blame
