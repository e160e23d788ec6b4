// One history for each shape that kernel clones are known to have, imported and compared with git.

#include "importer/comparison.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace mw::test {
namespace {

class Histories : public testing::Test {
protected:
    /// Writes the repository and compares base..master.
    Imported compare() {
        repo_.branch("end", end_ ? *end_ : repo_.tip());
        repo_.write();
        return import_and_compare(repo_.path(), "base", "end");
    }

    Commit start() {
        auto base = repo_.commit("MAINTAINERS", "NET\nF:\tdrivers/net/\n")
                        .file("drivers/net/a.c", "one\ntwo\nthree\n")
                        .file("kernel/fork.c", "int fork;\n");
        repo_.tag("base", base);
        return base;
    }

    TempDir folder_;
    RepoBuilder repo_{folder_ / "repo"};
    std::optional<Commit> end_;
};

TEST_F(Histories, OneCommit) {
    start();
    repo_.commit("drivers/net/a.c", "one\n2\nthree\nfour\n").message("net: count in digits\n");
    compare();
}

TEST_F(Histories, PullOfATopicBranch) {
    const auto base = start();
    repo_.branch("net", base);
    const auto change = repo_.commit("drivers/net/b.c", "new\n").message("net: add b\n");
    repo_.checkout("master");
    repo_.commit("kernel/fork.c", "int fork = 1;\n").message("fork: start at one\n");
    auto pull = repo_.merge({change});
    pull.message("Merge branch 'net' of git://host/net\n\nPull networking from N. Etter\n");
    const auto imported = compare();
    ASSERT_EQ(imported.pulls.size(), 1U);
    EXPECT_EQ(imported.pulls.front().tree, "git://host/net");
    EXPECT_EQ(imported.commits.at(change.id()).row.pull, pull.id());
}

TEST_F(Histories, OctopusMerge) {
    const auto base = start();
    std::vector<Commit> tips;
    for (int i = 0; i < 5; ++i) {
        repo_.branch(fmt::format("arm-{}", i), base);
        repo_.commit(fmt::format("arch/arm/mach-{}.c", i), "first\n");
        tips.push_back(repo_.commit(fmt::format("arch/arm/mach-{}.c", i), "first\nsecond\n"));
    }
    repo_.checkout("master");
    repo_.commit("kernel/fork.c", "int fork = 2;\n");
    repo_.merge(tips).message("Merge branches 'arm-0', 'arm-1' and others\n");
    compare();
}

TEST_F(Histories, CrissCrossMerges) {
    const auto base = start();
    repo_.branch("left", base);
    const auto left = repo_.commit("left", "1\n");
    repo_.branch("right", base);
    const auto right = repo_.commit("right", "1\n");
    repo_.checkout("left");
    repo_.merge({right}).message("left takes right\n");
    const auto left_tip = repo_.commit("left", "2\n");
    repo_.checkout("right");
    repo_.merge({left}).message("right takes left\n");
    const auto right_tip = repo_.commit("right", "2\n");
    repo_.checkout("master");
    repo_.merge({left_tip}).message("Merge left\n");
    repo_.merge({right_tip}).message("Merge right\n");
    compare();
}

TEST_F(Histories, MergeOfAMerge) {
    const auto base = start();
    repo_.branch("driver", base);
    const auto driver = repo_.commit("drivers/net/c.c", "c\n");
    repo_.branch("subsystem", base);
    repo_.commit("net/core.c", "core\n");
    const auto inner = repo_.merge({driver}).message("Merge branch 'driver' into subsystem\n");
    repo_.branch("mainline", base);
    repo_.commit("kernel/fork.c", "int fork = 3;\n");
    auto pull = repo_.merge({inner});
    pull.message("Merge git://host/subsystem\n");
    end_ = pull;
    const auto imported = compare();
    EXPECT_EQ(imported.commits.at(inner.id()).row.kind, store::CommitKind::branch_merge);
    EXPECT_EQ(imported.commits.at(inner.id()).brought, std::vector{driver.id()});
    EXPECT_EQ(imported.commits.at(driver.id()).row.pull, pull.id());
}

TEST_F(Histories, MainlineMergedBackIntoATopic) {
    const auto base = start();
    repo_.branch("topic", base);
    repo_.commit("topic", "1\n");
    repo_.checkout("master");
    const auto mainline = repo_.commit("kernel/fork.c", "int fork = 4;\n");
    repo_.checkout("topic");
    repo_.merge({mainline}).message("Merge branch 'master' into topic\n");
    const auto topic = repo_.commit("topic", "2\n");
    repo_.checkout("master");
    repo_.merge({topic});
    // A fast-forward leaves the topic's own chain as the mainline.
    repo_.commit("kernel/fork.c", "int fork = 5;\n");
    compare();
}

TEST_F(Histories, MergeThatBringsNothingNew) {
    const auto base = start();
    repo_.commit("kernel/fork.c", "int fork = 6;\n");
    auto pull = repo_.merge({base}).message("Merge what is here already\n");
    const auto imported = compare();
    EXPECT_TRUE(imported.commits.at(pull.id()).brought.empty());
}

TEST_F(Histories, EmptyCommits) {
    const auto base = start();
    repo_.commit().message("a commit that changes nothing\n");
    repo_.branch("topic", base);
    const auto empty = repo_.commit().message("another\n");
    repo_.checkout("master");
    repo_.merge({empty});
    compare();
}

TEST_F(Histories, RootCommitsInTheRange) {
    start();
    repo_.checkout("btrfs"); // as btrfs came to the kernel: with a history of its own
    repo_.root().file("fs/btrfs/inode.c", "inode\n").message("first of an own history\n");
    const auto grafted = repo_.commit("fs/btrfs/super.c", "super\n");
    repo_.checkout("master");
    repo_.merge({grafted}).message("Merge btrfs\n");
    compare();
}

TEST_F(Histories, RangeThatSharesNothingWithItsStart) {
    start();
    repo_.checkout("other");
    repo_.root().file("README", "text\n");
    end_ = repo_.commit("README", "more\ntext\n");
    const auto imported = compare();
    EXPECT_FALSE(imported.release.from_is_ancestor);
    EXPECT_FALSE(imported.release.remarks.empty());
}

TEST_F(Histories, StartThatIsNoAncestor) {
    const auto base = start();
    repo_.branch("next", base);
    const auto shared = repo_.commit("shared", "1\n");
    repo_.checkout("stable");
    repo_.branch("stable", base);
    repo_.merge({shared});
    repo_.tag("stable-1", repo_.commit("stable", "1\n"));
    repo_.checkout("master");
    repo_.commit("kernel/fork.c", "int fork = 7;\n");
    const auto later = repo_.commit("kernel/exit.c", "int exit;\n");
    repo_.merge({shared}).message("Merge what stable has too\n");
    repo_.branch("other", later);
    const auto other = repo_.commit("other", "1\n");
    repo_.checkout("master");
    repo_.merge({other});
    repo_.write();
    const auto imported = import_and_compare(repo_.path(), "stable-1", "master");
    EXPECT_FALSE(imported.release.from_is_ancestor);
}

TEST_F(Histories, ModeChanges) {
    start();
    repo_.commit().executable("scripts/run.sh", "#!/bin/sh\n");
    repo_.commit().file("scripts/run.sh", "#!/bin/sh\n").message("mode alone\n");
    repo_.commit().executable("scripts/run.sh", "#!/bin/sh\nexit\n").message("mode and text\n");
    compare();
}

TEST_F(Histories, Symlinks) {
    start();
    repo_.commit().symlink("arch/x/dts", "../y/dts");
    repo_.commit().symlink("arch/x/dts", "../z/dts");
    repo_.commit().file("arch/x/dts", "now a file\n").message("link to file\n");
    repo_.commit().symlink("arch/x/dts", "now a file\n").message("file to link, same bytes\n");
    repo_.commit().remove("arch/x/dts");
    compare();
}

TEST_F(Histories, Submodules) {
    start();
    const std::string first(40, '1'), second(40, '2');
    repo_.commit().submodule("vendor/lib", first);
    repo_.commit().submodule("vendor/lib", second);
    repo_.commit().file("vendor/lib", "a file\n").message("submodule to file\n");
    repo_.commit().submodule("vendor/lib", first).message("file to submodule\n");
    repo_.commit().file("vendor/lib/inside", "x\n").message("submodule to folder\n");
    repo_.commit().submodule("vendor/lib", second).message("folder to submodule\n");
    repo_.commit().remove("vendor/lib");
    compare();
}

TEST_F(Histories, FileToFolderAndBack) {
    start();
    repo_.commit("lib/x", "file\n");
    repo_.commit("lib/x/one", "1\n").file("lib/x/two/deep", "2\n").file("lib/x.c", "3\n");
    repo_.commit("lib/x", "file\n").message("back to a file\n");
    repo_.commit().symlink("lib", "elsewhere").message("folder to link\n");
    repo_.commit("lib/x-y", "-").file("lib/x/z", "/").file("lib/x.y", ".").file("lib/x0", "0");
    repo_.commit("lib/x", "among names that sort around it").remove("lib/x-y");
    compare();
}

TEST_F(Histories, BinaryFilesAndOddLineEnds) {
    start();
    const std::string binary("\0\1\2\n\3", 5);
    repo_.commit("image.bin", binary);
    repo_.commit("image.bin", binary + "more").file("text", "no newline at the end");
    repo_.commit("image.bin", "text now\n").file("text", "no newline at the end\n");
    repo_.commit("empty", "").file("crlf", "a\r\nb\r\n").file("cr", "a\rb\r");
    repo_.commit("empty", "\n").file("crlf", "a\nb\n").file("cr", "");
    // A NUL counts within the first 8,000 bytes only.
    const std::string late = std::string(7999, 'a') + std::string(1, '\0') + "\n";
    const std::string too_late = std::string(8000, 'a') + std::string(1, '\0') + "\n";
    repo_.commit("late", late).file("too_late", too_late);
    repo_.commit("late", "b\n" + late).file("too_late", "b\n" + too_late);
    compare();
}

TEST_F(Histories, TenThousandFilesInOneCommit) {
    start();
    auto all = repo_.commit();
    for (int i = 0; i < 10'000; ++i)
        all.file(fmt::format("drivers/staging/d{}/f{}.c", i / 100, i), fmt::format("{}\n", i % 50));
    auto some = repo_.commit();
    for (int i = 0; i < 10'000; i += 3)
        some.file(fmt::format("drivers/staging/d{}/f{}.c", i / 100, i), "same in all\n");
    repo_.commit().remove("drivers/staging").message("staging: remove all of it\n");
    const auto imported = compare();
    EXPECT_EQ(imported.release.files, 10'000 + 3'334 + 10'000);
}

TEST_F(Histories, EqualTimesAndTimeZones) {
    const auto base = start();
    constexpr std::int64_t moment = 1'273'000'000;
    repo_.branch("topic", base);
    repo_.commit("a", "1\n").time(moment, "+0530");
    const auto topic = repo_.commit("a", "2\n").time(moment, "-0330");
    repo_.checkout("master");
    repo_.commit("b", "1\n").time(moment, "+1245");
    repo_.merge({topic}).time(moment);
    const auto imported = compare();
    EXPECT_EQ(imported.commits.at(topic.id()).row.author_zone, -330);
}

TEST_F(Histories, Tags) {
    const auto base = start();
    repo_.annotated_tag("v1", base, "Linux 1\n");
    auto rc = repo_.commit("a", "1\n");
    repo_.annotated_tag("v2-rc1", rc, "Linux 2-rc1\n");
    const auto final = repo_.commit("a", "2\n");
    repo_.annotated_tag("v2", final, "Linux 2\n");
    repo_.write();
    const auto imported = import_and_compare(repo_.path(), "v1", "v2");
    EXPECT_EQ(imported.release.window_tag, "v2-rc1");
    EXPECT_EQ(imported.release.window_end, rc.commit_time());
    EXPECT_EQ(imported.release.to_oid, final.id());
}

/// Maintainers tag, too; such a tag says nothing of when the merge window ended.
TEST_F(Histories, TagsThatAreNotOfTheMainline) {
    const auto base = start();
    repo_.tag("v1", base);
    repo_.commit("a", "1\n");
    const auto rc = repo_.commit("a", "2\n");
    repo_.tag("v2-rc1", rc);
    repo_.branch("topic", base);
    const auto topic = repo_.commit("b", "1\n");
    repo_.tag("net-rc1", topic);
    repo_.checkout("master");
    repo_.tag("v2", repo_.merge({topic}));
    repo_.write();
    const auto imported = import_and_compare(repo_.path(), "v1", "v2");
    EXPECT_EQ(imported.release.window_tag, "v2-rc1");
    EXPECT_EQ(imported.release.window_end, rc.commit_time());
}

} // namespace
} // namespace mw::test
