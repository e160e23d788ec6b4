#include "classify/maintainers/glob.h"

#include <gtest/gtest.h>

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
    EXPECT_TRUE(glob_match("ext[!2]", "ext3", {}));
    EXPECT_TRUE(glob_match("a[b", "a[b", {})) << "a set that never closes is itself";
}

TEST(Glob, BracesStandForEachOfTheirParts) {
    EXPECT_EQ(expand_braces("a/{b,c}/{d,e}"),
              (std::vector<std::string>{"a/b/d", "a/b/e", "a/c/d", "a/c/e"}));
    EXPECT_EQ(expand_braces("plain"), std::vector<std::string>{"plain"});
    EXPECT_THROW(expand_braces("a/{b"), std::invalid_argument);
    EXPECT_THROW(expand_braces("a/b}"), std::invalid_argument);
    EXPECT_THROW(expand_braces("a/{b,{c}}"), std::invalid_argument);
}

TEST(Glob, LiteralDirectoryEndsBeforeTheFirstWildcard) {
    EXPECT_EQ(literal_directory("arch/arm/mach-*/"), "arch/arm/");
    EXPECT_EQ(literal_directory("*/foo"), "");
    EXPECT_EQ(literal_directory("kernel/"), "kernel/");
}

} // namespace
} // namespace mw::classify
