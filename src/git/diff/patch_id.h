#pragma once

#include "git/objects/repository.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace mw::git {

/// What a patch consists of, without line numbers and white space, for comparison within one run.
struct PatchPrint {
    /// Two patches have the same one where `git patch-id --stable` (with git's default diff and
    /// three lines of context) gives both the same id.
    std::uint64_t id = 0;
    /// A hash of each line that was added or removed, sorted.
    std::vector<std::uint64_t> lines;
};

/// Of the difference between two trees; a null id is the empty tree. Nothing where no file differs,
/// where a file cannot be read or is larger than largest_compared, and where one is binary, of
/// which lines tell nothing. Throws MissingObject for a tree, Stopped.
std::optional<PatchPrint> patch_print(const Repository& repository, const ObjectId& old_tree,
                                      const ObjectId& new_tree);

/// Which part of the lines that either changes both change, 0 to 1.
double likeness(const PatchPrint& left, const PatchPrint& right);

} // namespace mw::git
