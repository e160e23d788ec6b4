#pragma once

#include "git/objects/repository.h"

#include <string>
#include <string_view>

namespace mw::git {

/// What stands for the commit's id in the address of its page.
inline constexpr std::string_view id_place = "{id}";
/// Of the kernel's mainline, and of its stable releases.
inline constexpr std::string_view mainline_page = "https://git.kernel.org/linus/{id}";
inline constexpr std::string_view stable_page = "https://git.kernel.org/stable/c/{id}";

/// The address of a commit's page in a web browser, with id_place in it, as the remote's own
/// address tells: GitHub, GitLab (by its name, or one of the well-known hosts that run it), Gitea's
/// Codeberg, Bitbucket, SourceHut, Gerrit's googlesource.com, git.kernel.org and others with "cgit"
/// in their address. Empty where nothing is known: a path, a host that may show it in whatever way.
std::string commit_page(std::string_view remote);

/// The same of the remote that a clone came from: "origin", or the one that there is. Nothing that
/// the clone's configuration names is run. Throws git::Error for a configuration that cannot be
/// read.
std::string commit_page_of(const Repository& repository);

} // namespace mw::git
