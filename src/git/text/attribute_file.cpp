#include "git/text/attribute_file.h"

#include "git/text/wildmatch.h"

#include <algorithm>
#include <optional>

namespace mw::git {

namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::size_t longest_attribute_line = 2048; // ATTR_MAX_LINE_LENGTH of git's attr.h
constexpr std::size_t largest_file = 100 << 20;      // ATTR_MAX_FILE_SIZE
constexpr std::string_view macro_prefix = "[attr]";

std::string_view without_leading_blanks(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text;
}

std::string_view take_word(std::string_view& text) {
    const auto word = text.substr(0, text.find_first_of(blanks));
    text.remove_prefix(word.size());
    return word;
}

bool is_name(std::string_view name) {
    return !name.empty() && name.front() != '-' && !name.starts_with("builtin_") &&
           std::ranges::all_of(name, [](char c) {
               return c == '-' || c == '.' || c == '_' || (c >= '0' && c <= '9') ||
                      (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
           });
}

/// What the letter behind a backslash stands for in a C string; 0: nothing.
char escaped(char letter) {
    constexpr std::string_view letters = "abtnvfr\"\\", meant = "\a\b\t\n\v\f\r\"\\";
    const auto at = letters.find(letter);
    return at == std::string_view::npos ? '\0' : meant[at];
}

/// A pattern in quotes, as a C string has it; the text goes on behind it. Nothing where the quotes
/// are not right: then git takes them as they stand.
std::optional<std::string> take_quoted(std::string_view& text) {
    std::string pattern;
    for (std::size_t at = 1; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"') {
            text.remove_prefix(at + 1);
            return pattern;
        }
        if (c != '\\') {
            pattern += c;
            continue;
        }
        if (++at == text.size())
            break;
        if (const char meant = escaped(text[at]); meant != 0) {
            pattern += meant;
            continue;
        }
        int byte = 0;
        const auto digits = text.substr(at, 3);
        if (digits.size() < 3 || digits[0] > '3' ||
            !std::ranges::all_of(digits, [](char d) { return d >= '0' && d <= '7'; }))
            break;
        for (const char digit : digits)
            byte = byte * 8 + (digit - '0');
        pattern += static_cast<char>(byte);
        at += 2;
    }
    return std::nullopt;
}

std::optional<AttributeState> read_state(std::string_view word) {
    AttributeState state;
    if (word.front() == '-' || word.front() == '!') {
        state.kind =
            word.front() == '-' ? AttributeState::Kind::unset : AttributeState::Kind::unspecified;
        word.remove_prefix(1);
    }
    const auto equals = word.find('=');
    state.name = word.substr(0, equals);
    if (!is_name(state.name))
        return std::nullopt;
    if (equals != std::string_view::npos && state.kind == AttributeState::Kind::set) {
        state.kind = AttributeState::Kind::value;
        state.value = word.substr(equals + 1);
    }
    return state;
}

/// parse_path_pattern() of git's dir.c. False for "!pattern", which attributes do not know.
bool read_pattern(std::string_view pattern, AttributeLine& line) {
    if (pattern.starts_with('!'))
        return false;
    line.for_folders = pattern.ends_with('/');
    if (line.for_folders)
        pattern.remove_suffix(1);
    line.for_names = pattern.find('/') == std::string_view::npos;
    line.pattern = pattern;
    line.plain_size = std::min(pattern.find_first_of("*?[\\"), pattern.size());
    return true;
}

std::optional<AttributeLine> parse_line(std::string_view text, bool macros) {
    if (text.size() >= longest_attribute_line)
        return std::nullopt;
    text = without_leading_blanks(text);
    if (text.empty() || text.front() == '#')
        return std::nullopt;
    AttributeLine line;
    std::optional<std::string> quoted;
    if (text.front() == '"')
        quoted = take_quoted(text);
    std::string pattern = quoted ? std::move(*quoted) : std::string(take_word(text));
    if (pattern.size() > macro_prefix.size() && pattern.starts_with(macro_prefix)) {
        line.macro = pattern.substr(macro_prefix.size());
        if (!macros || !is_name(line.macro))
            return std::nullopt;
    } else if (!read_pattern(pattern, line)) {
        return std::nullopt;
    }
    for (text = without_leading_blanks(text); !text.empty(); text = without_leading_blanks(text)) {
        auto state = read_state(take_word(text));
        if (!state)
            return std::nullopt; // one mistake, and git takes none of the line
        line.states.push_back(std::move(*state));
    }
    return line;
}

} // namespace

bool AttributeLine::covers(std::string_view path, std::string_view name) const {
    if (for_folders || !macro.empty())
        return false;
    if (for_names)
        return wildmatch(pattern, name);
    // match_pathname() of git's dir.c: the plain start is compared first, and what is left is a
    // pattern of its own ("a**" is "**" by then).
    std::string_view wild = pattern;
    std::size_t plain = plain_size;
    if (wild.starts_with('/')) {
        wild.remove_prefix(1);
        plain -= std::min<std::size_t>(plain, 1);
    }
    if (path.substr(0, plain) != wild.substr(0, plain))
        return false;
    wild.remove_prefix(plain);
    path.remove_prefix(plain);
    return wildmatch(wild, path);
}

std::vector<AttributeLine> parse_attribute_file(std::string_view text, bool macros) {
    std::vector<AttributeLine> lines;
    if (text.size() >= largest_file)
        return lines;
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    while (!text.empty()) {
        const auto end = text.find('\n');
        if (auto line = parse_line(text.substr(0, end), macros))
            lines.push_back(std::move(*line));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

} // namespace mw::git
