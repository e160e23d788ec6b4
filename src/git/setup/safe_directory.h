#pragma once

#include "git/setup/clone_folders.h"
#include "git/setup/config_file.h"

#include <vector>

namespace mw::git {

/// Whether a clone may be read: it belongs to who runs this program, or that person's settings
/// allow it by `safe.directory` in one of its forms (git-config(1)): a path, "*" for all,
/// "folder/*" for all below one, an empty value that takes back what stood before.
/// settings: personal_config(); what a clone says of itself does not count. libgit2 reads some of
/// the forms in some of the places only.
bool may_be_read(const CloneFolders& clone, const std::vector<ConfigEntry>& settings);

} // namespace mw::git
