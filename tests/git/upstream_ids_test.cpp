// What a message says that it was taken from.

#include "git/text/upstream_ids.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace mw::git {
namespace {

using Ids = std::vector<std::string>;

const std::string one(40, '1'), two(40, '2');

TEST(UpstreamIds, AreReadInTheFormsOfTheTrees) {
    EXPECT_EQ(upstream_ids("commit " + one + " upstream.\n\ntext\n"), Ids{one});
    EXPECT_EQ(upstream_ids("commit " + one + " upstream\n"), Ids{one});
    EXPECT_EQ(upstream_ids("Commit " + one + " upstream."), Ids{one});
    EXPECT_EQ(upstream_ids("commit " + one + " upstream (for 6.1).\n"), Ids{one});
    EXPECT_EQ(upstream_ids("[ Upstream commit " + one + " ]\n"), Ids{one});
    EXPECT_EQ(upstream_ids("[Upstream commit " + one + "]\n"), Ids{one});
    EXPECT_EQ(upstream_ids("Upstream commit: " + one + "\n"), Ids{one});
    EXPECT_EQ(upstream_ids("commit " + one + " upstream.\ncommit " + two + " upstream.\n"),
              (Ids{one, two}));
    EXPECT_EQ(upstream_ids("text\n\n(cherry picked from commit " + one + ")\n"), Ids{one});
    EXPECT_EQ(upstream_ids("text\n(backported from commit " + one + " linux-next)\n"), Ids{one});
    EXPECT_EQ(upstream_ids("commit " + one + "\nAuthor: Ann <a@e.org>\n"), Ids{one});
    EXPECT_EQ(
        upstream_ids("mainline inclusion\nfrom mainline-v6.7\ncommit " + one + "\ncategory: x\n"),
        Ids{one});
    EXPECT_EQ(upstream_ids("Git-commit: " + one + "\n"), Ids{one});
    EXPECT_EQ(upstream_ids("[ Upstream commit ABCDEF012345 ]\n"), Ids{"abcdef012345"});
}

TEST(UpstreamIds, AreNotReadFromProse) {
    EXPECT_EQ(
        upstream_ids("This reverts commit " + two + " which is\ncommit " + one + " upstream.\n"),
        Ids{});
    EXPECT_EQ(upstream_ids("This is fixed by\nupstream commit " + one + " already.\n"), Ids{});
    EXPECT_EQ(upstream_ids("Upstream commit " + one + " (\"x\") broke it.\n"), Ids{});
    EXPECT_EQ(upstream_ids("commit " + one + " broke upstream.\n"), Ids{});
    EXPECT_EQ(upstream_ids("    commit " + one + "\n\nshows how\n"), Ids{});
    EXPECT_EQ(upstream_ids("commit 12345 upstream.\n"), Ids{});
    EXPECT_EQ(upstream_ids("commit " + one + "0 upstream.\n"), Ids{});
    EXPECT_EQ(upstream_ids(""), Ids{});
}

} // namespace
} // namespace mw::git
