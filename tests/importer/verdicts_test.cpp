// What the classifier says, by the rules alone, of each changeset that is known of Linux 6.7:
// place, new hardware and reason, as verdicts-6.7.tsv has it. That file says nothing of right or
// wrong (Accuracy does): whoever changes a rule, a weight or the classifier sees here what else
// changed, reads it over, and writes it anew:
//
//     MERGEWINDOW_WRITE_VERDICTS=1 build/bin/test_importer --gtest_filter='Verdicts.*'

#include "classify/classifier.h"
#include "classify/rules.h"
#include "importer/data/table_file.h"
#include "support/read_over.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace mw::test {
namespace {

std::string written_verdict(const classify::Verdict& verdict) {
    std::string place(classify::key(verdict.place.section));
    if (const auto subgroup = classify::key(verdict.place.subgroup); !subgroup.empty())
        place.append(1, '.').append(subgroup);
    const auto adds =
        verdict.adds ? fmt::format("{}: {}", classify::key(verdict.adds->kind), verdict.adds->what)
                     : std::string();
    return fmt::format("{}\t{}\t{}", place, adds, verdict.reason.english());
}

std::vector<std::string> verdicts() {
    const auto data = std::filesystem::path(MW_DATA_DIR);
    classify::Classifier classifier(classify::Rules::load(data / "sections.toml"), nullptr);
    const importer::TableFile table(data / "linux-6.7-changesets.tsv");
    std::vector<std::string> lines;
    for (const auto& row : table.rows()) {
        if (row["kind"] != "changeset")
            continue;
        const auto files = importer::paths_of_table(row["paths"]);
        classify::Subject subject;
        subject.title = row["title"];
        for (const auto& file : files) {
            subject.paths.emplace_back(file.path);
            subject.statuses.push_back(file.status == '?' ? 'M' : file.status);
        }
        lines.push_back(fmt::format("{}\t{}", std::string_view(row["sha"]).substr(0, 12),
                                    written_verdict(classifier.classify(subject))));
    }
    return lines;
}

TEST(Verdicts, OfLinux6_7AreThoseThatWereReadOver) {
    const auto file = std::filesystem::path(MW_TEST_DATA_DIR) / "verdicts-6.7.tsv";
    const auto found = verdicts();
    ASSERT_GT(found.size(), 2'000U);
    expect_as_read_over(file, "MERGEWINDOW_WRITE_VERDICTS",
                        "See verdicts_test.cpp: id, place, new hardware, reason.", found);
}

} // namespace
} // namespace mw::test
