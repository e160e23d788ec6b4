#include "git/objects/tags.h"
#include "git/setup/error.h"
#include "support/git.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

namespace mw::git {
namespace {

std::vector<std::string> names(const std::vector<Tag>& tags) {
    std::vector<std::string> list;
    for (const auto& tag : tags)
        list.push_back(tag.name);
    return list;
}

std::vector<Tag> tags_named(const std::vector<std::string>& list) {
    std::vector<Tag> tags;
    for (const auto& name : list)
        tags.push_back({name, "", 0});
    return tags;
}

TEST(Tags, NewestFirst) {
    const test::TempDir folder;
    test::RepoBuilder repo(folder / "repo");
    const auto first = repo.commit("file", "1\n");
    const auto second = repo.commit("file", "2\n");
    repo.tag("v6.5", first);
    repo.annotated_tag("v6.6", second, "Linux 6.6\n");
    repo.annotated_tag("v6.6-rc10", second, "Linux 6.6-rc10\n");
    repo.annotated_tag("v6.6-rc9", second, "Linux 6.6-rc9\n");
    repo.write();
    test::run_git(repo.path(), {"tag", "a-tree", "master^{tree}"});
    test::run_git(repo.path(), {"tag", "-a", "-m", "nested", "nested", "v6.5"});
    test::run_git(repo.path(), {"pack-refs", "--all"});

    const auto tags = list_tags(repo.path());
    EXPECT_EQ(names(tags),
              (std::vector<std::string>{"v6.6", "v6.6-rc10", "v6.6-rc9", "v6.5", "nested"}));
    EXPECT_EQ(tags.front().commit, second.id());
    EXPECT_EQ(tags.front().time, second.commit_time());
    EXPECT_EQ(tags.back().commit, first.id());
    EXPECT_EQ(names(list_tags(repo.path(), "*-rc9")), std::vector<std::string>{"v6.6-rc9"});
    EXPECT_TRUE(list_tags(repo.path(), "none-*").empty());
    EXPECT_THROW(list_tags(folder / "nowhere"), Error);
}

TEST(Tags, SuggestTheNewestReleaseAndTheOneBefore) {
    const auto suggest = [](const std::vector<std::string>& list) {
        const auto range = suggest_range(tags_named(list));
        return range.from + ".." + range.to;
    };
    EXPECT_EQ(suggest({"v6.7-rc1", "v6.6.3", "v6.6", "v6.5", "v6.5-rc7"}), "v6.5..v6.6");
    EXPECT_EQ(suggest({"v6.9", "v6.10"}), "v6.9..v6.10");
    EXPECT_EQ(suggest({"v2.6.35", "v2.6.34.1", "v2.6.34", "v2.6.9"}), "v2.6.34..v2.6.35");
    EXPECT_EQ(suggest({"v3.0", "v2.6.39"}), "v2.6.39..v3.0");
    EXPECT_EQ(suggest({"v6.6"}), "..");
    EXPECT_EQ(suggest({"next-20231103", "nonsense", "v", "v6", "v6.", "v6.6-rc", "v6.6x"}), "..");
}

} // namespace
} // namespace mw::git
