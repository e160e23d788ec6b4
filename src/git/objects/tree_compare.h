#pragma once

#include "base/object_id.h"
#include "git/objects/repository.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mw::git {

/// One path that differs between two trees. An id is null on the side that lacks the path.
struct TreeChange {
    std::string path;  ///< as the tree has it: any bytes but NUL
    char status = 'M'; ///< A added, M modified (mode alone too), D deleted, T type changed
    ObjectId old_id, new_id;
    std::uint32_t old_mode = 0, new_mode = 0;
};

bool is_submodule(std::uint32_t mode);

/// Appends what differs between two trees, as `git diff-tree -r --no-renames` lists it (order is
/// that of the walk). A null id is the empty tree. Throws MissingObject where a tree is not there.
void compare_trees(const Repository& repository, const ObjectId& old_tree, const ObjectId& new_tree,
                   std::vector<TreeChange>& changes);

} // namespace mw::git
