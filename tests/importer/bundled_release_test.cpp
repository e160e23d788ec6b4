// data/linux-6.7.tsv, the release that is there before a person has imported anything.

#include "importer/data_files.h"
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
    EXPECT_TRUE(release.embedded);
    EXPECT_EQ(release.repository, "");
    EXPECT_EQ(release.lines, store::LineState::unavailable);
    EXPECT_TRUE(reader.check().empty());

    const auto entries = rows();
    EXPECT_EQ(entries.size(), 46U);
    std::int64_t without_commit = 0, merges = 0;
    for (const auto& entry : entries) {
        EXPECT_NE(entry.about, "") << entry.subject;
        EXPECT_EQ(entry.author, "");
        EXPECT_EQ(entry.author_time, std::nullopt);
        EXPECT_EQ(entry.insertions, std::nullopt);
        without_commit += entry.oid.empty() ? 1 : 0;
        merges += entry.kind == store::CommitKind::changeset ? 0 : 1;
        EXPECT_EQ(entry.place.section == classify::Section::hardware,
                  entry.place.subgroup != classify::Subgroup::none);
    }
    EXPECT_EQ(without_commit, 6);
    EXPECT_EQ(merges, 8);
    const auto shown = reader.commit_by_oid("cf8e8658100d");
    ASSERT_TRUE(shown.has_value());
    EXPECT_EQ(shown->row.subject, "arch: Remove Itanium (IA-64) architecture");
    EXPECT_EQ(shown->row.place.section, classify::Section::architecture);
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

} // namespace
} // namespace mw::test
