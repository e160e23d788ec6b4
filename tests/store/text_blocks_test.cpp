// Texts that are packed together are read one by one, replaced, and found damaged.

#include "base/packed_number.h"
#include "base/zlib_stream.h"
#include "store/db/error.h"
#include "store/db/packed_blob.h"
#include "store/db/text_blocks.h"
#include "store/sample_release.h"

#include <SQLiteCpp/SQLiteCpp.h>

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

TEST_F(TextBlocks, DamagedRowsAreNoTexts) {
    store::TextBlockWriter writer(database_, store::body_blocks);
    for (store::RowId commit = 1; commit <= 9; ++commit)
        writer.add(commit, "text " + std::to_string(commit));
    writer.flush();
    const auto whole = database_.execAndGet("SELECT data FROM body_block").getString();
    SQLite::Statement update(database_, "UPDATE body_block SET data = ?");
    const auto read_with = [&](const std::string& data) {
        update.reset();
        update.bind(1, data.data(), static_cast<int>(data.size()));
        update.exec();
        return text_of(3);
    };
    for (std::size_t i = 0; i < whole.size(); ++i) {
        auto other = whole;
        other[i] = static_cast<char>(other[i] ^ 0x04);
        try {
            EXPECT_EQ(read_with(other), "text 3") << i;
        } catch (const SQLite::Exception& error) {
            EXPECT_EQ(error.getErrorCode(), SQLite::Exception("", 11).getErrorCode()); // corrupt
        }
        EXPECT_THROW(read_with(whole.substr(0, i)), SQLite::Exception) << i;
        EXPECT_EQ(read_with(whole), "text 3"); // nothing of the damaged one is kept
    }
    // What is packed may be anything.
    base::Deflater deflater;
    for (const std::vector<std::uint64_t>& numbers :
         {std::vector<std::uint64_t>{}, {1U << 30}, {2, 1}, {1, 5}, {2, ~std::uint64_t{0}, 1}}) {
        std::string plain, packed;
        for (const auto number : numbers)
            base::put_number(plain, number);
        store::pack_blob(deflater, plain, packed);
        if (!numbers.empty()) {
            EXPECT_THROW(read_with(packed), SQLite::Exception);
        }
    }
    // A size that no such stream can have is not asked memory for.
    std::string packed;
    base::put_number(packed, std::uint64_t{1} << 60);
    EXPECT_THROW(read_with(packed + "x"), SQLite::Exception);
}

/// In a release: the sentence says what to do.
class DamagedTexts : public StoreTest {};

TEST_F(DamagedTexts, AreASentence) {
    auto one = commit('a', "one");
    one.body = "Some words.";
    const auto release = write("r", {one, commit('b', "two")});
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE)
        .exec("UPDATE body_block SET data = x'05784142'");
    store::Reader reader(file_);
    EXPECT_EQ(find("one"), std::vector<std::string>{"one"}); // the index has it still
    for (const auto& read : {std::function<void()>([&] { reader.commit_by_oid("6161"); }),
                             std::function<void()>([&] { reader.check(); })})
        try {
            read();
            ADD_FAILURE() << "was read";
        } catch (const store::Error& error) {
            EXPECT_NE(std::string(error.what()).find("is damaged"), std::string::npos)
                << error.what();
        }
}

TEST_F(DamagedTexts, OfIdentifiersAreASentence) {
    write("r", {commit('a', "one")});
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE)
        .exec("INSERT INTO code_block (release_id, first, data) SELECT id, 'a', x'05784142' FROM "
              "release; UPDATE release SET code_state = 1");
    EXPECT_THROW(find("code:abc"), store::Error);
}

} // namespace
} // namespace mw::test
