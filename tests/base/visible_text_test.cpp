#include "base/visible_text.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace {

using mw::base::ControlMarks;
using mw::base::next_invisible;
using mw::base::visible_text;

std::string utf8(char32_t c) {
    std::string text;
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0 | c >> 6);
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0 | c >> 12);
        text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | c >> 18);
        text += static_cast<char>(0x80 | (c >> 12 & 0x3F));
        text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    }
    return text;
}

std::string mark(char32_t c) {
    char text[16];
    std::snprintf(text, sizeof text, "<U+%04X>", static_cast<unsigned>(c));
    return text;
}

} // namespace

TEST(VisibleText, PlainTextStaysWhatItIs) {
    for (const std::string_view text :
         {"", "a\tb\nc", "naïve Müller — “quoted” … 99 % €", "日本語 中文 한국어", "שלום עולם",
          "🎉 done", "\u00a0no break\u3000wide", "e\u0301 combining", "\uFFFD replacement"})
        EXPECT_EQ(visible_text(text), text);
}

TEST(VisibleText, EveryCharacterThatShowsNothingIsMarked) {
    std::vector<char32_t> hidden{0xAD,   0x34F,  0x61C,   0x115F,  0x1160,  0x17B4,  0x17B5,
                                 0x2028, 0x2029, 0x2800,  0x3164,  0xFEFF,  0xFFA0,  0xFFF9,
                                 0xFFFA, 0xFFFB, 0x1BCA0, 0x1D173, 0xE0001, 0xE0041, 0xE007F,
                                 0x180E, 0x80,   0x85,    0x9B,    0x9F};
    for (const auto& [first, last] :
         {std::pair{0x200B, 0x200F}, std::pair{0x202A, 0x202E}, std::pair{0x2060, 0x206F},
          std::pair{0xFE00, 0xFE0F}, std::pair{0xE0100, 0xE01EF}, std::pair{0x180B, 0x180F}})
        for (int c = first; c <= last; ++c)
            hidden.push_back(static_cast<char32_t>(c));
    for (const char32_t c : hidden) {
        EXPECT_EQ(visible_text("if (a" + utf8(c) + "b)"), "if (a" + mark(c) + "b)");
        EXPECT_EQ(visible_text(utf8(c)), mark(c));
    }
}

TEST(VisibleText, ControlCharactersAreMarkedAsAsked) {
    EXPECT_EQ(visible_text("a\x1b[31mb\r\x07\x7f\v\f"), "a^[[31mb^M^G^?^K^L");
    EXPECT_EQ(visible_text("a\x1b[31mb\x7f", ControlMarks::pictures), "a␛[31mb␡");
    EXPECT_EQ(visible_text(std::string_view("a\0b", 3)), "a^@b");
    EXPECT_EQ(visible_text("\xc2\x9b", ControlMarks::pictures), "<U+009B>");
}

TEST(VisibleText, WhatWritingNeedsStays) {
    for (const std::string_view text : {
             "👩\u200d💻",                               // a joined emoji
             "👩🏽\u200d🚀 ❤\ufe0f\u200d🔥", // with a skin tone, with a style
             "❤\ufe0f ☎\ufe0e 1\ufe0f\u20e3",          // styles
             "می\u200cخواهم",                          // Persian
             "क्\u200dष श्री\u200dलंका",                  // Devanagari
             "葛\U000E0100城",                         // a variant of an ideograph
             "\u2229\ufe00",                           // of an operator
             "\u182d\u180b",                           // of a Mongolian letter
             "\u1100\u1160\u11a8",                     // a syllable without a vowel
             "\u115f\u1161\u11a8",                     // without its first consonant
         })
        EXPECT_EQ(visible_text(text), text);
}

TEST(VisibleText, WhatOnlyLooksNeededIsMarked) {
    EXPECT_EQ(visible_text("a\u200db"), "a<U+200D>b");
    EXPECT_EQ(visible_text("👩\u200dx"), "👩<U+200D>x");
    EXPECT_EQ(visible_text("❤\ufe0f\ufe0f"), "❤\ufe0f<U+FE0F>");
    EXPECT_EQ(visible_text("1\ufe0f0"), "1<U+FE0F>0");
    EXPECT_EQ(visible_text("x\ufe00y"), "x<U+FE00>y");
    EXPECT_EQ(visible_text("葛\U000E0100\U000E0101"), "葛\U000E0100<U+E0101>");
    EXPECT_EQ(visible_text("🏴\U000E0067\U000E007F"), "🏴<U+E0067><U+E007F>");
    EXPECT_EQ(visible_text("می\u200c\u200c"), "می\u200c<U+200C>");
}

/// Hangul takes its fillers, not what turns it around; and fillers do not excuse one another.
TEST(VisibleText, HangulHidesNothing) {
    EXPECT_EQ(visible_text("\u1100\u202e\u1161"), "\u1100<U+202E>\u1161");
    EXPECT_EQ(visible_text("\u1100\u200b\u1161"), "\u1100<U+200B>\u1161");
    EXPECT_EQ(visible_text("a\u115f\u1160b"), "a<U+115F><U+1160>b");
    EXPECT_EQ(visible_text("\u1100\u1160\u1160"), "\u1100\u1160<U+1160>");
}

/// What stood before the place that one begins at counts as well.
TEST(VisibleText, AllOfALineIsGoneThrough) {
    const std::string trojan = "/*\u202e } \u2066if (admin)\u2069 \u2066 begin admins only */";
    EXPECT_EQ(visible_text(trojan),
              "/*<U+202E> } <U+2066>if (admin)<U+2069> <U+2066> begin admins only */");
    EXPECT_EQ(next_invisible(trojan)->at, 2U);
    EXPECT_EQ(next_invisible(trojan, 5)->character, U'\u2066');
    EXPECT_FALSE(next_invisible("zero width"));
}

TEST(VisibleText, BytesThatAreNoTextPass) {
    EXPECT_EQ(visible_text("a\xff\xc2"), "a\xff\xc2");
    EXPECT_EQ(visible_text("\xe2\x80"), "\xe2\x80");
}
