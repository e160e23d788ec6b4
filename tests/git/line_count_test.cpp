// Changed lines of many random pairs of files, against git's own count.

#include "git/diff/line_count.h"
#include "git/objects/tree_compare.h"
#include "support/git.h"
#include "support/git_reference.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>

namespace mw::git {
namespace {

/// A file, and what an edit of some runs of its lines makes of it.
std::pair<std::string, std::string> random_edit(std::mt19937& random) {
    const unsigned vocabulary = 1 + random() % 400;
    std::vector<std::string> lines(random() % 1500);
    for (auto& line : lines)
        line = random() % 5 == 0 ? "\n" : fmt::format("line {}\n", random() % vocabulary);
    std::string before, after;
    for (const auto& line : lines)
        before += line;
    unsigned skipping = 0;
    for (const auto& line : lines) {
        if (random() % 40 == 0)
            skipping = random() % 12;
        if (random() % 40 == 0)
            for (unsigned added = random() % 12; added > 0; --added)
                after += fmt::format("line {}\n", random() % vocabulary);
        if (skipping == 0)
            after += line;
        else
            --skipping;
    }
    if (random() % 10 == 0 && !after.empty())
        after.pop_back();
    return {before, after};
}

TEST(LineCounts, OfRandomEditsAreThoseOfGit) {
    const test::TempDir folder;
    test::RepoBuilder repo(folder / "repo");
    std::mt19937 random(3);
    auto before = repo.commit(), after = repo.commit();
    for (int i = 0; i < 600; ++i) {
        const auto [old_text, new_text] = random_edit(random);
        const auto path = fmt::format("d{}/f{}", i % 10, i);
        before.file(path, old_text);
        after.file(path, new_text);
    }
    repo.tag("base", before);
    repo.write();

    const auto reference = test::git_log(repo.path(), "base", "master").at(after.id()).files;
    const Repository repository(repo.path());
    const auto tree = [&](const std::string& revision) {
        return *ObjectId::from_hex(
            test::run_git(repo.path(), {"rev-parse", revision + "^{tree}"}).substr(0, 40));
    };
    std::vector<TreeChange> changes;
    compare_trees(repository, tree("base"), tree("master"), changes);
    EXPECT_EQ(changes.size(), reference.size());
    LineCounter counter(repository);
    for (const auto& change : changes) {
        const auto count = counter.count(change);
        const auto& expected = reference.at(change.path);
        EXPECT_EQ(count.insertions, expected.insertions) << change.path;
        EXPECT_EQ(count.deletions, expected.deletions) << change.path;
        EXPECT_EQ(change.status, expected.status) << change.path;
    }
}

TEST(LineCounts, AreOfWholeLinesWhereTheirEndsAreAlike) {
    const test::TempDir folder;
    test::RepoBuilder repo(folder / "repo");
    const auto longer = repo.commit("file", "ax\nz\n"), shorter = repo.commit("file", "x\nz\n");
    repo.write();
    const Repository repository(repo.path());
    const auto blob = [&](const test::Commit& commit) {
        return *repository.blob_at(*ObjectId::from_hex(commit.id()), "file");
    };
    for (const auto& [old_id, new_id] :
         {std::pair(blob(longer), blob(shorter)), std::pair(blob(shorter), blob(longer))}) {
        const auto count =
            LineCounter(repository).count({"file", 'M', old_id, new_id, 0100644, 0100644});
        EXPECT_EQ(count.insertions, 1);
        EXPECT_EQ(count.deletions, 1);
    }
}

TEST(LineCounts, OfWhatIsTooLargeSayWhichSideIs) {
    const test::TempDir folder;
    test::RepoBuilder repo(folder / "repo");
    const auto before = repo.commit("file", "one\n"), after = repo.commit("file", "one\ntwo\n");
    repo.write();
    const Repository repository(repo.path());
    const auto blob = [&](const test::Commit& commit) {
        return *repository.blob_at(*ObjectId::from_hex(commit.id()), "file");
    };
    const TreeChange change{"file", 'M', blob(before), blob(after), 0100644, 0100644};
    const auto count = LineCounter(repository, 5).count(change);
    EXPECT_EQ(count.unread, Unread::too_large);
    EXPECT_EQ(count.unread_blob, blob(after));
    EXPECT_EQ(count.insertions, 0);
    EXPECT_EQ(LineCounter(repository, 8).count(change).unread, Unread::none);
    EXPECT_EQ(LineCounter(repository, 8).count(change).insertions, 1);
}

} // namespace
} // namespace mw::git
