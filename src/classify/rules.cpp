#include "classify/rules.h"

#include "classify/rules_data.h"

#include <algorithm>
#include <cctype>
#include <tuple>

namespace mw::classify {

namespace {

bool is_word_character(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

bool ends_word(std::string_view text, std::size_t position) {
    return position >= text.size() || !is_word_character(text[position]) ||
           (position > 0 && !is_word_character(text[position - 1]));
}

} // namespace

bool PathPattern::covers(std::string_view path) const {
    const bool directory = text.ends_with('/');
    if (wild)
        return covers_by_glob(path);
    if (!path.starts_with(text))
        return false;
    return directory || path.size() == text.size() || path[text.size()] == '/';
}

/// Without a slash at its end a glob stands for a file or, as a plain name does, for everything
/// below a directory of that name; one with "**" for files alone.
bool PathPattern::covers_by_glob(std::string_view path) const {
    if (text.ends_with('/'))
        return glob_match(text, path, {.star_crosses_slash = false, .prefix = true});
    if (text.find("**") != std::string::npos)
        return glob_match(text, path, {});
    // Stars stay inside a name: only as many directories as the pattern has can match.
    std::size_t end = 0;
    for (int slashes = 0; end < path.size(); ++end)
        if (path[end] == '/' && ++slashes > directories)
            break;
    return glob_match(text, path.substr(0, end), {});
}

bool PathPattern::more_specific_than(const PathPattern& other) const {
    return std::tie(layer, directories, plain_characters) >
           std::tie(other.layer, other.directories, other.plain_characters);
}

void PathPatterns::add(PathPattern pattern) {
    pattern.wild = has_wildcards(pattern.text);
    pattern.directories = static_cast<int>(std::ranges::count(pattern.text, '/'));
    pattern.plain_characters = static_cast<int>(
        std::ranges::count_if(pattern.text, [](char c) { return c != '*' && c != '?'; }));
    index_.add(pattern.text, static_cast<std::uint32_t>(patterns_.size()));
    patterns_.push_back(std::move(pattern));
}

const PathPattern* PathPatterns::find(std::string_view path) const {
    const PathPattern* best = nullptr;
    index_.for_each_candidate(path, [&](std::uint32_t id) {
        const auto& pattern = patterns_[id];
        if ((best == nullptr || pattern.more_specific_than(*best)) && pattern.covers(path))
            best = &pattern;
    });
    return best;
}

bool holds_phrase(std::string_view text, std::string_view phrase) {
    for (auto at = text.find(phrase); at != std::string_view::npos;
         at = text.find(phrase, at + 1)) {
        const bool starts =
            at == 0 || !is_word_character(phrase.front()) || !is_word_character(text[at - 1]);
        if (starts && ends_word(text, at + phrase.size()))
            return true;
    }
    return false;
}

const RuleId* find_title_prefix(const TitlePrefixes& prefixes, std::string_view text,
                                std::size_t& length) {
    const RuleId* best = nullptr;
    bool whole = false;
    length = 0;
    for (auto end = text.size(); end > 0; --end) {
        if (!ends_word(text, end))
            continue;
        const auto found = prefixes.plain.find(text.substr(0, end));
        if (found == prefixes.plain.end())
            continue;
        best = &found->second;
        length = end;
        break;
    }
    for (const auto& glob : prefixes.globs)
        if (glob.text.size() > length &&
            glob_match(glob.text, text, {.star_crosses_slash = true, .prefix = false})) {
            best = &glob.rule;
            length = glob.text.size();
            whole = true;
        }
    if (whole)
        length = text.size();
    return best;
}

const Phrase* find_glob(const std::vector<Phrase>& phrases, std::string_view text) {
    for (auto phrase = phrases.rbegin(); phrase != phrases.rend(); ++phrase)
        if (glob_match(phrase->text, text, {.star_crosses_slash = true, .prefix = false}))
            return &*phrase;
    return nullptr;
}

Rules::Rules(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Rules::~Rules() = default;

const RulesProject& Rules::project() const {
    return data_->project;
}

} // namespace mw::classify
