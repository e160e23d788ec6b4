// Words and parts of words, as they are cut, kept beside the index and found.

#include "store/sample_release.h"
#include "store/sql/error.h"
#include "store/sql/text_blocks.h"
#include "store/sql/tokenizer.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>

namespace mw::test {
namespace {

using Subjects = std::vector<std::string>;

class Words : public StoreTest {
protected:
    void write_subjects(const Subjects& subjects) {
        std::vector<store::NewCommit> commits;
        for (std::size_t i = 0; i < subjects.size(); ++i)
            commits.push_back(commit(static_cast<char>('a' + i), subjects[i]));
        write("test", commits);
    }
};

TEST_F(Words, AreCutAsTheKernelWritesThem) {
    const Subjects subjects{"io_uring: add IORING_OP_READ_MULTISHOT",
                            "x86-64: fix it",
                            "Merge tag 'v6.7-rc1'",
                            "Přidat naïve Größe",
                            "Linux v6.7-rc10",
                            "mm: not a comma"};
    write_subjects(subjects);
    for (const auto* query :
         {"read_multishot", "READ_MULTISHOT", "multishot", "ultish", "op_read", "ring_op",
          "ead_multis", "multi*", "IORING_OP_READ_MULTISHOT", "\"read multishot\"", "io_uring:"})
        EXPECT_EQ(find(query), Subjects{subjects[0]}) << query;
    for (const auto* query : {"x86", "x86-64", "64", "x86-64:", "86-64"})
        EXPECT_EQ(find(query), query == std::string("86-64") ? Subjects{} : Subjects{subjects[1]})
            << query;
    EXPECT_EQ(find("v6.7-rc1"), (Subjects{subjects[2], subjects[4]}));
    EXPECT_EQ(find("\"v6.7-rc1\""), Subjects{subjects[2]});
    for (const auto* query : {"pridat", "naive", "NAÏVE", "große", "aïv", "ridat naive"})
        EXPECT_EQ(find(query), Subjects{subjects[3]}) << query;
    EXPECT_EQ(find("mm"), Subjects{subjects[5]}); // two letters: the whole word
    EXPECT_EQ(find("mma"), Subjects{subjects[5]});
    EXPECT_EQ(find("ad"), Subjects{});
}

TEST_F(Words, EdgesThatAreClosed) {
    write_subjects({"ethernet", "net: one", "netfilter", "subnet mask"});
    EXPECT_EQ(find("net").size(), 4U);
    EXPECT_EQ(find("net:"), (Subjects{"ethernet", "net: one", "subnet mask"}));
    EXPECT_EQ(find("(net)").size(), 4U);
    EXPECT_EQ(find("net*"), (Subjects{"net: one", "netfilter"}));
    EXPECT_EQ(find("\"net\""), Subjects{"net: one"});
    EXPECT_EQ(find("net-mask"), Subjects{"subnet mask"});
    EXPECT_EQ(find("-net"), Subjects{});
    EXPECT_EQ(find("-\"net\"").size(), 3U);
}

/// Words of few commits are kept beside the index with their places, others are asked of FTS5.
TEST_F(Words, RareAndCommonOnesAreFoundAlike) {
    std::vector<store::NewCommit> commits;
    constexpr int count = 40;
    for (int i = 0; i < count; ++i) {
        auto made = commit('a', fmt::format("subject{}", i));
        made.oid = raw_id('a');
        made.oid[0] = static_cast<char>(i);
        // "in<n>word" stands in n commits, in the subject of the first and in the body of others.
        for (int word = 1; word <= 12; ++word)
            if (i < word)
                (i == 0 ? made.subject : made.body) +=
                    fmt::format(" in{}word in{}word", word, word);
        commits.push_back(made);
    }
    write("test", commits);
    for (int word = 1; word <= 12; ++word) {
        const auto part = fmt::format("n{}wor", word);
        EXPECT_EQ(find(part).size(), static_cast<std::size_t>(word)) << part;
        EXPECT_EQ(find("subject:" + part).size(), 1U) << part;
        EXPECT_EQ(find("body:" + part).size(), static_cast<std::size_t>(word - 1)) << part;
    }
    EXPECT_EQ(find("bject").size(), static_cast<std::size_t>(count));
    EXPECT_EQ(find("2word").size(), 12U);
}

TEST_F(Words, PartsFollowTheRelease) {
    write("one", {commit('a', "firstword")});
    write("two", {commit('b', "secondword")});
    EXPECT_EQ(find("dword"), Subjects{"secondword"});
    EXPECT_EQ(find("tword"), Subjects{"firstword"});
    store::CommitQuery in_one;
    in_one.release = store::Reader(file_).release("one")->id;
    in_one.text = "word";
    EXPECT_EQ(find(in_one), Subjects{"firstword"});
    write("one", {commit('a', "thirdword")});
    EXPECT_EQ(find("tword"), Subjects{});
    // Landed at the same moment: by the releases' names, not by which was imported last.
    EXPECT_EQ(find("word"), (Subjects{"thirdword", "secondword"}));
    EXPECT_TRUE(store::Reader(file_).check().empty());
}

/// A reader keeps what terms found, but not longer than it is true.
TEST_F(Words, ReadersSeeNewReleases) {
    write("one", {commit('a', "a word")});
    store::Reader reader(file_);
    store::CommitQuery query;
    query.text = "word";
    EXPECT_EQ(reader.find(query).size(), 1U);
    EXPECT_EQ(reader.find(query).size(), 1U);
    write("two", {commit('b', "another word")});
    EXPECT_EQ(reader.find(query).size(), 2U);
}

TEST_F(Words, StartsOfIdsArePlainWords) {
    auto merge = commit('b', "Merge branch");
    merge.kind = store::CommitKind::pull;
    merge.parents = raw_id('x') + raw_id('y');
    auto fix = commit('c', "fix");
    fix.body = "This fixes 6161616161ab (\"other\").";
    write("test", {commit('a', "one"), merge, fix});
    EXPECT_EQ(find("6161616"), (Subjects{"one", "fix"}));
    EXPECT_EQ(find("61616161616161616"), Subjects{"one"});
    EXPECT_EQ(find(std::string(40, '6')), Subjects{});
    EXPECT_EQ(find("616161"), Subjects{"fix"}); // six digits: a part of a word
    EXPECT_EQ(find("6262626"), Subjects{"Merge branch"});
    EXPECT_EQ(find("\"6161616\""), Subjects{});
    EXPECT_EQ(find("6262626 OR fixes"), (Subjects{"Merge branch", "fix"}));
    EXPECT_EQ(find("-6161616"), Subjects{});
}

/// What the writer puts into the index is what SQLite's own tokenizer makes of the texts.
TEST_F(Words, TheIndexIsWhatSqliteWouldMakeOfIt) {
    std::mt19937 random(3);
    const Subjects letters{"a", "B",    "z9",   "_",         "-",
                           " ", "\n",   "É",    "e\xCC\x81", "ß",
                           "İ", "日本", "\xFF", "\x7F",      std::string(1, '\0'),
                           "@", "[",    "`",    "{",         "٣",
                           "²"};
    std::vector<store::NewCommit> commits;
    for (int i = 0; i < 100; ++i) {
        auto made = commit('a', "");
        made.oid[0] = static_cast<char>(i);
        // Every other message is ASCII.
        for (auto left = random() % 200; left > 0; --left)
            made.body += letters[random() % (i % 2 == 0 ? 7 : letters.size())];
        made.subject = made.body.substr(0, made.body.find('\0')).substr(0, random() % 20);
        commits.push_back(made);
    }
    write("test", commits);
    SQLite::Database database(file_.string(), SQLite::OPEN_READWRITE);
    store::define_block_text(database);
    const auto* check = "INSERT INTO search_text (search_text, rank) VALUES ('integrity-check', 1)";
    EXPECT_NO_THROW(database.exec(check));
    store::replace_texts(database, store::body_blocks, {{1, "changed behind its back"}});
    EXPECT_THROW(database.exec(check), SQLite::Exception);
}

/// Against the plain reading of the rule: a part of three letters or more is in the text.
TEST_F(Words, RandomTextsAreFoundByTheirParts) {
    std::mt19937 random(7);
    std::vector<store::NewCommit> commits;
    for (int i = 0; i < 120; ++i) {
        auto made = commit('a', "");
        made.oid[0] = static_cast<char>(i);
        for (unsigned words = 1 + random() % 6; words > 0; --words) {
            for (unsigned letters = 1 + random() % 6; letters > 0; --letters)
                made.subject += static_cast<char>('a' + random() % 3);
            made.subject += words > 1 ? (random() % 2 == 0 ? "_" : " ") : "";
        }
        commits.push_back(made);
    }
    write("test", commits);
    const store::Tokenizer tokenizer;
    for (int i = 0; i < 400; ++i) {
        const auto& text = commits[random() % commits.size()].subject;
        const auto at = random() % text.size();
        const auto part = text.substr(at, 3 + random() % 8);
        if (part.find(' ') != std::string::npos || part.front() == '_' || part.back() == '_' ||
            part.size() < 3)
            continue;
        const auto tokens = tokenizer.tokens(part);
        if (tokens.front().text.size() < 3 || tokens.back().text.size() < 3)
            continue;
        // To the index an underscore and a space are the same.
        Subjects expected;
        auto wanted = part;
        std::ranges::replace(wanted, '_', ' ');
        for (const auto& made : commits) {
            auto subject = made.subject;
            std::ranges::replace(subject, '_', ' ');
            if (subject.find(wanted) != std::string::npos)
                expected.push_back(made.subject);
        }
        EXPECT_EQ(find(part), expected) << part;
    }
}

TEST_F(Words, RankedBySubjectBeforeBody) {
    auto body = commit('a', "something else");
    body.body = "It speaks of the scheduler once, among many, many other words of this message.";
    write("test", {body, commit('b', "scheduler: go"), commit('c', "reschedulers")});
    store::CommitQuery query;
    query.text = "scheduler";
    EXPECT_EQ(find(query), (Subjects{"something else", "scheduler: go", "reschedulers"}));
    query.sort = store::SortKey::rank;
    EXPECT_EQ(find(query), (Subjects{"scheduler: go", "something else", "reschedulers"}));
    query.text = "author:ann";
    EXPECT_EQ(find(query).size(), 3U);
}

/// The letters of an id may be of either case; what is no id is a word.
TEST_F(Words, ThatAreTheStartOfAnIdFindItsCommit) {
    auto made = commit('1', "mm: it");
    made.oid = "\xab\xcd\xef" + std::string(17, '1');
    auto other = commit('2', "net: other");
    other.body = "As abcdefg says.\n";
    write("test", {made, other});
    for (const auto* query : {"abcdef3", "ABCDEF3", "aBcDeF31"})
        EXPECT_EQ(find(query), Subjects{"mm: it"}) << query;
    EXPECT_EQ(find("abcdefg"), Subjects{"net: other"});
    EXPECT_EQ(find("abcdef"), Subjects{"net: other"}); // too short to be meant as one
}

TEST_F(Words, OfAReleaseThatIsNotThereNameTheNewestFirst) {
    auto early = commit('1', "mm: early"), late = commit('2', "mm: late");
    late.landed_time = 2'000'000;
    write("one", {early});
    write("two", {late});
    try {
        find("release:three");
        FAIL() << "was found";
    } catch (const store::QueryError& error) {
        EXPECT_NE(std::string(error.what()).find("Releases are: two, one."), std::string::npos)
            << error.what();
    }
}

} // namespace
} // namespace mw::test
