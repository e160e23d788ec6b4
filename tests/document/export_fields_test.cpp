// What the fields of an export say, and its headings.

#include "document/drafted_release.h"
#include "document/write/export.h"
#include "store/user/cve_store.h"
#include "store/user/stars.h"
#include "store/user/tree_store.h"

#include <nlohmann/json.hpp>

#include <sstream>

namespace mw::test {
namespace {

using classify::Section;
using classify::Subgroup;

class ExportFields : public DraftedRelease {
protected:
    std::string exported(document::ExportFormat format) {
        store::Reader reader(file_);
        std::ostringstream out;
        store::CommitQuery query;
        query.release = release_.id;
        document::export_commits(reader, query, {format, "Title"}, out);
        return out.str();
    }

    std::string line_of(char digit) {
        const auto csv = exported(document::ExportFormat::csv);
        const auto start = csv.find("\r\n" + hex(digit)) + 2;
        return csv.substr(start, csv.find("\r\n", start) - start);
    }

    nlohmann::json object_of(char digit) {
        for (const auto& object : nlohmann::json::parse(exported(document::ExportFormat::json)))
            if (object.at("oid") == hex(digit))
                return object;
        return {};
    }

    void know_faults() {
        store::CveStore(file_).replace({{"CVE-2024-1", 5.5, "MEDIUM", "", {{hex('1'), true}}},
                                        {"CVE-2024-2", 9.8, "CRITICAL", "", {{hex('1'), false}}},
                                        {"CVE-2024-3", {}, "", "", {{hex('1'), true}}}});
    }

    void know_trees() {
        store::Tree tree;
        tree.repository = "/clone";
        tree.oid = hex('7');
        tree.name = "stable";
        store::TreeStore(file_).put(tree, {{raw_id('1'), store::TreeState::named, raw_id('7')}});
        tree.name = "vendor";
        store::TreeStore(file_).put(tree, {{raw_id('1'), store::TreeState::missing, ""}});
    }

