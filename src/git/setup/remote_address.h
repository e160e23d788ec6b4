#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace mw::git {

/// The address of a remote as git may be given it, or nothing: for what is not https, http, git,
/// ssh (with a scheme or as host:path) or a path on this computer, for what an option could be made
/// of (git, ssh: a word, host or path that begins with '-'), and for one with control characters or
/// blanks in its host. What git-remote-helpers(7) calls `<transport>::<address>` names a program to
/// run, and so does a scheme that git does not know itself.
///
/// A path comes back whole: relative ones count from base, as git has it.
std::optional<std::string> usable_address(std::string_view address,
                                          const std::filesystem::path& base);

/// The same to be shown, without a password that stands in it.
std::string shown_address(std::string_view address);

} // namespace mw::git
