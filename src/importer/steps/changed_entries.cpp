#include "importer/steps/changed_entries.h"

#include <cctype>
#include <map>
#include <vector>

// A line that is neither a field ("F: …"), nor blank, nor a comment begins an entry: it is its
// title (classify::Maintainers::parse()).

namespace mw::importer {

namespace {

bool is_title(std::string_view line) {
    const auto start = line.find_first_not_of(" \t\r\f\v");
    if (start == std::string_view::npos || line[start] == '#')
        return false;
    return line.size() < 2 || line[1] != ':' ||
           std::isupper(static_cast<unsigned char>(line[0])) == 0;
}

std::vector<std::string_view> entries_of(std::string_view text) {
    std::vector<std::string_view> entries;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        if (is_title(text.substr(at, end - at)) && at > begin) {
            entries.push_back(text.substr(begin, at - begin));
            begin = at;
        }
        at = end + 1;
    }
    entries.push_back(text.substr(begin));
    return entries;
}

/// Splits entries into those that the others have as well, and a file of the rest.
std::vector<std::string_view> common_of(const std::vector<std::string_view>& entries,
                                        const std::vector<std::string_view>& others,
                                        std::string& rest) {
    std::map<std::string_view, int> left;
    for (const auto entry : others)
        ++left[entry];
    std::vector<std::string_view> common;
    for (const auto entry : entries) {
        if (const auto found = left.find(entry); found != left.end() && found->second-- > 0)
            common.push_back(entry);
        else
            rest.append(entry).append(1, '\n');
    }
    return common;
}

} // namespace

std::optional<ChangedEntries> changed_entries(std::string_view before, std::string_view after) {
    const auto old_entries = entries_of(before), new_entries = entries_of(after);
    ChangedEntries changed;
    if (common_of(old_entries, new_entries, changed.before) !=
        common_of(new_entries, old_entries, changed.after))
        return std::nullopt;
    return changed;
}

} // namespace mw::importer
