// Distinct words and what is kept with each.

#include "base/word_table.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace mw::test {
namespace {

using Table = base::WordTable<int>;

TEST(WordTable, CountsAsAMapDoes) {
    Table table(4); // so that it grows
    std::map<std::string, int> expected;
    unsigned random = 1;
    for (int i = 0; i < 20'000; ++i) {
        random = random * 1'103'515'245 + 12'345;
        const auto word = "word_" + std::to_string(random / 65'536 % 3'000);
        ++table[word];
        ++expected[word];
    }
    ASSERT_EQ(table.entries().size(), expected.size());
    std::map<std::string, int> counted;
    for (const auto& entry : table.entries())
        counted.emplace(table.word(entry), entry.value);
    EXPECT_EQ(counted, expected);
}

TEST(WordTable, NumbersWordsAsTheyCome) {
    Table table;
    EXPECT_EQ(table.number("b"), 0U);
    EXPECT_EQ(table.number("a"), 1U);
    EXPECT_EQ(table.number("b"), 0U);
    EXPECT_EQ(table.number(""), 2U); // a word of nothing is one, too
    EXPECT_EQ(table.number(std::string("a\0", 2)), 3U);
    EXPECT_EQ(table.word(table.entries()[1]), "a");
}

TEST(WordTable, ForgetsEverything) {
    Table table(2);
    for (const char* word : {"a", "b", "c"})
        ++table[word];
    table.clear();
    EXPECT_TRUE(table.entries().empty());
    EXPECT_EQ(table["c"], 0);
    EXPECT_EQ(table.number("c"), 0U);
}

} // namespace
} // namespace mw::test
