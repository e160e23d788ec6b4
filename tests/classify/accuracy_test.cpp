// How often the classifier agrees with a person who read each changeset. On 245 changesets of
// 2.6.35 and 1,078 of 2023 to 2025, whose facts stand beside this test, always; on labels of one's
// own with a clone:
//
//     tests/classify/make_labels.py ~/linux v6.6..v6.7 labels.tsv > facts.tsv
//     MERGEWINDOW_TEST_CLONE=~/linux MERGEWINDOW_TEST_RANGE=v6.6..v6.7
//         MERGEWINDOW_TEST_LABELS=facts.tsv tests/run.sh -R Accuracy
//
// where labels.tsv has a line 'commit id, section, subgroup or empty, confidence 1 to 3' for each.

#include "classify/classifier.h"
#include "classify/labelled.h"
#include "classify/maintainers/maintainers.h"
#include "classify/rules.h"
#include "support/git.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>

namespace mw::test {
namespace {

std::string from_environment(const char* name) {
    const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe)
    return value == nullptr ? "" : value;
}

Accuracy measure(const std::filesystem::path& labels,
                 const std::shared_ptr<const classify::Maintainers>& maintainers) {
    const auto rules = classify::Rules::load(std::filesystem::path(MW_DATA_DIR) / "sections.toml");
    classify::Classifier classifier(rules, maintainers);
    std::ifstream lines(labels);
    Accuracy accuracy;
    for (const auto& changeset : read_labelled(lines))
        accuracy.add(changeset, classifier.classify(changeset.subject()));
    std::cout << accuracy;
    return accuracy;
}

/// Without MAINTAINERS: what the rules alone are worth.
TEST(Accuracy, RulesAgreeWithAReaderOf2_6_35) {
    const auto accuracy =
        measure(std::filesystem::path(MW_TEST_DATA_DIR) / "linux-2.6.35-labels.tsv", nullptr);
    ASSERT_EQ(accuracy.count(), 245U);
    EXPECT_GE(accuracy.sections(), 0.93);
    EXPECT_GE(accuracy.certain_sections(), 0.97);
    EXPECT_GE(accuracy.subgroups(), 0.90);
}

/// Rules were written with one half of the labels of today; the other is only measured. Whoever
/// changes rules leaves its misses unread, or it measures nothing any more: figures alone.
void expect_agreement_today(const std::string& half, std::size_t count) {
    const auto name = "modern-labels-" + half + ".tsv";
    const auto rules = classify::Rules::load(std::filesystem::path(MW_DATA_DIR) / "sections.toml");
    classify::Classifier classifier(rules, nullptr);
    std::ifstream lines(std::filesystem::path(MW_TEST_DATA_DIR) / name);
    Accuracy accuracy;
    for (const auto& changeset : read_labelled(lines))
        accuracy.add(changeset, classifier.classify(changeset.subject()));
    std::cout << half << ": section right for " << 100.0 * accuracy.sections() << " % of "
              << accuracy.count() << ", subgroup for " << 100.0 * accuracy.subgroups() << " %\n";
    ASSERT_EQ(accuracy.count(), count);
    EXPECT_GE(accuracy.sections(), 0.98);
    EXPECT_GE(accuracy.subgroups(), 0.98);
}

TEST(Accuracy, RulesAgreeWithAReaderOfToday) {
    expect_agreement_today("rules", 561);
}

TEST(Accuracy, RulesAgreeWithAReaderOfTodayOnWhatTheyWereNotWrittenWith) {
    expect_agreement_today("blind", 517);
}

TEST(Accuracy, ClassifierAgreesWithLabelsOfAClone) {
    const auto clone = from_environment("MERGEWINDOW_TEST_CLONE");
    const auto range = from_environment("MERGEWINDOW_TEST_RANGE");
    const auto labels = from_environment("MERGEWINDOW_TEST_LABELS");
    const auto dots = range.find("..");
    if (clone.empty() || labels.empty() || dots == std::string::npos)
        GTEST_SKIP() << "MERGEWINDOW_TEST_CLONE, MERGEWINDOW_TEST_RANGE and "
                        "MERGEWINDOW_TEST_LABELS name no clone, range and labels";
    const auto text = run_git(clone, {"show", range.substr(dots + 2) + ":MAINTAINERS"});
    const auto accuracy = measure(labels, classify::Maintainers::parse(text));
    ASSERT_GT(accuracy.count(), 0U);
    EXPECT_GE(accuracy.sections(), 0.90);
    EXPECT_GE(accuracy.subgroups(), 0.88);
}

} // namespace
} // namespace mw::test
