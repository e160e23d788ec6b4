// data/linux-6.7.md, the article that ships with the program, and the table that ships beside it.

#include "document/markdown/markdown.h"
#include "document/read/read_document.h"
#include "importer/data/data_files.h"
#include "importer/import.h"
#include "store/read/interface_reader.h"
#include "store/read/reader.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

namespace mw::test {
namespace {

class Linux67 : public testing::Test {
protected:
    Linux67() {
        importer::add_bundled_release(database_, importer::data_file("linux-6.7.tsv"));
        text_ = document::read_article(importer::data_file("linux-6.7.md"));
        shown_ = document::render_markdown(text_);
    }

    /// Where the article has an entry: its section, and the subgroup's bold name.
    std::pair<std::string, std::string> place_of(std::size_t entry) const {
        const auto& at = shown_.entries[entry];
        std::string subgroup;
        for (std::size_t i = entry; i > 0 && shown_.entries[i].heading == at.heading; --i)
            if (const auto& before = shown_.entries[i];
                !before.item && !before.lead.empty() && before.lead == before.words) {
                subgroup = before.lead;
                break;
            }
        return {shown_.outline.at(at.heading).text, subgroup};
    }

    /// The release has more than the entries of the article.
    std::vector<store::CommitRow> entries() const {
        store::Reader reader(database_);
        store::CommitQuery query;
        query.text = "is:merge OR -is:merge";
        std::vector<store::CommitRow> rows;
        reader.for_each_detail(query, [&](const store::CommitDetail& detail) {
            if (store::is_summary_reason(detail.reason))
                rows.push_back(detail.row);
            return true;
        });
        return rows;
    }

    TempDir folder_;
    std::filesystem::path database_ = folder_ / "test.db";
    std::string text_;
    document::Rendered shown_;
};

TEST_F(Linux67, EveryIdIsInTheRelease) {
    store::Reader reader(database_);
    EXPECT_EQ(shown_.references.size(), 44U);
    for (const auto& reference : shown_.references) {
        const auto commit = reader.commit_by_oid(reference.id);
        ASSERT_TRUE(commit.has_value()) << reference.id;
        EXPECT_EQ(commit->row.oid, reference.id);
    }
}

TEST_F(Linux67, EveryRowOfTheTableIsInItsSection) {
    for (const auto& row : entries()) {
        if (row.oid.empty())
            continue;
        const auto found = std::ranges::find(shown_.references, row.oid, &document::Reference::id);
        if (found == shown_.references.end()) {
            ADD_FAILURE() << row.oid << " is missing";
            continue;
        }
        const auto [section, subgroup] = place_of(found->entry);
        EXPECT_EQ(section, classify::title(row.place.section)) << row.subject;
        EXPECT_EQ(subgroup, row.place.section == classify::Section::hardware
                                ? classify::title(row.place.subgroup)
                                : "")
            << row.subject;
    }
    EXPECT_EQ(entries().size(), 53U);
}

TEST_F(Linux67, EntriesWithoutACommitAreThereToo) {
    EXPECT_EQ(std::ranges::count_if(entries(), [](const auto& row) { return row.oid.empty(); }), 9);
    for (const char* name :
         {"peripheral clocks of the Amlogic S4", "TWL6032", "RM692E5", "MAX77503", "NPCM SDHCI",
          "QSEECOM", "Loongson-1", "idpf", "simple quotas"}) {
        const auto found = std::ranges::find_if(shown_.entries, [&](const document::Entry& entry) {
            return entry.words.find(name) != std::string::npos;
        });
        ASSERT_NE(found, shown_.entries.end()) << name;
        EXPECT_NE(found->words.find("not recorded"), std::string::npos) << name;
        EXPECT_EQ(found->first_reference, found->end_reference) << name;
    }
}

/// Each piece of hardware can be found among the interface changes, which were read from the trees:
/// its entry in the article names one of them, and the table the same.
TEST_F(Linux67, HardwareIsFoundByItsSymbol) {
    store::Reader reader(database_);
    std::set<std::string> names;
    for (const auto& row : store::InterfaceReader(database_).changes(reader.releases().at(0).id))
        names.insert((row.change.kind == interfaces::Kind::config ? "CONFIG_" : "") +
                     row.change.name);
    std::size_t hardware = 0;
    for (const auto& row : entries()) {
        if (row.place.section != classify::Section::hardware)
            continue;
        ++hardware;
        const auto open = row.about.rfind(" (");
        ASSERT_NE(open, std::string::npos) << row.about;
        std::istringstream symbols(row.about.substr(open + 2, row.about.size() - open - 3));
        bool in_article = false;
        for (std::string symbol; std::getline(symbols >> std::ws, symbol, ',');) {
            EXPECT_TRUE(names.contains(symbol)) << symbol;
            in_article |= text_.find('`' + symbol + '`') != std::string::npos;
        }
        EXPECT_TRUE(in_article) << row.about;
    }
    EXPECT_EQ(hardware, 22U);
}

TEST_F(Linux67, SaysItsDateAndItsCorrections) {
    EXPECT_EQ(shown_.title, "Linux 6.7, first half of the merge window");
    EXPECT_NE(text_.find("November 3, 2023"), std::string::npos);
    EXPECT_NE(text_.find("**Correction**"), std::string::npos);
}

TEST_F(Linux67, SectionsComeInTheOrderOfTheTaxonomy) {
    std::vector<std::string> titles, expected;
    for (const auto& heading : shown_.outline)
        if (heading.level == 2 && heading.text != "Figures")
            titles.push_back(heading.text);
    for (const auto section : classify::all_sections())
        expected.emplace_back(classify::title(section));
    EXPECT_EQ(titles, expected);
}

} // namespace
} // namespace mw::test
