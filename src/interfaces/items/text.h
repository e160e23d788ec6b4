#pragma once

#include <optional>
#include <string_view>

/// Steps through text that parsers share; views into what the caller holds.
namespace mw::interfaces {

inline bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

/// A character of a C identifier or a Kconfig symbol.
inline bool is_identifier(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::string_view trim(std::string_view text);

/// The next line without its end; rest begins behind it. Nothing at the end of the text.
std::optional<std::string_view> next_line(std::string_view& rest);

/// The characters at the front that belong to a word: no blanks.
std::string_view first_word(std::string_view text);

/// The identifier at the front; may be empty.
std::string_view first_identifier(std::string_view text);

/// Columns of white space in front, a tab going to the next multiple of eight.
std::size_t indentation(std::string_view line);

/// Cuts so that no UTF-8 character is split.
std::string_view cut(std::string_view text, std::size_t most_bytes);

/// What stands between the first pair of quotes (' or "); nothing where there is none. A backslash
/// takes the next character as it is.
std::optional<std::string_view> quoted(std::string_view text);

} // namespace mw::interfaces
