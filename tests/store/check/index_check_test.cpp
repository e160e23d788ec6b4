// A check that looks into the search index, and what it must find there.

#include "store/sample_release.h"
#include "store/sql/text_blocks.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace mw::test {
namespace {

class IndexCheck : public StoreTest {
protected:
    IndexCheck() {
        auto one = commit('a', "one: first größe");
        one.body = "Some words of a body.\n\nFixes: x";
        write("first", {one, commit('b', "two: second")});
        write("second", {commit('c', "three: third")});
        EXPECT_EQ(faults(), "");
    }

    void run(const std::string& sql) {
        SQLite::Database database(file_.string(), SQLite::OPEN_READWRITE);
        store::define_block_text(database);
        database.exec(sql);
    }

    void expect_fault(const std::string& sql, const std::string& words) {
        run(sql);
        EXPECT_NE(faults().find(words), std::string::npos) << sql << ": " << faults();
    }
};

TEST_F(IndexCheck, FindsWordsThatAreLeftOver) {
    expect_fault("INSERT INTO search_text (rowid, subject, body) VALUES (1, 'left over', 'words')",
                 "1 commits are in the search index with other words");
}

TEST_F(IndexCheck, FindsEntriesOfCommitsThatAreNotThere) {
    expect_fault("INSERT INTO search_text (rowid, subject, body) VALUES (99, 'left over', '')",
                 "the words of 1 commits that are not there");
}

TEST_F(IndexCheck, FindsWordsThatAreMissing) {
    expect_fault("INSERT INTO search_text (search_text, rowid, subject, body) SELECT 'delete', id, "
                 "subject, body FROM indexed_text WHERE id = 2",
                 "1 commits are in the search index with other words");
}

TEST_F(IndexCheck, FindsTextsThatAreOthersThanWereIndexed) {
    SQLite::Database database(file_.string(), SQLite::OPEN_READWRITE);
    store::replace_texts(database, store::body_blocks, {{1, "Some words of another."}});
    EXPECT_NE(faults().find("with other words"), std::string::npos) << faults();
    EXPECT_NE(faults().find("The list of words of first"), std::string::npos) << faults();
}

TEST_F(IndexCheck, FindsAListOfWordsThatIsAnothers) {
    expect_fault("UPDATE search_words SET rare = (SELECT rare FROM search_words WHERE release_id = "
                 "1) WHERE release_id = 2",
                 "The list of words of second");
}

TEST_F(IndexCheck, FindsAWordThatBeginsWithAnotherLetter) {
    expect_fault("UPDATE search_words SET common = char(10) || 'x' || substr(common, 3) WHERE "
                 "release_id = 2",
                 "The list of words of second");
}

/// An import that replaces a release, and one that comes after it in the file, leave nothing.
TEST_F(IndexCheck, FindsNothingAfterImportsOverEachOther) {
    for (int round = 0; round < 3; ++round) {
        write("first", {commit('d', "other: fourth " + std::to_string(round))});
        write("second", {commit('a', "one: first"), commit('e', "five"), commit('f', "six")});
        EXPECT_EQ(faults(), "");
        EXPECT_EQ(find("größe"), std::vector<std::string>{});
        EXPECT_EQ(find("\"Some words\""), std::vector<std::string>{});
    }
}

TEST_F(IndexCheck, WritesNothing) {
    const auto before = read_bytes(file_);
    EXPECT_EQ(faults(), "");
    EXPECT_EQ(read_bytes(file_), before);
}

} // namespace
} // namespace mw::test
