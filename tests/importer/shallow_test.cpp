// Shallow clones: taken where they hold the whole range, refused where a commit of the range itself
// is cut off. What the range is, the whole history says.

#include "git/objects/repository.h"
#include "git/setup/error.h"
#include "importer/comparison.h"
#include "store/read/reader.h"
#include "support/git.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace mw::test {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t day = 86'400, first_day = 1'300'000'000;

class Shallow : public testing::Test {
protected:
    /// Some old history, v1, and then a release that merges one branch from before v1.
    void write_release() {
        for (int i = 0; i < 40; ++i)
            on_next_day(repo_.commit("old", fmt::format("{}\n", i)));
        const auto early = repo_.tip();
        for (int i = 0; i < 10; ++i)
            on_next_day(repo_.commit("old", fmt::format("more {}\n", i)));
        repo_.tag("v1", repo_.tip());
        repo_.branch("topic", early);
        const auto topic = on_next_day(repo_.commit("topic", "1\n"));
        repo_.checkout("master");
        for (int i = 0; i < 5; ++i)
            on_next_day(repo_.commit("new", fmt::format("{}\n", i)));
        on_next_day(repo_.merge({topic})).message("Merge branch 'topic'\n");
        on_next_day(repo_.commit("new", "end\n"));
        repo_.tag("v2", repo_.tip());
        repo_.write();
    }

    Commit on_next_day(Commit commit) { return commit.time(first_day + day * ++days_); }

    fs::path clone(const std::string& option, const std::string& branches = "--single-branch") {
        const auto folder = folder_ / fmt::format("clone-{}", clones_++);
        run_git(folder_.path(), {"clone", "--quiet", "--bare", branches, option,
                                 "file://" + repo_.path().string(), folder.string()});
        return folder;
    }

    fs::path clone_since(int number_of_day) {
        return clone(fmt::format("--shallow-since={}", first_day + day * number_of_day));
    }

    /// A clone that says of a commit that it is at its border, though everything is there.
    fs::path clone_with_border(const std::string& revision) {
        const auto whole = folder_ / "whole";
        run_git(folder_.path(),
                {"clone", "--quiet", "--bare", repo_.path().string(), whole.string()});
        write_bytes(whole / "shallow", run_git(repo_.path(), {"rev-parse", revision}));
        return whole;
    }

    /// Why a range is refused; empty where it was imported, into imported_.
    std::string refusal(const fs::path& clone, const std::string& from, const std::string& to) {
        try {
            imported_ = import_range(clone, from, to);
            return {};
        } catch (const git::Error& error) {
            return error.what();
        }
    }

    TempDir folder_;
    RepoBuilder repo_{folder_ / "repo"};
    Imported imported_;
    int days_ = 0, clones_ = 0;
};

TEST_F(Shallow, CloneThatHoldsTheRangeIsTaken) {
    write_release();
    const auto shallow = clone_since(30);
    ASSERT_TRUE(fs::exists(shallow / "shallow"));
    ASSERT_EQ(refusal(shallow, "v1", "v2"), "");
    expect_as_git_says(imported_, repo_.path(), "v1", "v2");
    EXPECT_TRUE(imported_.release.shallow);
    EXPECT_TRUE(imported_.release.remarks.size() <= 1U); // MAINTAINERS is not there either
    EXPECT_FALSE(import_range(repo_.path(), "v1", "v2").release.shallow);
}

TEST_F(Shallow, CloneThatIsCutOffWithinTheRangeSaysWhereAndWhatCompletesIt) {
    write_release();
    const auto shallow = clone_since(45); // v1 and what came after it, not the branch's start
    const auto sentence = refusal(shallow, "v1", "v2");
    const auto topic = run_git(repo_.path(), {"rev-parse", "topic"}).substr(0, 12);
    EXPECT_NE(sentence.find("is a shallow clone, and it is cut off within v1..v2"),
              std::string::npos)
        << sentence;
    EXPECT_NE(sentence.find(topic + " (\""), std::string::npos) << sentence;
    EXPECT_NE(sentence.find("fetch --unshallow"), std::string::npos) << sentence;

    // The command that it gives completes the clone.
    const auto start = sentence.find("--shallow-since=");
    ASSERT_NE(start, std::string::npos) << sentence;
    const auto option = sentence.substr(start, sentence.find('\'', start) - start);
    run_git(shallow, {"fetch", "--quiet", option});
    EXPECT_EQ(refusal(shallow, "v1", "v2"), "");
    expect_as_git_says(imported_, repo_.path(), "v1", "v2");
}

