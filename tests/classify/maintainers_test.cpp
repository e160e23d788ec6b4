// One case for each rule by which scripts/get_maintainer.pl reads MAINTAINERS. That the script
// answers the same on a real tree is what get_maintainer_test.cpp looks at.

#include "classify/maintainers/maintainers.h"
#include "classify/maintainers/path_expression.h"
#include "support/cpu_clock.h"

#include <gtest/gtest.h>

#include <chrono>

namespace mw::classify {
namespace {

using Titles = std::vector<std::string>;

Titles entries(const std::string& text, std::string_view path) {
    return Maintainers::parse(text)->entries_for(path);
}

TEST(Maintainers, TrailingSlashCoversEverythingBelow) {
    const std::string text = "NET\nF:\tdrivers/net/\n";
    EXPECT_EQ(entries(text, "drivers/net/tg3.c"), Titles{"NET"});
    EXPECT_EQ(entries(text, "drivers/net/phy/marvell.c"), Titles{"NET"});
    EXPECT_EQ(entries(text, "drivers/network.c"), Titles{});
}

TEST(Maintainers, DirectoryWithoutItsSlashMeansTheSame) {
    EXPECT_EQ(entries("CPUIDLE\nF:\tdrivers/cpuidle\n", "drivers/cpuidle/governors/menu.c"),
              Titles{"CPUIDLE"});
}

TEST(Maintainers, PatternIsAPrefixOfTheNameAtItsDepth) {
    const std::string text = "TG3\nF:\tdrivers/net/tg3\n";
    EXPECT_EQ(entries(text, "drivers/net/tg3.h"), Titles{"TG3"});
    EXPECT_EQ(entries(text, "drivers/net/phy/tg3.h"), Titles{});
}

TEST(Maintainers, StarDoesNotReachBelowItsDirectory) {
    const std::string text = "ONLY FILES\nF:\tdrivers/net/*\n";
    EXPECT_EQ(entries(text, "drivers/net/tg3.c"), Titles{"ONLY FILES"});
    EXPECT_EQ(entries(text, "drivers/net/phy/marvell.c"), Titles{});
}

TEST(Maintainers, StarBeforeASlashCrossesDirectories) {
    EXPECT_EQ(entries("ANY NET\nF:\t*/net/\n", "drivers/staging/net/a.c"), Titles{"ANY NET"});
}

TEST(Maintainers, QuestionMarkAndSetStandForOneCharacter) {
    EXPECT_EQ(entries("EXT\nF:\tfs/ext?/\n", "fs/ext4/inode.c"), Titles{"EXT"});
    EXPECT_EQ(entries("EXT\nF:\tfs/ext[23]/\n", "fs/ext3/inode.c"), Titles{"EXT"});
    EXPECT_EQ(entries("EXT\nF:\tfs/ext[23]/\n", "fs/ext4/inode.c"), Titles{});
}

TEST(Maintainers, ExcludedPathsTakeTheEntryOut) {
    const std::string text = "NET\nF:\tnet/\nX:\tnet/wireless/\n";
    EXPECT_EQ(entries(text, "net/core/dev.c"), Titles{"NET"});
    EXPECT_EQ(entries(text, "net/wireless/core.c"), Titles{});
}

TEST(Maintainers, ExpressionIsSearchedForInThePath) {
    const std::string text = "TEGRA\nN:\t[^a-z]tegra\n";
    EXPECT_EQ(entries(text, "drivers/clk/tegra/clk.c"), Titles{"TEGRA"});
    EXPECT_EQ(entries(text, "drivers/integra.c"), Titles{});
}

TEST(Maintainers, ExpressionThatCannotBeReadIsAWarningAndNoMore) {
    const auto read = Maintainers::parse("BROKEN\nN:\t(tegra\nF:\tdrivers/a/\n");
    EXPECT_EQ(read->best_entry("drivers/a/b.c"), "BROKEN");
    ASSERT_EQ(read->warnings().size(), 1U);
    EXPECT_NE(read->warnings().front().english().find("BROKEN"), std::string::npos);
    EXPECT_NE(read->warnings().front().english().find("N: (tegra"), std::string::npos);
    const auto pattern = Maintainers::parse("BROKEN\nF:\tdrivers/[a/\nF:\tlib/\n");
    EXPECT_EQ(pattern->best_entry("lib/b.c"), "BROKEN");
    ASSERT_EQ(pattern->warnings().size(), 1U);
    EXPECT_NE(pattern->warnings().front().english().find("F: drivers/[a/"), std::string::npos);
}

TEST(Maintainers, ExpressionsArePerls) {
    for (const auto* expression :
         {"foo", "(?i)FOO", "(?<!x)foo", "foo   # all of foo", "\\Ad/foo", "f o\to",
          "(?=.*foo).*\\.c$", "(o)\\1", "\\bfoo\\b", "f[[:alpha:]]+"})
        EXPECT_EQ(entries(std::string("FOO\nN:\t") + expression + "\n", "d/foo.c"), Titles{"FOO"})
            << expression;
    for (const auto* expression : {"(?<!/)foo", "FOO", "foo\\ ", "\\Afoo", "foo\\z"})
        EXPECT_EQ(entries(std::string("FOO\nN:\t") + expression + "\n", "d/foo.c"), Titles{})
            << expression;
}

TEST(PathExpression, KnowsTheWordThatEveryMatchHolds) {
    for (const auto& [expression, word] :
         {std::pair("[^a-z]tegra", "tegra"), std::pair("tegra", "tegra"), std::pair("a|b", ""),
          std::pair("abc?", "ab"), std::pair("mxs.*foo\\.c", "foo.c"), std::pair("a\\x41bc", ""),
          std::pair("(?i)foo", ""), std::pair("foo # x", ""), std::pair("(abc)?de", "de"),
          std::pair("([)]abc)?de", ""), std::pair("[]abc]de", ""), std::pair("abcd+e", "abcd"),
          std::pair("\\bfoo\\b", "foo"), std::pair("ab{2}cde", "cde"), std::pair("", "")})
        EXPECT_EQ(PathExpression(expression).needed_word(), word) << expression;
}

TEST(Maintainers, FilePatternsMayHoldMoreOfPerl) {
    EXPECT_EQ(entries("A\nF:\tfs/(ext2|ext4)/\n", "fs/ext4/inode.c"), Titles{"A"});
    EXPECT_EQ(entries("A\nF:\tfs/ext[^2]/\n", "fs/ext4/inode.c"), Titles{"A"});
    EXPECT_EQ(entries("A\nF:\tfs/ext[^4]/\n", "fs/ext4/inode.c"), Titles{});
    // No shell's negation.
    EXPECT_EQ(entries("A\nF:\tfs/ext[!2]/\n", "fs/ext4/inode.c"), Titles{});
    EXPECT_EQ(entries("A\nF:\tdrivers/gpio/gpio-w[bd]*.c\n", "drivers/gpio/gpio-wd1.c"),
              Titles{"A"});
    EXPECT_EQ(entries("A\nF:\tfs/ex+t4/\n", "fs/exxt4/a.c"), Titles{"A"});
}

TEST(Maintainers, APatternOfPerlsIsNoDirectoryHoweverLongThePathIs) {
    const std::string text = "FS\nF:\tfs/(ab|cd)\n";
    EXPECT_EQ(entries(text, "fs/ab.c"), Titles{"FS"});
    // A slash where the pattern, as written, would end.
    EXPECT_EQ(entries(text, "fs/ab12345/a.c"), Titles{});
}

TEST(Maintainers, ADotInTheNameOfADirectoryNeedsItsSlash) {
    EXPECT_EQ(entries("A\nF:\tlib/x.d\n", "lib/x.d/a.c"), Titles{});
    EXPECT_EQ(entries("A\nF:\tlib/x.d/\n", "lib/x.d/a.c"), Titles{"A"});
    EXPECT_EQ(entries("A\nF:\tlib/x.c\n", "lib/x.c"), Titles{"A"});
}

TEST(Maintainers, HostileLinesTakeNoLongTime) {
    std::string stars, expressions;
    for (int i = 0; i < 100; ++i)
        stars += "a*";
    for (int i = 0; i < 20; ++i)
        expressions += "N:\t(a*)*(a*)*[!?]\nN:\t" + std::string(100'000, 'a') + "+\n";
    const auto read = Maintainers::parse("A\nF:\t" + stars + "b\n" + expressions);
    EXPECT_EQ(read->warnings().size(), 20U);
    const auto start = test::CpuClock::now();
    for (int i = 0; i < 100; ++i)
        EXPECT_EQ(read->entries_for(std::string(100, 'a') + std::to_string(i)), Titles{});
    EXPECT_LT(test::CpuClock::now() - start, std::chrono::seconds(20));
    EXPECT_EQ(Maintainers::parse(std::string("A\n") +
                                 [] {
                                     std::string many;
                                     for (int i = 0; i < 600; ++i)
                                         many += "N:\ta\n";
                                     return many;
                                 }())
                  ->warnings()
                  .size(),
              100U);
}

TEST(Maintainers, KeywordsSayNothingOfPaths) {
    EXPECT_EQ(entries("OF\nK:\tof_get_property\nF:\tdrivers/of/\n", "kernel/of_get_property.c"),
              Titles{});
}

TEST(Maintainers, DeepestPatternComesFirstThenTheFilesOrder) {
    const std::string text = "A NET\nF:\tdrivers/net/\n\nB TG3\nF:\tdrivers/net/tg3*\n\n"
                             "C NET\nF:\tdrivers/net/\n";
    EXPECT_EQ(entries(text, "drivers/net/tg3.c"), (Titles{"B TG3", "A NET", "C NET"}));
}

TEST(Maintainers, ExpressionIsLessThanAnyPattern) {
    const std::string text = "BY NAME\nN:\ttegra\n\nBY PLACE\nF:\tdrivers/\n";
    EXPECT_EQ(entries(text, "drivers/tegra.c"), (Titles{"BY PLACE", "BY NAME"}));
}

TEST(Maintainers, TheRestIsLeftOutUnlessItIsAlone) {
    const std::string text = "NET\nF:\tnet/\n\nTHE REST\nF:\t*\nF:\t*/\n";
    EXPECT_EQ(entries(text, "net/core/dev.c"), Titles{"NET"});
    EXPECT_EQ(entries(text, "lib/sort.c"), Titles{"THE REST"});
    EXPECT_EQ(entries(text, "Makefile"), Titles{"THE REST"});
    EXPECT_EQ(entries("TEGRA\nN:\ttegra\n\n" + text, "lib/tegra.c"), Titles{"TEGRA"});
}

TEST(Maintainers, HeadOfTheFileThatExplainsTheLettersIsNoEntry) {
    const auto read = Maintainers::parse("Descriptions of section entries:\n\n"
                                         "\tF: Files and directories with wildcard patterns.\n"
                                         "P: Person\nF: Files and directories\n\n"
                                         "NET\nF:\tnet/\n");
    EXPECT_EQ(read->entries_for("net/a.c"), Titles{"NET"});
    EXPECT_EQ(read->entries_for("Files"), Titles{});
}

TEST(Maintainers, LinesThatAreNoFieldMakeNoEntry) {
    const auto read = Maintainers::parse("Maintainers List\n----------------\n\nSome words.\n\n"
                                         "NET\nM:\tA <a@b>\n\n# between\nF:\tnet/\n\n"
                                         "USB\nF:\tdrivers/usb/\n\nmore words\n");
    ASSERT_EQ(read->entry_count(), 2U);
    EXPECT_EQ(read->title(0), "NET");
    EXPECT_EQ(read->title(1), "USB");
}

TEST(Maintainers, OldFilesNameNoFilesAtAll) {
    EXPECT_FALSE(Maintainers::parse("3C505 NETWORK DRIVER\nP:\tA Person\n")->has_patterns());
    EXPECT_TRUE(Maintainers::parse("NET\nF:\tnet/\n")->has_patterns());
}

} // namespace
} // namespace mw::classify
