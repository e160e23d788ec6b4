#pragma once

#include "base/object_id.h"
#include "git/objects/repository.h"
#include "git/objects/tree_entry.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace mw::blame {

/// Looks one path up in the trees of many commits: a folder that was seen before is not read again.
/// One thread; the repository outlives it.
class PathLookup {
public:
    PathLookup(const git::Repository& repository, const std::string& path);

    /// The blob at the path; nothing where the tree has none. Throws git::Error.
    std::optional<git::ObjectId> blob(const git::ObjectId& tree);

private:
    std::optional<git::ObjectId> find(const git::ObjectId& tree, std::size_t depth);

    using Known =
        std::unordered_map<git::ObjectId, std::optional<git::ObjectId>, git::ObjectIdHash>;

    const git::Repository& repository_;
    std::vector<std::string> parts_;
    std::vector<Known> known_; ///< by depth: what a folder leads to
};

} // namespace mw::blame
