// Texts that are packed together are read one by one, replaced, and found damaged.

#include "base/packed_number.h"
#include "base/zlib_stream.h"
#include "store/sample_release.h"
#include "store/sql/error.h"
#include "store/sql/packed_blob.h"
#include "store/sql/text_blocks.h"
#include "store/write/release_removal.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <map>
#include <optional>
#include <random>

namespace mw::test {
namespace {

class TextBlocks : public testing::Test {
protected:
    TextBlocks() {
        store::define_block_text(database_);
        database_.exec("CREATE TABLE body_block (first INTEGER PRIMARY KEY, data BLOB NOT NULL)");
    }

    std::optional<std::string> text_of(store::RowId commit) {
        SQLite::Statement select(database_,
                                 "SELECT block_text(data, ?1 - first) FROM body_block WHERE first "
                                 "<= ?1 ORDER BY first DESC LIMIT 1");
        select.bind(1, commit);
        if (!select.executeStep() || select.isColumnNull(0))
            return std::nullopt;
        EXPECT_EQ(select.getColumn(0).getType(), SQLite::TEXT);
        return select.getColumn(0).getString();
    }

    int rows() { return database_.execAndGet("SELECT count(*) FROM body_block").getInt(); }

    SQLite::Database database_{":memory:", SQLite::OPEN_READWRITE};
};

TEST_F(TextBlocks, AreReadOneByOne) {
    std::mt19937 random(11);
    std::map<store::RowId, std::string> texts;
    store::RowId id = 40;
    for (int i = 0; i < 400; ++i) {
        id += random() % 50 == 0 ? 7 : 1; // gaps
        std::string text;
        for (auto left = random() % (random() % 30 == 0 ? 9'000 : 400); left > 0; --left)
            text += static_cast<char>(random() % 90); // NUL among them
        texts[id] = text;
    }
    store::TextBlockWriter writer(database_, store::body_blocks);
    for (const auto& [commit, text] : texts)
        writer.add(commit, text);
    writer.flush();
    writer.flush(); // of nothing
    EXPECT_GT(rows(), 10);
    for (store::RowId commit = 1; commit < id + 3; ++commit) {
        const auto known = texts.find(commit);
        EXPECT_EQ(text_of(commit),
                  known == texts.end() ? std::nullopt : std::optional(known->second))
            << commit;
    }
}

TEST_F(TextBlocks, ARowIsFullByTheBytesOfItsTexts) {
    store::TextBlockWriter writer(database_, {"body_block", 100});
    writer.add(1, std::string(60, 'a'));
    writer.add(2, std::string(40, 'b'));  // 100 fit
    writer.add(3, "c");                   // one more does not
    writer.add(4, std::string(500, 'd')); // too large for any
    writer.add(5, "");
    writer.flush();
    EXPECT_EQ(rows(), 4);
    EXPECT_EQ(text_of(2), std::string(40, 'b'));
    EXPECT_EQ(text_of(4), std::string(500, 'd'));
    EXPECT_EQ(text_of(5), "");
}

TEST_F(TextBlocks, OthersTakeThePlaceOfSome) {
    store::TextBlockWriter writer(database_, {"body_block", 50});
    for (store::RowId commit = 1; commit <= 40; ++commit)
        writer.add(commit, "text " + std::to_string(commit));
    writer.flush();
    const int before = rows();
    store::replace_texts(database_, store::body_blocks,
                         {{1, ""}, {2, "second"}, {17, std::string(300, 'x')}, {40, "last"}});
    EXPECT_EQ(rows(), before);
    for (store::RowId commit = 1; commit <= 40; ++commit)
        EXPECT_EQ(text_of(commit), commit == 1    ? ""
                                   : commit == 2  ? "second"
                                   : commit == 17 ? std::string(300, 'x')
                                   : commit == 40 ? "last"
                                                  : "text " + std::to_string(commit));
    for (const store::RowId none : {0, 41})
        EXPECT_THROW(store::replace_texts(database_, store::body_blocks, {{none, "x"}}),
                     SQLite::Exception);
}

TEST_F(TextBlocks, ARowOfEmptyTextsHasAnEnd) {
    store::TextBlockWriter writer(database_, store::body_blocks);
    for (store::RowId commit = 1; commit <= 1'500; ++commit)
        writer.add(commit, "");
    writer.flush();
    EXPECT_EQ(rows(), 3); // of 512 at most
    EXPECT_EQ(text_of(1'500), "");
    EXPECT_EQ(text_of(1'501), std::nullopt);
}

/// Reads the third text of the one row, with these bytes in it.
class DamagedRows : public TextBlocks {
protected:
    DamagedRows() {
        store::TextBlockWriter writer(database_, store::body_blocks);
        for (store::RowId commit = 1; commit <= 9; ++commit)
            writer.add(commit, "text " + std::to_string(commit));
        writer.flush();
        whole_ = database_.execAndGet("SELECT data FROM body_block").getString();
    }

    /// Nothing where SQLite says that the file is damaged.
    std::optional<std::string> read_with(const std::string& data) {
        SQLite::Statement update(database_, "UPDATE body_block SET data = ?");
        update.bind(1, data.data(), static_cast<int>(data.size()));
        update.exec();
        try {
            return text_of(3).value_or("none");
        } catch (const SQLite::Exception& error) {
            EXPECT_EQ(error.getErrorCode(), SQLITE_CORRUPT) << error.what();
            return std::nullopt;
        }
    }

    static std::string packed(const std::vector<std::uint64_t>& numbers,
                              const std::string& texts = "") {
        std::string plain, packed;
        for (const auto number : numbers)
            base::put_number(plain, number);
        base::Deflater deflater;
        store::pack_blob(deflater, plain + texts, packed);
        return packed;
    }

    std::string whole_;
};

TEST_F(DamagedRows, AreNoTexts) {
    for (std::size_t i = 0; i < whole_.size(); ++i) {
        auto other = whole_;
        other[i] = static_cast<char>(other[i] ^ 0x04);
        EXPECT_EQ(read_with(other).value_or("text 3"), "text 3") << i;
        EXPECT_EQ(read_with(whole_.substr(0, i)), std::nullopt) << i;
        EXPECT_EQ(read_with(whole_), "text 3"); // nothing of the damaged one is kept
    }
    EXPECT_EQ(read_with(whole_ + "x"), std::nullopt);
}

TEST_F(DamagedRows, MayBePackedWell) {
    EXPECT_EQ(read_with(packed({4, 0, 0, 1, 0}, "x")), "x");
    EXPECT_EQ(read_with(packed({})), "none");
    EXPECT_EQ(read_with(packed({2, 0, 0})), "none");
    for (const auto& bytes :
         {packed({1, 0}, "left over"), packed({1U << 30}), packed({2, 1}), packed({1, 5}),
          packed({2, ~std::uint64_t{0}, 1}), packed(std::vector<std::uint64_t>(600, 0)),
          packed({513}, std::string(513, '\0'))})
        EXPECT_EQ(read_with(bytes), std::nullopt);
}

/// Of what no such stream can give no memory is asked for: that would be another error.
TEST_F(DamagedRows, OfASizeThatCannotBeAreNotMadeRoomFor) {
    std::string bytes;
    base::put_number(bytes, std::uint64_t{1} << 60);
    EXPECT_EQ(read_with(bytes + "x"), std::nullopt);
    bytes.clear();
    base::put_number(bytes, 5'000);
    EXPECT_EQ(read_with(bytes + "abcd"), std::nullopt);
}

/// In a release: the sentence says what to do, and doing it helps.
class DamagedTexts : public StoreTest {
protected:
    DamagedTexts() {
        auto one = commit('a', "one");
        one.body = "Some words.";
        write("r", {one, commit('b', "two")});
        write("other", {commit('c', "three")});
    }

    void run(const std::string& sql) {
        SQLite::Database(file_.string(), SQLite::OPEN_READWRITE).exec(sql);
    }
};

TEST_F(DamagedTexts, AreASentence) {
    run("UPDATE body_block SET data = x'05784142' WHERE first = 1");
    EXPECT_EQ(find("one"), std::vector<std::string>{"one"}); // the index has it still
    try {
        store::Reader(file_).commit_by_oid("6161");
        ADD_FAILURE() << "was read";
    } catch (const store::Error& error) {
        EXPECT_NE(std::string(error.what()).find("is damaged"), std::string::npos) << error.what();
    }
    EXPECT_EQ(faults(),
              "1 rows of messages or reasons cannot be read. Import the releases again.\n");
}

/// Imported again, and removed.
TEST_F(DamagedTexts, GoWithTheirRelease) {
    const std::string first = " WHERE first = (SELECT c.id FROM commits c JOIN release r ON r.id = "
                              "c.release_id WHERE r.name = 'r' AND c.position = 0)";
    for (const auto* damage :
         {"UPDATE body_block SET data = x'05784142'", "UPDATE body_block SET first = 77",
          "UPDATE reason_block SET data = x'00'"})
        for (const bool again : {true, false}) {
            SCOPED_TRACE(fmt::format("{}, {}", damage, again ? "imported again" : "removed"));
            run(damage + first);
            EXPECT_NE(faults(), "");
            if (again)
                write("r", {commit('d', "new")});
            else
                store::remove_release(file_, "r");
            EXPECT_EQ(faults(), "");
            EXPECT_EQ(find("words"), std::vector<std::string>{});
            EXPECT_EQ(find("three"), std::vector<std::string>{"three"});
            auto one = commit('a', "one");
            one.body = "Some words.";
            write("r", {one, commit('b', "two")});
            EXPECT_EQ(find("words"), std::vector<std::string>{"one"});
        }
}

TEST_F(DamagedTexts, OfIdentifiersAreASentence) {
    run("INSERT INTO identifier_block (release_id, first, data) SELECT id, 'a', x'05784142' FROM "
        "release WHERE name = 'r'; UPDATE release SET code_state = 1");
    EXPECT_THROW(find("code:abc"), store::Error);
    EXPECT_EQ(faults(),
              "1 rows of identifiers cannot be read. Import the releases again whose code "
              "is searched.\n");
}

} // namespace
} // namespace mw::test
