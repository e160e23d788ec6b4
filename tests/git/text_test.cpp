#include "base/object_id.h"
#include "base/utf8.h"

#include <gtest/gtest.h>

namespace mw::git {
namespace {

TEST(Text, KnowsUtf8) {
    for (const auto* valid : {"", "ascii", "größe", "日本", "\xF0\x9F\x90\xA7", "\xEF\xBF\xBF",
                              "\xF4\x8F\xBF\xBF", "\x7F"})
        EXPECT_TRUE(is_utf8(valid)) << valid;
    for (const auto* invalid :
         {"\x80", "\xC3", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xE6\x97",
          "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "a\xE9z"})
        EXPECT_FALSE(is_utf8(invalid)) << invalid;
}

TEST(Text, ReadsStrayBytesAsLatin1) {
    EXPECT_EQ(to_utf8("caf\xE9"), "café");
    EXPECT_EQ(to_utf8("caf\xE9 und café"), "café und café");
    EXPECT_EQ(to_utf8("\xC3"), "Ã");
    EXPECT_EQ(to_utf8("\xE6\x97"), "æ\xC2\x97");
    EXPECT_EQ(to_utf8("\xFF\xFE"), "ÿþ");
}

TEST(Text, FollowsAStatedEncoding) {
    EXPECT_EQ(to_utf8("\xA4", "ISO-8859-15"), "€");
    EXPECT_EQ(to_utf8("\xCF\xD2\xC9", "KOI8-R"), "ори");
    EXPECT_EQ(to_utf8("größe", "utf-8"), "größe");
    EXPECT_EQ(to_utf8("plain", "no-such-encoding"), "plain");
    EXPECT_EQ(to_utf8("caf\xE9", "no-such-encoding"), "café");
    EXPECT_EQ(to_utf8("\xFF", "US-ASCII"), "ÿ");
}

TEST(Text, EndsAtNul) {
    EXPECT_EQ(to_utf8(std::string_view("a\0b", 3)), "a");
}

TEST(Text, PathsKeepTheirBytesApart) {
    EXPECT_EQ(path_text("größe/a b"), "größe/a b");
    EXPECT_EQ(path_text("latin1-\xE9.c"), "latin1-\\351.c");
    EXPECT_NE(path_text("\xE9"), path_text("\xE8"));
    EXPECT_EQ(path_text("a\nb"), "a\nb");
    EXPECT_NE(path_text("\xE9"), path_text("\\351"));
    for (const auto* path :
         {"\xE9", "\\351", "\\134", "\\\\351", "a\\b", "\xC3\xA9\xE9\\", "\\007", "\\400"})
        EXPECT_EQ(path_bytes(path_text(path)), path) << path;
}

TEST(Text, PathsAreQuotedAsGitQuotesThem) {
    EXPECT_EQ(quoted_path("plain/a b.c"), "plain/a b.c");
    EXPECT_EQ(quoted_path("new\nline"), "\"new\\nline\"");
    EXPECT_EQ(quoted_path("esc\x1B[31m"), "\"esc\\033[31m\"");
    EXPECT_EQ(quoted_path("\xC3\xA4"), "\"\\303\\244\"");
    EXPECT_EQ(quoted_path("q\"b\\t\tx\x7F"), "\"q\\\"b\\\\t\\tx\\177\"");
}

TEST(ObjectIds, AreFortyHexDigits) {
    const std::string hex = "0123456789abcdef0123456789abcdef01234567";
    ASSERT_TRUE(ObjectId::from_hex(hex).has_value());
    EXPECT_EQ(ObjectId::from_hex(hex)->hex(), hex);
    EXPECT_EQ(ObjectId::from_hex("0123456789ABCDEF0123456789ABCDEF01234567")->hex(), hex);
    EXPECT_FALSE(ObjectId::from_hex("").has_value());
    EXPECT_FALSE(ObjectId::from_hex(hex.substr(1)).has_value());
    EXPECT_FALSE(ObjectId::from_hex(hex + "0").has_value());
    EXPECT_FALSE(ObjectId::from_hex(std::string(39, '0') + "g").has_value());
    EXPECT_TRUE(ObjectId().is_null());
    EXPECT_FALSE(ObjectId::from_hex(hex)->is_null());
    EXPECT_LT(*ObjectId::from_hex(std::string(40, '7')), *ObjectId::from_hex(std::string(40, '8')));
}

TEST(ObjectIds, StartsOfIdsAreBytesToo) {
    EXPECT_EQ(from_hex("0aFF"), std::string("\x0a\xff"));
    EXPECT_EQ(from_hex(""), std::string());
    EXPECT_EQ(from_hex("0af"), std::nullopt);
    EXPECT_EQ(from_hex("0x"), std::nullopt);
    EXPECT_EQ(to_hex("\x0a\xff"), "0aff");
}

} // namespace
} // namespace mw::git
