// `git replace` and info/grafts: what is read is what `git log` and `git show` read.

#include "git/diff/patch.h"
#include "git/history/history.h"
#include "git/objects/repository.h"
#include "git/setup/error.h"
#include "git/text/commit.h"
#include "support/environment.h"
#include "support/git.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace mw::git {
namespace {

using EnvironmentVariable = test::Variable;

class Replaced : public testing::Test {
protected:
    Replaced() {
        repo_.commit("file", "0\n").message("base\n");
        repo_.tag("base", repo_.tip());
        repo_.commit("file", "1\n").message("one\n");
        two_ = repo_.commit("file", "2\n").message("two\n");
        repo_.commit("file", "3\n").message("three\n");
        repo_.tag("v1", repo_.tip());
        repo_.branch("old", repo_.root().file("old", "a\n").message("old a\n"));
        repo_.tag("v0", repo_.tip());
        repo_.commit("old", "b\n").message("old b\n");
        repo_.write();
    }

    std::string git(const std::vector<std::string>& arguments,
                    const std::string& input = {}) const {
        auto output = test::run_git(repo_.path(), arguments, input);
        while (output.ends_with('\n'))
            output.pop_back();
        return output;
    }

    /// A copy of a commit with another text in it.
    std::string changed(const std::string& commit, const std::string& from, const std::string& to) {
        auto text = test::run_git(repo_.path(), {"cat-file", "commit", commit});
        text.replace(text.find(from), from.size(), to);
        return git({"hash-object", "-w", "-t", "commit", "--stdin"}, text);
    }

    /// "subject" by "subject", newest first, with the parents of each.
    std::string as_git_log(const std::string& from, const std::string& to) const {
        return git({"log", "--topo-order", "--format=%s %p", "--abbrev=40", from + ".." + to});
    }

    std::string as_read(const std::string& from, const std::string& to) const {
        const Repository repository(repo_.path());
        const auto history = History::read(repository, repository.resolve_commit(from),
                                           repository.resolve_commit(to));
        std::string lines;
        for (auto i = history.commits().size(); i-- > 0;) {
            const auto& id = history.commits()[i].id;
            const auto commit = parse_commit(id, repository.read(id, ObjectType::commit).data());
            lines += (lines.empty() ? "" : "\n") + commit.subject + ' ';
            for (std::size_t p = 0; p < commit.parents.size(); ++p)
                lines += (p == 0 ? "" : " ") + commit.parents[p].hex();
        }
        return lines;
    }

    void expect_as_git(const std::string& from, const std::string& to) {
        EXPECT_EQ(as_read(from, to), as_git_log(from, to));
    }

