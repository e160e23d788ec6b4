// A release that is taken out: what goes with it, and what stays.

#include "code/changed_words.h"
#include "store/sample_release.h"
#include "store/sql/error.h"
#include "store/user/annotations.h"
#include "store/write/release_removal.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace mw::test {
namespace {

class Removal : public StoreTest {
protected:
    Removal() {
        write("first", {made('a', "alpha onlyfirst", "Ann", "FIRST", "first.c", "Fixes")});
        write("second", {made('b', "beta onlysecond", "Bob", "SECOND", "second.c", "Link"),
                         made('c', "gamma shared", "Cem", "SHARED", "shared.c", "Acked-by")});
        write("third", {made('d', "delta shared", "Cem", "SHARED", "shared.c", "Acked-by")});
    }

    static store::NewCommit made(char id, const std::string& subject, const std::string& author,
                                 const std::string& subsystem, const std::string& path,
                                 const std::string& key) {
        auto commit = StoreTest::commit(id, subject);
        commit.author = {author, author + "@x"};
        commit.subsystem = subsystem;
        commit.paths = {{path, 'M', false, {}, {}}};
        commit.trailers = {{key, "Zoe " + author + " <z@" + author + ">"}};
        return commit;
    }

    std::string list(const std::string& sql) {
        SQLite::Database database(file_.string());
        SQLite::Statement select(database, sql);
        std::string text;
        while (select.executeStep())
            text += (text.empty() ? "" : ",") + select.getColumn(0).getString();
        return text;
    }
};

TEST_F(Removal, TakesWhatOnlyTheReleaseNeeded) {
    store::remove_release(file_, "second");
    EXPECT_EQ(list("SELECT name FROM release ORDER BY 1"), "first,third");
    EXPECT_EQ(list("SELECT name FROM person ORDER BY 1"), "Ann,Carl Committer,Cem,Zoe Ann,Zoe Cem");
    EXPECT_EQ(list("SELECT path FROM path ORDER BY 1"), "first.c,shared.c");
    EXPECT_EQ(list("SELECT name FROM subsystem ORDER BY 1"), "FIRST,SHARED");
    EXPECT_EQ(list("SELECT key FROM trailer_key ORDER BY 1"), "Acked-by,Fixes");
    EXPECT_EQ(find("onlysecond"), std::vector<std::string>{});
    EXPECT_EQ(find("shared"), std::vector<std::string>{"delta shared"});
    EXPECT_EQ(find("nlyfirs"), std::vector<std::string>{"alpha onlyfirst"});
    EXPECT_TRUE(store::Reader(file_).check().empty());
    for (const std::string name : {"first", "third"})
        store::remove_release(file_, name);
    for (const std::string table :
         {"commits", "commit_parents", "body_block", "reason_block", "change", "trailer",
          "reference", "person", "path", "subsystem", "trailer_key", "place", "search_words",
          "common_phrase", "release_file"})
        EXPECT_EQ(list("SELECT count(*) FROM " + table), "0") << table;
    EXPECT_TRUE(store::Reader(file_).check().empty());
}

TEST_F(Removal, TakesTheCodeOfTheReleaseAlone) {
    for (const std::string name : {"first", "second", "third"}) {
        store::LineWriter writer(file_, name);
        for (const auto& task : writer.tasks()) {
            writer.add(task.commit, {{1, 0}});
            writer.add_code(task.commit,
                            static_cast<char>(code::in_added) + ("code_of_" + name) + '\0');
        }
        writer.commit({store::LineState::counted, 0});
    }
    EXPECT_EQ(find("code:code_of_second").size(), 2U);
    store::remove_release(file_, "second");
    EXPECT_EQ(find("code:code_of_first"), std::vector<std::string>{"alpha onlyfirst"});
    EXPECT_EQ(find("code:code_of_second"), std::vector<std::string>{});
    EXPECT_EQ(find("code:code_of_third"), std::vector<std::string>{"delta shared"});
    EXPECT_EQ(list("SELECT count(DISTINCT release_id) FROM identifier_block"), "2");
}

/// It takes no more than what it had; to make the index anew would take minutes and all texts.
TEST_F(Removal, ReadsNoTextOfOtherReleases) {
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE)
        .exec("UPDATE body_block SET data = x'00' WHERE first = (SELECT min(id) FROM commits "
              "WHERE subject = 'alpha onlyfirst')");
    store::remove_release(file_, "second");
    EXPECT_EQ(find("onlysecond"), std::vector<std::string>{});
    EXPECT_EQ(find("\"onlyfirst\""), std::vector<std::string>{"alpha onlyfirst"});
}

TEST_F(Removal, LeavesWhatAPersonMade) {
    const auto hex = std::string("62626262626262626262") + "62626262626262626262";
    store::AnnotationStore(file_).change({hex}, [](store::Annotation& own) {
        own.note = "keep me";
        own.bookmarked = true;
        own.place = classify::SectionKey{classify::Section::security, classify::Subgroup::none};
    });
    store::remove_release(file_, "second");
    ASSERT_EQ(store::Reader(file_).personal().size(), 1U);
    EXPECT_EQ(store::Reader(file_).personal().front().note, "keep me");
    write("second", {made('b', "beta onlysecond", "Bob", "SECOND", "second.c", "Link")});
    EXPECT_EQ(find("is:noted section:security"), std::vector<std::string>{"beta onlysecond"});
}

TEST_F(Removal, IsRefusedWithASentence) {
    try {
        store::remove_release(file_, "none");
        ADD_FAILURE();
    } catch (const store::Error& error) {
        EXPECT_NE(std::string(error.what()).find("no release 'none'"), std::string::npos);
        EXPECT_NE(std::string(error.what()).find("second"), std::string::npos);
    }
    store::Release meta;
    meta.name = "brought";
    meta.bundled = true;
    store::ReleaseWriter writer(file_, meta, "x");
    writer.add(0, StoreTest::commit('e', "e"));
    writer.commit(0);
    EXPECT_THROW(store::remove_release(file_, "brought"), store::Error);
    EXPECT_EQ(store::Reader(file_).releases().size(), 4U);
}

/// Readers see the whole release or none of it.
TEST_F(Removal, IsNotSeenHalf) {
    store::Reader reader(file_);
    EXPECT_EQ(reader.releases().size(), 3U);
    store::remove_release(file_, "second");
    EXPECT_EQ(reader.releases().size(), 2U);
    EXPECT_TRUE(reader.check().empty());
}

TEST_F(Removal, GivesTheRoomBack) {
    std::vector<store::NewCommit> many;
    for (int i = 0; i < 2'000; ++i) {
        many.push_back(made('x', "subject " + std::to_string(i), "Ann", "X", "x.c", "Link"));
        many.back().body = std::string(500, static_cast<char>('a' + i % 26));
    }
    const auto before = std::filesystem::file_size(file_);
    write("large", many);
    store::remove_release(file_, "large");
    EXPECT_LT(std::filesystem::file_size(file_), before * 2);
}

} // namespace
} // namespace mw::test
