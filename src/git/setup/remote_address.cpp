#include "git/setup/remote_address.h"

#include <algorithm>
#include <array>
#include <charconv>

// How git reads an address (transport.c: transport_get(), connect.c: parse_connect_url(),
// url_is_local_not_ssh()), in this order:
//   word::anything              remote-word is run                                     refused
//   scheme://...                https, http, git, ssh, git+ssh, ssh+git, file; for another scheme
//                               remote-scheme is run                                   refused
//   anything else with "://"    git knows no such protocol                             refused
//   no ':' before the first '/' a path
//   [user@]host:path            ssh; a host in brackets may hold colons
// A scheme is letters, digits, '+', '-' and '.', beginning with one of the first two; one that
// begins otherwise is another scheme, and git refuses it. What has one is percent-decoded (url.c:
// url_decode()), which matters for file:// alone: that becomes a path here.

namespace mw::git {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 6> network_schemes = {"https", "http",    "git",
                                                             "ssh",   "git+ssh", "ssh+git"};
constexpr std::size_t longest_address = 4096;

bool is_alphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_scheme_character(char c) {
    return is_alphanumeric(c) || c == '+' || c == '-' || c == '.';
}

bool has_control_character(std::string_view text) {
    return std::ranges::any_of(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

/// What stands before the path: user, password, host and port.
bool is_safe_authority(std::string_view authority) {
    if (authority.empty() || authority.front() == '-' || authority.find(' ') != std::string::npos)
        return false;
    const auto at = authority.rfind('@');
    const auto host = at == std::string_view::npos ? authority : authority.substr(at + 1);
    return !host.empty() && host.front() != '-' && host.front() != ':';
}

std::size_t scheme_length(std::string_view address) {
    const auto end = std::ranges::find_if_not(address, is_scheme_character);
    return static_cast<std::size_t>(end - address.begin());
}

std::string percent_decoded(std::string_view text) {
    std::string decoded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        unsigned value = 0;
        const char* const digits = text.data() + at + 1;
        if (text[at] == '%' && text.size() - at > 2 &&
            std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2 && value != 0) {
            decoded += static_cast<char>(value);
            at += 2;
        } else {
            decoded += text[at];
        }
    }
    return decoded;
}

std::optional<std::string> path_address(std::string_view path, const fs::path& base) {
    if (path.empty() || has_control_character(path))
        return std::nullopt;
    return fs::path(base / path).lexically_normal().string();
}

std::optional<std::string> scheme_address(std::string_view address, std::string_view scheme) {
    const auto rest = address.substr(scheme.size() + 3);
    const auto slash = rest.find('/');
    if (scheme == "file") {
        if (slash != 0 && !rest.starts_with("localhost/"))
            return std::nullopt;
        return path_address(percent_decoded(rest.substr(slash)), "/");
    }
    const bool known = std::ranges::find(network_schemes, scheme) != network_schemes.end();
    if (!known || slash == std::string_view::npos || !is_safe_authority(rest.substr(0, slash)))
        return std::nullopt;
    return std::string(address);
}

std::optional<std::string> ssh_address(std::string_view address) {
    std::size_t colon = address.find(':');
    if (const auto bracket = address.find('['); bracket < colon) {
        colon = address.find("]:", bracket);
        if (colon == std::string_view::npos)
            return std::nullopt;
        ++colon;
    }
    const auto path = address.substr(colon + 1);
    if (!is_safe_authority(address.substr(0, colon)) || path.empty() || path.front() == '-' ||
        path.front() == ':')
        return std::nullopt;
    return std::string(address);
}

} // namespace

std::optional<std::string> usable_address(std::string_view address, const fs::path& base) {
    if (address.empty() || address.size() > longest_address || address.front() == '-' ||
        has_control_character(address))
        return std::nullopt;
    const auto scheme = address.substr(0, scheme_length(address));
    const auto rest = address.substr(scheme.size());
    if (rest.starts_with("::"))
        return std::nullopt;
    if (!scheme.empty() && rest.starts_with("://"))
        return scheme_address(address, scheme);
    if (address.find("://") != std::string_view::npos)
        return std::nullopt;
    const auto colon = address.find(':'), slash = address.find('/');
    if (colon == std::string_view::npos || slash < colon)
        return path_address(address, base);
    return ssh_address(address);
}

std::string shown_address(std::string_view address) {
    const auto start = address.find("://");
    if (start == std::string_view::npos)
        return std::string(address);
    const auto authority = address.substr(start + 3, address.find('/', start + 3) - start - 3);
    const auto at = authority.rfind('@');
    const auto password = authority.find(':');
    if (at == std::string_view::npos || password >= at)
        return std::string(address);
    return std::string(address.substr(0, start + 3 + password)) +
           std::string(address.substr(start + 3 + at));
}

} // namespace mw::git
