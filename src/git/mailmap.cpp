#include "git/mailmap.h"

#include "base/utf8.h"

#include <algorithm>
#include <optional>

namespace mw::git {

namespace {

/// ASCII alone, as git's strcasecmp in the C locale.
std::string lower(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return result;
}

std::string_view stripped(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

struct NameAndEmail {
    std::string_view name, email;
};

/// Cuts "Name <email>" off the start of a line.
std::optional<NameAndEmail> take_pair(std::string_view& line) {
    const auto open = line.find('<');
    if (open == std::string_view::npos)
        return std::nullopt;
    const auto close = line.find('>', open + 1);
    if (close == std::string_view::npos)
        return std::nullopt;
    const NameAndEmail pair{stripped(line.substr(0, open)),
                            stripped(line.substr(open + 1, close - open - 1))};
    line.remove_prefix(close + 1);
    return pair;
}

} // namespace

Mailmap::Mailmap(std::string_view text) {
    while (!text.empty()) {
        const auto end = text.find('\n');
        add_line(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
}

void Mailmap::add_line(std::string_view line) {
    if (line.starts_with('#'))
        return;
    const auto opened = line.find('<');
    // git ignores a line whose first address is empty; only a second one may be.
    if (opened != std::string_view::npos && line.substr(opened).starts_with("<>"))
        return;
    const auto proper = take_pair(line);
    if (!proper)
        return;
    const auto commit = take_pair(line);
    // "Proper Name <commit@email>" names one address alone, which is the commit's.
    const bool one_address = !commit;
    const auto key = std::pair(lower(one_address ? proper->email : commit->email),
                               one_address ? std::string() : lower(commit->name));
    auto& replacement = entries_[key];
    if (!proper->name.empty())
        replacement.name = to_utf8(proper->name);
    if (!one_address && !proper->email.empty())
        replacement.email = to_utf8(proper->email);
}

void Mailmap::apply(std::string& name, std::string& email) const {
    if (entries_.empty())
        return;
    const auto address = lower(email);
    auto found = entries_.find(std::pair(address, lower(name)));
    if (found == entries_.end())
        found = entries_.find(std::pair(address, std::string()));
    if (found == entries_.end())
        return;
    if (!found->second.name.empty())
        name = found->second.name;
    if (!found->second.email.empty())
        email = found->second.email;
}

} // namespace mw::git
