#include "code/identifiers.h"

#include <algorithm>
#include <array>

// A line at the left margin, by what it is:
//     }  };  } name;                 the end of what was above
//     out:                           a label: nothing
//     SYSCALL_DEFINE3(read, ...      sys_read
//     int f(void)   f(int a,         the word before the first bracket: f
//     EXPORT_SYMBOL(f);  int f(int); a declaration: outside
//     struct s {   int table[] = {   the last word before '=', '{' or '[': s, table
//     static int                     a type alone: nothing, the name is on the next line

namespace mw::code {

namespace {

constexpr std::array keywords = std::to_array<std::string_view>(
    {"auto",   "bool",     "break",     "case",   "char",     "const",  "continue", "default",
     "do",     "double",   "else",      "enum",   "extern",   "float",  "for",      "goto",
     "if",     "inline",   "int",       "long",   "register", "return", "short",    "signed",
     "sizeof", "static",   "struct",    "switch", "typedef",  "union",  "unsigned", "void",
     "while",  "volatile", "__inline",  "__init", "__exit",   "define", "include",  "ifdef",
     "ifndef", "endif",    "asmlinkage"});

std::string_view trimmed_end(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

/// The word that ends a text; empty where none does.
std::string_view last_word(std::string_view text) {
    text = trimmed_end(text);
    auto start = text.size();
    while (start > 0 && is_word_char(text[start - 1]))
        --start;
    return text.substr(start);
}

bool is_label(std::string_view line) {
    const auto end = std::ranges::find_if_not(line, is_word_char);
    return end != line.end() && *end == ':' && (end + 1 == line.end() || *(end + 1) != ':');
}

std::string name_before_bracket(std::string_view line, std::size_t bracket) {
    const auto word = last_word(line.substr(0, bracket));
    if (word.starts_with("SYSCALL_DEFINE") || word.starts_with("COMPAT_SYSCALL_DEFINE")) {
        const auto argument =
            line.substr(bracket + 1, line.find_first_of(",)", bracket) - bracket - 1);
        return (word.starts_with("C") ? "compat_sys_" : "sys_") + std::string(last_word(argument));
    }
    return std::string(word);
}

} // namespace

bool is_identifier(std::string_view text) {
    return !text.empty() && begins_identifier(text.front()) &&
           std::ranges::all_of(text, is_word_char);
}

bool is_keyword(std::string_view word) {
    return std::ranges::find(keywords, word) != keywords.end();
}

bool has_functions(std::string_view path) {
    return path.ends_with(".c") || path.ends_with(".h") || path.ends_with(".S");
}

LineHead head_of(std::string_view line) {
    line = trimmed_end(line);
    if (line.empty())
        return {};
    if (line.front() == '}')
        return {LineHead::Kind::outside, {}};
    if (!begins_identifier(line.front()) || is_label(line))
        return {};
    const auto bracket = line.find('('), initializer = line.find_first_of("={[");
    std::string name;
    if (bracket < initializer) {
        if (line.ends_with(';'))
            return {LineHead::Kind::outside, {}};
        name = name_before_bracket(line, bracket);
    } else if (initializer != std::string_view::npos) {
        name = last_word(line.substr(0, initializer));
    } else if (line.ends_with(';')) {
        return {LineHead::Kind::outside, {}};
    }
    if (!is_identifier(name) || is_keyword(name) || name.size() > longest_identifier)
        return {};
    return {LineHead::Kind::named, std::move(name)};
}

bool contains_whole(std::string_view line, std::string_view text, bool open_end) {
    for (auto at = line.find(text); at != std::string_view::npos; at = line.find(text, at + 1)) {
        const auto end = at + text.size();
        const bool within = (at > 0 && is_word_char(text.front()) && is_word_char(line[at - 1])) ||
                            (!open_end && end < line.size() && is_word_char(text.back()) &&
                             is_word_char(line[end]));
        if (!within)
            return true;
    }
    return false;
}

} // namespace mw::code
