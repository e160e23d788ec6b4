// The release that comes with the program gives way to an import of the same range: what a person
// made of its changesets moves over, and nothing is there twice.

#include "importer/comparison.h"
#include "importer/import.h"
#include "store/read/interface_reader.h"
#include "store/read/reader.h"
#include "store/user/annotations.h"
#include "store/user/documents.h"
#include "store/user/saved_searches.h"
#include "store/write/release_removal.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace mw::test {
namespace {

constexpr std::size_t start_digits = 12;

class GivingWay : public testing::Test {
protected:
    GivingWay() {
        repo_.tag("base", repo_.commit("MAINTAINERS", "Maintainers\n\nTHE REST\nF:\t*\nF:\t*/\n"));
        one_ = repo_.commit("net/core.c", "1\n").message("net: one\n").author("Ann <ann@x>");
        two_ = repo_.commit("fs/ext4/inode.c", "1\n").message("ext4: two\n").author("Bo <bo@x>");
        repo_.tag("middle", repo_.tip());
        three_ = repo_.commit("mm/slab.c", "1\n").message("mm: three\n").author("Ann <ann@x>");
        four_ = repo_.commit("mm/slub.c", "1\n").message("mm: four\n").author("Ann <ann@x>");
        repo_.tag("v1", repo_.tip());
        repo_.write();
        write_bytes(folder_ / "table.tsv",
                    "# name: Linux 0.1\n# from: base\n# to: v1\n# range changesets: 4\n"
                    "# changesets: known.tsv\n# interfaces: edges.tsv\n# cves: cves.tsv\n"
                    "section\tsubgroup\tkind\tsha\ttitle\tmade\tsee\tabout\n"
                    "core\t\tchangeset\t" +
                        one_->id().substr(0, start_digits) +
                        "\tnet: one\tconfig:ONE\t\tthe first\n"
                        "core\t\tchangeset\t\t\t\t\tan entry without a commit\n");
        write_bytes(folder_ / "known.tsv",
                    "kind\tsha\ttitle\tauthor\tauthor_time\tcommit_time\tsection\tsubgroup\t"
                    "subsystem\treason\tadds\tproof\tabout\tpaths\n" +
                        known(*one_, "Ann", "net/core.c", false) +
                        known(*two_, "Bo", "fs/ext4/inode.c", false) +
                        known(*three_, "Ann", "mm/slab.c", true));
        write_bytes(folder_ / "edges.tsv", "kind\tchange\tname\tsha\tpath\tdetail\n"
                                           "config\tadded\tONE\t" +
                                               one_->id().substr(0, start_digits) +
                                               "\tnet/Kconfig\tOne\\nbool\n"
                                               "config\tremoved\tTWO\t\tnet/Kconfig\t\n");
        write_bytes(folder_ / "cves.tsv", "cve\trole\tsha\nCVE-2023-0001\tfixed-by\t" + two_->id() +
                                              "\nCVE-2023-0002\tintroduced-by\t" + four_->id() +
                                              "\n");
        EXPECT_TRUE(importer::add_bundled_release(database_, folder_ / "table.tsv"));
    }

    static std::string known(const Commit& commit, const std::string& author,
                             const std::string& path, bool whole) {
        return "changeset\t" + commit.id().substr(0, whole ? 40 : start_digits) + "\ttitle\t" +
               author +
               "\t2023-09-15T10:11:04+02:00\t\tfilesystems\t\tEXT4\ta reason\t\tcited\t\t" + path +
               "\n";
    }

    std::size_t found(const std::string& query) {
        store::Reader reader(database_);
        store::CommitQuery wanted;
        wanted.text = query;
        return reader.find(wanted).size();
    }

    std::vector<std::string> releases() {
        std::vector<std::string> names;
        for (const auto& release : store::Reader(database_).releases())
            names.push_back(release.name);
        return names;
    }

    void import(const std::string& to, const std::string& name = {}) {
        auto request = request_for(database_, repo_.path(), "base", to);
        request.name = name;
        importer::run_import(request, {}, {});
    }

