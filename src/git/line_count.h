#pragma once

#include "git/repository.h"
#include "git/tree_compare.h"

#include <cstddef>
#include <cstdint>

namespace mw::git {

struct LineCount {
    std::int64_t insertions = 0, deletions = 0;
    bool binary = false;          ///< numstat's "-": a NUL in the first 8,000 bytes of either side
    Unread unread = Unread::none; ///< why there are no figures
    ObjectId unread_blob{};       ///< which side's contents are not to be had
};

/// Files above it are not compared; git takes them for binary (core.bigFileThreshold).
inline constexpr std::size_t largest_compared = std::size_t{512} << 20;

/// Lines that a change added and removed, as `git log --numstat --no-renames` counts them (git's
/// default diff algorithm). A blob that cannot be read, or is larger than largest bytes, gives no
/// figures and the reason. Throws Stopped.
LineCount count_lines(const Repository& repository, const TreeChange& change,
                      std::size_t largest = largest_compared);

} // namespace mw::git
