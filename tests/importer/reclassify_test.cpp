// Sorting a stored release anew, without its clone.

#include "importer/comparison.h"
#include "importer/reclassify.h"
#include "store/read/reader.h"
#include "store/user/annotations.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <fstream>

namespace mw::test {
namespace {

using classify::Section;

class Sorting : public testing::Test {
protected:
    Sorting() {
        const auto base =
            repo_.commit("MAINTAINERS", "Maintainers\n\nODD THINGS\nM:\tA <a@b>\nF:\todd/\n\n"
                                        "THE REST\nF:\t*\nF:\t*/\n");
        repo_.tag("base", base);
        repo_.branch("topic", base);
        repo_.commit("net/core.c", "1\n").message("net: one\n");
        const auto topic = repo_.commit("odd/thing.c", "1\n").message("odd: thing\n");
        repo_.checkout("master");
        repo_.merge({topic}).message("Merge branch 'x' of git://host/tree\n");
        repo_.tag("v1", repo_.tip());
        repo_.write();
        importer::run_import(request_for(database_, repo_.path(), "base", "v1"), {}, {});
    }

    std::vector<std::string> verdicts() { return verdicts_of(database_); }

    static std::vector<std::string> verdicts_of(const std::filesystem::path& database) {
        store::Reader reader(database);
        std::vector<std::string> lines;
        store::CommitQuery all;
        all.text = "is:merge OR is:changeset";
        for (const auto id : reader.find(all)) {
            const auto commit = reader.commit(id).value();
            lines.push_back(commit.row.subject + ": " + classify::to_string(commit.row.place) +
                            ", " + commit.row.subsystem + ", " + commit.reason.english());
        }
        return lines;
    }

    importer::RulesFiles rules(const std::string& toml) {
        importer::RulesFiles files = importer::RulesFiles::find({});
        files.own = folder_ / "own.toml";
        std::ofstream(files.own) << toml;
        return files;
    }

    void import_a_driver() {
        RepoBuilder repo(folder_ / "drivers");
        repo.tag("base", repo.commit("drivers/power/supply/Makefile", "x\n"));
        repo.commit("drivers/power/supply/mm8013.c", "driver\n")
            .message("power: supply: Add Mitsumi MM8013 fuel gauge driver\n");
        repo.commit("drivers/power/supply/mm8013.c", "fixed\n")
            .message("power: supply: mm8013: fix a leak\n");
        repo.tag("v1", repo.tip());
        repo.write();
        importer::run_import(request_for(driver_database_, repo.path(), "base", "v1"), {}, {});
    }

    TempDir folder_;
    RepoBuilder repo_{folder_ / "repo"};
    std::filesystem::path database_ = folder_ / "test.db";
    std::filesystem::path driver_database_ = folder_ / "drivers.db";
};

TEST_F(Sorting, WithTheSameRulesChangesNothing) {
    const auto before = verdicts();
    ASSERT_EQ(before.size(), 3U);
    std::filesystem::remove_all(repo_.path());
    importer::RulesFiles same = importer::RulesFiles::find({});
    same.own.clear();
    importer::sort_release(database_, "test", same);
    EXPECT_EQ(verdicts(), before);
    EXPECT_NE(before[1].find("ODD THINGS"), std::string::npos) << before[1];
}

/// As kernels before 2.6.31 have it, which an import says: it names no subsystems.
TEST_F(Sorting, AFileThatNamesNoFilesChangesNothing) {
    RepoBuilder repo(folder_ / "old");
    repo.tag("base", repo.commit("MAINTAINERS", "ODD THINGS\nP:\tA\nM:\ta@b\nN:\todd\n"));
    repo.tag("v1", repo.commit("odd/thing.c", "1\n").message("odd: thing\n"));
    repo.write();
    const auto database = folder_ / "old.db";
    importer::run_import(request_for(database, repo.path(), "base", "v1"), {}, {});
    const auto before = verdicts_of(database);
    ASSERT_EQ(before.size(), 1U);
    importer::RulesFiles same = importer::RulesFiles::find({});
    same.own.clear();
    importer::sort_release(database, "test", same);
    EXPECT_EQ(verdicts_of(database), before);
}

TEST_F(Sorting, KnowsNewHardware) {
    import_a_driver();
    const auto adds = [&] {
        store::Reader reader(driver_database_);
        store::CommitQuery query;
        query.text = "is:new-hardware";
        const auto rows = reader.rows(reader.find(query));
        return rows.size() == 1 && rows.front().adds ? rows.front().adds->what : std::string();
    };
    EXPECT_EQ(adds(), "Mitsumi MM8013 fuel gauge");
    importer::sort_release(driver_database_, "test", importer::RulesFiles::find({}));
    EXPECT_EQ(adds(), "Mitsumi MM8013 fuel gauge");
}

TEST_F(Sorting, FollowsRulesOfOnesOwn) {
    importer::sort_release(database_, "test",
                           rules("[[rule]]\nsection = \"security\"\npaths = [\"net/\"]\n"
                                 "titles = [\"net\"]\n"));
    store::Reader reader(database_);
    store::CommitQuery query;
    query.text = "section:security";
    const auto found = reader.rows(reader.find(query));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().subject, "net: one");
    EXPECT_TRUE(reader.check().empty());
}

TEST_F(Sorting, LeavesAPersonsChoiceAlone) {
    const auto oid = [&] {
        store::Reader reader(database_);
        return reader.rows(reader.find({})).front().oid;
    }();
    store::AnnotationStore(database_).change({oid}, [](store::Annotation& own) {
        own.place = classify::SectionKey{Section::virtualization, classify::Subgroup::none};
    });
    importer::sort_release(database_, "test",
                           rules("[[rule]]\nsection = \"security\"\npaths = [\"net/\"]\n"
                                 "titles = [\"net\"]\n"));
    const auto commit = store::Reader(database_).commit_by_oid(oid).value();
    EXPECT_EQ(commit.row.place.section, Section::virtualization);
    EXPECT_EQ(commit.derived_place.section, Section::security);
}

TEST_F(Sorting, AMistakeInTheRulesLeavesTheReleaseAsItWas) {
    const auto before = verdicts();
    EXPECT_THROW(importer::sort_release(database_, "test", rules("[[rule]]\nsection = \"no\"\n")),
                 classify::RulesError);
    EXPECT_EQ(verdicts(), before);
}

} // namespace
} // namespace mw::test