    TempDir folder_;
    std::filesystem::path database_ = folder_ / "test.db";
    RepoBuilder repo_{folder_ / "repo"};
    std::optional<Commit> one_, two_, three_, four_;
};

TEST_F(GivingWay, WhatTheTablesSayIsThere) {
    store::Reader reader(database_);
    const auto release = reader.releases().at(0);
    EXPECT_EQ(release.changesets, 4); // one of them an entry without a commit
    EXPECT_EQ(release.range_changesets, 4);
    EXPECT_EQ(release.interfaces, store::InterfaceState::read);
    const auto one = reader.commit_by_oid(one_->id()).value();
    EXPECT_EQ(one.row.oid, one_->id().substr(0, start_digits));
    EXPECT_EQ(one.row.subject, "net: one");
    EXPECT_EQ(one.row.about, "the first (CONFIG_ONE)");
    EXPECT_EQ(one.row.author, "Ann");
    EXPECT_EQ(one.row.author_zone, 200);
    EXPECT_EQ(one.row.files, 1);
    EXPECT_EQ(one.row.landed_time, std::nullopt);
    EXPECT_EQ(one.row.place.section, classify::Section::core);
    EXPECT_EQ(one.row.subsystem, "EXT4");
    EXPECT_EQ(one.paths.at(0).path, "net/core.c");
    EXPECT_NE(one.reason.english().find("The rules say filesystems: a reason"), std::string::npos);
    EXPECT_EQ(reader.commit_by_oid(two_->id()).value().cves.at(0).id, "CVE-2023-0001");
    EXPECT_EQ(found("config:ONE"), 1U);
    EXPECT_EQ(found("cve:2023*"), 1U);
    const auto edges = store::InterfaceReader(database_).changes(release.id);
    ASSERT_EQ(edges.size(), 2U);
    EXPECT_EQ(edges[0].change.detail, "One\nbool");
    EXPECT_NE(edges[0].commit, 0);
    EXPECT_EQ(edges[1].commit, 0);
    EXPECT_TRUE(reader.check().empty());
}

TEST_F(GivingWay, MarksMoveToTheImport) {
    store::AnnotationStore marks(database_);
    marks.change({one_->id().substr(0, start_digits), three_->id()}, [](store::Annotation& mark) {
        mark.note = "mine";
        mark.place = classify::SectionKey{classify::Section::security, classify::Subgroup::none};
    });
    store::DocumentStore(database_).put({0, "Linux 0.1", "Article", "/a.md", "", 1},
                                        {{one_->id().substr(0, start_digits), 3, "words"}});
    store::SavedSearches searches(database_);
    searches.put({"a", "release:\"Linux 0.1\" net", "Linux 0.1"});
    searches.put({"b", "net", ""});

    import("v1");

    EXPECT_EQ(releases(), std::vector<std::string>{"v1"});
    EXPECT_EQ(found(""), 4U);
    EXPECT_EQ(found("is:noted"), 2U);
    EXPECT_EQ(found("section:security"), 2U);
    EXPECT_EQ(found("is:mentioned"), 1U);
    EXPECT_EQ(found("sha:" + one_->id().substr(0, start_digits)), 1U);
    EXPECT_EQ(found("cve:2023*"), 2U);
    store::Reader reader(database_);
    const auto one = reader.commit_by_oid(one_->id()).value();
    EXPECT_EQ(one.row.oid, one_->id());
    EXPECT_EQ(one.row.personal.value().oid, one_->id());
    EXPECT_EQ(one.mentions, std::vector<std::string>{"words"});
    EXPECT_EQ(reader.personal().size(), 2U);
    EXPECT_EQ(store::DocumentStore(database_).all().at(0).release, "v1");
    EXPECT_EQ(searches.all().at(0).release, "v1");
    EXPECT_EQ(found(searches.all().at(0).query), 1U);
    EXPECT_TRUE(reader.check().empty());
}

/// A part of the range has only a part of its changesets.
TEST_F(GivingWay, ToNothingLess) {
    import("middle");
    EXPECT_EQ(releases(), (std::vector<std::string>{"middle", "Linux 0.1"}));
    import("v1", "mine");
    EXPECT_EQ(releases(), (std::vector<std::string>{"mine", "middle"}));
}

TEST_F(GivingWay, AnImportOfTheSameNameStays) {
    import("v1", "Linux 0.1");
    EXPECT_EQ(releases(), std::vector<std::string>{"Linux 0.1"});
    EXPECT_FALSE(importer::add_bundled_release(database_, folder_ / "table.tsv"));
    EXPECT_FALSE(store::Reader(database_).releases().at(0).bundled);
}

TEST_F(GivingWay, ItIsThereAgainWhenTheImportIsRemoved) {
    store::AnnotationStore(database_).change(
        {one_->id().substr(0, start_digits)},
        [](store::Annotation& mark) { mark.bookmarked = true; });
    import("v1");
    store::remove_release(database_, "v1");
    EXPECT_TRUE(importer::add_bundled_release(database_, folder_ / "table.tsv"));
    EXPECT_EQ(found("is:bookmarked"), 1U);
    EXPECT_EQ(store::Reader(database_).personal().size(), 1U);
    import("v1");
    EXPECT_EQ(found("is:bookmarked"), 1U);
    EXPECT_EQ(found(""), 4U);
}

} // namespace
} // namespace mw::test
