#include "git/text/mailmap.h"

#include "base/text.h"

#include <algorithm>

namespace mw::git {

namespace {

/// ASCII alone, as git's strcasecmp in the C locale.
/// Without what git's isspace() knows at either end.
std::string_view stripped(std::string_view text) {
    return trimmed(text, " \t\n\r");
}

struct NameAndEmail {
    std::optional<std::string> name; ///< none where nothing but blanks stands before the address
    std::string email;               ///< with its blanks
};

/// Cuts "Name <email>" off the start of a line.
std::optional<NameAndEmail> take_pair(std::string_view& line, bool empty_address_allowed) {
    const auto open = line.find('<');
    if (open == std::string_view::npos)
        return std::nullopt;
    const auto close = line.find('>', open + 1);
    if (close == std::string_view::npos || (close == open + 1 && !empty_address_allowed))
        return std::nullopt;
    NameAndEmail pair{std::nullopt, std::string(line.substr(open + 1, close - open - 1))};
    if (const auto name = stripped(line.substr(0, open)); !name.empty())
        pair.name = std::string(name);
    line.remove_prefix(close + 1);
    return pair;
}

} // namespace

Mailmap::Mailmap(std::string_view bytes) {
    // git reads the file as a C string.
    bytes = bytes.substr(0, bytes.find('\0'));
    while (!bytes.empty()) {
        const auto end = bytes.find('\n');
        add_line(bytes.substr(0, end));
        bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    }
}

void Mailmap::add_line(std::string_view line) {
    if (line.starts_with('#'))
        return;
    // Only a second address may be empty: git does not read on behind a first one that is.
    auto proper = take_pair(line, false);
    if (!proper)
        return;
    const auto commit = take_pair(line, true);
    // "Proper Name <commit@email>" names one address alone, which is the commit's.
    auto& address = addresses_[lower_case(commit ? commit->email : proper->email)];
    const auto email = commit ? std::optional(std::move(proper->email)) : std::nullopt;
    if (commit && commit->name) {
        address.by_name[lower_case(*commit->name)] = {std::move(proper->name), email};
        return;
    }
    if (proper->name)
        address.any.name = std::move(proper->name);
    if (email)
        address.any.email = email;
}

bool Mailmap::apply(std::string& name, std::string& email) const {
    if (addresses_.empty())
        return false;
    const auto address = addresses_.find(lower_case(email));
    if (address == addresses_.end())
        return false;
    const auto named = address->second.by_name.find(lower_case(name));
    const Replacement& replacement =
        named != address->second.by_name.end() ? named->second : address->second.any;
    if (replacement.name)
        name = *replacement.name;
    if (replacement.email)
        email = *replacement.email;
    return replacement.name || replacement.email;
}

} // namespace mw::git
