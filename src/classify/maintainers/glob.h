#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// File patterns, as MAINTAINERS and the section rules write them. Free functions without state;
/// any thread may call them.
namespace mw::classify {

struct GlobStyle {
    /// MAINTAINERS: '*' matches '/' too. In the section rules only '**' does.
    bool star_crosses_slash = false;
    /// True where it is enough that the pattern matches a beginning of the text.
    bool prefix = false;
};

/// '*' any characters, '?' one character, '[a-z]' and '[^a-z]' one of a set; a '[' that is never
/// closed stands for itself.
bool glob_match(std::string_view pattern, std::string_view text, GlobStyle style);

bool has_wildcards(std::string_view pattern);

/// The directories that a pattern begins with, up to the first wildcard: "arch/arm/" of
/// "arch/arm/mach-*/"; empty where there are none.
std::string_view literal_directory(std::string_view pattern);

/// The longest piece of a pattern that every path that it matches has in it, wherever; empty where
/// there is none.
std::string_view longest_literal(std::string_view pattern);

/// "drivers/{ata,ide}/" becomes "drivers/ata/" and "drivers/ide/"; braces do not nest. Throws
/// std::invalid_argument on braces that do not pair, and std::length_error where there is a choice
/// and all together would be longer than most, in characters and one more for each.
std::vector<std::string> expand_braces(std::string_view pattern, std::size_t most);

struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
        return std::hash<std::string_view>()(text);
    }
};

template <typename Value>
using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

/// Finds the patterns that a path may match by the directories they begin with, so that thousands
/// of patterns cost a path one lookup for each of its directories, and by the longest piece of them
/// that is no wildcard: some directories have scores of patterns.
class DirectoryIndex {
public:
    void add(std::string_view pattern, std::uint32_t id) {
        by_directory_[std::string(literal_directory(pattern))].push_back(
            {std::string(longest_literal(pattern)), id});
    }

    /// Calls visit(id) for every pattern whose literal directory holds the path, and whose longest
    /// literal the path has in it.
    template <typename Visit>
    void for_each_candidate(std::string_view path, Visit visit) const {
        std::size_t end = 0;
        while (true) {
            if (const auto found = by_directory_.find(path.substr(0, end));
                found != by_directory_.end())
                for (const auto& candidate : found->second)
                    if (path.find(candidate.literal) != std::string_view::npos)
                        visit(candidate.id);
            const auto slash = path.find('/', end);
            if (slash == std::string_view::npos)
                return;
            end = slash + 1;
        }
    }

private:
    struct Candidate {
        std::string literal;
        std::uint32_t id;
    };
    StringMap<std::vector<Candidate>> by_directory_;
};

} // namespace mw::classify
