#pragma once

#include "git/setup/clone_folders.h"
#include "git/setup/config_file.h"

#include <filesystem>
#include <string>
#include <vector>

namespace mw::git {

/// Refuses a repository that this program cannot read as git reads it, by what its own
/// configuration says (core.repositoryFormatVersion, extensions.*: git's
/// Documentation/technical/repository-version): another object format, refs in a reftable, an
/// extension or a version that is not known here. The sentence names the kind and the command that
/// makes a clone of it which can be read. config: the common folder's, without includes, as git
/// reads it for this. path: as the person gave it.
void refuse_unknown_kind(const std::vector<ConfigEntry>& config, const std::filesystem::path& path);

/// What git left out of a partial clone (git-clone(1), `--filter`).
struct PartialClone {
    bool partial = false;
    std::string remote; ///< the one that promised the rest; empty where the clone does not say
    std::string filter; ///< as git stores it: "blob:none", "tree:0", "combine:…"; may be empty
};

PartialClone partial_clone(const std::vector<ConfigEntry>& config,
                           const std::filesystem::path& objects);

} // namespace mw::git
