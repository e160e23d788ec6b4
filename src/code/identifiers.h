#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mw::code {

/// Letters, digits and '_', as `\b` of a regular expression in the C locale takes them.
constexpr bool is_word_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

constexpr bool begins_identifier(char c) {
    return is_word_char(c) && !(c >= '0' && c <= '9');
}

/// What is longer is data (an image as text), not a name.
inline constexpr std::size_t longest_identifier = 100;

/// A whole text that is one identifier of C.
bool is_identifier(std::string_view text);

/// Calls each(identifier) for every one that stands in a text, in its order, as often as it stands
/// there; comments and strings count as well. No numbers, and nothing of over 100 bytes.
template <typename Each>
void for_each_identifier(std::string_view text, const Each& each) {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        while (at != end && !is_word_char(*at))
            ++at;
        const char* const start = at;
        while (at != end && is_word_char(*at))
            ++at;
        const auto length = static_cast<std::size_t>(at - start);
        if (length != 0 && begins_identifier(*start) && length <= longest_identifier)
            each(std::string_view(start, length));
    }
}

/// Words of C that name nothing (int, return, struct, ...).
bool is_keyword(std::string_view word);

/// Whether a line of a file that is called so may name a function: C and its headers, assembler.
bool has_functions(std::string_view path);

/// What a line that stands at the left margin says of the lines below it.
struct LineHead {
    enum class Kind {
        none,    ///< nothing: they belong to what stands above
        outside, ///< they are in no function: a '}' or a declaration ended what was above
        named,   ///< they are in `name`, a function, or a type or table with an initializer
    } kind = Kind::none;
    std::string name;
};

/// Without its newline. "SYSCALL_DEFINE3(read, ..." names sys_read.
LineHead head_of(std::string_view line);

/// Whether a text holds another that does not begin within a word, and does not end within one
/// unless that end is open.
bool contains_whole(std::string_view line, std::string_view text, bool open_end = false);

} // namespace mw::code
