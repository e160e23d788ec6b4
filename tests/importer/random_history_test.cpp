// Histories that nobody thought of: random graphs and random files, the same for the same seed.

#include "importer/comparison.h"
#include "support/git.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace mw::test {
namespace {

class RandomHistory {
public:
    RandomHistory(RepoBuilder& repo, unsigned seed, bool clock_skew)
        : repo_(repo), random_(seed), clock_skew_(clock_skew) {}

    void grow(int commits) {
        change(repo_.commit());
        for (int i = 1; i < commits; ++i)
            step();
        repo_.checkout("master");
        for (const auto& branch : branches_)
            if (chance(60))
                merge({tip_of(branch)});
        change(repo_.commit());
    }

private:
    bool chance(int percent) { return number(0, 99) < percent; }

    int number(int low, int high) { // the standard's distributions differ between libraries
        return low + static_cast<int>(random_() % static_cast<unsigned>(high - low + 1));
    }

    Commit any_commit() {
        const auto all = repo_.commits();
        const auto count = static_cast<int>(all.size());
        return all[static_cast<std::size_t>(number(std::max(0, count - 30), count - 1))];
    }

    const std::string& any_branch() {
        return branches_[static_cast<std::size_t>(
            number(0, static_cast<int>(branches_.size()) - 1))];
    }

    Commit tip_of(const std::string& branch) {
        repo_.checkout(branch);
        const auto tip = repo_.tip();
        repo_.checkout("master");
        return tip;
    }

    void step() {
        repo_.checkout(any_branch());
        if (chance(10)) {
            branches_.push_back(fmt::format("b{}", branches_.size()));
            repo_.branch(branches_.back(), any_commit());
        }
        if (chance(1))
            change(repo_.root());
        else if (chance(25))
            merge({any_commit()});
        else if (chance(4))
            merge({any_commit(), any_commit(), any_commit()});
        else
            change(repo_.commit());
    }

    void merge(const std::vector<Commit>& others) {
        auto made = repo_.merge(others);
        set_time(made);
        made.message(fmt::format("Merge {}\n", number(0, 1'000'000)));
    }

    void change(Commit commit) {
        commit.message(fmt::format("d{}: change {}\n", number(0, 9), number(0, 1'000'000)));
        set_time(commit);
        for (int i = number(0, 4); i > 0; --i) {
            const auto path = fmt::format("d{}/f{}", number(0, 3), number(0, 9));
            if (chance(10))
                commit.remove(path);
            else if (chance(5))
                commit.executable(path, lines());
            else if (chance(3))
                commit.symlink(path, "target");
            else if (chance(3))
                commit.file(path + "/below", lines());
            else
                commit.file(path, lines());
        }
    }

    void set_time(Commit commit) {
        if (clock_skew_ && chance(30))
            commit.time(commit.commit_time() + number(-20'000, 20'000));
    }

    /// Few different lines, so that a comparison has something to find.
    std::string lines() {
        std::string text;
        for (int i = number(0, 40); i > 0; --i)
            text += fmt::format("line {}\n", number(0, 12));
        if (chance(10))
            text += "no newline";
        return text;
    }

    RepoBuilder& repo_;
    std::mt19937 random_;
    bool clock_skew_;
    std::vector<std::string> branches_{"master"};
};

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
