// Perl expressions as Perl reads them, and those that are meant to hang whoever asks.

#include "base/pattern.h"
#include "support/cpu_clock.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace mw::base {
namespace {

TEST(Pattern, ReadsWhatPerlReads) {
    const auto found = [](const char* expression, const char* text) {
        return Pattern(expression, Pattern::extended).matches(text);
    };
    EXPECT_TRUE(found("foo", "d/foo.c"));
    EXPECT_TRUE(found("(?i)FOO", "d/foo.c"));
    EXPECT_TRUE(found("(?<!x)foo", "d/foo.c"));
    EXPECT_FALSE(found("(?<!x)foo", "d/xfoo.c"));
    EXPECT_TRUE(found("foo   # all of foo", "d/foo.c"));
    EXPECT_TRUE(found("\\Ad/foo", "d/foo.c"));
    EXPECT_TRUE(found("f o o", "d/foo.c"));
    EXPECT_TRUE(found("[ ]", "a b"));
    EXPECT_FALSE(found("a\\ b", "ab"));
    EXPECT_TRUE(found("\\bfoo\\b", "d/foo.c"));
    EXPECT_TRUE(found("^d/(?:foo|bar)\\.c\\z", "d/foo.c"));
    EXPECT_TRUE(found("(?=.*foo)(?=.*\\.c)", "d/foo.c"));
    EXPECT_TRUE(found("(o)\\1", "d/foo.c"));
    EXPECT_TRUE(found("f[[:alpha:]]+", "d/foo.c"));
    EXPECT_TRUE(found("fo++\\.", "d/foo.c"));
    EXPECT_TRUE(found("\\Qfoo.c\\E", "d/foo.c"));
    EXPECT_FALSE(found("FOO", "d/foo.c"));
    EXPECT_TRUE(Pattern("FOO", Pattern::ignore_case).matches("d/foo.c"));
    EXPECT_TRUE(Pattern("").matches(""));
    EXPECT_TRUE(Pattern("\xE9").matches("caf\xE9.c"));
}

TEST(Pattern, SaysWhatItCannotRead) {
    for (const auto& expression :
         {std::string("(tegra"), std::string("[a"), std::string("*a"), std::string("(?{ exit })"),
          std::string("a\\"), std::string(3000, 'a'), std::string("((a{999}){999}){999}"),
          std::string("(*UTF)a"), std::string(400, '(') + std::string(400, ')')}) {
        try {
            const Pattern read(expression);
            FAIL() << expression;
        } catch (const PatternError& error) {
            EXPECT_NE(std::string(error.what()), "") << expression;
        }
    }
}

TEST(Pattern, GivesItsFirstGroup) {
    EXPECT_EQ(Pattern("^[ ]*((a|b).*)$").first_group("  abc"), "abc");
    EXPECT_EQ(Pattern("x|(y)").first_group("wx"), "x");
    EXPECT_EQ(Pattern("b+").first_group("abbc"), "bb");
    EXPECT_FALSE(Pattern("z").first_group("abc"));
}

TEST(Pattern, DoesNotHang) {
    const std::string path(4000, 'a');
    const auto start = test::CpuClock::now();
    // Polynomial where the first way gives up: these two have an answer all the same.
    EXPECT_FALSE(Pattern("(a+)+[!?]").matches(path));
    EXPECT_TRUE(Pattern("^((a+)+(a|b)+(a|c)+[!?]|.*a)$").matches(path.substr(0, 200)));
    EXPECT_FALSE(Pattern("^(a|a)*(a|aa)+[!?]$").matches(path.substr(0, 200)));
    Pattern("(a+)\\1+[!?]").matches(path);
    Pattern("((((a*)*)*)*)*[!?]").matches(path);
    Pattern("(?R)?a(?R)?[!?]").matches(path);
    const Pattern again("(a*)*(a*)*(a*)*[!?]");
    for (int i = 0; i < 1000; ++i)
        EXPECT_FALSE(again.matches("drivers/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.c"));
    EXPECT_LT(test::CpuClock::now() - start, std::chrono::seconds(30));
}

} // namespace
} // namespace mw::base
