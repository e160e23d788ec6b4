#pragma once

#include "git/diff/diff_settings.h"
#include "git/diff/patch.h"
#include "git/objects/repository.h"
#include "git/text/commit.h"

#include <cstdint>
#include <optional>
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

/// A commit's tree and that of one of its parents, null where it has no such parent.
struct PatchTrees {
    ObjectId old_tree, new_tree;
};

struct PatchReader::Impl {
    explicit Impl(const std::filesystem::path& path) : repository(path) {}

    PatchTrees trees(std::string_view hex, std::size_t parent = 0) const;
    /// The path as path_text() has it.
    PathEntry shown_entry(const ObjectId& tree, std::string_view path) const;

    /// By the attributes of the wanted commit, or of the other one where the clone lacks it; they
    /// are kept until another one's are asked for.
    DiffSettingsReader& settings(std::string_view wanted, std::string_view commit);

    Repository repository;

private:
    CommitLinks links(const ObjectId& commit) const;
    PathEntry entry(const ObjectId& tree, std::string_view path) const;

    std::optional<DiffSettingsReader> settings_;
    ObjectId settings_commit_;
};

} // namespace mw::git
