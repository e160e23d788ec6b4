// Who wrote a line, and who changed it later, beside `git blame` over the same histories.

#include "blame/later_changes.h"
#include "blame/line_origin.h"
#include "git/history/history.h"
#include "git/setup/error.h"
#include "support/git.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

namespace mw::test {
namespace {

struct Blamed {
    std::string commit, path;
    int number = 0;
    bool operator==(const Blamed&) const = default;
};

void PrintTo(const Blamed& blamed, std::ostream* out) {
    *out << blamed.commit.substr(0, 12) << ' ' << blamed.path << ':' << blamed.number;
}

/// `git blame --line-porcelain` by line.
std::map<int, Blamed> git_blame(const std::filesystem::path& repository, const std::string& commit,
                                const std::string& path) {
    std::map<int, Blamed> lines;
    Blamed now;
    int final_line = 0;
    const auto output =
        run_git(repository, {"blame", "--line-porcelain", "--root", commit, "--", path});
    for (const auto& line : split(output, '\n')) {
        if (line.starts_with('\t')) {
            lines[final_line] = now;
        } else if (line.size() > 40 && line[40] == ' ' &&
                   line.find_first_not_of("0123456789abcdef") == 40) {
            now.commit = line.substr(0, 40);
            std::istringstream numbers(line.substr(41));
            numbers >> now.number >> final_line;
        } else if (line.starts_with("filename ")) {
            now.path = line.substr(9);
        }
    }
    return lines;
}

std::map<int, Blamed> our_blame(const std::filesystem::path& repository, const std::string& commit,
                                const std::string& path, int lines) {
    blame::LineTracer tracer(repository);
    std::vector<int> all;
    for (int line = 1; line <= lines; ++line)
        all.push_back(line);
    std::map<int, Blamed> found;
    for (const auto& origin : tracer.trace(git::ObjectId::from_hex(commit).value(), path, all)) {
        EXPECT_FALSE(origin.unfinished);
        found[origin.line] = {origin.commit.hex(), origin.path, origin.number};
    }
    return found;
}

class LineOrigins : public testing::Test {
protected:
    void compare(const Commit& commit, const std::string& path) {
        const auto expected = git_blame(repo_.path(), commit.id(), path);
        ASSERT_FALSE(expected.empty());
        EXPECT_EQ(our_blame(repo_.path(), commit.id(), path, static_cast<int>(expected.size())),
                  expected)
            << path;
    }

    std::vector<std::string> later(const Commit& from, const Commit& of, const Commit& to,
                                   const std::string& path) {
        blame::LineTracer tracer(repo_.path());
        const auto id = [](const Commit& commit) {
            return git::ObjectId::from_hex(commit.id()).value();
        };
        const auto history = git::History::read(tracer.repository(), id(from), id(to));
        std::vector<std::string> found;
        for (const auto& change : blame::later_changes(tracer, history, id(of), path)) {
            std::string text = change.commit.hex() + " " + change.path + ":";
            for (const int line : change.removed)
                text += " " + std::to_string(line);
            found.push_back(text);
        }
        return found;
    }