    /// The third corrects both of the others.
    void write_corrections() {
        auto third = addition('3', "mm: mend");
        third.body = "Fixes: " + hex('1').substr(0, 12) +
                     " (\"mm: this\")\nFixes: " + hex('2').substr(0, 12) + " (\"mm: that\")\n";
        release_ = write("r", {addition('1', "mm: this"), addition('2', "mm: that"), third});
    }
};

TEST_F(ExportFields, EachSubgroupOfHardwareHasAHeading) {
    const auto in = [](char digit, const std::string& subject, Section section, Subgroup subgroup) {
        return addition(digit, subject, early, {section, subgroup});
    };
    release_ = write("r", {in('1', "hid: this", Section::hardware, Subgroup::input),
                           in('2', "wifi: that", Section::hardware, Subgroup::network),
                           in('3', "hid: more", Section::hardware, Subgroup::input),
                           in('4', "mm: else", Section::core, Subgroup::none)});
    const auto text = exported(document::ExportFormat::markdown);
    EXPECT_EQ(count_of(text, "\n## "), 3) << text;
    const auto place = [&text](const char* part) { return text.find(part); };
    const auto input = place("\n## Hardware support: Input\n\n- hid: this"),
               network = place("\n## Hardware support: Networking\n\n- wifi: that");
    EXPECT_LT(place("\n## Core kernel\n\n- mm: else"), input);
    EXPECT_LT(input, place("\n- hid: more"));
    EXPECT_LT(place("\n- hid: more"), network);
    EXPECT_LT(network, text.size());
}

TEST_F(ExportFields, CsvSeparatesWhatIsInAList) {
    auto first = addition('1', "mm: add this");
    first.body = "(cherry picked from commit " + hex('8') + ")\n(cherry picked from commit " +
                 hex('9') + ")\n";
    release_ = write("r", {first, addition('2', "mm: add that")});
    know_faults();
    know_trees();
    EXPECT_TRUE(line_of('1').ends_with(
        ",a test says so,CVE-2024-1 fixes 5.5 MEDIUM; CVE-2024-2 introduces 9.8 CRITICAL; "
        "CVE-2024-3 fixes,stable named " +
        hex('7') + "; vendor missing,,," + hex('8') + "; " + hex('9') + ",false,false"))
        << line_of('1');
    EXPECT_TRUE(line_of('2').ends_with(",a test says so,,,,,,false,false")) << line_of('2');
}

TEST_F(ExportFields, CsvTellsCorrectionsInWords) {
    write_corrections();
    const auto first = "Fixes: " + hex('1').substr(0, 12) + " (\"\"mm: this\"\")",
               second = "Fixes: " + hex('2').substr(0, 12) + " (\"\"mm: that\"\")";
    EXPECT_TRUE(contains(line_of('3'), ",\"fixes " + hex('1') + " mm: this 1 " + first +
                                           "; fixes " + hex('2') + " mm: that 2 " + second +
                                           "\",,,false,false"))
        << line_of('3');
    EXPECT_TRUE(contains(line_of('1'),
                         ",,\"fixes " + hex('3') + " mm: mend 1 " + first + "\",,false,false"))
        << line_of('1');
}

TEST_F(ExportFields, JsonHasRecordsAndTrees) {
    release_ = write("r", {addition('1', "mm: add this"), addition('2', "mm: add that")});
    know_faults();
    know_trees();
    const auto object = object_of('1');
    EXPECT_EQ(object.at("kind"), "changeset");
    EXPECT_EQ(object.at("cves"),
              nlohmann::json::parse(
                  R"([{"id":"CVE-2024-1","role":"fixes","score":5.5,"severity":"MEDIUM"},
                      {"id":"CVE-2024-2","role":"introduces","score":9.8,"severity":"CRITICAL"},
                      {"id":"CVE-2024-3","role":"fixes","score":null,"severity":""}])"));
    const auto& trees = object.at("trees");
    ASSERT_EQ(trees.size(), 2U);
    EXPECT_EQ(trees[0],
              (nlohmann::json{{"tree", "stable"}, {"state", "named"}, {"oid", hex('7')}}));
    EXPECT_EQ(trees[1],
              (nlohmann::json{{"tree", "vendor"}, {"state", "missing"}, {"oid", nullptr}}));
    EXPECT_EQ(object_of('2').at("cves"), nlohmann::json::array());
    EXPECT_EQ(object_of('2').at("trees"), nlohmann::json::array());
}

TEST_F(ExportFields, JsonHasBothEndsOfACorrection) {
    write_corrections();
    const auto corrects = object_of('3').at("corrects");
    ASSERT_EQ(corrects.size(), 2U);
    EXPECT_EQ(corrects[1],
              (nlohmann::json{{"kind", "fixes"},
                              {"oid", hex('2')},
                              {"subject", "mm: that"},
                              {"line", 2},
                              {"words", "Fixes: " + hex('2').substr(0, 12) + " (\"mm: that\")"}}));
    EXPECT_EQ(object_of('3').at("corrected_by"), nlohmann::json::array());
    const auto corrected_by = object_of('2').at("corrected_by");
    ASSERT_EQ(corrected_by.size(), 1U);
    EXPECT_EQ(corrected_by[0].at("oid"), hex('3'));
    EXPECT_EQ(object_of('2').at("corrects"), nlohmann::json::array());
}

TEST_F(ExportFields, SayWhatIsStarredAndWhatIsForStable) {
    auto starred = addition('1', "mm: add this");
    starred.author = {"Bob", "bob@example.org"};
    auto stable = addition('2', "mm: add that");
    stable.trailers = {{"Cc", "stable@vger.kernel.org"}};
    release_ = write("r", {starred, stable});
    store::Stars(file_).add(store::Star::Kind::person, "Bob");
    EXPECT_TRUE(line_of('1').ends_with(",false,true")) << line_of('1');
    EXPECT_TRUE(line_of('2').ends_with(",true,false")) << line_of('2');
    EXPECT_EQ(object_of('1').at("starred"), true);
    EXPECT_EQ(object_of('1').at("stable"), false);
    EXPECT_EQ(object_of('2').at("starred"), false);
    EXPECT_EQ(object_of('2').at("stable"), true);
}

} // namespace
} // namespace mw::test
