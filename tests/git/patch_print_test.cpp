// Which patches are the same, against `git patch-id --stable`.

#include "git/diff/patch_id.h"
#include "git/text/commit.h"
#include "support/git.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

namespace mw::test {
namespace {

std::optional<git::PatchPrint> print_of(const git::Repository& repository, const std::string& id) {
    const auto commit = repository.resolve_commit(id), parent = repository.resolve_commit(id + '^');
    const auto tree = [&](const git::ObjectId& of) {
        return git::parse_commit_links(repository.read(of, git::ObjectType::commit).data()).tree;
    };
    return git::patch_print(repository, tree(parent), tree(commit));
}

TEST(PatchPrints, AreTheSameWhereGitSaysSo) {
    const TempDir folder;
    RepoBuilder repo(folder / "repo");
    // Few words and places, so that patches come again elsewhere in the file and in other spacing.
    std::mt19937 random(7);
    const auto pick = [&](int count) {
        return static_cast<int>(random() % static_cast<unsigned>(count));
    };
    std::vector<std::string> lines(40, "same");
    const auto text = [&] {
        std::string all;
        for (const auto& line : lines)
            all += line + '\n';
        return all;
    };
    repo.commit("a.c", text()).file("b.c", "1\n");
    std::vector<Commit> commits;
    for (int i = 0; i < 300; ++i) {
        const std::string path = pick(2) == 0 ? "a.c" : "b.c";
        auto& line = lines[static_cast<std::size_t>(pick(40))];
        line = pick(3) == 0 ? "same" : pick(2) == 0 ? "x  y" : "x y";
        commits.push_back(repo.commit(path, text()));
    }
    repo.write();
    const git::Repository repository(repo.path());
    std::map<std::string, std::set<std::uint64_t>> ours;
    std::map<std::uint64_t, std::set<std::string>> gits;
    for (const auto& commit : commits) {
        const auto patch = run_git(repo.path(), {"diff-tree", "-p", commit.id()});
        const auto id = run_git(repo.path(), {"patch-id", "--stable"}, patch).substr(0, 40);
        const auto print = print_of(repository, commit.id());
        ASSERT_EQ(print.has_value(), !id.empty()) << patch;
        if (!print)
            continue;
        ours[id].insert(print->id);
        gits[print->id].insert(id);
    }
    EXPECT_LT(ours.size(), commits.size()); // some come again
    for (const auto& [id, prints] : ours)
        EXPECT_EQ(prints.size(), 1U) << id;
    for (const auto& [print, ids] : gits)
        EXPECT_EQ(ids.size(), 1U) << *ids.begin();
}

TEST(PatchPrints, TellHowMuchIsAlike) {
    const git::PatchPrint left{1, {1, 2, 3, 4}}, right{2, {1, 2, 3, 9}}, none{3, {}};
    EXPECT_DOUBLE_EQ(git::likeness(left, left), 1);
    EXPECT_DOUBLE_EQ(git::likeness(left, right), 0.75);
    EXPECT_DOUBLE_EQ(git::likeness(left, none), 0);
    EXPECT_DOUBLE_EQ(git::likeness(none, none), 0);
}

} // namespace
} // namespace mw::test
