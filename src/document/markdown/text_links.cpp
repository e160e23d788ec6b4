#include "base/characters.h"
#include "base/text.h"
#include "document/markdown/reference.h"

#include <algorithm>
#include <array>

namespace mw::document {

namespace {

constexpr std::size_t shortest_bare_id = 12, shortest_called_id = 7;
// Of an address in a text without a scheme; each start of one is looked at for that far.
constexpr std::size_t longest_named_address = 256;
/// Of the name of a manual page.
constexpr std::size_t longest_name = 32;

/// A hexadecimal run or a name at a place is part of a longer word when a word goes on beside it,
/// also across one '-' or '.', as in the groups of a UUID; '..' between two ids is a range.
bool continues_before(std::string_view text, std::size_t at) {
    if (at == 0)
        return false;
    const char c = text[at - 1];
    if (is_alnum(c) || c == '_' || c == '@')
        return true;
    return (c == '-' || c == '.') && at >= 2 && is_alnum(text[at - 2]);
}

bool continues_after(std::string_view text, std::size_t end) {
    if (end >= text.size())
        return false;
    const char c = text[end];
    if (is_alnum(c) || c == '_' || c == '@')
        return true;
    return (c == '-' || c == '.' || c == '/') && end + 1 < text.size() && is_alnum(text[end + 1]);
}

std::size_t address_length(std::string_view text) {
    text = text.substr(0, longest_named_address);
    auto end = std::min(text.find_first_of(" \t\n<>()[]{}\"'`,;|"), text.size());
    while (end > 0 && (text[end - 1] == '.' || text[end - 1] == ':' || text[end - 1] == '!'))
        --end;
    return end;
}

std::optional<TextLink> address_at(std::string_view text, std::size_t at) {
    static constexpr std::array<std::string_view, 7> starts = {
        "git.kernel.org/",  "github.com/",    "www.kernel.org/", "kernel.org/",
        "docs.kernel.org/", "Documentation/", "lore.kernel.org/"};
    const auto rest = text.substr(at);
    if (std::ranges::none_of(starts, [&](auto start) { return rest.starts_with(start); }))
        return std::nullopt;
    const auto length = address_length(rest);
    const auto address = rest.substr(0, length);
    auto link = link_of(address.starts_with("lore.") ? "https://" + std::string(address)
                                                     : std::string(address));
    if (link.kind == LinkKind::none)
        return std::nullopt;
    return TextLink{at, length, std::move(link)};
}

/// "CVE-2023-12345".
std::optional<TextLink> vulnerability_at(std::string_view text, std::size_t at) {
    constexpr std::size_t name = 4, year = 4, fewest = 4, most = 7;
    const auto digits = [text](std::size_t from) {
        std::size_t end = from;
        while (end < text.size() && is_digit(text[end]))
            ++end;
        return end - std::min(from, end);
    };
    if (!text.substr(at).starts_with("CVE-") || digits(at + name) != year ||
        text.substr(at + name + year, 1) != "-")
        return std::nullopt;
    const auto number = digits(at + name + year + 1);
    const auto length = name + year + 1 + number;
    if (number < fewest || number > most || continues_after(text, at + length))
        return std::nullopt;
    return TextLink{
        at, length,
        link_of("https://www.cve.org/CVERecord?id=" + std::string(text.substr(at, length)))};
}

/// "open(2)": a name in lower case, and a section of the manual in brackets.
std::optional<TextLink> manual_page_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && end - at <= longest_name &&
           ((text[end] >= 'a' && text[end] <= 'z') || is_digit(text[end]) || text[end] == '_' ||
            text[end] == '-' || text[end] == '.'))
        ++end;
    const auto name = text.substr(at, end - at);
    if (name.size() < 2 || name.size() > longest_name || is_digit(name[0]) ||
        text.size() < end + 3 || text[end] != '(' || text[end + 1] < '1' || text[end + 1] > '8' ||
        text[end + 2] != ')')
        return std::nullopt;
    const std::string section(1, text[end + 1]);
    return TextLink{at, name.size() + 3,
                    link_of("https://man7.org/linux/man-pages/man" + section + "/" +
                            std::string(name) + "." + section + ".html")};
}

/// Whether the words before a place say that an id follows: "commit 0123456", "Fixes: 0123456".
bool is_called_id(std::string_view before) {
    while (before.ends_with(' ') || before.ends_with('\n') || before.ends_with('\t') ||
           before.ends_with('`') || before.ends_with('['))
        before.remove_suffix(1);
    constexpr std::size_t longest_call = 10;
    const auto words =
        lower_case(before.substr(before.size() - std::min(before.size(), longest_call)));
    constexpr std::string_view calls[] = {
        "commit", "commits", "fixes:", "commit:", "changeset", "revert"};
    return std::ranges::any_of(calls, [&](std::string_view call) {
        return words.ends_with(call) &&
               (words.size() == call.size() || !is_alnum(words[words.size() - call.size() - 1]));
    });
}

/// Whether a run of hexadecimal digits names a commit. A number of twelve digits is an amount, a
/// word of six letters is a word, and sixteen digits that start with ffff are an address.
bool is_id(std::string_view run, std::string_view before, std::string_view after) {
    if (run.size() < shortest_called_id || run.size() > longest_id)
        return false;
    const bool titled = after.starts_with(" (\"") || after.starts_with(" (\u201c");
    if (run.size() == longest_id || titled)
        return true;
    const bool digits = std::ranges::any_of(run, is_digit);
    if (is_called_id(before))
        return digits;
    constexpr std::size_t address = 16;
    return run.size() >= shortest_bare_id && digits && !std::ranges::all_of(run, is_digit) &&
           !(run.size() == address && lower_case(run.substr(0, 4)) == "ffff");
}

/// The id behind the "-g" of "v6.7-rc1-34-g0123456789ab", which git-describe(1) writes.
bool is_described(std::string_view text, std::size_t at) {
    return text[at] == 'g' && at >= 2 && text[at - 1] == '-' && is_digit(text[at - 2]);
}

std::optional<TextLink> id_at(std::string_view text, std::size_t at, std::string_view before) {
    const bool described = is_described(text, at);
    const auto start = described ? at + 1 : at;
    std::size_t end = start;
    while (end < text.size() && is_hex(text[end]))
        ++end;
    const auto run = text.substr(start, end - start);
    const auto words = at == 0 ? before : text.substr(0, at);
    const bool described_id =
        described && run.size() >= shortest_called_id && run.size() <= longest_id;
    if (continues_after(text, end) || !(described_id || is_id(run, words, text.substr(end))))
        return std::nullopt;
    auto id = lower_case(run);
    return TextLink{start, run.size(), {LinkKind::commit, "commit:" + id, id}};
}

} // namespace

std::vector<TextLink> links_in_text(std::string_view text, std::string_view before) {
    std::vector<TextLink> links;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_alnum(text[at]) || (continues_before(text, at) && !is_described(text, at))) {
            ++at;
            continue;
        }
        auto found = address_at(text, at);
        for (const auto look : {vulnerability_at, manual_page_at})
            if (!found)
                found = look(text, at);
        if (!found)
            found = id_at(text, at, before);
        if (found) {
            at = found->start + found->length;
            links.push_back(std::move(*found));
            continue;
        }
        while (at < text.size() && is_alnum(text[at]))
            ++at;
    }
    return links;
}

} // namespace mw::document
