// Commits that wait in a file until all of them are there.

#include "store/sample_release.h"
#include "store/write/commit_spool.h"

#include <fcntl.h>
#include <unistd.h>

namespace mw::test {
namespace {

class Spool : public StoreTest {
protected:
    static store::NewCommit large(char id) {
        auto commit = StoreTest::commit(id, std::string(1, id));
        commit.body = std::string(700'000, id); // two of them are more than what waits in memory
        commit.paths = {changed_file("a.c")};
        commit.trailers = {{"Link", std::string(1, id)}};
        return commit;
    }

    /// Subject and body of each, in order.
    static std::string told(store::CommitSpool& spool, std::size_t from = 0) {
        std::string text;
        spool.for_each(
            [&](std::size_t position, const store::NewCommit& commit) {
                text += std::to_string(position) + commit.subject;
                EXPECT_EQ(commit.body, large(commit.subject.front()).body);
                EXPECT_EQ(commit.paths.at(0).path, "a.c");
                EXPECT_EQ(commit.trailers.at(0).value, commit.subject);
            },
            from);
        return text;
    }
};

TEST_F(Spool, GivesBackInOrderWhatCameInAny) {
    store::CommitSpool spool(file_);
    for (const std::size_t position : {3U, 0U, 4U, 2U})
        spool.add(position, large(static_cast<char>('a' + position)));
    EXPECT_EQ(spool.at(4)->subject, "e");
    EXPECT_FALSE(spool.at(1));
    EXPECT_EQ(told(spool), "0a2c3d4e");
    spool.add(1, large('b'));
    EXPECT_EQ(spool.at(1)->body, large('b').body) << "which is not in the file yet";
    EXPECT_EQ(told(spool, 1), "1b2c3d4e");
}

/// Its file then has the number that standard input had.
TEST_F(Spool, NeedsNoStandardInput) {
    const int input = dup(STDIN_FILENO);
    close(STDIN_FILENO);
    {
        store::CommitSpool spool(file_);
        spool.add(0, large('a'));
        spool.add(1, large('b'));
        EXPECT_EQ(told(spool), "0a1b");
        EXPECT_NE(fcntl(STDIN_FILENO, F_GETFD), -1) << "it is the file's number";
    }
    EXPECT_EQ(close(STDIN_FILENO), -1) << "closed with the spool";
    if (input >= 0) {
        dup2(input, STDIN_FILENO);
        close(input);
    }
}

TEST_F(Spool, LeavesNothingBesideTheDatabase) {
    store::CommitSpool spool(file_);
    spool.add(0, large('a'));
    EXPECT_TRUE(std::filesystem::is_empty(file_.parent_path()));
    EXPECT_THROW(store::CommitSpool(folder_ / "none" / "test.db"), store::Error);
}

} // namespace
} // namespace mw::test
