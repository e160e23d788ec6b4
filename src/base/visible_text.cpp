#include "base/visible_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <span>

namespace mw::base {

namespace {

struct Range {
    char32_t first, last;
};

bool is_in(std::span<const Range> ranges, char32_t c) {
    return std::ranges::any_of(ranges,
                               [c](Range range) { return c >= range.first && c <= range.last; });
}

/// DerivedCoreProperties.txt of Unicode 15 (Default_Ignorable_Code_Point), PropList.txt
/// (Bidi_Control), and those that the header names beside them.
constexpr Range invisible[] = {
    {0x00AD, 0x00AD}, {0x034F, 0x034F},   {0x061C, 0x061C},   {0x115F, 0x1160},   {0x17B4, 0x17B5},
    {0x180B, 0x180F}, {0x200B, 0x200F},   {0x2028, 0x202E},   {0x2060, 0x206F},   {0x2800, 0x2800},
    {0x3164, 0x3164}, {0xFE00, 0xFE0F},   {0xFDD0, 0xFDEF},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFFB}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
};

/// Blocks of scripts whose letters join, or fall apart, as U+200C and U+200D say.
constexpr Range joining_scripts[] = {
    {0x0600, 0x07FF}, {0x0840, 0x0DFF},   {0x0F00, 0x109F},   {0x1780, 0x18AF},   {0x1A20, 0x1C4F},
    {0xA840, 0xA8DF}, {0xA930, 0xA9DF},   {0xAA00, 0xAAFF},   {0xABC0, 0xABFF},   {0xFB50, 0xFDFF},
    {0xFE70, 0xFEFC}, {0x10A00, 0x10EFF}, {0x11000, 0x11FFF}, {0x1E900, 0x1E95F},
};

/// Blocks with characters of emoji-variation-sequences.txt and emoji-data.txt.
constexpr Range emoji[] = {
    {0x00A9, 0x00A9}, {0x00AE, 0x00AE}, {0x203C, 0x203C}, {0x2049, 0x2049}, {0x2122, 0x2122},
    {0x2139, 0x2139}, {0x2194, 0x21AA}, {0x231A, 0x23FF}, {0x24C2, 0x24C2}, {0x25AA, 0x27BF},
    {0x2934, 0x2935}, {0x2B05, 0x2B55}, {0x3030, 0x303D}, {0x3297, 0x3299}, {0x1F000, 0x1FAFF},
};

constexpr Range ideographs[] = {{0x3400, 0x9FFF}, {0xF900, 0xFAFF}, {0x20000, 0x3FFFF}};
constexpr Range mathematics[] = {{0x2190, 0x22FF}, {0x2A00, 0x2AFF}};
constexpr Range mongolian[] = {{0x1820, 0x18AF}};
/// Without the fillers themselves: two of them would excuse one another.
constexpr Range hangul_letters[] = {
    {0x1100, 0x115E}, {0x1161, 0x11FF}, {0xA960, 0xA97F}, {0xD7B0, 0xD7FF}};

constexpr char32_t non_joiner = 0x200C, joiner = 0x200D, emoji_style = 0xFE0F, keycap = 0x20E3;

bool is_variation_selector(char32_t c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) ||
           (c >= 0x180B && c <= 0x180F);
}

bool is_control(char32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0);
}

/// The last two of each plane. Some toolkits keep them, and those of the table above, for
/// themselves.
bool is_noncharacter(char32_t c) {
    return (c & 0xFFFEU) == 0xFFFE;
}

struct Decoded {
    char32_t character = 0;
    std::size_t length = 0; ///< 0: no UTF-8
};

Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[at + i]); };
    if (at >= text.size())
        return {};
    const std::uint8_t lead = byte(0);
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > text.size())
        return {};
    char32_t character = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80)
            return {};
        character = character << 6 | (byte(i) & 0x3FU);
    }
    return {character, length};
}

/// Whether a variation selector has something to vary. It shows nothing behind anything else, nor
/// behind another one.
bool varies(char32_t selector, char32_t before, char32_t after) {
    const bool digit = (before >= '0' && before <= '9') || before == '#' || before == '*';
    if (selector == emoji_style && digit)
        return after == keycap;
    if (selector >= 0xFE0E && selector <= 0xFE0F)
        return is_in(emoji, before);
    if (selector >= 0x180B && selector <= 0x180F)
        return is_in(mongolian, before);
    return is_in(ideographs, before) || (selector < 0xFE0E && is_in(mathematics, before));
}

/// Cases of the header: what writing needs, where it does what it is for.
bool is_needed(char32_t c, char32_t before, char32_t after) {
    if (is_variation_selector(c))
        return varies(c, before, after);
    if (c == joiner && (is_in(emoji, before) || before == emoji_style))
        return is_in(emoji, after);
    if (c == joiner || c == non_joiner)
        return is_in(joining_scripts, before);
    if (c == 0x115F || c == 0x1160)
        return is_in(hangul_letters, before) || is_in(hangul_letters, after);
    return false;
}

/// Nothing below U+00AD but control characters, so that plain text is gone through byte by byte.
bool may_be_invisible(std::uint8_t lead) {
    return lead < 0x20 ? lead != '\t' && lead != '\n' : lead == 0x7F || lead >= 0xC2;
}

void append_picture(std::string& shown, char32_t control) {
    const char32_t picture = control == 0x7F ? 0x2421 : 0x2400 + control;
    shown += static_cast<char>(0xE0 | picture >> 12);
    shown += static_cast<char>(0x80 | (picture >> 6 & 0x3F));
    shown += static_cast<char>(0x80 | (picture & 0x3F));
}

void append_mark(std::string& shown, char32_t character, ControlMarks controls) {
    const bool ascii = character < 0x80;
    if (ascii && controls == ControlMarks::pictures) {
        append_picture(shown, character);
    } else if (ascii) {
        shown += '^';
        shown += static_cast<char>(character ^ 0x40U);
    } else {
        std::array<char, 16> mark{};
        std::snprintf(mark.data(), mark.size(), "<U+%04X>", static_cast<unsigned>(character));
        shown += mark.data();
    }
}

} // namespace

std::optional<Invisible> next_invisible(std::string_view text, std::size_t from) {
    char32_t before = 0;
    for (std::size_t at = from; at < text.size();) {
        if (!may_be_invisible(static_cast<std::uint8_t>(text[at]))) {
            before = static_cast<unsigned char>(text[at++]);
            continue;
        }
        const auto [c, length] = decode(text, at);
        if (length > 0 &&
            (is_control(c) || ((is_in(invisible, c) || is_noncharacter(c)) &&
                               !is_needed(c, before, decode(text, at + length).character))))
            return Invisible{at, length, c};
        before = c;
        at += std::max<std::size_t>(length, 1);
    }
    return std::nullopt;
}

std::string visible_text(std::string_view text, ControlMarks controls) {
    std::string shown;
    std::size_t done = 0;
    while (const auto found = next_invisible(text, done)) {
        shown.append(text.substr(done, found->at - done));
        append_mark(shown, found->character, controls);
        done = found->at + found->length;
    }
    shown.append(text.substr(done));
    return shown;
}

} // namespace mw::base
