#pragma once

#include <string>

namespace mw::git {

/// Of the libgit2 that runs, which may be another than the one compiled against. Any thread.
std::string library_version();

} // namespace mw::git
