#pragma once

#include "git/repository.h"
#include "git/tree_compare.h"

#include <cstdint>
#include <optional>

namespace mw::git {

struct LineCount {
    std::int64_t insertions = 0, deletions = 0;
    bool binary = false; ///< numstat's "-": a NUL in the first 8,000 bytes of either side
};

/// Lines that a change added and removed, as `git log --numstat --no-renames` counts them (git's
/// default diff algorithm). Throws MissingObject where a blob is not in the clone.
LineCount count_lines(const Repository& repository, const TreeChange& change);

} // namespace mw::git
