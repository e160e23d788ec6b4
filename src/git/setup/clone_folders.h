#pragma once

#include <filesystem>

namespace mw::git {

/// Where the parts of a clone are (gitrepository-layout(5)); each an absolute path without links.
struct CloneFolders {
    std::filesystem::path git;       ///< HEAD and what belongs to one work tree
    std::filesystem::path common;    ///< refs, objects, config; the same as git but for linked ones
    std::filesystem::path work_tree; ///< empty for a bare repository
    std::filesystem::path git_file;  ///< the .git file that leads to it; empty where there is none

    /// What names the clone in `safe.directory` (git-config(1)).
    const std::filesystem::path& identity() const { return work_tree.empty() ? git : work_tree; }
};

/// A clone by the folder that holds .git, by .git itself (a folder or a file), or a bare
/// repository. No folder above is searched. Throws git::Error with what is there instead.
CloneFolders find_clone(const std::filesystem::path& path);

} // namespace mw::git
