// Each rule of the integrity check, and a file that breaks it and nothing else.

#include "store/sample_release.h"
#include "store/sql/text_blocks.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace mw::test {
namespace {

class Integrity : public StoreTest {
protected:
    Integrity() {
        auto one = commit('a', "one");
        one.pull = 2;
        one.paths = {changed_file("drivers/net/a.c"), changed_file("b.c")};
        one.place = {classify::Section::hardware, classify::Subgroup::network};
        auto two = commit('b', "two");
        two.paths = {changed_file("b.c")};
        auto pull = commit('c', "Merge tag 'x' of git://host/net");
        pull.kind = store::CommitKind::pull;
        write("r", {one, two, pull});
        EXPECT_EQ(faults(), "");
    }

    /// Exactly this is said.
    void expect(const std::string& sql, const std::string& words) {
        SQLite::Database database(file_.string(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA foreign_keys = OFF");
        database.exec(sql);
        EXPECT_EQ(faults(), words + '\n') << sql;
    }
};

TEST_F(Integrity, AChangesetLanded) {
    expect("UPDATE commits SET landed_time = NULL WHERE id = 2",
           "1 changesets of imported releases have no landing.");
}

TEST_F(Integrity, AChangesetLandedThroughAPull) {
    expect("UPDATE commits SET pull_id = 2 WHERE id = 1",
           "1 changesets of imported releases have no landing.");
}

TEST_F(Integrity, ACommitHasASection) {
    expect("INSERT INTO place VALUES (90, '', ''); UPDATE commits SET place_id = 90 WHERE id = 2",
           "1 commits have no section.");
}

TEST_F(Integrity, HardwareHasASubgroup) {
    expect("INSERT INTO place VALUES (90, 'hardware', ''); UPDATE commits SET place_id = 90 WHERE "
           "id >= 1 AND kind <> 2",
           "2 hardware changesets have no subgroup.");
}

TEST_F(Integrity, AMergeInHardwareNeedsNone) {
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE)
        .exec("INSERT INTO place VALUES (90, 'hardware', ''); UPDATE commits SET place_id = 90 "
              "WHERE kind = 2");
    EXPECT_EQ(faults(), "");
}

TEST_F(Integrity, ACommitHasAReason) {
    SQLite::Database database(file_.string(), SQLite::OPEN_READWRITE);
    store::replace_texts(database, store::reason_blocks, {{3, ""}});
    EXPECT_EQ(faults(), "1 commits have no reason for their section.\n");
}

TEST_F(Integrity, ACommitHasItsMessage) {
    expect("UPDATE body_block SET first = 3 WHERE first = 1",
           "2 commits have lost their messages.");
}

TEST_F(Integrity, AChangesetListsItsFiles) {
    expect("DELETE FROM change WHERE commit_id = 2; UPDATE release SET files = files",
           "1 changesets list another number of files than they have.");
}

TEST_F(Integrity, ACountedReleaseHasLines) {
    expect("UPDATE release SET line_state = 1",
           "2 changesets lack line counts in releases that are said to be counted.");
}

TEST_F(Integrity, FiguresAreSums) {
    for (const std::string figure : {"changesets", "merges", "files"}) {
        expect("UPDATE release SET " + figure + " = " + figure + " + 1",
               "1 releases give figures that are not the sum of their commits.");
        SQLite::Database(file_.string(), SQLite::OPEN_READWRITE)
            .exec("UPDATE release SET " + figure + " = " + figure + " - 1");
        EXPECT_EQ(faults(), "");
    }
}

TEST_F(Integrity, RowsPointToRows) {
    expect("UPDATE commits SET author_id = 99 WHERE id = 2",
           "Table commits has a row that points to a missing row of person.");
}

TEST_F(Integrity, PeopleAreNamedAsTheMailmapHasThem) {
    expect("UPDATE person SET name = 'Another' WHERE name = 'Ann Author'",
           "1 people are not named as the newest mailmap has them. Import a release again.");
}

TEST_F(Integrity, SqliteIsAsked) {
    {
        SQLite::Database database(file_.string(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, "
                      "'(oid)', '(author_id)') WHERE name = 'commits_by_oid'");
    }
    EXPECT_NE(faults().find("SQLite's integrity check: "), std::string::npos) << faults();
}

} // namespace
} // namespace mw::test
