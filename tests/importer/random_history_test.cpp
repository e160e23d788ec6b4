// Histories that nobody thought of: random graphs and random files, the same for the same seed.

#include "importer/comparison.h"
#include "support/git.h"
#include "support/random_history.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

namespace mw::test {
namespace {

class RandomHistories : public testing::TestWithParam<unsigned> {
protected:
    TempDir folder_;
    RepoBuilder repo_{folder_ / "repo"};
};

TEST_P(RandomHistories, AreReadAsGitReadsThem) {
    RandomHistory(repo_, GetParam(), false).grow(150);
    const auto all = repo_.commits();
    repo_.tag("base", all[GetParam() * 7 % 60]);
    repo_.write();
    import_and_compare(repo_.path(), "base", "master");
}

TEST_P(RandomHistories, WithWrongClocks) {
    RandomHistory(repo_, GetParam() + 1000, true).grow(120);
    const auto all = repo_.commits();
    repo_.tag("base", all[GetParam() * 7 % 60]);
    repo_.write();
    // Without it git's own answers may be wrong here; see git_reference.h.
    run_git(repo_.path(), {"commit-graph", "write", "--reachable"});
    import_and_compare(repo_.path(), "base", "master");
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomHistories, testing::Range(1U, 13U));

} // namespace
} // namespace mw::test
