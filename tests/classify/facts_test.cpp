// Sections of a published article against titles alone: the entries of data/linux-6.7.tsv, for
// which the repository has no paths.

#include "classify/classifier.h"
#include "classify/rules.h"
#include "support/git.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>

namespace mw::test {
namespace {

/// Titles that leave the article's section open without their files, and why; a title
/// in this list that is right fails as well, so that the list stays true.
const std::map<std::string, std::string> known_misses = {
    // A timer's driver, which its path tells and its prefix does not.
    {"clocksource: ep93xx: Add driver for Cirrus Logic EP93xx", "core"}};

struct Row {
    std::string section, kind, title;
};

std::vector<Row> read_rows() {
    std::ifstream lines(std::filesystem::path(MW_DATA_DIR) / "linux-6.7.tsv");
    std::vector<Row> rows;
    bool head = true;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.front() == '#')
            continue;
        const auto fields = split(line, '\t');
        if (!head && fields.size() > 4 && !fields[4].empty())
            rows.push_back({fields[0], fields[2], fields[4]});
        head = false;
    }
    return rows;
}

std::shared_ptr<const classify::Rules> rules() {
    return classify::Rules::load(std::filesystem::path(MW_DATA_DIR) / "sections.toml");
}

TEST(Facts, TitlesAloneGiveTheArticlesSections) {
    classify::Classifier classifier(rules(), nullptr);
    std::size_t right = 0;
    std::size_t total = 0;
    for (const auto& row : read_rows()) {
        if (row.kind != "changeset")
            continue;
        classify::Subject subject;
        subject.title = row.title;
        const auto verdict = classifier.classify(subject);
        const bool agrees = classify::key(verdict.place.section) == row.section;
        ++total;
        right += agrees ? 1 : 0;
        EXPECT_NE(agrees, known_misses.contains(row.title))
            << row.title << "\n  the article: " << row.section
            << "\n  the title: " << classify::key(verdict.place.section) << ": "
            << verdict.reason.english();
    }
    ASSERT_GT(total, 30U);
    EXPECT_GE(static_cast<double>(right), 0.9 * static_cast<double>(total))
        << right << " of " << total;
}

/// A pull whose title names its tree is right by it. Branch merges of nothing but a topic's name
/// need what they brought, which the repository has not.
TEST(Facts, PullsGoWhereTheirTreesBelong) {
    std::size_t pulls = 0;
    for (const auto& row : read_rows()) {
        if (row.kind != "pull")
            continue;
        ++pulls;
        const auto verdict = classify::classify_merge(*rules(), row.title, {});
        EXPECT_EQ(classify::key(verdict.place.section), row.section) << row.title;
    }
    EXPECT_GE(pulls, 3U);
}

} // namespace
} // namespace mw::test
