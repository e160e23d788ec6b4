// Which changesets of a release another tree has, in each of the ways in which it may have them.

#include "git/setup/error.h"
#include "importer/import.h"
#include "store/read/reader.h"
#include "store/sql/error.h"
#include "store/user/tree_store.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"
#include "trees/read_tree.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace mw::test {
namespace {

using store::TreeState;
using Subjects = std::vector<std::string>;

const std::string ann = "Ann Author <ann@example.org>", bob = "Bob <bob@example.org>";

/// A text of ten lines in which one differs, so that a patch has context.
std::string text(int which, const std::string& line) {
    std::string all;
    for (int i = 0; i < 10; ++i)
        all += i == which ? line + '\n' : fmt::format("line {}\n", i);
    return all;
}

class Trees : public testing::Test {
protected:
    Trees() {
        upstream_.tag("v1",
                      upstream_.commit("a.c", text(0, "start")).file("b.c", text(0, "start")));
        tree_.commit("a.c", text(0, "start")).file("b.c", text(0, "start")).time(1);
    }

    void import() {
        upstream_.tag("v2", upstream_.tip());
        upstream_.write();
        import_again();
    }

    void import_again() {
        importer::ImportRequest request;
        request.database = database_;
        request.repository = upstream_.path();
        request.from = "v1";
        request.to = "v2";
        request.name = "test";
        request.jobs = 1;
        importer::run_import(request, {}, {});
    }

    store::Tree read(const std::filesystem::path& repository, const std::string& revision) {
        return trees::read_tree({database_, "stable", repository, revision});
    }

    store::Tree read() {
        tree_.write();
        return read(tree_.path(), "master");
    }

    /// What the only tree has of the changeset.
    store::TreeMark mark(const Commit& changeset) {
        const auto found = store::Reader(database_).commit_by_oid(changeset.id());
        if (!found || found->trees.size() != 1) {
            ADD_FAILURE() << "not one tree";
            return {};
        }
        return found->trees.front();
    }

    TreeState state(const Commit& changeset) { return mark(changeset).state; }

    Subjects find(const std::string& query) {
        store::Reader reader(database_);
        store::CommitQuery wanted;
        wanted.text = query;
        return reader.subjects(reader.find(wanted));
    }

