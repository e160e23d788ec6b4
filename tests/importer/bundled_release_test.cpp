// data/linux-6.7.tsv, the release that is there before a person has imported anything.

#include "importer/data/data_files.h"
#include "importer/import.h"
#include "store/read/reader.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

namespace mw::test {
namespace {

class BundledRelease : public testing::Test {
protected:
    std::vector<store::CommitRow> rows() {
        store::Reader reader(database_);
        store::CommitQuery query;
        query.text = "is:merge OR -is:merge";
        return reader.rows(reader.find(query));
    }

    bool add(const std::string& text) {
        write_bytes(folder_ / "table.tsv", text);
        return importer::add_bundled_release(database_, folder_ / "table.tsv");
    }

    static constexpr const char* header = "# name: Linux 0.1\n"
                                          "section\tsubgroup\tkind\tsha\ttitle\tabout\n";

    TempDir folder_;
    std::filesystem::path database_ = folder_ / "test.db";
};

TEST_F(BundledRelease, ShippedTable) {
    EXPECT_TRUE(importer::add_bundled_release(database_, importer::data_file("linux-6.7.tsv")));
    store::Reader reader(database_);
    ASSERT_EQ(reader.releases().size(), 1U);
    const auto release = reader.releases().front();
    EXPECT_EQ(release.name, "Linux 6.7");
    EXPECT_TRUE(release.bundled);
    EXPECT_EQ(release.repository, "");
    EXPECT_EQ(release.lines, store::LineState::unavailable);
    EXPECT_TRUE(reader.check().empty());

    EXPECT_EQ(release.interfaces, store::InterfaceState::read);
    EXPECT_EQ(release.range_changesets, 18405);
    // 2,253 that records prove, 20 that only the article links, 9 entries without a commit.
    EXPECT_EQ(release.changesets, 2282);
    EXPECT_EQ(release.merges, 60); // 53, and 7 that only the article links
    EXPECT_EQ(release.insertions, std::nullopt);

    std::int64_t without_commit = 0, sections = 0;
    for (const auto& entry : rows()) {
        EXPECT_NE(entry.about + entry.subject, "");
        EXPECT_EQ(entry.landed_time, std::nullopt);
        EXPECT_EQ(entry.insertions, std::nullopt);
        without_commit += entry.oid.empty() ? 1 : 0;
        if (entry.kind == store::CommitKind::changeset) {
            EXPECT_EQ(entry.place.section == classify::Section::hardware,
                      entry.place.subgroup != classify::Subgroup::none);
        }
    }
    EXPECT_EQ(without_commit, 9);
    for (const auto& count : reader.sections(release.id))
        sections += count.changesets;
    EXPECT_EQ(sections, release.changesets);
    const auto shown = reader.commit_by_oid("cf8e8658100d");
    ASSERT_TRUE(shown.has_value());
    EXPECT_EQ(shown->row.subject, "arch: Remove Itanium (IA-64) architecture");
    EXPECT_EQ(shown->row.place.section, classify::Section::architecture);
}

/// Whoever shows them makes the sentences, in a language of their own.
TEST_F(BundledRelease, TheReasonsAreNoSentencesYet) {
    importer::add_bundled_release(database_, importer::data_file("linux-6.7.tsv"));
    store::Reader reader(database_);
    const std::string no_pattern = base::Message::verbatim("words").pattern();
    for (const auto& entry : rows()) {
        const auto reason = reader.commit(entry.id).value().reason;
        EXPECT_NE(reason.pattern(), no_pattern) << reason.english();
        EXPECT_EQ(reason.english().find('\\'), std::string::npos) << reason.english();
    }
    EXPECT_EQ(reader.commit_by_oid("34aac0a33de2").value().reason.english(),
              "its title names a tree of rule hardware.spi_i2c");
}

TEST_F(BundledRelease, IsAddedOnceAndReplacedWhenTheTableChanges) {
    const std::string table = std::string(header) + "core\t\tchangeset\t0123456789ab\tone\ta\n";
    EXPECT_TRUE(add(table));
    EXPECT_FALSE(add(table));
    EXPECT_TRUE(add(table + "misc\t\tpull\t\t\tan entry without a commit\n"));
    EXPECT_EQ(store::Reader(database_).releases().size(), 1U);
    ASSERT_EQ(rows().size(), 2U);
    EXPECT_EQ(rows().back().oid, "");
    EXPECT_EQ(rows().back().about, "an entry without a commit");
}

TEST_F(BundledRelease, MistakesNameFileAndLine) {
    for (const auto* row : {"no-such-section\t\tchangeset\t\tx\ty\n",
                            "hardware\tno-such-subgroup\tchangeset\t\tx\ty\n",
                            "core\t\tchangeset\tnot hex\tx\ty\n", "core\ttoo few fields\n"}) {
        try {
            add(header + std::string(row));
            ADD_FAILURE() << row << " was taken";
        } catch (const std::runtime_error& error) {
            EXPECT_NE(std::string(error.what()).find("table.tsv, line 3"), std::string::npos)
                << error.what();
        }
    }
    EXPECT_THROW(add("section\tsubgroup\tkind\tsha\ttitle\tabout\n"), std::runtime_error);
    EXPECT_THROW(importer::add_bundled_release(database_, folder_ / "none.tsv"),
                 std::runtime_error);
}

/// What ships has a limit: every installation carries it.
TEST_F(BundledRelease, TheShippedTablesAreSmall) {
    std::uintmax_t bytes = 0;
    for (const char* name : {"linux-6.7.tsv", "linux-6.7-changesets.tsv",
                             "linux-6.7-interfaces.tsv", "linux-6.7-cve.tsv", "linux-6.7.md"})
        bytes += std::filesystem::file_size(importer::data_file(name));
    EXPECT_LT(bytes, 1'000'000U);
}

/// Searched by what changed at the edges, and by what the records say of faults.
TEST_F(BundledRelease, EdgesAndFaultsAreFound) {
    importer::add_bundled_release(database_, importer::data_file("linux-6.7.tsv"));
    const auto subject_of = [&](const std::string& text) {
        store::Reader reader(database_);
        store::CommitQuery query;
        query.text = text;
        const auto found = reader.rows(reader.find(query));
        return found.size() == 1 ? found.front().subject : std::to_string(found.size()) + " found";
    };
    EXPECT_EQ(subject_of("syscall:futex_wake"), "futex: Add sys_futex_wake()");
    EXPECT_EQ(subject_of("config:FUEL_GAUGE_MM8013"),
              "power: supply: Introduce MM8013 fuel gauge driver");
    EXPECT_EQ(subject_of("param:ia32_emulation"),
              "x86: Make IA32_EMULATION boot time configurable");
    EXPECT_EQ(subject_of("gone:arch"), "arch: Remove Itanium (IA-64) architecture");
    EXPECT_EQ(subject_of("CONFIG_DRM_PANEL_RAYDIUM_RM692E5"), "");
    store::Reader reader(database_);
    store::CommitQuery faults;
    faults.text = "cve:2023* OR cve:2024*";
    EXPECT_GT(reader.find(faults).size(), 100U);
}

} // namespace
} // namespace mw::test
