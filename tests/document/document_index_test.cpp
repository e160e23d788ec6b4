// Documents in the database, and the way back from a commit to what was written about it.

#include "document/index/document_index.h"
#include "document/read/read_document.h"
#include "store/sample_release.h"
#include "store/sql/error.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace mw::test {
namespace {

class Library : public StoreTest {
protected:
    Library() {
        auto pull = commit('2', "Merge branch 'x' of git://host/x");
        pull.kind = store::CommitKind::pull;
        auto brought = commit('1', "x: add a thing");
        brought.pull = 1;
        write("r", {brought, pull, commit('3', "y: add another")});
    }

    static std::string hex(char digit) {
        std::string all;
        for (int i = 0; i < 20; ++i)
            all.append("3").append(1, digit);
        return all;
    }

    std::vector<std::string> mentions(char digit) {
        return store::Reader(file_).commit_by_oid(hex(digit)).value().mentions;
    }

    store::Document add(const std::string& name, const std::string& text) {
        write_bytes(folder_ / name, text);
        return document::add_document(file_, folder_ / name, "r");
    }
};

TEST_F(Library, ACommitKnowsItsEntries) {
    const auto added = add("a.md", "# Title\n\n- The **thing** (" + hex('1').substr(0, 12) +
                                       ", again https://git.kernel.org/linus/" + hex('1') +
                                       ")\n\nA pull: git.kernel.org/linus/" + hex('2') + "\n");
    EXPECT_EQ(added.title, "Title");
    using Words = std::vector<std::string>;
    const Words of_pull = {"A pull: git.kernel.org/linus/" + hex('2')};
    EXPECT_EQ(mentions('1').size(), 2U); // its own and its pull's, each entry once
    EXPECT_TRUE(mentions('1').front().starts_with("The thing ("));
    EXPECT_EQ(mentions('1').back(), of_pull.front());
    EXPECT_EQ(mentions('2'), of_pull);
    EXPECT_EQ(mentions('3'), Words{});

    store::Reader reader(file_);
    const auto places = reader.mentions(reader.commit_by_oid(hex('1'))->row.id);
    ASSERT_EQ(places.size(), 2U);
    EXPECT_EQ(places[0].line, 3);
    EXPECT_EQ(places[1].line, 5);
    EXPECT_EQ(places[1].oid, hex('2'));
    EXPECT_EQ(places[0].file, (folder_ / "a.md").string());
}

TEST_F(Library, AChangedFileReplacesWhatItMentioned) {
    const auto first = add("a.md", "- " + hex('1') + "\n");
    const auto second = add("a.md", "- " + hex('3') + "\n");
    EXPECT_EQ(first.id, second.id);
    EXPECT_EQ(mentions('1').size(), 0U);
    EXPECT_EQ(mentions('3').size(), 1U);
}

/// Each start of the window asks about every document.
TEST_F(Library, AnUnchangedFileIsNotWrittenAgain) {
    const auto first = add("a.md", "# T\n\n- " + hex('1') + "\n");
    SQLite::Database database(file_.string());
    const auto version = [&] { return database.execAndGet("PRAGMA data_version").getInt(); };
    const auto before = version();
    const auto again = document::add_document(file_, folder_ / "a.md", "r");
    EXPECT_EQ(again.id, first.id);
    EXPECT_EQ(again.title, "T");
    EXPECT_EQ(version(), before);
    // Of another release it is another document's worth of mentions.
    document::add_document(file_, folder_ / "a.md", "other");
    EXPECT_NE(version(), before);
    EXPECT_EQ(store::DocumentStore(file_).all().front().release, "other");
    // What an older program read, by other rules perhaps, is read again.
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE)
        .exec("UPDATE document SET content_hash = rtrim(content_hash, '0123456789')");
    const auto older = version();
    document::add_document(file_, folder_ / "a.md", "other");
    EXPECT_NE(version(), older);
    EXPECT_EQ(mentions('1').size(), 1U);
}

TEST_F(Library, AreListedWhereNothingCanBeWritten) {
    add("a.md", "- " + hex('1') + "\n");
    std::filesystem::permissions(file_, std::filesystem::perms::owner_read);
    EXPECT_EQ(store::DocumentStore(file_).all().size(), 1U);
    EXPECT_EQ(document::add_document(file_, folder_ / "a.md", "r").id,
              store::DocumentStore(file_).all().front().id);
    EXPECT_THROW(add("b.md", "- " + hex('2') + "\n"), store::Error);
}

TEST_F(Library, AMovedFileStaysTheSameDocument) {
    const auto first = add("a.md", "- " + hex('1') + "\n");
    std::filesystem::rename(folder_ / "a.md", folder_ / "b.md");
    const auto moved = document::add_document(file_, folder_ / "b.md", "r");
    EXPECT_EQ(moved.id, first.id);
    EXPECT_EQ(store::DocumentStore(file_).all().size(), 1U);
    // A copy is a document of its own.
    std::filesystem::copy_file(folder_ / "b.md", folder_ / "c.md");
    EXPECT_NE(document::add_document(file_, folder_ / "c.md", "r").id, first.id);
}

TEST_F(Library, AMovedFileIsOneOfTheEqualOnesThatAreGone) {
    const std::string text = "- " + hex('1') + "\n";
    add("a.md", text);
    add("b.md", text);
    std::filesystem::remove(folder_ / "a.md");
    std::filesystem::remove(folder_ / "b.md");
    const auto moved = add("c.md", text);
    const auto all = store::DocumentStore(file_).all();
    ASSERT_EQ(all.size(), 2U);
    const auto at = [&](std::size_t i) { return all[i].file == (folder_ / "c.md").string(); };
    EXPECT_NE(at(0), at(1));
    EXPECT_EQ(all[at(0) ? 0 : 1].id, moved.id);
}

TEST_F(Library, MentionsOutliveAReimportAndEndWithTheDocument) {
    const auto added = add("a.html", "<p>" + hex('3'));
    write("r", {commit('3', "y: add another")});
    EXPECT_EQ(mentions('3').size(), 1U);
    store::DocumentStore(file_).remove(added.id);
    EXPECT_EQ(mentions('3').size(), 0U);
    EXPECT_TRUE(store::DocumentStore(file_).all().empty());
}

} // namespace
} // namespace mw::test
