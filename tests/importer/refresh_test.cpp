// A release that is refreshed holds what an import from scratch gives.

#include "importer/comparison.h"
#include "importer/refresh.h"
#include "store/read/reader.h"
#include "store/sql/text_blocks.h"
#include "store/user/news.h"
#include "store/write/release_removal.h"
#include "support/git.h"
#include "support/random_history.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

namespace mw::test {
namespace {

/// All that an import derives of a release, but for row ids, moments and durations: what says so
/// with a statement for each table, ?1 the release, and first its first row id.
constexpr const char* derived[] = {
    "SELECT from_rev, hex(from_oid), hex(to_oid), from_is_ancestor, fingerprint, line_state, "
    "window_end, window_tag, first_landing, last_landing, changesets, merges, pulls, files, "
    "insertions, deletions, remarks, shallow, uncounted, interface_state, code_state, "
    "events_kept FROM release WHERE id = ?1",
    "SELECT c.position, c.kind, hex(c.oid), c.subject, a.name, a.email, a.key, c.author_time, "
    "c.author_zone, o.name, c.commit_time, c.landed_time, hex(m.oid), hex(b.oid), p.section, "
    "p.subgroup, s.name, c.files, c.insertions, c.deletions, c.adds_kind, c.adds, t.body, "
    "t.reason, "
    "hex(t.parents), c.id - (SELECT min(id) FROM commits WHERE release_id = ?1) FROM commits c "
    "JOIN commit_text t ON t.commit_id = c.id JOIN place p ON p.id = c.derived_place_id LEFT JOIN "
    "person a ON a.id = c.author_id LEFT JOIN person o ON o.id = c.committer_id LEFT JOIN commits "
    "m ON m.id = c.pull_id LEFT JOIN commits b ON b.id = c.brought_by LEFT JOIN subsystem s ON "
    "s.id = c.subsystem_id WHERE c.release_id = ?1 ORDER BY c.position",
    "SELECT hex(c.oid), p.path, h.status, h.binary, h.insertions, h.deletions FROM change h JOIN "
    "commits c ON c.id = h.commit_id JOIN path p ON p.id = h.path_id WHERE c.release_id = ?1 ORDER "
    "BY c.position, p.path",
    "SELECT hex(c.oid), t.ordinal, k.key, t.value, o.name FROM trailer t JOIN commits c ON c.id = "
    "t.commit_id JOIN trailer_key k ON k.id = t.key_id LEFT JOIN person o ON o.id = t.person_id "
    "WHERE c.release_id = ?1 ORDER BY c.position, t.ordinal",
    "SELECT hex(c.oid), r.target, r.kind, r.line FROM reference r JOIN commits c ON c.id = "
    "r.commit_id WHERE c.release_id = ?1 ORDER BY c.position, r.target, r.kind",
    "SELECT path, content FROM release_file WHERE release_id = ?1 ORDER BY path",
    "SELECT common, rare FROM search_words WHERE release_id = ?1",
    "SELECT words, hex(commits) FROM common_phrase WHERE release_id = ?1 ORDER BY words",
    "SELECT first, hex(data) FROM identifier_block WHERE release_id = ?1 ORDER BY first",
    "SELECT hex(c.oid), hex(e.data) FROM interface_event e JOIN commits c ON c.id = e.commit_id "
    "WHERE c.release_id = ?1 ORDER BY c.position",
    "SELECT ordinal, kind, change, name, detail, path, hex(oid) FROM interface_change WHERE "
    "release_id = ?1 ORDER BY ordinal",
};

std::string content_of(const std::filesystem::path& file, const std::string& release) {
    SQLite::Database database(file.string());
    store::define_block_text(database);
    SQLite::Statement id(database, "SELECT id FROM release WHERE name = ?");
    id.bind(1, release);
    id.executeStep();
    std::string content;
    for (const char* sql : derived) {
        SQLite::Statement select(database, sql);
        select.bind(1, id.getColumn(0).getInt64());
        while (select.executeStep()) {
            for (int column = 0; column < select.getColumnCount(); ++column)
                content += select.getColumn(column).getString() + '|';
            content += '\n';
        }
        content += "--\n";
    }
    return content;
}

std::vector<std::string> unseen(const std::filesystem::path& file) {
    SQLite::Database database(file.string());
    SQLite::Statement select(database, "SELECT lower(hex(oid)) FROM unseen ORDER BY oid");
    std::vector<std::string> ids;
    while (select.executeStep())
        ids.push_back(select.getColumn(0).getString());
    return ids;
}

class Refresh : public testing::Test {
protected:
    std::string fresh(const std::string& to, const std::string& name, bool lines = true) {
        const auto file = folder_ / fmt::format("fresh{}.db", ++fresh_);
        auto request = request_for(file, repo_.path(), "base", to);
        request.name = name;
        request.lines = lines;
        importer::run_import(request, {}, {});
        return content_of(file, name);
    }

