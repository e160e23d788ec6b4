#include "git/text/upstream_ids.h"

#include "base/characters.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace mw::git {

namespace {

constexpr std::size_t least_id_digits = 7, most_id_digits = 40;

std::string_view without_blanks(std::string_view text) {
    return trimmed(text, " \t\r");
}

/// Takes a word off the front without regard to case, with the blanks behind it.
bool take(std::string_view& line, std::string_view word) {
    const auto same = [](char c, char of_word) { return lower_case(c) == of_word; };
    if (line.size() < word.size() || !std::ranges::equal(line.substr(0, word.size()), word, same))
        return false;
    line = without_blanks(line.substr(word.size()));
    return true;
}

std::optional<std::string> take_id(std::string_view& line) {
    const auto end = std::ranges::find_if_not(
        line, [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; });
    const auto digits = static_cast<std::size_t>(end - line.begin());
    const bool ends = digits == line.size() || std::isalnum(static_cast<unsigned char>(*end)) == 0;
    if (digits < least_id_digits || digits > most_id_digits || !ends)
        return std::nullopt;
    std::string id = lower_case(line.substr(0, digits));
    line = without_blanks(line.substr(digits));
    return id;
}

/// Nothing but what closes a sentence or a bracket.
bool is_closing(std::string_view rest) {
    return rest.find_first_not_of(".,;:)] ") == std::string_view::npos;
}

/// "commit ID upstream." and "[ Upstream commit ID ]", in the spellings that there are.
std::optional<std::string> stable_id(std::string_view line) {
    const bool bracket = take(line, "[") || take(line, "(");
    const bool before = take(line, "upstream") || take(line, "mainline");
    take(line, ":");
    if (!take(line, "commit"))
        return std::nullopt;
    take(line, ":");
    auto id = take_id(line);
    if (!id)
        return std::nullopt;
    take(line, "from");
    const bool behind = take(line, "upstream") || take(line, "mainline");
    if (!before && !behind)
        return std::nullopt;
    // "commit ID upstream (for 6.1 and newer)", but no sentence that goes on.
    return is_closing(line) || bracket || (behind && line.starts_with('(')) ? id : std::nullopt;
}

/// "(cherry picked from commit ID)", which may go on with where that is, and its like.
std::optional<std::string> picked_id(std::string_view line) {
    take(line, "(");
    take(line, "[");
    const bool picked = take(line, "cherry picked from") || take(line, "cherry-picked from") ||
                        take(line, "backported from");
    if (!picked)
        return std::nullopt;
    take(line, "upstream");
    if (!take(line, "commit"))
        return std::nullopt;
    return take_id(line);
}

std::optional<std::string> trailer_id(std::string_view line) {
    for (const char* key : {"git-commit:", "upstream-commit:", "upstream commit:"})
        if (std::string_view rest = line; take(rest, key))
            return take_id(rest);
    return std::nullopt;
}

/// "commit ID" and nothing else.
std::optional<std::string> bare_id(std::string_view line) {
    if (!take(line, "commit"))
        return std::nullopt;
    auto id = take_id(line);
    return id && id->size() == most_id_digits && line.empty() ? id : std::nullopt;
}

} // namespace

std::vector<std::string> upstream_ids(std::string_view body) {
    std::vector<std::string> ids;
    std::optional<std::string> bare; ///< the line before, where the next one decides
    bool begins = true;              ///< a paragraph, or a line behind one that named a commit
    bool included = false;           ///< "mainline inclusion" began the paragraph
    while (!body.empty()) {
        const auto end = std::min(body.find('\n'), body.size());
        const auto line = without_blanks(body.substr(0, end));
        body.remove_prefix(std::min(end + 1, body.size()));
        std::string_view rest = line;
        if (bare && (take(rest, "author:") || included))
            ids.push_back(*bare);
        bare.reset();
        if (line.empty()) {
            begins = true;
            included = false;
            continue;
        }
        if (const auto id = begins ? stable_id(line) : std::nullopt) {
            ids.push_back(*id);
            continue;
        }
        if (begins && line.ends_with("inclusion"))
            included = true;
        begins = false;
        if (const auto picked = picked_id(line))
            ids.push_back(*picked);
        else if (const auto named = trailer_id(line))
            ids.push_back(*named);
        else
            bare = bare_id(line);
    }
    std::vector<std::string> once;
    for (auto& id : ids)
        if (std::ranges::find(once, id) == once.end())
            once.push_back(std::move(id));
    return once;
}

} // namespace mw::git
