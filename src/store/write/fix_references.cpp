#include "store/write/fix_references.h"

#include <algorithm>

namespace mw::store {

namespace {

constexpr std::size_t fewest_digits = 7;
constexpr std::size_t most_digits = 40;

char lower_hex(char c) {
    return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (lower_hex(c) >= 'a' && lower_hex(c) <= 'f');
}

bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The id that text begins with, after white space and the word "commit"; empty where it does not.
std::string leading_id(std::string_view text) {
    const auto skip_white = [&text] {
        const auto first = text.find_first_not_of(" \t\n");
        text.remove_prefix(first == std::string_view::npos ? text.size() : first);
    };
    skip_white();
    if (text.starts_with("commit")) {
        text.remove_prefix(6);
        skip_white();
    }
    const auto end =
        static_cast<std::size_t>(std::ranges::find_if_not(text, is_hex) - text.begin());
    if (end < fewest_digits || end > most_digits || (end < text.size() && is_word(text[end])))
        return {};
    std::string id(text.substr(0, end));
    std::ranges::transform(id, id.begin(), lower_hex);
    return id;
}

bool is_fixes(std::string_view key) {
    return std::ranges::equal(key, std::string_view("fixes"), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b;
    });
}

} // namespace

std::vector<Reference> find_fix_references(std::string_view body,
                                           const std::vector<Trailer>& trailers) {
    std::vector<Reference> found;
    const auto add = [&found](ReferenceKind kind, std::string target) {
        const bool known = std::ranges::any_of(found, [&](const Reference& reference) {
            return reference.kind == kind && reference.target == target;
        });
        if (!target.empty() && !known)
            found.push_back({kind, std::move(target)});
    };
    for (const auto& trailer : trailers)
        if (is_fixes(trailer.key))
            add(ReferenceKind::fixes, leading_id(trailer.value));
    constexpr std::string_view reverts = "This reverts commit";
    for (auto at = body.find(reverts); at != std::string_view::npos;
         at = body.find(reverts, at + 1))
        add(ReferenceKind::reverts, leading_id(body.substr(at + reverts.size())));
    return found;
}

} // namespace mw::store