    store::Release import(const std::string& to, bool lines = true) {
        auto request = request_for(file_, repo_.path(), "base", to);
        request.name = to;
        request.lines = lines;
        return importer::run_import(request, {}, {});
    }

    importer::Refreshed refresh(const std::string& name) {
        return importer::refresh_release(file_, name, {}, {});
    }

    /// Something that no import writes and nothing compares: who finds it again kept the rows.
    void mark_rows() const {
        SQLite::Database(file_.string(), SQLite::OPEN_READWRITE)
            .exec("UPDATE commits SET commit_zone = 1234");
    }
    bool kept_rows() const {
        SQLite::Database database(file_.string());
        return database.execAndGet("SELECT count(*) FROM commits WHERE commit_zone = 1234")
                   .getInt() > 0;
    }

    void move(const std::string& branch, const std::string& to) {
        run_git(repo_.path(), {"branch", "-f", branch, to});
    }

    std::int64_t unseen_count(const store::Release& release) {
        return store::News(file_).count(release.id);
    }

    std::vector<store::RowId> found(const store::Release& release, const std::string& query) {
        store::Reader reader(file_);
        store::CommitQuery wanted;
        wanted.release = release.id;
        wanted.text = query;
        return reader.find(wanted);
    }

    TempDir folder_;
    RepoBuilder repo_{folder_ / "repo"};
    std::filesystem::path file_ = folder_ / "test.db";
    int fresh_ = 0;
};

class RandomRefresh : public Refresh, public testing::WithParamInterface<unsigned> {};

TEST_P(RandomRefresh, GivesWhatAnImportFromScratchGives) {
    RandomHistory(repo_, GetParam(), GetParam() % 3 == 0, RandomHistory::Files::kernel).grow(150);
    const auto all = repo_.commits();
    const std::size_t seed = GetParam();
    repo_.tag("base", all[seed * 7 % 40]);
    repo_.write();
    // Any commit of the range, of the mainline or not, as where the branch once was.
    const auto ids = split(run_git(repo_.path(), {"rev-list", "base..master"}), '\n');
    run_git(repo_.path(), {"branch", "followed", ids[seed * 13 % ids.size()]});
    import("followed");
    for (const auto& at : {ids[seed * 5 % ids.size()], ids[ids.size() / 4], ids.front()}) {
        move("followed", at);
        refresh("followed");
        EXPECT_EQ(content_of(file_, "followed"), fresh("followed", "followed")) << at;
        EXPECT_TRUE(store::Reader(file_).check().empty());
    }
}

TEST_P(RandomRefresh, GoesOnStepByStepAlongTheMainline) {
    RandomHistory(repo_, GetParam() + 100, false, RandomHistory::Files::kernel).grow(150);
    repo_.tag("base", repo_.commits()[5]);
    repo_.write();
    const auto mainline = split(
        run_git(repo_.path(), {"rev-list", "--first-parent", "--reverse", "base..master"}), '\n');
    run_git(repo_.path(), {"branch", "followed", mainline[mainline.size() / 3]});
    const bool lines = GetParam() % 4 != 0;
    const bool ancestor = import("followed", lines).from_is_ancestor;
    for (std::size_t at = mainline.size() / 3 + 1; at < mainline.size(); at += GetParam() % 3 + 1) {
        move("followed", mainline[at]);
        mark_rows();
        EXPECT_TRUE(refresh("followed").changed);
        EXPECT_TRUE(kept_rows() || !ancestor) << "was read from the start";
        ASSERT_EQ(content_of(file_, "followed"), fresh("followed", "followed", lines))
            << mainline[at];
    }
    EXPECT_TRUE(store::Reader(file_).check().empty());
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomRefresh, testing::Range(1U, 9U));

/// A merge is in the section of what it brought: where a new entry of MAINTAINERS moves that, the
/// merge moves, too, and what stands beside it stays.
TEST_F(Refresh, SortsMergesAnewWhereWhatTheyBroughtHasMoved) {
    const std::string rest = "THE REST\nF:\t*\nF:\t*/\n";
    const auto base = repo_.commit("MAINTAINERS", rest);
    repo_.tag("base", base);
    repo_.branch("topic", base);
    const auto topic = repo_.commit("odd/thing.c", "1\n").message("odd: thing\n");
    repo_.checkout("master");
    repo_.commit("net/core/dev.c", "1\n").message("net: one\n");
    const auto merge = repo_.merge({topic}).message("Merge branch 'x' of git://host/tree\n");
    repo_.branch("followed", merge);
    repo_.checkout("master");
    repo_.commit("MAINTAINERS", "ODD THINGS\nF:\tdrivers/usb/\nF:\todd/\n\n" + rest);
    repo_.write();
    const auto before = import("followed");
    EXPECT_EQ(found(before, "is:merge section:hardware").size(), 0U);
    mark_rows();
    move("followed", "master");
    const auto after = refresh("followed");
    EXPECT_TRUE(kept_rows()) << "was read from the start";
    EXPECT_EQ(found(after.release, "is:merge section:hardware").size(), 1U);
    EXPECT_EQ(found(after.release, "is:changeset section:networking").size(), 1U);
    EXPECT_EQ(content_of(file_, "followed"), fresh("followed", "followed"));
}

/// Where the entries that changed do not tell which files sort otherwise, all is read anew: where
/// their order decides between two, where there were none, and where none are left.
TEST_F(Refresh, ReadsAllAnewWhereMaintainersSaysMoreThanItsEntriesTell) {
    const std::string usb = "USB\nF:\tdrivers/usb/\nF:\todd/\n\n",
                      net = "NET\nF:\tnet/\nF:\todd/\n\n", no_files = "NOBODY\nM:\tno@body\n";
    repo_.tag("base", repo_.commit("file", "0\n"));
    std::vector<std::pair<Commit, Commit>> steps;
    for (const auto& [before, after] :
         {std::pair(usb + net, net + usb), {no_files, usb}, {net, std::string()}}) {
        repo_.commit("MAINTAINERS", before);
        const auto thing = repo_.commit("odd/thing.c", before).message("thing: change\n");
        steps.emplace_back(thing, after.empty() ? repo_.commit("file", "1\n").remove("MAINTAINERS")
                                                : repo_.commit("MAINTAINERS", after));
    }
    repo_.write();
    for (const auto& [before, after] : steps) {
        move("followed", before.id());
        import("followed");
        mark_rows();
        move("followed", after.id());
        refresh("followed");
        EXPECT_FALSE(kept_rows()) << after.id();
        EXPECT_EQ(content_of(file_, "followed"), fresh("followed", "followed")) << after.id();
    }
}

/// Three changesets on the mainline behind "base", of which "followed" has the first.
class Following : public Refresh {
protected:
    Following() {
        base_ = repo_.commit("a.c", "base\n").message("base\n");
        repo_.tag("base", *base_);
        commits_.push_back(repo_.commit("a.c", "one\n").message("one\n"));
        repo_.branch("followed", commits_.back());
        repo_.checkout("master");
        commits_.push_back(repo_.commit("a.c", "two\n").message("two\n"));
        commits_.push_back(repo_.commit("a.c", "three\n").message("three\n"));
        repo_.write();
    }

