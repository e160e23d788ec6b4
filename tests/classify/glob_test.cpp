#include "classify/maintainers/glob.h"

#include <gtest/gtest.h>

#include <random>
#include <stdexcept>

namespace mw::classify {
namespace {

TEST(Glob, StarStaysInsideAName) {
    EXPECT_TRUE(glob_match("drivers/*/a.c", "drivers/net/a.c", {}));
    EXPECT_FALSE(glob_match("drivers/*/a.c", "drivers/net/phy/a.c", {}));
    EXPECT_TRUE(glob_match("drivers/**/a.c", "drivers/net/phy/a.c", {}));
    EXPECT_TRUE(glob_match("drivers/**/a.c", "drivers/a.c", {}));
    EXPECT_TRUE(glob_match("drivers/*/a.c", "drivers/net/phy/a.c", {.star_crosses_slash = true}));
}

TEST(Glob, ReachesTheEndUnlessAPrefixIsAskedFor) {
    EXPECT_FALSE(glob_match("fs/ext?", "fs/ext4/inode.c", {}));
    EXPECT_TRUE(glob_match("fs/ext?", "fs/ext4/inode.c", {.prefix = true}));
}

TEST(Glob, SetsAndRanges) {
    EXPECT_TRUE(glob_match("ext[2-4]", "ext3", {}));
    EXPECT_FALSE(glob_match("ext[^2-4]", "ext3", {}));
    for (const char* last : {"ext2", "ext4"})
        EXPECT_TRUE(glob_match("ext[2-4]", last, {})) << "a range has both of its ends";
    for (const char* next : {"ext1", "ext5"})
        EXPECT_FALSE(glob_match("ext[2-4]", next, {}));
    EXPECT_TRUE(glob_match("ext[!2]", "ext3", {}));
    EXPECT_TRUE(glob_match("a[b", "a[b", {})) << "a set that never closes is itself";
}

TEST(Glob, BracesStandForEachOfTheirParts) {
    EXPECT_EQ(expand_braces("a/{b,c}/{d,e}", 100),
              (std::vector<std::string>{"a/b/d", "a/b/e", "a/c/d", "a/c/e"}));
    EXPECT_EQ(expand_braces("plain", 100), std::vector<std::string>{"plain"});
    EXPECT_THROW(expand_braces("a/{b", 100), std::invalid_argument);
    EXPECT_THROW(expand_braces("a/b}", 100), std::invalid_argument);
    EXPECT_THROW(expand_braces("a/{b,{c}}", 100), std::invalid_argument);
}

TEST(Glob, BracesHaveAnEnd) {
    const auto repeated = [](std::string_view text, int times) {
        std::string all;
        for (int i = 0; i < times; ++i)
            all += text;
        return all;
    };
    // "ac", "bc" and one letter more for each.
    EXPECT_EQ(expand_braces("{a,b}c", 6).size(), 2u);
    EXPECT_THROW(expand_braces("{a,b}c", 5), std::length_error);
    EXPECT_THROW(expand_braces("c{a,b}", 5), std::length_error);
    EXPECT_EQ(expand_braces("{,}", 2).size(), 2u);
    EXPECT_THROW(expand_braces("{,}", 1), std::length_error);
    EXPECT_THROW(expand_braces(repeated("{a,b}", 64), 1 << 20), std::length_error);
    EXPECT_THROW(expand_braces("{" + repeated(",", 5'000'000) + "}", 1 << 20), std::length_error);
    // Without a choice they are a text like any other.
    EXPECT_EQ(expand_braces("long", 1), std::vector<std::string>{"long"});
    EXPECT_EQ(expand_braces(repeated("{}", 500'000), 1), std::vector<std::string>{""});
    EXPECT_EQ(expand_braces(repeated("{a}", 500'000), 1).front().size(), 500'000u);
    EXPECT_EQ(expand_braces(repeated("{,}", 10) + repeated("{}", 500'000), 1 << 20).size(), 1024u);
}

TEST(Glob, LiteralDirectoryEndsBeforeTheFirstWildcard) {
    EXPECT_EQ(literal_directory("arch/arm/mach-*/"), "arch/arm/");
    EXPECT_EQ(literal_directory("*/foo"), "");
    EXPECT_EQ(literal_directory("kernel/"), "kernel/");
}

TEST(Glob, TheLongestLiteralIsInAllThatMatches) {
    EXPECT_EQ(longest_literal("drivers/*/*aspeed*"), "drivers/");
    EXPECT_EQ(longest_literal("a/*thermal?[xyz]b"), "thermal");
    EXPECT_EQ(longest_literal("a[b"), "a") << "a set that never closes is itself";
    EXPECT_EQ(longest_literal("**/ab"), "ab") << "'**/' stands for no directory as well";
    EXPECT_EQ(longest_literal("fs/ext4/"), "fs/ext4/");
    EXPECT_EQ(longest_literal("*"), "");
}

/// Whatever a pattern matches, the index names it.
TEST(DirectoryIndex, MissesNoPatternThatMatches) {
    std::mt19937 random(11);
    const auto text_of = [&random](std::string_view letters, std::size_t longest) {
        std::string text(1 + random() % longest, ' ');
        for (auto& c : text)
            c = letters[random() % letters.size()];
        return text;
    };
    std::size_t matches = 0;
    for (int i = 0; i < 100'000; ++i) {
        const auto pattern = text_of("ab/ab/**?[b]^", 9), path = text_of("ab/ab", 9);
        DirectoryIndex index;
        index.add(pattern, 7);
        bool named = false;
        index.for_each_candidate(path, [&](std::uint32_t id) { named = id == 7; });
        for (const bool crosses : {false, true})
            for (const bool prefix : {false, true})
                if (glob_match(pattern, path, {.star_crosses_slash = crosses, .prefix = prefix})) {
                    ++matches;
                    EXPECT_TRUE(named) << pattern << " matches " << path;
                }
    }
    EXPECT_GT(matches, 1000U);
}

} // namespace
} // namespace mw::classify
