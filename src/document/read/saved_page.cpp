#include "document/read/saved_page.h"

#include "base/text.h"

#include <algorithm>

namespace mw::document {

namespace {

constexpr std::size_t looked_at = 64 << 10, longest_page_address = 2048;

bool is_web_address(std::string_view address) {
    const auto lower = lower_case(address.substr(0, 8));
    return (lower.starts_with("http://") || lower.starts_with("https://")) &&
           address.size() <= longest_page_address &&
           address.find_first_of(" \t\n\"'<>") == std::string_view::npos;
}

/// The value of an attribute of the tag that starts at a place; lower: the same text in lower case.
std::string_view value_in_tag(std::string_view html, std::string_view lower, std::size_t tag,
                              std::string_view attribute) {
    const auto end = std::min(lower.find('>', tag), lower.size());
    const auto at = lower.substr(0, end).find(std::string(attribute) + "=", tag);
    if (at == std::string_view::npos)
        return {};
    auto value = html.substr(at + attribute.size() + 1, end - at - attribute.size() - 1);
    if (value.starts_with('"') || value.starts_with('\'')) {
        const char quote = value[0];
        value.remove_prefix(1);
        return value.substr(0, value.find(quote));
    }
    return value.substr(0, value.find_first_of(" \t\n"));
}

std::string_view saved_from(std::string_view html, std::string_view lower) {
    constexpr std::string_view words = "saved from url=(";
    const auto at = lower.find(words);
    const auto start = at == std::string_view::npos ? at : lower.find(')', at);
    if (start == std::string_view::npos)
        return {};
    const auto rest = html.substr(start + 1);
    return rest.substr(0, rest.find_first_of(" \n"));
}

/// Of the first tag with these words in it.
std::string_view address_in(std::string_view html, std::string_view lower, std::string_view element,
                            std::string_view words, std::string_view attribute) {
    for (auto at = lower.find(element); at != std::string_view::npos;
         at = lower.find(element, at + 1)) {
        const auto tag = lower.substr(at, std::min(lower.find('>', at), lower.size()) - at);
        if (tag.find(words) != std::string_view::npos)
            return value_in_tag(html, lower, at, attribute);
    }
    return {};
}

/// "https://host" of an address.
std::string_view origin_of(std::string_view page) {
    return page.substr(0, std::min(page.find('/', page.find("://") + 3), page.size()));
}

/// The path of an address without its last part, and with the parts of a relative one behind it.
std::string joined(std::string_view page, std::string_view relative) {
    const auto origin = origin_of(page);
    auto folder = page.substr(origin.size());
    folder = folder.substr(0, folder.find_first_of("?#"));
    folder = folder.substr(0, folder.rfind('/') == std::string_view::npos ? 0 : folder.rfind('/'));
    while (relative.starts_with("./") || relative.starts_with("../")) {
        if (relative.starts_with("../") && !folder.empty())
            folder = folder.substr(0, folder.rfind('/'));
        relative.remove_prefix(relative.find('/') + 1);
    }
    return std::string(origin).append(folder).append("/").append(relative);
}

} // namespace

std::string page_address(std::string_view html) {
    html = html.substr(0, looked_at);
    const auto lower = lower_case(html);
    for (const auto address :
         {address_in(html, lower, "<base", "href=", "href"), saved_from(html, lower),
          address_in(html, lower, "<link", "canonical", "href"),
          address_in(html, lower, "<meta", "og:url", "content")})
        if (is_web_address(address))
            return std::string(address);
    return {};
}

std::string resolved(std::string_view destination, std::string_view page) {
    destination = trimmed(destination, " \t\n\r");
    if (destination.empty())
        return {};
    const auto colon = destination.find(':');
    const bool has_scheme =
        colon != std::string_view::npos && colon < destination.find_first_of("/?#");
    if (has_scheme || page.empty())
        return std::string(destination);
    if (destination.starts_with('#') || destination.find("_files/") != std::string_view::npos)
        return {};
    if (destination.starts_with("//"))
        return std::string(page.substr(0, page.find("//"))).append(destination);
    if (destination.starts_with('/'))
        return std::string(origin_of(page)).append(destination);
    if (destination.starts_with('?'))
        return std::string(page.substr(0, page.find_first_of("?#"))).append(destination);
    return joined(page, destination);
}

} // namespace mw::document