    std::optional<Commit> base_;
    std::vector<Commit> commits_;
};

TEST_F(Following, MarksWhatCameUntilItWasSeen) {
    auto release = import("followed");
    EXPECT_EQ(unseen_count(release), 0);
    move("followed", commits_[1].id());
    EXPECT_TRUE(importer::has_moved(release));
    release = refresh("followed").release;
    EXPECT_FALSE(importer::has_moved(release));
    EXPECT_EQ(unseen(file_), std::vector{commits_[1].id()});
    move("followed", commits_[2].id());
    release = refresh("followed").release;
    EXPECT_EQ(unseen_count(release), 2);
    EXPECT_EQ(found(release, "is:unseen").size(), 2U);
    EXPECT_EQ(store::News(file_).clear(release.id), 2);
    EXPECT_EQ(found(release, "is:unseen").size(), 0U);
}

TEST_F(Following, MarksWhatCameWithAWholeImport) {
    import("followed");
    move("followed", commits_[2].id());
    import("followed"); // the same name again
    EXPECT_EQ(unseen(file_).size(), 2U);
}

TEST_F(Following, OfABranchThatWasMovedBackNothingStays) {
    move("followed", commits_[2].id());
    import("followed");
    move("followed", commits_[0].id());
    const auto refreshed = refresh("followed");
    EXPECT_EQ(refreshed.release.changesets, 1);
    EXPECT_EQ(unseen_count(refreshed.release), 0);
    EXPECT_EQ(content_of(file_, "followed"), fresh("followed", "followed"));
}

TEST_F(Following, TakesTheNameOfTheTagThatAppears) {
    import("followed");
    run_git(repo_.path(), {"tag", "v9.1-rc1", commits_[1].id()});
    run_git(repo_.path(), {"tag", "v9.1", commits_[1].id()});
    move("followed", commits_[2].id());
    const auto refreshed = refresh("followed");
    EXPECT_EQ(refreshed.former_name, "followed");
    EXPECT_EQ(refreshed.release.name, "v9.1");
    EXPECT_EQ(refreshed.release.to_oid, commits_[1].id()) << "what is behind the tag is no part";
    EXPECT_FALSE(importer::has_moved(refreshed.release));
    EXPECT_FALSE(refresh("v9.1").changed);
}

TEST_F(Following, TakesTheNameOfATagAtItsEnd) {
    const auto release = import("followed");
    run_git(repo_.path(), {"tag", "v9.1", commits_[0].id()});
    EXPECT_TRUE(importer::has_moved(release));
    EXPECT_EQ(refresh("followed").release.name, "v9.1");
    EXPECT_TRUE(store::Reader(file_).check().empty());
}

TEST_F(Following, KeepsANameThatAPersonGave) {
    auto request = request_for(file_, repo_.path(), "base", "followed");
    request.name = "my kernel";
    importer::run_import(request, {}, {});
    run_git(repo_.path(), {"tag", "v9.1", commits_[0].id()});
    const auto refreshed = refresh("my kernel");
    EXPECT_EQ(refreshed.release.name, "my kernel");
    EXPECT_EQ(refreshed.release.to_rev, "v9.1");
    EXPECT_TRUE(refreshed.former_name.empty());
}

TEST_F(Following, AStoppedCountOfLinesIsTakenUpWithWhatCame) {
    import("followed");
    move("followed", commits_[1].id());
    std::stop_source stop;
    importer::ImportEvents events;
    events.browsable = [&](const store::Release&) { stop.request_stop(); };
    try {
        importer::refresh_release(file_, "followed", events, stop.get_token());
        ADD_FAILURE() << "it was not stopped";
    } catch (const importer::Cancelled& stopped) {
        EXPECT_NE(std::string(stopped.what()).find("can be used without them"), std::string::npos)
            << stopped.what();
    }
    move("followed", commits_[2].id());
    refresh("followed");
    EXPECT_EQ(content_of(file_, "followed"), fresh("followed", "followed"));
}

TEST_F(Following, WatchesFoldersThatChangeWithTheBranch) {
    const auto release = import("followed");
    const auto paths = importer::watched_paths(release);
    const auto heads = std::filesystem::canonical(repo_.path()) / "refs" / "heads";
    EXPECT_NE(std::ranges::find(paths, heads), paths.end());
}

TEST_F(Following, MarksWhatCameInThatReleaseAlone) {
    move("followed", commits_[2].id());
    auto request = request_for(file_, repo_.path(), "base", "followed");
    request.name = "another";
    const auto another = importer::run_import(request, {}, {});
    move("followed", commits_[0].id());
    import("followed");
    move("followed", commits_[2].id());
    const auto release = refresh("followed").release;
    EXPECT_EQ(unseen_count(release), 2);
    EXPECT_EQ(unseen_count(another), 0) << "it had them before";
    EXPECT_EQ(found(another, "is:unseen").size(), 0U);
    EXPECT_EQ(found(release, "is:unseen").size(), 2U);
}

TEST_F(Following, WhatWasSeenInOneReleaseIsStillNewInAnother) {
    auto request = request_for(file_, repo_.path(), "base", "followed");
    for (const auto* name : {"one", "two"}) {
        request.name = name;
        importer::run_import(request, {}, {});
    }
    move("followed", commits_[2].id());
    const auto one = refresh("one").release, two = refresh("two").release;
    EXPECT_EQ(store::News(file_).clear(one.id), 2);
    EXPECT_EQ(unseen_count(one), 0);
    EXPECT_EQ(unseen_count(two), 2);
}

TEST_F(Following, MarksOfARemovedReleaseAreForgotten) {
    move("followed", commits_[2].id());
    auto request = request_for(file_, repo_.path(), "base", "followed");
    request.name = "another"; // its commits stay
    importer::run_import(request, {}, {});
    move("followed", commits_[0].id());
    import("followed");
    move("followed", commits_[2].id());
    EXPECT_EQ(unseen_count(refresh("followed").release), 2);
    store::remove_release(file_, "followed");
    EXPECT_EQ(unseen_count(import("followed")), 0);
}

TEST_F(Following, MarksTakeTheNameOfTheTagToo) {
    import("followed");
    move("followed", commits_[1].id());
    EXPECT_EQ(unseen_count(refresh("followed").release), 1);
    run_git(repo_.path(), {"tag", "v9.1", commits_[1].id()});
    const auto refreshed = refresh("followed");
    EXPECT_EQ(refreshed.release.name, "v9.1");
    EXPECT_EQ(unseen_count(refreshed.release), 1);
}

/// The way to a clone is another text from each folder.
TEST_F(Following, OfACloneThatWasNamedFromAFolder) {
    auto request = request_for(file_, std::filesystem::relative(repo_.path()), "base", "followed");
    request.name = "followed";
    importer::run_import(request, {}, {});
    mark_rows();
    move("followed", commits_[1].id());
    refresh("followed");
    EXPECT_TRUE(kept_rows()) << "was read from the start";
    EXPECT_EQ(content_of(file_, "followed"), fresh("followed", "followed"));
}

TEST_F(Following, ARuleThatChangedWantsAWholeImport) {
    import("followed");
    mark_rows();
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE)
        .exec("UPDATE release SET fingerprint = 'other'");
    move("followed", commits_[1].id());
    refresh("followed");
    EXPECT_FALSE(kept_rows());
    EXPECT_EQ(content_of(file_, "followed"), fresh("followed", "followed"));
}

} // namespace
} // namespace mw::test
