// The outline of histories of each shape that merges take, as text; comparison.h compares it with
// git beside.

#include "importer/comparison.h"
#include "store/db/connection.h"
#include "store/db/database_file.h"
#include "store/read/outline_reader.h"
#include "store/read/reader.h"
#include "store/sql/text_blocks.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

namespace mw::test {
namespace {

/// A line for each node but the first: "pull: title 3", two blanks for each step down.
std::string text_of(const store::Outline& outline) {
    std::string text;
    for (std::size_t at = 1; at < outline.nodes.size(); ++at) {
        const auto& node = outline.nodes[at];
        text += std::string(2 * (node.depth - 1), ' ') + store::to_string(node.kind) + ": " +
                node.title;
        if (node.kind != store::OutlineKind::changeset)
            text += " " + std::to_string(node.changesets);
        text += '\n';
    }
    return text;
}

class Outlines : public testing::Test {
protected:
    Outlines() : base_(make("base")) { repo_.tag("base", base_); }

    /// A changeset by somebody of its own, so that it is in no series.
    Commit make(const std::string& title) {
        const auto name = std::to_string(++made_);
        return repo_.commit("file" + name, title + "\n")
            .message(title + "\n")
            .author("Author" + name + " <" + name + "@x>");
    }

    Commit merge(const std::vector<Commit>& others, const std::string& title) {
        return repo_.merge(others).message(title + "\n");
    }

    Commit branch(const std::string& name, const Commit& at) {
        repo_.branch(name, at);
        return make(name);
    }

    /// Of from..master.
    std::string outline(const std::string& from = "base") {
        repo_.checkout("master");
        repo_.write();
        imported_ = import_and_compare(repo_.path(), from, "master");
        return text_of(imported_.outline);
    }

