#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace mw::git {

/// Makes a bare repository of this program's own, in which git fetches without file contents from
/// one address (partial-clone, "Design Details"), or brings the one that is there up to that. What
/// gitrepository-layout(5) asks for is written here: `git init` would copy templates of the
/// person's, hooks among them. remote: a name for it, letters and '-' alone. False where it cannot
/// be written. Any thread; calls for one folder come one at a time.
bool make_own_repository(const std::filesystem::path& folder, std::string_view remote,
                         std::string_view address);

} // namespace mw::git