TEST_F(Shallow, CloneThatLacksTheStartSaysSo) {
    write_release();
    const auto sentence = refusal(clone("--depth=1"), "v1", "v2");
    EXPECT_NE(sentence.find("shallow clone"), std::string::npos) << sentence;
    EXPECT_NE(sentence.find("fetch --unshallow --tags"), std::string::npos) << sentence;
}

TEST_F(Shallow, LinkedWorkTreeOfAShallowCloneIsShallow) {
    write_release();
    const auto shallow = clone_since(45);
    run_git(shallow, {"worktree", "add", "--quiet", "../linked", "v2"});
    EXPECT_TRUE(git::Repository(folder_ / "linked").is_shallow());
    EXPECT_NE(refusal(folder_ / "linked", "v1", "v2"), "");
}

/// git lists a commit at the border whether it has parents or not.
TEST_F(Shallow, FirstCommitAtTheBorderIsNotCutOff) {
    repo_.tag("v0", repo_.commit("a", "0\n"));
    repo_.tag("root", repo_.root().file("b", "0\n"));
    repo_.commit("b", "1\n");
    repo_.tag("v1", repo_.tip());
    repo_.write();
    ASSERT_EQ(refusal(clone_with_border("root"), "v0", "v1"), "");
    expect_as_git_says(imported_, repo_.path(), "v0", "v1");
}

/// The parents may be there all the same, by way of another branch.
TEST_F(Shallow, CommitWhoseParentsAreThereIsNotCutOff) {
    write_release();
    ASSERT_EQ(refusal(clone_with_border("v2~2"), "v1", "v2"), "");
    expect_as_git_says(imported_, repo_.path(), "v1", "v2");
}

TEST_F(Shallow, DepthOfAnyKindIsRefusedOrRight) {
    std::mt19937 random(7);
    const auto number = [&random](unsigned below) { return random() % below; };
    std::vector<Commit> all{on_next_day(repo_.commit("f", "0\n"))};
    for (int i = 1; i < 120; ++i) {
        const auto near = [&] {
            return all[all.size() - 1 - number(std::min<unsigned>(25, all.size()))];
        };
        const auto name = fmt::format("b{}", number(4));
        repo_.branch(name, near());
        if (number(3) == 0)
            all.push_back(on_next_day(repo_.merge({near()})).message(fmt::format("Merge {}\n", i)));
        else
            all.push_back(on_next_day(repo_.commit("f", fmt::format("{}\n", i))));
    }
    repo_.tag("from", all[80]);
    repo_.branch("end", all.back());
    repo_.tag("to", on_next_day(repo_.merge({all[118], all[117]})).message("Merge all\n"));
    repo_.write();

    const auto ids = [](const std::string& lines) {
        const auto list = split(lines, '\n');
        return std::set<std::string>(list.begin(), list.end());
    };
    const auto range = ids(run_git(repo_.path(), {"rev-list", "from..to"}));
    int taken = 0, refused = 0;
    for (int depth = 1; depth < 30; ++depth) {
        SCOPED_TRACE(depth);
        const auto shallow = clone(fmt::format("--depth={}", depth), "--no-single-branch");
        const auto sentence = refusal(shallow, "from", "to");
        if (!sentence.empty()) {
            ++refused;
            EXPECT_NE(sentence.find("cut off within"), std::string::npos) << sentence;
            const auto cut = ids(read_bytes(shallow / "shallow"));
            EXPECT_TRUE(std::ranges::any_of(cut, [&](const std::string& id) {
                return sentence.find(id.substr(0, 12)) != std::string::npos;
            })) << sentence;
            continue;
        }
        ++taken;
        std::set<std::string> found;
        for (const auto& [id, commit] : imported_.commits)
            found.insert(id);
        const auto& remarks = imported_.release.remarks;
        const bool doubted = std::ranges::any_of(remarks, [](const base::Message& remark) {
            return remark.english().find("may have been in from already") != std::string::npos;
        });
        EXPECT_TRUE(found == range || doubted);
        // Nothing of the range is missing, whatever is doubted.
        EXPECT_TRUE(std::ranges::includes(found, range));
        fs::remove_all(shallow);
    }
    EXPECT_GT(taken, 5);
    EXPECT_GT(refused, 2);
}

} // namespace
} // namespace mw::test