    TempDir folder_;
    RepoBuilder repo_{folder_ / "repo"};
    int made_ = 0;
    Commit base_;
    Imported imported_;
};

TEST_F(Outlines, OfMergesWithinMerges) {
    const auto queue = branch("queue", base_);
    branch("driver", base_);
    const auto driver = make("driver 2");
    repo_.branch("net", base_);
    make("net");
    merge({queue}, "Merge branch 'queue'");
    merge({driver}, "Merge branch 'driver'");
    const auto net = make("net 2");
    repo_.checkout("master");
    make("direct");
    merge({net}, "Merge net");
    EXPECT_EQ(outline(), "changeset: direct\n"
                         "pull: Merge net 5\n"
                         "  changeset: net\n"
                         "  branch-merge: Merge branch 'queue' 1\n"
                         "    changeset: queue\n"
                         "  branch-merge: Merge branch 'driver' 2\n"
                         "    changeset: driver\n"
                         "    changeset: driver 2\n"
                         "  changeset: net 2\n");
    const auto& nodes = imported_.outline.nodes;
    const auto at = imported_.outline.find(nodes[7].row).value();
    EXPECT_EQ(nodes[at].title, "driver");
    EXPECT_EQ(imported_.outline.way_to(at), (std::vector<std::size_t>{0, 2, 6, 7}));
    EXPECT_EQ(imported_.outline.children(2), (std::vector<std::size_t>{3, 4, 6, 9}));
    EXPECT_EQ(nodes[2].insertions, 5);
}

TEST_F(Outlines, OfAnOctopus) {
    const auto one = branch("one", base_), two = branch("two", base_), three = branch("three", two);
    repo_.checkout("master");
    make("direct");
    merge({one, two, three}, "Merge branches");
    EXPECT_EQ(outline(), "changeset: direct\n"
                         "pull: Merge branches 3\n"
                         "  changeset: one\n"
                         "  changeset: two\n"
                         "  changeset: three\n");
}

TEST_F(Outlines, ABackMergeBringsWhatDidNotLandBefore) {
    const auto other = branch("other", base_);
    branch("net", base_);
    repo_.checkout("master");
    make("direct");
    const auto landed = merge({other}, "Merge other");
    repo_.checkout("net");
    merge({landed}, "Merge branch 'master' into net");
    const auto tip = make("net 2");
    repo_.checkout("master");
    merge({tip}, "Merge net");
    EXPECT_EQ(outline(), "changeset: direct\n"
                         "pull: Merge other 1\n"
                         "  changeset: other\n"
                         "pull: Merge net 2\n"
                         "  changeset: net\n"
                         "  branch-merge: Merge branch 'master' into net 0\n"
                         "  changeset: net 2\n");
    EXPECT_EQ(imported_.outline.nodes[6].insertions, 0);
}

TEST_F(Outlines, WhatTwoMergesOfAPullBringStandsWithTheFirst) {
    const auto shared = branch("shared", base_);
    const auto one = branch("one", shared), two = branch("two", shared);
    repo_.branch("net", base_);
    make("net");
    merge({one}, "Merge one");
    const auto tip = merge({two}, "Merge two");
    repo_.checkout("master");
    make("direct");
    merge({tip}, "Merge net");
    EXPECT_EQ(outline(), "changeset: direct\n"
                         "pull: Merge net 4\n"
                         "  changeset: net\n"
                         "  branch-merge: Merge one 2\n"
                         "    changeset: shared\n"
                         "    changeset: one\n"
                         "  branch-merge: Merge two 1\n"
                         "    changeset: two\n");
}

TEST_F(Outlines, OfBranchesThatTakeEachOther) {
    const auto left = branch("left", base_), right = branch("right", base_);
    repo_.checkout("left");
    merge({right}, "left takes right");
    const auto left_tip = make("left 2");
    repo_.checkout("right");
    merge({left}, "right takes left");
    const auto right_tip = make("right 2");
    repo_.checkout("master");
    make("direct");
    merge({left_tip}, "Merge left");
    merge({right_tip}, "Merge right");
    EXPECT_EQ(outline(), "changeset: direct\n"
                         "pull: Merge left 3\n"
                         "  changeset: left\n"
                         "  branch-merge: left takes right 1\n"
                         "    changeset: right\n"
                         "  changeset: left 2\n"
                         "pull: Merge right 1\n"
                         "  branch-merge: right takes left 0\n"
                         "  changeset: right 2\n");
}

TEST_F(Outlines, AFastForwardLeavesNoNode) {
    branch("net", base_);
    const auto tip = make("net 2");
    repo_.branch("master", tip);
    EXPECT_EQ(outline(), "changeset: net\nchangeset: net 2\n");
}

TEST_F(Outlines, OfAMergeThatChangesSomethingItself) {
    const auto net = branch("net", base_);
    repo_.checkout("master");
    make("direct");
    merge({net}, "Merge net").file("by the merge", "evil\n");
    EXPECT_EQ(outline(), "changeset: direct\npull: Merge net 1\n  changeset: net\n");
    EXPECT_EQ(imported_.outline.nodes[2].insertions, 1);
}

TEST_F(Outlines, OfAMergedTag) {
    const auto net = branch("net", base_);
    repo_.annotated_tag("net-1", net, "net: for the next release\n");
    repo_.checkout("master");
    make("direct");
    repo_.merge({net}).message("Merge tag 'net-1' of git://host/net\n\nnet: all of it\n");
    EXPECT_EQ(outline(), "changeset: direct\n"
                         "pull: Merge tag 'net-1' of git://host/net 1\n"
                         "  changeset: net\n");
}

/// What the range's start has already is in no outline.
TEST_F(Outlines, OfARangeThatStartsWithinASideBranch) {
    const auto net = branch("net", base_);
    repo_.tag("start", net);
    merge({branch("queue", base_)}, "no merge of this branch");
    repo_.checkout("net");
    const auto tip = make("net 2");
    repo_.checkout("master");
    make("direct");
    merge({tip}, "Merge net");
    EXPECT_EQ(outline("start"), "changeset: direct\npull: Merge net 1\n  changeset: net 2\n");
}

/// Neighbours by one author, committed in one go.
TEST_F(Outlines, ASeriesWithoutAMergeIsGuessed) {
    repo_.branch("net", base_);
    make("net");
    const auto patch = [&](int number) {
        const auto title = "queue " + std::to_string(number);
        return repo_.commit(title, "x\n").message(title + "\n").author("Q <q@x>");
    };
    for (int number = 1; number <= 3; ++number)
        patch(number);
    const auto tip = make("net 2");
    repo_.branch("drv", base_);
    patch(4);
    const auto drv = patch(5);
    repo_.checkout("master");
    make("direct");
    merge({tip}, "Merge net");
    merge({drv}, "Merge drv");
    EXPECT_EQ(outline(), "changeset: direct\n"
                         "pull: Merge net 5\n"
                         "  changeset: net\n"
                         "  series: queue 1 3\n"
                         "    changeset: queue 1\n"
                         "    changeset: queue 2\n"
                         "    changeset: queue 3\n"
                         "  changeset: net 2\n"
                         "pull: Merge drv 2\n"
                         "  changeset: queue 4\n"
                         "  changeset: queue 5\n");
    EXPECT_EQ(store::outline_title(imported_.outline.nodes[4]), "Probably a series of 3: queue 1");
}

TEST_F(Outlines, OfOneCommitAndAfterAMigration) {
    const auto queue = branch("queue", base_);
    repo_.branch("net", base_);
    make("net");
    auto inner = merge({queue}, "Merge queue");
    repo_.checkout("master");
    make("direct");
    merge({inner}, "Merge net");
    repo_.write();
    const auto file = folder_ / "outline.db";
    importer::run_import(request_for(file, repo_.path(), "base", "master"), {}, {});
    const auto row_of = [&](const std::string& oid) {
        return store::Reader(file).find_oid(oid).value();
    };
    const auto part = store::OutlineReader(file).commit(row_of(inner.id()));
    EXPECT_EQ(part.nodes.front().title, "Merge queue");
    EXPECT_EQ(part.nodes.front().changesets, 1);
    EXPECT_EQ(text_of(part), "changeset: queue\n");
    EXPECT_EQ(store::OutlineReader(file).commit(row_of(queue.id())).nodes.size(), 1U);
    EXPECT_TRUE(store::OutlineReader(file).commit(999'999).is_empty());
    EXPECT_TRUE(store::OutlineReader(file).release(999'999).is_empty());

    const auto before = text_of(read_release(file, "test").outline);
    {
        SQLite::Database older(file.string(), SQLite::OPEN_READWRITE);
        store::define_block_text(older);
        older.exec(
            "CREATE TABLE plain (commit_id INTEGER PRIMARY KEY, body TEXT NOT NULL, about "
            "TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL, parents BLOB NOT NULL); INSERT "
            "INTO plain SELECT commit_id, body, about, reason, parents FROM commit_text; DROP "
            "TABLE search_text; DROP VIEW indexed_text; DROP VIEW commit_text; DROP TABLE "
            "commit_parents; DROP TABLE body_block; DROP TABLE reason_block; ALTER TABLE "
            "plain RENAME TO commit_text; CREATE VIEW indexed_text AS SELECT c.id AS id, "
            "c.subject AS subject, t.body || char(10) || t.about AS body FROM commits c JOIN "
            "commit_text t ON t.commit_id = c.id; CREATE VIRTUAL TABLE search_text USING fts5 "
            "(subject, body, content = 'indexed_text', content_rowid = 'id')");
        older.exec("ALTER TABLE commits DROP COLUMN brought_by; ALTER TABLE release DROP COLUMN "
                   "code_state; ALTER TABLE release DROP COLUMN events_kept; DROP TABLE "
                   "identifier_block; DROP TABLE star; DROP TABLE employer_map; DROP TABLE unseen; "
                   "DROP TABLE interface_event; DROP TABLE project; PRAGMA user_version = 4");
    }
    store::bring_up_to_date(file);
    EXPECT_EQ(text_of(read_release(file, "test").outline), before);
}

/// A branch of a branch of a branch is no deeper a call.
TEST_F(Outlines, OfBranchesThatNestVeryDeeply) {
    auto inner = branch("inner", base_);
    for (int depth = 0; depth < 3000; ++depth) {
        repo_.branch("b" + std::to_string(depth), base_);
        inner = merge({inner}, "Merge " + std::to_string(depth));
    }
    repo_.checkout("master");
    merge({inner}, "Merge all");
    repo_.write();
    const auto file = folder_ / "outline.db";
    importer::run_import(request_for(file, repo_.path(), "base", "master"), {}, {});
    // Not with read_release(), which reads what each of the 3,000 merges brought.
    const auto release = store::Reader(file).release("test").value().id;
    const auto outline = store::OutlineReader(file).release(release);
    EXPECT_EQ(outline.nodes.size(), 3003U);
    EXPECT_EQ(outline.nodes.back().depth, 3002U);
}

} // namespace
} // namespace mw::test