    TempDir folder_;
    RepoBuilder upstream_{folder_ / "upstream"}, tree_{folder_ / "tree"};
    std::filesystem::path database_ = folder_ / "test.db";
};

TEST_F(Trees, HaveTheVeryCommit) {
    const auto first = upstream_.commit("a.c", text(1, "x")).message("a: one");
    upstream_.tag("middle", first);
    const auto second = upstream_.commit("a.c", text(2, "x")).message("a: two");
    import();
    const auto tree = read(upstream_.path(), "middle");
    EXPECT_EQ(tree.oid, first.id());
    EXPECT_EQ(state(first), TreeState::there);
    EXPECT_EQ(mark(first).oid, first.id());
    EXPECT_EQ(state(second), TreeState::missing);
    EXPECT_EQ(find("in:stable"), Subjects{"a: one"});
    EXPECT_EQ(find("missing-in:STABLE"), Subjects{"a: two"});
}

TEST_F(Trees, HaveWhatACommitNames) {
    std::vector<Commit> changesets;
    for (int i = 0; i < 8; ++i)
        changesets.push_back(upstream_.commit("a.c", text(1, fmt::format("x{}", i)))
                                 .message(fmt::format("a: {}", i)));
    import();
    const char* forms[] = {"commit {} upstream.\n",
                           "[ Upstream commit {} ]\n",
                           "text\n\n(cherry picked from commit {})\nSigned-off-by: B <b@e.org>\n",
                           "commit {}\nAuthor: Ann Author <ann@example.org>\n",
                           "mainline inclusion\nfrom mainline-v6.7\ncommit {}\ncategory: bugfix\n",
                           "Git-commit: {}\nSigned-off-by: B <b@e.org>\n",
                           "This reverts commit 0123456789abcdef which is\ncommit {} upstream.\n",
                           "text that names\ncommit {} upstream.\n"};
    std::vector<Commit> backports;
    for (std::size_t i = 0; i < std::size(forms); ++i)
        backports.push_back(
            tree_.commit("b.c", fmt::format("{}\n", i))
                .message(fmt::format("other title {}\n\n{}", i,
                                     fmt::format(fmt::runtime(forms[i]), changesets[i].id())))
                .author(bob));
    read();
    for (std::size_t i = 0; i < 6; ++i) {
        EXPECT_EQ(state(changesets[i]), TreeState::named) << forms[i];
        EXPECT_EQ(mark(changesets[i]).oid, backports[i].id());
    }
    EXPECT_EQ(state(changesets[6]), TreeState::missing);
    EXPECT_EQ(state(changesets[7]), TreeState::missing);
}

TEST_F(Trees, HaveWhatIsTheSameInOtherWords) {
    const auto picked =
        upstream_.commit("a.c", text(1, "x")).message("a: picked").author(ann).author_time(5000);
    const auto redated = upstream_.commit("a.c", text(2, "y")).message("a: sent again").author(ann);
    const auto retitled = upstream_.commit("b.c", text(3, "z")).message("b: title").author(ann);
    const auto reworked =
        upstream_.commit("b.c", text(4, "1\n2\n3\n4")).message("b: long").author(ann);
    const auto other = upstream_.commit("b.c", text(5, "q")).message("b: of bob").author(bob);
    const auto loud = upstream_.commit("a.c", text(6, "A"))
                          .message("ARM: add ZONE of A")
                          .author(ann)
                          .author_time(6000);
    import();
    tree_.commit("a.c", text(6, "another text"))
        .message("UPSTREAM: a:  Picked.")
        .author(ann)
        .author_time(5000);
    tree_.commit("a.c", text(7, "more text"))
        .message("arm: add zone of a")
        .author(ann)
        .author_time(6000);
    tree_.commit("a.c", text(1, "x"));
    tree_.commit("a.c", text(2, "y")).message("a: sent again").author(ann).time(9000);
    tree_.commit("b.c", text(3, "z")).message("b: in other words").author(ann).time(9000);
    tree_.commit("b.c", text(1, "1\n2\n3\n9")).message("b: long").author(ann).time(9000);
    tree_.commit("b.c", "nothing of it\n").message("b: of bob").author(ann).time(9000);
    read();
    EXPECT_EQ(state(picked), TreeState::same_change);
    EXPECT_EQ(state(redated), TreeState::same_patch);
    EXPECT_EQ(state(retitled), TreeState::same_patch);
    EXPECT_EQ(state(reworked), TreeState::similar);
    EXPECT_EQ(state(other), TreeState::missing);
    EXPECT_EQ(state(loud), TreeState::same_change);
}

TEST_F(Trees, DoNotHaveWhatIsMerelyCalledTheSame) {
    upstream_.commit("a.c", text(1, "DATE 6"));
    const auto date =
        upstream_.commit("a.c", text(1, "DATE 7")).message("a: Update DRIVER_DATE").author(ann);
    const auto twice =
        upstream_.commit("b.c", text(2, "p\nq\nr")).message("b: fix typo").author(ann);
    const auto again =
        upstream_.commit("b.c", text(3, "p\nq\nr")).message("b: fix typo").author(ann);
    import();
    tree_.commit("a.c", text(1, "DATE 5"));
    tree_.commit("a.c", text(1, "DATE 6")).message("a: Update DRIVER_DATE").author(ann).time(9000);
    tree_.commit("b.c", text(7, "p\nq\ns")).message("b: fix typo").author(ann).time(9000);
    read();
    for (const auto& changeset : {date, twice, again})
        EXPECT_EQ(state(changeset), TreeState::missing);
}

/// One commit makes the change that two changesets make: which of them it is, nobody knows.
TEST_F(Trees, DoNotHaveForCertainWhatSeveralChangesetsDo) {
    const auto once = upstream_.commit("a.c", text(1, "x")).message("a: once").author(ann);
    upstream_.commit("a.c", text(0, "start")).message("a: back").author(ann);
    const auto twice = upstream_.commit("a.c", text(1, "x")).message("a: twice").author(ann);
    import();
    tree_.commit("a.c", text(1, "x")).message("a: in other words").author(ann).time(9000);
    read();
    EXPECT_EQ(state(once), TreeState::missing);
    EXPECT_EQ(state(twice), TreeState::missing);
}

TEST_F(Trees, NoLongerHaveWhatTheyTookOut) {
    const auto out = upstream_.commit("a.c", text(1, "x")).message("a: out");
    const auto back = upstream_.commit("a.c", text(2, "x")).message("a: out and in");
    const auto revert =
        upstream_.commit("a.c", text(3, "x"))
            .message(fmt::format("Revert \"a: out\"\n\nThis reverts commit {:0>40}.\n", 1));
    import();
    const auto names = [](const Commit& commit) {
        return fmt::format("\n\ncommit {} upstream.\n", commit.id());
    };
    tree_.commit("a.c", "1\n").message("a: out" + names(out));
    tree_.commit("a.c", "2\n").message("a: out and in" + names(back));
    tree_.commit("a.c", "1\n")
        .message(fmt::format("Revert \"a: out and in\"\n\nThis reverts commit {}.\n", back.id()));
    tree_.commit("a.c", "3\n").message("a: out and in" + names(back));
    tree_.commit("a.c", "0\n")
        .message(
            fmt::format("Revert \"a: out\"\n\ncommit {} upstream.\n\nThis reverts commit {}.\n",
                        revert.id(), out.id()));
    read();
    EXPECT_EQ(state(out), TreeState::reverted);
    EXPECT_EQ(state(back), TreeState::named);
    EXPECT_EQ(state(revert), TreeState::named);
    EXPECT_EQ(find("missing-in:stable"), Subjects{"a: out"});
    EXPECT_EQ(find("in:stable"), (Subjects{"a: out and in", "Revert \"a: out\""}));
}

TEST_F(Trees, CannotTellWhatCameBeforeTheirHistory) {
    const auto early =
        upstream_.commit("a.c", text(1, "x")).message("a: early").time(2'000'000'000);
    const auto late = upstream_.commit("a.c", text(2, "x")).message("a: late").time(2'100'000'000);
    import();
    RepoBuilder vendor(folder_ / "vendor");
    vendor.commit("a.c", text(1, "x")).message("Initial porting").time(2'050'000'000);
    vendor.commit("a.c", text(1, "y")).message("vendor: work").time(2'200'000'000);
    vendor.write();
    const auto tree = read(vendor.path(), "master");
    EXPECT_EQ(tree.history_start, 2'050'000'000);
    ASSERT_EQ(tree.remarks.size(), 1U);
    EXPECT_NE(tree.remarks[0].english().find("begins on 2034-12-17"), std::string::npos)
        << tree.remarks[0].english();
    EXPECT_EQ(state(early), TreeState::unknown);
    EXPECT_EQ(state(late), TreeState::missing);
    EXPECT_EQ(find("missing-in:stable"), Subjects{"a: late"});
    EXPECT_EQ(find("in:stable"), Subjects{});
}

/// A branch of backports commits long after a tree took what it holds in its first commit.
TEST_F(Trees, CannotTellWhatWasWrittenBeforeTheirHistory) {
    const auto early = upstream_.commit("a.c", text(1, "x"))
                           .message("a: early")
                           .time(2'150'000'000)
                           .author_time(2'000'000'000);
    const auto late = upstream_.commit("a.c", text(2, "x"))
                          .message("a: late")
                          .time(2'150'000'001)
                          .author_time(2'140'000'000);
    import();
    RepoBuilder vendor(folder_ / "vendor");
    vendor.commit("a.c", text(1, "x")).message("Initial porting").time(2'050'000'000);
    vendor.commit("a.c", text(1, "y")).message("vendor: work").time(2'200'000'000);
    vendor.write();
    // More than a year before the first changeset was committed.
    EXPECT_EQ(read(vendor.path(), "master").history_start, 2'050'000'000);
    EXPECT_EQ(state(early), TreeState::unknown);
    EXPECT_EQ(state(late), TreeState::missing);
}

/// What a merge brought with a start of its own is not where the tree begins.
TEST_F(Trees, BeginWhereTheirFirstParentsDo) {
    const auto between =
        upstream_.commit("a.c", text(1, "x")).message("a: between").time(2'075'000'000);
    import();
    RepoBuilder vendor(folder_ / "vendor");
    const auto first =
        vendor.commit("a.c", text(1, "x")).message("Initial porting").time(2'050'000'000);
    vendor.branch("side", first);
    const auto side = vendor.root().file("side.c", "1\n").message("side").time(2'100'000'000);
    vendor.checkout("master");
    vendor.merge({side}).message("Merge branch 'side'").time(2'200'000'000);
    vendor.write();
    EXPECT_EQ(read(vendor.path(), "master").history_start, 2'050'000'000);
    EXPECT_EQ(state(between), TreeState::missing);
}

TEST_F(Trees, AnswerAlikeForABackportAndItsOriginal) {
    const auto original =
        upstream_.commit("a.c", text(1, "x")).message("a: fix").author(ann).author_time(5000);
    const auto backport =
        upstream_.commit("d/a.c", text(1, "y")).message("a: fix").author(ann).author_time(5000);
    const auto another =
        upstream_.commit("b.c", text(1, "x")).message("a: fix").author(ann).author_time(6000);
    import();
    tree_.commit("a.c", text(4, "z"))
        .message(fmt::format("vendor: a fix\n\ncommit {} upstream.\n", original.id()))
        .author(bob)
        .time(9000);
    read();
    EXPECT_EQ(state(original), TreeState::named);
    EXPECT_EQ(state(backport), TreeState::same_change);
    EXPECT_EQ(mark(backport).oid, mark(original).oid);
    EXPECT_EQ(state(another), TreeState::missing);
}

TEST_F(Trees, AreListedReadAgainAndRemoved) {
    const auto changeset = upstream_.commit("a.c", text(1, "x")).message("a: one").author(ann);
    import();
    read();
    auto all = store::TreeStore(database_).all();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].first.name, "stable");
    EXPECT_EQ(all[0].first.revision, "master");
    EXPECT_EQ(all[0].second.missing, 1);
    // What is known of a tree hangs on the commits' ids and outlives an import.
    import_again();
    EXPECT_EQ(find("missing-in:stable"), Subjects{"a: one"});
    read(upstream_.path(), "v2");
    all = store::TreeStore(database_).all();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].second.there, 1);
    EXPECT_EQ(find("in:stable"), Subjects{"a: one"});
    store::TreeStore(database_).remove("stable");
    EXPECT_TRUE(store::TreeStore(database_).all().empty());
    EXPECT_THROW(find("in:stable"), store::QueryError);
    EXPECT_THROW(store::TreeStore(database_).remove("stable"), store::Error);
    EXPECT_TRUE(store::Reader(database_).commit_by_oid(changeset.id())->trees.empty());
    EXPECT_TRUE(store::Reader(database_).check().empty());
}

TEST_F(Trees, SayWhatWasNotAsked) {
    upstream_.tag("middle", upstream_.commit("a.c", text(1, "x")).message("a: one"));
    upstream_.commit("a.c", text(2, "x")).message("a: two");
    import();
    read(upstream_.path(), "v2");
    importer::ImportRequest request;
    request.database = database_;
    request.repository = upstream_.path();
    request.from = "v1~0";
    request.to = "middle";
    request.name = "other";
    request.jobs = 1;
    importer::run_import(request, {}, {});
    EXPECT_EQ(store::TreeStore(database_).all()[0].second.not_asked, 0); // the same ids
    EXPECT_EQ(store::TreeStore(database_).all()[0].second.there, 2);
}

TEST_F(Trees, WithoutAReleaseOrARevisionSayWhatToDo) {
    tree_.write();
    EXPECT_THROW(read(tree_.path(), "master"), store::Error);
    upstream_.commit("a.c", text(1, "x"));
    import();
    EXPECT_THROW(read(tree_.path(), "nothing"), git::Error);
    EXPECT_THROW(read(folder_ / "nowhere", "master"), git::Error);
    EXPECT_THROW(trees::read_tree({database_, "", tree_.path(), "master"}), store::Error);
    EXPECT_TRUE(store::TreeStore(database_).all().empty());
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(trees::read_tree({database_, "x", tree_.path(), "master"}, stop.get_token()),
                 git::Stopped);
}

} // namespace
} // namespace mw::test
