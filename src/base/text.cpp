#include "base/text.h"

#include "base/characters.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace mw {

namespace {

constexpr std::string_view replacement = "\xef\xbf\xbd";

void append_utf8(std::string& text, std::uint32_t code) {
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xc0 | code >> 6);
        text += static_cast<char>(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        text += static_cast<char>(0xe0 | code >> 12);
        text += static_cast<char>(0x80 | (code >> 6 & 0x3f));
        text += static_cast<char>(0x80 | (code & 0x3f));
    } else {
        text += static_cast<char>(0xf0 | code >> 18);
        text += static_cast<char>(0x80 | (code >> 12 & 0x3f));
        text += static_cast<char>(0x80 | (code >> 6 & 0x3f));
        text += static_cast<char>(0x80 | (code & 0x3f));
    }
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<std::uint8_t>(bytes[at]);
        const auto second = static_cast<std::uint8_t>(bytes[at + 1]);
        return static_cast<std::uint32_t>(big_endian ? first << 8 | second : second << 8 | first);
    };
    std::string text;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        const auto first = unit(at);
        if (first < 0xd800 || first > 0xdfff) {
            append_utf8(text, first);
            continue;
        }
        const auto second = first < 0xdc00 && at + 3 < bytes.size() ? unit(at + 2) : 0;
        if (second >= 0xdc00 && second <= 0xdfff) {
            append_utf8(text, 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00));
            at += 2;
        } else {
            text += replacement;
        }
    }
    return text;
}

std::string from_windows_1252(std::string_view bytes) {
    // What the code page has where Latin-1 has control characters; 0 where it has nothing.
    static constexpr std::array<std::uint16_t, 32> upper = {
        0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
        0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<std::uint8_t>(c);
        const std::uint32_t code = byte >= 0x80 && byte < 0xa0 ? upper[byte - 0x80] : byte;
        append_utf8(text, code == 0 && byte != 0 ? 0xfffd : code);
    }
    return text;
}

/// Line ends and control characters.
std::string tidied(std::string_view text) {
    std::string tidy;
    tidy.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\r') {
            tidy += '\n';
            if (at + 1 < text.size() && text[at + 1] == '\n')
                ++at;
        } else if ((static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7f) {
            tidy += replacement;
        } else {
            tidy += c;
        }
    }
    return tidy;
}

/// UTF-16 without a mark, by the zeros of what is mostly ASCII: 1 little, 2 big endian, 0 neither.
int unmarked_utf16(std::string_view bytes) {
    constexpr std::size_t sample = 1024, least = 8;
    const auto units = std::min(bytes.size(), sample) / 2;
    if (units < least)
        return 0;
    std::size_t first = 0, second = 0;
    for (std::size_t unit = 0; unit < units; ++unit) {
        first += bytes[2 * unit] == '\0' ? 1 : 0;
        second += bytes[2 * unit + 1] == '\0' ? 1 : 0;
    }
    const auto most = [units](std::size_t zeros) { return 3 * zeros > 2 * units; };
    if (most(second) && first == 0)
        return 1;
    return most(first) && second == 0 ? 2 : 0;
}

} // namespace

std::string decode_text(std::string_view bytes) {
    if (bytes.starts_with("\xff\xfe"))
        return tidied(from_utf16(bytes.substr(2), false));
    if (bytes.starts_with("\xfe\xff"))
        return tidied(from_utf16(bytes.substr(2), true));
    if (bytes.starts_with("\xef\xbb\xbf"))
        bytes.remove_prefix(3);
    else if (const int unmarked = unmarked_utf16(bytes))
        return tidied(from_utf16(bytes, unmarked == 2));
    return git::is_utf8(bytes) ? tidied(bytes) : tidied(from_windows_1252(bytes));
}

std::string shortened(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes)
        return std::string(text);
    std::size_t end = bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return std::string(text.substr(0, end)) + "\u2026";
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) { return lower_case(c); });
    return lower;
}

std::string_view trimmed(std::string_view text, std::string_view blanks) {
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

} // namespace mw
