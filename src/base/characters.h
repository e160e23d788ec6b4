#pragma once

#include <cstddef>

/// ASCII alone, whatever the locale says.
namespace mw {

/// Digits of a whole id.
inline constexpr std::size_t longest_id = 40;

inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

inline char lower_case(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

inline bool is_hex(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

inline bool is_alnum(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

} // namespace mw