    test::TempDir folder_;
    test::RepoBuilder repo_{folder_ / "repo"};
    test::Commit two_{repo_.commit()};
};

TEST_F(Replaced, MessageOfACommit) {
    git({"replace", two_.id(), changed(two_.id(), "two", "two, corrected")});
    expect_as_git("base", "v1");
    EXPECT_NE(as_read("base", "v1").find("two, corrected"), std::string::npos);
    const Repository repository(repo_.path());
    EXPECT_TRUE(repository.is_replaced(*ObjectId::from_hex(two_.id())));
    EXPECT_EQ(repository.replaced_count(), 1U);
    EXPECT_NE(repository.replacement_fingerprint(), 0U);
}

TEST_F(Replaced, PackedReferencesAndLinkedWorkTrees) {
    git({"replace", two_.id(), changed(two_.id(), "two", "two, corrected")});
    git({"pack-refs", "--all"});
    git({"worktree", "add", "--quiet", folder_ / "linked", "v1"});
    expect_as_git("base", "v1");
    const Repository linked(folder_ / "linked");
    EXPECT_EQ(linked.replaced_count(), 1U);
}

TEST_F(Replaced, NotWhereItIsAskedNotTo) {
    git({"replace", two_.id(), changed(two_.id(), "two", "two, corrected")});
    {
        const EnvironmentVariable none("GIT_NO_REPLACE_OBJECTS", "");
        expect_as_git("base", "v1");
        EXPECT_EQ(as_read("base", "v1").find("corrected"), std::string::npos);
    }
    git({"config", "core.useReplaceRefs", "false"});
    expect_as_git("base", "v1");
    EXPECT_EQ(as_read("base", "v1").find("corrected"), std::string::npos);
    git({"config", "core.useReplaceRefs", "yes"});
    expect_as_git("base", "v1");
    const EnvironmentVariable elsewhere("GIT_REPLACE_REF_BASE", "refs/elsewhere");
    expect_as_git("base", "v1");
    git({"update-ref", "refs/elsewhere/" + two_.id(), changed(two_.id(), "two", "elsewhere")});
    expect_as_git("base", "v1");
    EXPECT_NE(as_read("base", "v1").find("elsewhere"), std::string::npos);
}

TEST_F(Replaced, OneAfterTheOther) {
    auto last = changed(two_.id(), "two", "two 0");
    git({"replace", two_.id(), last});
    for (int i = 1; i < 4; ++i) {
        const auto next = changed(two_.id(), "two", "two " + std::to_string(i));
        git({"replace", last, next});
        last = next;
        expect_as_git("base", "v1");
    }
    git({"replace", last, changed(two_.id(), "two", "two 4")});
    EXPECT_THROW(as_git_log("base", "v1"), std::runtime_error); // "replace depth too high"
    EXPECT_THROW(as_read("base", "v1"), Error);
}

TEST_F(Replaced, ByWhatIsNotThere) {
    git({"update-ref", "refs/replace/" + two_.id(), changed(two_.id(), "two", "gone")});
    const auto gone = git({"rev-parse", "refs/replace/" + two_.id()});
    std::filesystem::remove(repo_.path() / "objects" / gone.substr(0, 2) / gone.substr(2));
    EXPECT_THROW(as_read("base", "v1"), Error);
}

TEST_F(Replaced, ContentsOfFilesAndTrees) {
    git({"replace", git({"rev-parse", "v1~1:file"}),
         git({"hash-object", "-w", "--stdin"}, "replaced\n")});
    PatchReader reader(repo_.path());
    const auto patch = reader.file(two_.id(), "file", 100);
    ASSERT_EQ(patch.hunks.size(), 1U);
    EXPECT_EQ(patch.hunks[0].lines.back().text, "replaced");
    const auto tree = git({"mktree"}, "100644 blob " + git({"rev-parse", "v0:old"}) + "\tfile\n");
    git({"replace", git({"rev-parse", "v1^{tree}"}), tree});
    const Repository repository(repo_.path());
    EXPECT_EQ(repository.file_at(repository.resolve_commit("v1"), "file"),
              test::run_git(repo_.path(), {"show", "v1:file"}));
}

TEST_F(Replaced, ParentsByReplaceGraft) {
    git({"replace", "--graft", "base", "old"});
    expect_as_git("v0", "v1");
    expect_as_git("base", "v1");
}

class Grafted : public Replaced {
protected:
    void graft(const std::string& lines) {
        std::filesystem::create_directories(repo_.path() / "info");
        test::write_bytes(repo_.path() / "info/grafts", lines);
    }

    std::string id(const std::string& revision) const { return git({"rev-parse", revision}); }
};

TEST_F(Grafted, ParentsGivenAndTaken) {
    graft("# a history that goes on\n\n" + id("base") + ' ' + id("old") + "\n");
    expect_as_git("v0", "v1");
    graft(id("v1~1") + "\n");
    expect_as_git("base", "v1");
    graft(id("v1~1") + ' ' + id("base") + ' ' + id("old") + "  \r\n");
    expect_as_git("base", "v1");
    const Repository repository(repo_.path());
    EXPECT_TRUE(repository.is_grafted(*ObjectId::from_hex(two_.id())));
}

TEST_F(Grafted, LinesThatMakeNoSense) {
    graft("nonsense\n" + id("v1~1") + " nonsense\n" + id("v1~1") + id("base") + "\n");
    expect_as_git("base", "v1");
    graft(id("v1~1") + ' ' + id("base") + '\n' + id("v1~1") + ' ' + id("old") + '\n');
    expect_as_git("base", "v1"); // the first of two lines counts
}

TEST_F(Grafted, OfAReplacedCommit) {
    git({"replace", two_.id(), changed(two_.id(), "two", "two, corrected")});
    graft(id("v1~1") + ' ' + id("base") + '\n');
    expect_as_git("base", "v1");
    EXPECT_NE(as_read("base", "v1").find("two, corrected " + id("base")), std::string::npos);
}

TEST_F(Grafted, FileThatTheEnvironmentNames) {
    test::write_bytes(folder_ / "grafts", id("base") + ' ' + id("old") + "\n");
    const EnvironmentVariable file("GIT_GRAFT_FILE", folder_ / "grafts");
    expect_as_git("v0", "v1");
}

} // namespace
} // namespace mw::git
