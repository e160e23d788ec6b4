#include "git/objects/commit_page.h"

#include "git/objects/repository_impl.h"
#include "git/setup/config_file.h"
#include "git/setup/remote_address.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace mw::git {

namespace {

struct Place {
    std::string host, path; ///< the path without slashes around it
};

/// scheme://[user@]host[:port]/path, [user@]host:path; nothing for a path on this computer.
Place place_of(std::string_view remote) {
    const auto scheme = remote.find("://");
    auto rest = scheme == std::string_view::npos ? remote : remote.substr(scheme + 3);
    if (scheme == std::string_view::npos && (rest.empty() || rest.front() == '/'))
        return {};
    const auto end = rest.find_first_of(scheme == std::string_view::npos ? ":" : "/");
    if (end == std::string_view::npos)
        return {};
    auto host = rest.substr(0, end);
    auto path = rest.substr(end + 1);
    if (const auto at = host.rfind('@'); at != std::string_view::npos)
        host.remove_prefix(at + 1);
    host = host.substr(0, host.find(':'));
    while (path.starts_with('/'))
        path.remove_prefix(1);
    while (path.ends_with('/'))
        path.remove_suffix(1);
    Place place{std::string(host), std::string(path)};
    std::ranges::transform(place.host, place.host.begin(),
                           [](unsigned char c) { return std::tolower(c); });
    return place;
}

/// Those whose name does not say that they run GitLab.
constexpr std::array<std::string_view, 4> gitlab_hosts = {"source.denx.de", "salsa.debian.org",
                                                          "invent.kde.org", "code.videolan.org"};

bool is_gitlab(std::string_view host) {
    return host.starts_with("gitlab.") || host.find(".gitlab.") != std::string_view::npos ||
           std::ranges::find(gitlab_hosts, host) != gitlab_hosts.end();
}

/// A name that may stand in an address as it is.
bool is_plain(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](unsigned char c) {
        return std::isalnum(c) ||
               std::string_view("-._~/+").find(static_cast<char>(c)) != std::string_view::npos;
    });
}

/// What kernel.org's servers are called, and the shape of their trees' addresses.
std::string kernel_org_page(std::string_view path) {
    constexpr std::string_view mainline = "pub/scm/linux/kernel/git/torvalds/linux";
    if (path == mainline || path == "torvalds/linux")
        return std::string(mainline_page);
    return fmt::format("https://git.kernel.org/{}.git/commit/?id={}", path, id_place);
}

} // namespace

std::string commit_page(std::string_view remote) {
    auto [host, path] = place_of(remote);
    const std::string as_given = path;
    if (path.ends_with(".git"))
        path.resize(path.size() - 4);
    if (!is_plain(host) || !is_plain(path))
        return {};
    if (host == "git.kernel.org" || host.ends_with(".git.kernel.org") ||
        host == "gitolite.kernel.org")
        return kernel_org_page(path);
    if (host == "github.com" || host == "codeberg.org" || host == "git.sr.ht")
        return fmt::format("https://{}/{}/commit/{}", host, path, id_place);
    if (host == "bitbucket.org")
        return fmt::format("https://{}/{}/commits/{}", host, path, id_place);
    if (is_gitlab(host))
        return fmt::format("https://{}/{}/-/commit/{}", host, path, id_place);
    if (host.ends_with(".googlesource.com"))
        return fmt::format("https://{}/{}/+/{}", host, path, id_place);
    if (path.starts_with("cgit/") || host.starts_with("cgit."))
        return fmt::format("https://{}/{}/commit/?id={}", host, as_given, id_place);
    return {};
}

std::string commit_page_of(const Repository& repository) {
    const auto& folders = repository.impl().clone->folders;
    const auto config = read_config(folders.common / "config", Includes::follow);
    constexpr std::string_view before = "remote.", after = ".url";
    std::string first, origin;
    std::set<std::string> names;
    for (const auto& entry : config) {
        if (!entry.key.starts_with(before) || !entry.key.ends_with(after) || !entry.value ||
            entry.key.size() <= before.size() + after.size())
            continue;
        const auto name =
            entry.key.substr(before.size(), entry.key.size() - before.size() - after.size());
        names.insert(name);
        (name == "origin" && origin.empty() ? origin : first) = *entry.value;
    }
    if (origin.empty() && names.size() == 1)
        origin = first;
    return usable_address(origin, folders.common) ? commit_page(origin) : std::string();
}

} // namespace mw::git
