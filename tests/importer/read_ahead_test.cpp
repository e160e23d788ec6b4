// What is read of changesets while the walk that finds them goes on.

#include "importer/steps/commit_reader.h"
#include "importer/steps/read_ahead.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <vector>

namespace mw::test {
namespace {

class ReadingAhead : public testing::Test {
protected:
    ReadingAhead() {
        repo_.commit("file", "0\n");
        repo_.tag("base", repo_.tip());
        for (int i = 0; i < 300; ++i)
            repo_.commit(fmt::format("d{}/file", i % 7), fmt::format("{}\n", i))
                .message(fmt::format("d{}: change {}\n\nWhy.\n\nFixes: {:012x} (\"x\")\n", i % 7, i,
                                     i + 0xabcdef0000));
        repo_.tag("tip", repo_.tip());
        repo_.write();
    }

    /// Walks base..tip, and gives what was found.
    std::vector<git::History::Commit> walk(importer::ReadAhead& ahead) {
        const git::Repository repository(repo_.path());
        std::vector<git::History::Commit> found;
        git::History::read(
            repository, repository.resolve_commit("base"), repository.resolve_commit("tip"), {},
            [&](const git::History::Commit& commit, std::size_t parents, git::RawObject object) {
                found.push_back(commit);
                ahead.found(commit, parents, std::move(object));
            });
        return found;
    }

    TempDir folder_;
    RepoBuilder repo_{folder_ / "repo"};
};

TEST_F(ReadingAhead, GivesWhatReadingGives) {
    const git::Repository repository(repo_.path());
    importer::CommitReader reader(repository);
    importer::ReadAhead ahead(repository, 2, {});
    const auto found = walk(ahead);
    ASSERT_EQ(found.size(), 300U);
    // What a thread has begun is ended; with time enough there would be four runs of 64.
    std::size_t taken = 0;
    for (int tries = 0; taken == 0 && tries < 100'000; ++tries)
        for (const auto& commit : found)
            if (const auto read = ahead.take(commit.id)) {
                ++taken;
                const auto expected = reader.read(commit, store::CommitKind::changeset);
                EXPECT_EQ(read->oid, expected.oid);
                EXPECT_EQ(read->subject, expected.subject);
                EXPECT_EQ(read->body, expected.body);
                ASSERT_EQ(read->paths.size(), 1U);
                EXPECT_EQ(read->paths.front().path, expected.paths.front().path);
                ASSERT_TRUE(read->references);
                EXPECT_EQ(read->references->size(), 1U);
                EXPECT_FALSE(ahead.take(commit.id)) << "it is the caller's now";
            }
    EXPECT_GT(taken, 0U);
    ahead.finish();
    // One run at the most is given up with its thread.
    std::size_t left = 0;
    for (const auto& commit : found)
        if (const auto object = ahead.object_of(commit.id)) {
            ++left;
            EXPECT_FALSE(ahead.take(commit.id));
            EXPECT_EQ(object, repository.read(commit.id, git::ObjectType::commit).data());
        }
    EXPECT_GE(left, 300U % 64U) << "the last ones never were a run";
}

TEST_F(ReadingAhead, LeavesToTheCallerWhatCannotBeRead) {
    const git::Repository repository(repo_.path());
    importer::ReadAhead nobody(repository, 0, {});
    const auto found = walk(nobody);
    nobody.finish();
    for (const auto& commit : found) {
        EXPECT_FALSE(nobody.take(commit.id));
        EXPECT_EQ(nobody.object_of(commit.id),
                  repository.read(commit.id, git::ObjectType::commit).data());
    }

    importer::ReadAhead ahead(repository, 1, {});
    auto without_tree = found.back();
    without_tree.tree.bytes.fill(0x5a);
    const auto object_of = [&](const git::History::Commit& commit) {
        return repository.read(commit.id, git::ObjectType::commit);
    };
    ahead.found(without_tree, 1, object_of(without_tree));
    for (std::size_t i = 0; i + 1 < found.size(); ++i)
        ahead.found(found[i], 1, object_of(found[i]));
    bool taken = false;
    for (int tries = 0; !taken && tries < 100'000; ++tries)
        for (const auto& commit : found)
            taken = ahead.take(commit.id).has_value() || taken;
    EXPECT_TRUE(taken) << "the thread goes on behind what it could not read";
    EXPECT_FALSE(ahead.take(without_tree.id));
}

} // namespace
} // namespace mw::test
