#include "base/characters.h"
#include "base/text.h"

#include <gtest/gtest.h>

namespace mw {
namespace {

TEST(DecodeText, ReadsUnmarkedUtf16WhereMoreThanTwoThirdsIsAscii) {
    const auto utf16 = [](const std::string& ascii, int letters, bool big_endian) {
        std::string bytes;
        for (const char c : ascii)
            bytes += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
        for (int i = 0; i < letters; ++i)
            bytes += big_endian ? "\x04\x14" : "\x14\x04";
        return bytes;
    };
    for (const bool big_endian : {false, true}) {
        EXPECT_EQ(decode_text(utf16("abcdefg", 2, big_endian)), "abcdefg\u0414\u0414");
        EXPECT_NE(decode_text(utf16("abcdef", 3, big_endian)), "abcdef\u0414\u0414\u0414");
    }
}

TEST(DecodeText, HalfACharacterAtTheEndIsLeftOut) {
    // What stands behind the text in memory is none of it.
    constexpr std::string_view memory("\xff\xfe"
                                      "a\0b\0",
                                      6);
    EXPECT_EQ(decode_text(memory), "ab");
    EXPECT_EQ(decode_text(memory.substr(0, 5)), "a");
}

/// Both ends of the alphabet, and what stands beside them.
TEST(LowerCase, IsOfTheLettersAlone) {
    EXPECT_EQ(lower_case("@AMZ[`amz{ 09\xC3\x84"), "@amz[`amz{ 09\xC3\x84");
    EXPECT_EQ(lower_case('A'), 'a');
    EXPECT_EQ(lower_case('Z'), 'z');
}

} // namespace
} // namespace mw
