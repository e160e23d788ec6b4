// How git is started.

#include "git/setup/git_command.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace mw::test {
namespace {

TEST(GitCommands, OfAnOwnRepositoryRunInItsFolder) {
    const TempDir folder;
    const auto git = git::git_command(folder.path(), {"rev-parse", "HEAD"});
    ASSERT_TRUE(git);
    EXPECT_EQ(git->folder, folder.path());
    EXPECT_EQ(std::ranges::count(git->environment, "GIT_DIR=" + folder.path().string()), 1);
    EXPECT_EQ(git->arguments.back(), "HEAD");
}

} // namespace
} // namespace mw::test
