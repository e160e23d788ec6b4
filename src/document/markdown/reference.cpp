#include "document/markdown/reference.h"

#include "base/characters.h"
#include "base/text.h"

#include <algorithm>

namespace mw::document {

namespace {

constexpr std::size_t shortest_linked_id = 7;
constexpr std::size_t longest_address = 4096;

bool is_linked_id(std::string_view text) {
    return text.size() >= shortest_linked_id && text.size() <= longest_id &&
           std::ranges::all_of(text, is_hex);
}

/// An address in its parts, without its scheme; host in lower case.
struct Address {
    bool web = false; ///< http or https was written
    std::string host;
    std::vector<std::string_view> segments; ///< of the path, without empty ones
    std::string_view query, fragment;
};

Address address_of(std::string_view text) {
    Address address;
    for (const std::string_view scheme : {"https://", "http://"})
        if (text.size() > scheme.size() && lower_case(text.substr(0, scheme.size())) == scheme) {
            address.web = true;
            text.remove_prefix(scheme.size());
            break;
        }
    if (const auto at = text.find('#'); at != std::string_view::npos) {
        address.fragment = text.substr(at + 1);
        text = text.substr(0, at);
    }
    if (const auto at = text.find('?'); at != std::string_view::npos) {
        address.query = text.substr(at + 1);
        text = text.substr(0, at);
    }
    const auto slash = std::min(text.find('/'), text.size());
    address.host = lower_case(text.substr(0, slash));
    for (auto rest = text.substr(slash); !rest.empty();) {
        rest.remove_prefix(1);
        const auto end = std::min(rest.find('/'), rest.size());
        if (end > 0)
            address.segments.push_back(rest.substr(0, end));
        rest = rest.substr(end);
    }
    return address;
}

std::string_view query_value(std::string_view query, std::string_view key) {
    while (!query.empty()) {
        const auto end = std::min(query.find_first_of("&;"), query.size());
        const auto pair = query.substr(0, end);
        if (pair.size() > key.size() && pair.starts_with(key) && pair[key.size()] == '=')
            return pair.substr(key.size() + 1);
        query = query.substr(std::min(end + 1, query.size()));
    }
    return {};
}

std::string_view kernel_org_id(const Address& address) {
    const auto& segments = address.segments;
    if (segments.size() == 2 && (segments[0] == "linus" || segments[0] == "tip"))
        return segments[1];
    if (segments.size() >= 2 && segments[segments.size() - 2] == "c")
        return segments.back();
    const bool about_commit = std::ranges::any_of(segments, [](std::string_view segment) {
        return segment == "commit" || segment == "patch" || segment == "diff";
    });
    return about_commit ? query_value(address.query, "id") : std::string_view();
}

std::string commit_in(const Address& address) {
    std::string_view id;
    if (address.host == "git.kernel.org" || address.host == "www.kernel.org" ||
        address.host == "kernel.org")
        id = kernel_org_id(address);
    else if ((address.host == "github.com" || address.host == "www.github.com") &&
             address.segments.size() >= 4 &&
             (address.segments[address.segments.size() - 2] == "commit" ||
              address.segments[address.segments.size() - 2] == "commits"))
        id = address.segments.back();
    return is_linked_id(id) ? lower_case(id) : std::string();
}

/// The id in an address of some forge.
std::string whole_id_in(const Address& address) {
    const auto whole = [](std::string_view text) {
        return text.size() == longest_id && std::ranges::all_of(text, is_hex);
    };
    if (!address.segments.empty() && whole(address.segments.back()))
        return lower_case(address.segments.back());
    for (auto query = address.query; !query.empty();) {
        const auto end = std::min(query.find_first_of("&;"), query.size());
        const auto value = query.substr(0, end).find('=');
        if (value != std::string_view::npos && whole(query.substr(value + 1, end - value - 1)))
            return lower_case(query.substr(value + 1, end - value - 1));
        query = query.substr(std::min(end + 1, query.size()));
    }
    return {};
}

bool is_page_name(std::string_view segment) {
    return segment != "." && segment != ".." && std::ranges::all_of(segment, [](char c) {
               return is_alnum(c) || c == '-' || c == '_' || c == '.' || c == '+' || c == ',';
           });
}

bool is_version(std::string_view segment) {
    return segment == "latest" || segment == "next" ||
           segment.find_first_not_of("v0123456789.") == std::string_view::npos;
}

/// "Documentation/<page>.rst", or nothing where a part of it is no plain name; of one part at
/// least.
std::string document_path(std::vector<std::string_view> segments, std::string_view fragment) {
    if (!std::ranges::all_of(segments, is_page_name))
        return {};
    std::string path = "Documentation";
    for (const auto segment : segments)
        path.append("/").append(segment);
    if (path.ends_with(".html"))
        path.replace(path.size() - 5, 5, ".rst");
    const bool named = std::ranges::all_of(
        fragment, [](char c) { return is_alnum(c) || c == '-' || c == '_' || c == '.'; });
    return fragment.empty() || !named ? path : path + "#" + std::string(fragment);
}

bool is_document_name(std::string_view name) {
    return name.ends_with(".rst") || name.ends_with(".txt") || name.ends_with(".yaml");
}

/// "Documentation/<page>.rst" in the tree that a source browser shows.
std::string browsed_document(const Address& address) {
    const auto& segments = address.segments;
    const bool browser = address.host == "git.kernel.org" || address.host == "github.com" ||
                         address.host == "elixir.bootlin.com";
    const auto root = std::ranges::find(segments, "Documentation");
    if (!browser || root == segments.end() || !is_document_name(segments.back()) ||
        !std::ranges::any_of(segments.begin(), root, [](std::string_view segment) {
            return segment == "tree" || segment == "plain" || segment == "blob" ||
                   segment == "source";
        }))
        return {};
    return document_path({root + 1, segments.end()}, {});
}

std::string kernel_doc_in(const Address& address) {
    if (auto path = browsed_document(address); !path.empty())
        return path;
    auto segments = address.segments;
    const auto drop = [&](std::size_t count) {
        segments.erase(segments.begin(), segments.begin() + static_cast<std::ptrdiff_t>(count));
    };
    if (address.host == "documentation" && !address.web)
        return !segments.empty() && is_document_name(segments.back())
                   ? document_path(segments, address.fragment)
                   : std::string();
    if (address.host == "www.kernel.org" || address.host == "kernel.org") {
        if (segments.size() < 3 || segments[0] != "doc")
            return {};
        if (segments[1] == "Documentation") {
            drop(2);
            return is_document_name(segments.back()) ? document_path(segments, {}) : std::string();
        }
        if (segments[1] != "html")
            return {};
        drop(2);
    } else if (address.host != "docs.kernel.org") {
        return {};
    }
    if (!segments.empty() && is_version(segments.front()))
        drop(1);
    return !segments.empty() && segments.back().ends_with(".html")
               ? document_path(segments, address.fragment)
               : std::string();
}

/// Percent-encodes what has no business in an address, so that it cannot end an attribute.
std::string encoded(std::string_view address) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string safe;
    safe.reserve(address.size());
    for (const char c : address) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte >= 0x7f ||
            std::string_view("\"'<>\\^`{|}").find(c) != std::string_view::npos) {
            safe += '%';
            safe += digits[byte >> 4];
            safe += digits[byte & 15];
        } else {
            safe += c;
        }
    }
    return safe;
}

} // namespace

Link link_of(std::string_view destination) {
    if (destination.empty() || destination.size() > longest_address)
        return {};
    const auto address = address_of(destination);
    if (auto id = commit_in(address); !id.empty()) {
        std::string target = "commit:" + id;
        return {LinkKind::commit, std::move(target), std::move(id)};
    }
    if (auto id = address.web ? whole_id_in(address) : std::string(); !id.empty()) {
        std::string target = "commit:" + id;
        return {LinkKind::commit, std::move(target), std::move(id), encoded(destination)};
    }
    if (const auto path = kernel_doc_in(address); !path.empty())
        return {LinkKind::kernel_doc, "kerneldoc:" + path, {}};
    if (address.web && !address.host.empty())
        return {LinkKind::web, encoded(destination), {}};
    return {};
}

} // namespace mw::document
