// Words of Makefiles against patterns, as make(1) has them.

#include "kbuild/words.h"

#include <gtest/gtest.h>

namespace mw::kbuild {
namespace {

TEST(WordsOfMake, ThatDoNotFitStayAsTheyAre) {
    EXPECT_EQ(replaced("%.o", "%.c", "a.o"), "a.c");
    EXPECT_EQ(replaced("%.o", "%.c", "a.h"), "a.h");
    EXPECT_EQ(replaced("lib%.o", "%", "x.o"), "x.o");
    EXPECT_EQ(replaced("lib%.o", "<%>", "lib.o"), "<>");
    EXPECT_EQ(replaced("a.o", "b.o", "a.o"), "b.o");
    EXPECT_EQ(replaced("a.o", "b.o", "c.o"), "c.o");
}

TEST(WordsOfMake, BothEndsOfAPatternAreOfTheWord) {
    std::string_view stem;
    EXPECT_TRUE(fits("ab%ba", "abba", stem));
    EXPECT_EQ(stem, "");
    EXPECT_FALSE(fits("ab%ba", "aba", stem));
    EXPECT_TRUE(fits("ab%ba", "abxba", stem));
    EXPECT_EQ(stem, "x");
}

} // namespace
} // namespace mw::kbuild
