// Phrases, found by the index or by reading texts: the same commits either way.

#include "store/language/query_parser.h"
#include "store/language/text_pattern.h"
#include "store/sample_release.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>

namespace mw::test {
namespace {

using Subjects = std::vector<std::string>;

class Phrases : public StoreTest {
protected:
    /// Enough commits for both ways to be taken, of words that end and begin in one another.
    static constexpr std::size_t count = 1500;

    void SetUp() override {
        const std::vector<std::string> words{"linux",      "selinux", "uclinux", "mips", "mipsel",
                                             "foundation", "found",   "signed",  "off",  "by",
                                             "designed",   "bypass",  "the",     "fix",  "affix",
                                             "fíx",        "LINUX"};
        std::vector<store::NewCommit> commits;
        for (std::size_t i = 0; i < count; ++i) {
            // Most words are rare, the first ones very common.
            const auto word = [&] {
                return words[std::min(random_() % words.size(), random_() % words.size())];
            };
            auto made = commit('a', fmt::format("{} {}-{} {}", i, word(), word(), word()));
            made.oid = fmt::format("{:020}", i);
            // Letters and signs beyond ASCII stand between words too.
            const std::string beside = i % 7 == 0 ? "\u00e9" : i % 7 == 1 ? " \u2013 " : " ";
            made.body =
                word() + beside + word() + "\n\n" + word() + '-' + word() + '-' + word() + '\n';
            // Common enough to be kept as a phrase, and not in each commit.
            if (i % 5 != 0) {
                made.body += "Signed-off-by: Ann Author <ann@example.org>\n";
                made.trailers = {{"Signed-off-by", "Ann Author <ann@example.org>"}};
            }
            texts_.push_back({made.subject, made.body});
            commits.push_back(made);
        }
        write("test", commits);
    }

    /// By the words of the term alone, one text after the other.
    bool holds(const store::QueryNode& term, std::size_t commit) const {
        const store::WordPattern pattern(term, tokenizer_);
        const auto& [subject, body] = texts_[commit];
        return (term.field != "body" && !pattern.find_in(tokenizer_.tokens(subject)).empty()) ||
               (term.field != "subject" && !pattern.find_in(tokenizer_.tokens(body)).empty());
    }

    Subjects read_through(const std::string& query) const {
        const auto tree = store::parse_query(query);
        Subjects found;
        for (std::size_t i = 0; i < count; ++i)
            if (std::ranges::all_of(tree.children,
                                    [&](const auto& term) { return holds(term, i); }))
                found.push_back(texts_[i].first);
        return found;
    }

    std::mt19937 random_{7};
    store::Tokenizer tokenizer_;
    std::vector<std::pair<std::string, std::string>> texts_;
};

TEST_F(Phrases, OfTrailersAreKept) {
    SQLite::Database database(file_.string());
    EXPECT_EQ(
        database.execAndGet("SELECT group_concat(words, '; ') FROM common_phrase").getString(),
        "off by; signed off; signed off by");
    // What is kept is what answers: without the index's help.
    const auto with = find("signed-off-by");
    EXPECT_EQ(with, read_through("signed-off-by"));
    EXPECT_GT(with.size(), count / 2);
    EXPECT_TRUE(store::Reader(file_).check().empty());
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE)
        .exec("UPDATE common_phrase SET commits = x'05' WHERE words = 'signed off by'");
    EXPECT_EQ(find("\"signed off by\"").size(), 2U);
    EXPECT_EQ(store::Reader(file_).check().size(), 1U);
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE).exec("DELETE FROM common_phrase");
    EXPECT_EQ(find("signed-off-by"), with);
}

TEST_F(Phrases, AreWhatTheirWordsSay) {
    std::size_t hits = 0;
    for (const std::string query : {"linux-mips",
                                    "inux-mip",
                                    "\"linux mips\"",
                                    "\"linux mips\"*",
                                    "linux-foundation",
                                    "signed-off-by",
                                    "ned-off-by",
                                    "gned-off",
                                    "\"signed off by\"",
                                    "\"off by\"",
                                    "\"signed off\"",
                                    "body:signed-off-by",
                                    "subject:linux-fix",
                                    "body:linux-fix",
                                    "linux-mips affix-the",
                                    "affix affix-the linux-uc",
                                    "fix-fix fix-the signed-off",
                                    "bypass linux-linux",
                                    "the-fix linux",
                                    "nux-nux",
                                    "linux-linux-linux 77",
                                    "body:found-the-fix",
                                    "affix-affix bypass-bypass"}) {
        const auto found = find(query);
        hits += found.size();
        EXPECT_EQ(found, read_through(query)) << query;
    }
    EXPECT_GT(hits, 100U);
}

} // namespace
} // namespace mw::test
