#pragma once

#include "git/commit.h"
#include "git/patch.h"
#include "git/repository.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace mw::git {

/// What a tree has under a path; a folder counts as nothing.
struct PathEntry {
    ObjectId id;
    std::uint32_t mode = 0; ///< 0: nothing
};

inline bool exists(const PathEntry& entry) {
    return entry.mode != 0;
}

/// A commit's tree and its first parent's, null for a root commit.
struct PatchTrees {
    ObjectId old_tree, new_tree;
};

struct PatchReader::Impl {
    explicit Impl(const std::filesystem::path& path) : repository(path) {}

    PatchTrees trees(std::string_view hex) const;
    /// The path as a person sees it: with its odd bytes quoted as git quotes them.
    PathEntry shown_entry(const ObjectId& tree, std::string_view path) const;

    Repository repository;

private:
    CommitLinks links(const ObjectId& commit) const;
    PathEntry entry(const ObjectId& tree, std::string_view path) const;
};

} // namespace mw::git