    TempDir folder_;
    RepoBuilder repo_{folder_ / "repo"};
};

TEST_F(LineOrigins, OfALineOfWork) {
    repo_.commit("a.c", "one\ntwo\nthree\n");
    repo_.commit("b.c", "elsewhere\n");
    repo_.commit("a.c", "zero\none\n2\nthree\n");
    repo_.commit("a.c", "zero\nthree\nfour");
    const auto tip = repo_.commit("a.c", "zero\nthree\nfour\nfive\n");
    repo_.write();
    compare(tip, "a.c");
}

TEST_F(LineOrigins, LinesBehindTheLastAreNobodys) {
    const auto first = repo_.commit("a.c", "one\ntwo");
    const auto tip = repo_.commit("a.c", "one\ntwo\n");
    repo_.write();
    for (const auto& commit : {first, tip})
        EXPECT_EQ(our_blame(repo_.path(), commit.id(), "a.c", 5).size(), 2U);
}

TEST_F(LineOrigins, ThroughMergesAndBackMerges) {
    const auto base = repo_.commit("a.c", "1\n2\n3\n4\n5\n6\n7\n8\n9\n");
    repo_.branch("left", base);
    repo_.commit("a.c", "1\nleft\n3\n4\n5\n6\n7\n8\n9\n");
    const auto left = repo_.tip();
    repo_.branch("right", base);
    repo_.commit("a.c", "1\n2\n3\n4\n5\n6\n7\nright\n9\n");
    const auto right = repo_.tip();
    repo_.checkout("master");
    repo_.commit("b.c", "b\n");
    repo_.merge({left});
    const auto merged = repo_.merge({right}).file("a.c", "1\nleft\n3\n4\nevil\n6\n7\nright\n9\n");
    repo_.checkout("left");
    repo_.merge({merged}).file("a.c", "1\nleft\n3\n4\nevil\n6\n7\nright\n9\n");
    repo_.commit("a.c", "1\nleft\n3\n4\nevil\n6\nseven\nright\n9\n");
    const auto again = repo_.tip();
    repo_.checkout("master");
    repo_.commit("a.c", "first\nleft\n3\n4\nevil\n6\n7\nright\n9\n");
    const auto tip =
        repo_.merge({again}).file("a.c", "first\nleft\n3\n4\nevil\n6\nseven\nright\n9\n");
    repo_.write();
    compare(tip, "a.c");
    compare(merged, "a.c");
}

TEST_F(LineOrigins, ThroughRenames) {
    const std::string body = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n";
    const auto base = repo_.commit("drivers/old name.c", body);
    repo_.commit("drivers/old name.c", body + "nine\n");
    repo_.branch("topic", base);
    repo_.commit("drivers/old name.c", "topic\n" + body);
    const auto topic = repo_.tip();
    repo_.checkout("master");
    repo_.commit("net/new.c", body + "nine\nten\n").remove("drivers/old name.c");
    // The topic still has the old name.
    const auto tip = repo_.merge({topic})
                         .file("net/new.c", "topic\n" + body + "nine\nten\n")
                         .remove("drivers/old name.c");
    repo_.write();
    compare(tip, "net/new.c");
}

TEST_F(LineOrigins, OfLinesThatRepeat) {
    std::string before = "{\n";
    for (int i = 0; i < 40; ++i)
        before += "\tcall();\n\n\tif (x) {\n\t\treturn;\n\t}\n";
    repo_.commit("a.c", before);
    repo_.commit("a.c",
                 before.substr(0, 400) + "\tif (x) {\n\t\treturn;\n\t}\n\n" + before.substr(400));
    const auto tip = repo_.commit("a.c", before.substr(0, 300) + before.substr(330));
    repo_.write();
    compare(tip, "a.c");
}

TEST_F(LineOrigins, EndWhereTheyAreToldTo) {
    const auto base = repo_.commit("a.c", "old\n");
    const auto next = repo_.commit("a.c", "old\nnew\n");
    const auto tip = repo_.commit("b.c", "b\n");
    repo_.write();
    blame::LineTracer tracer(repo_.path());
    blame::TraceLimits limits;
    limits.within = [&](const git::ObjectId& id) { return id.hex() != base.id(); };
    const auto start = git::ObjectId::from_hex(tip.id()).value();
    const auto found = tracer.trace(start, "a.c", {1, 2, 3, 0}, limits);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_TRUE(found[0].unfinished);
    EXPECT_EQ(found[0].commit.hex(), base.id());
    EXPECT_FALSE(found[1].unfinished);
    EXPECT_EQ(found[1].commit.hex(), next.id());
    // And go on from there.
    const auto further = tracer.trace(found[0].commit, found[0].path, {found[0].number});
    ASSERT_EQ(further.size(), 1U);
    EXPECT_FALSE(further[0].unfinished);
    EXPECT_TRUE(tracer.trace(start, "missing.c", {1}).empty());
    std::stop_source stopped;
    stopped.request_stop();
    EXPECT_TRUE(tracer.trace(start, "a.c", {1}, {}, stopped.get_token()).at(0).unfinished);
}

TEST_F(LineOrigins, OfAShallowCloneEndUnfinishedAtItsBorder) {
    repo_.commit("a.c", "old\n");
    const auto border = repo_.commit("a.c", "old\nlate\n");
    const auto tip = repo_.commit("a.c", "old\nlate\nnew\n");
    repo_.write();
    const auto clone = folder_ / "clone";
    run_git(folder_.path(), {"clone", "--quiet", "--bare", "--depth=2",
                             "file://" + repo_.path().string(), clone.string()});
    blame::LineTracer tracer(clone);
    const auto found = tracer.trace(git::ObjectId::from_hex(tip.id()).value(), "a.c", {1, 2, 3});
    ASSERT_EQ(found.size(), 3U);
    for (const auto& origin : found) {
        const bool is_new = origin.line == 3;
        EXPECT_EQ(origin.commit.hex(), is_new ? tip.id() : border.id()) << origin.line;
        EXPECT_EQ(origin.unfinished, !is_new) << origin.line;
    }
}

TEST_F(LineOrigins, LeadToWhatChangedThemLater) {
    const auto base = repo_.commit("a.c", "1\n2\n3\n4\n5\n6\n7\n8\n");
    repo_.tag("base", base);
    const auto adds = repo_.commit("a.c", "1\n2\nnew a\nnew b\n3\n4\n5\n6\n7\n8\n");
    repo_.commit("a.c", "1\n2\nnew a\nnew b\n3\n4\nfive\n6\n7\n8\n"); // none of them
    const auto fix = repo_.commit("a.c", "1\n2\nnew A\nnew b\n3\n4\nfive\n6\n7\n8\n");
    const auto moves =
        repo_.commit("b.c", "1\n2\nnew A\nnew b\n3\n4\nfive\n6\n7\n8\n").remove("a.c");
    const auto ends = repo_.commit("b.c", "1\n2\nnew A\n3\n4\nfive\n6\n7\n8\n");
    const auto tip = repo_.commit("b.c", "1\n2\n3\n4\nfive\n6\n7\n8\n"); // the fix's line
    repo_.write();
    EXPECT_EQ(later(base, adds, tip, "a.c"),
              (std::vector<std::string>{fix.id() + " a.c: 3", ends.id() + " b.c: 4"}));
    EXPECT_EQ(later(base, fix, tip, "a.c"), std::vector<std::string>{tip.id() + " b.c: 3"});
    EXPECT_TRUE(later(base, moves, tip, "b.c").empty());
    EXPECT_TRUE(later(base, base, tip, "a.c").empty()); // not of the range
}

TEST_F(LineOrigins, SayHowFarTheSearchIsAndWhatItFound) {
    const auto base = repo_.commit("a.c", "1\n");
    const auto adds = repo_.commit("a.c", "1\nnew\n");
    std::vector<Commit> others;
    for (int i = 0; i < 600; ++i)
        others.push_back(repo_.commit("b.c", std::to_string(i) + "\n"));
    const auto fix = repo_.commit("a.c", "1\nfixed\n");
    repo_.write();
    blame::LineTracer tracer(repo_.path());
    const auto id = [](const Commit& commit) {
        return git::ObjectId::from_hex(commit.id()).value();
    };
    const auto history = git::History::read(tracer.repository(), id(base), id(fix));
    std::vector<std::int64_t> done, found;
    blame::later_changes(tracer, history, id(adds), "a.c", [&](const blame::LaterStep& step) {
        EXPECT_EQ(step.total, 601);
        (step.found == nullptr ? done : found).push_back(step.done);
    });
    EXPECT_EQ(done, std::vector<std::int64_t>{500});
    EXPECT_EQ(found, std::vector<std::int64_t>{601});
    // No step is behind the last commit.
    const auto shorter = git::History::read(tracer.repository(), id(base), id(others.at(498)));
    blame::later_changes(tracer, shorter, id(adds), "a.c", [](const blame::LaterStep& step) {
        ADD_FAILURE() << step.done << " of " << step.total;
    });
}

/// MERGEWINDOW_TEST_CLONE and MERGEWINDOW_TEST_RANGE: blame of files that the range touched.
TEST(RealCloneBlame, IsGits) {
    const char* const clone = std::getenv("MERGEWINDOW_TEST_CLONE");
    const char* const range = std::getenv("MERGEWINDOW_TEST_RANGE");
    if (clone == nullptr || range == nullptr)
        GTEST_SKIP() << "needs MERGEWINDOW_TEST_CLONE and MERGEWINDOW_TEST_RANGE";
    const std::string to = std::string(range).substr(std::string(range).find("..") + 2);
    const auto tip = split(run_git(clone, {"rev-parse", to + "^{commit}"}), '\n').at(0);
    const auto touched = split(run_git(clone, {"log", "--no-merges", "--diff-filter=M",
                                               "--name-only", "--format=", "-60", range}),
                               '\n');
    std::set<std::string> paths;
    for (const auto& path : touched)
        if (path.ends_with(".c") || path.ends_with(".h"))
            paths.insert(path);
    int files = 0, lines = 0, other = 0;
    for (const auto& path : paths) {
        if (run_git(clone, {"ls-tree", tip, "--", path}).empty())
            continue;
        const auto expected = git_blame(clone, tip, path);
        const auto found = our_blame(clone, tip, path, static_cast<int>(expected.size()));
        ++files;
        for (const auto& [line, blamed] : expected) {
            ++lines;
            const auto ours = found.find(line);
            const bool same = ours != found.end() && ours->second == blamed;
            other += same ? 0 : 1;
            if (!same && other <= 20)
                std::cout << path << ':' << line << ' ' << testing::PrintToString(blamed) << " but "
                          << (ours == found.end() ? "nothing"
                                                  : testing::PrintToString(ours->second))
                          << '\n';
        }
        if (files == 25)
            break;
    }
    std::cout << files << " files, " << lines << " lines, " << other << " otherwise than git\n";
    EXPECT_LE(other * 1000, lines); // xdiff's shortcuts differ from version to version
}

} // namespace
} // namespace mw::test
