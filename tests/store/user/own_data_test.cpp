#include "store/sample_release.h"
#include "store/sql/error.h"
#include "store/stats/figures.h"
#include "store/user/config_store.h"
#include "store/user/employer_store.h"
#include "store/user/stars.h"
#include "store/user/tree_store.h"

#include <gtest/gtest.h>

#include <fstream>

namespace mw::test {
namespace {

using store::FigureKind;
using StarKind = store::Star::Kind;
using OwnSubjects = std::vector<std::string>;

class OwnData : public StoreTest {
protected:
    OwnData() {
        auto net = commit('a', "net one");
        net.subsystem = "NETWORKING";
        net.paths = files({"net/core/dev.c"});
        net.trailers = {{"Reviewed-by", "Rita <rita@example.org>"},
                        {"Reviewed-By", "Rita <rita@example.com>"},
                        {"Tested-by", "Tom <tom@example.org>"},
                        {"Reported-by", "kernel test robot"}};
        auto drm = commit('b', "drm one");
        drm.subsystem = "DRM";
        drm.paths = files({"drivers/gpu/drm.c", "drivers/gpu-more/x.c"});
        drm.author = {"Bea", "bea@lab.example.com"};
        drm.trailers = {{"Reviewed-by", "Rita <rita@example.org>"}};
        auto late = commit('c', "late one");
        late.paths = files({"drivers/gpu"});
        late.author = {"Bea", "bea@lab.example.com"};
        late.author_time = 2'000'000'000;
        auto other = commit('d', "other one");
        other.author = {"Zoe", "zoe@nowhere.test"};
        other.paths = files({"drivers/gpuz/y.c"});
        write("v2", {net, drm, late, other});
    }

    static std::vector<store::FileChange> files(const std::vector<std::string>& paths) {
        std::vector<store::FileChange> changes;
        for (const auto& path : paths) {
            store::FileChange change;
            change.path = path;
            changes.push_back(change);
        }
        return changes;
    }

    std::filesystem::path file_of(const std::string& name, const std::string& text) {
        std::ofstream(folder_ / name) << text;
        return folder_ / name;
    }

    std::vector<std::pair<std::string, std::int64_t>> figures(FigureKind kind) {
        const auto release = store::Reader(file_).release("v2")->id;
        std::vector<std::pair<std::string, std::int64_t>> counted;
        for (const auto& figure : store::Figures(file_).count(release, kind)) {
            counted.emplace_back(figure.name, figure.changesets);
            EXPECT_EQ(find(figure.query).size(), static_cast<std::size_t>(figure.changesets))
                << figure.query;
        }
        return counted;
    }
};

using FigureCounts = std::vector<std::pair<std::string, std::int64_t>>;

TEST_F(OwnData, StarsFindTheirChangesets) {
    store::Stars stars(file_);
    EXPECT_EQ(find("is:mine"), OwnSubjects{});
    EXPECT_TRUE(stars.add(StarKind::subsystem, "NETWORKING"));
    EXPECT_FALSE(stars.add(StarKind::subsystem, "NETWORKING"));
    EXPECT_EQ(find("is:mine"), OwnSubjects{"net one"});
    stars.add(StarKind::path, "drivers/gpu/");
    EXPECT_EQ(find("is:mine"), (OwnSubjects{"net one", "drm one", "late one"}));
    stars.remove(StarKind::path, "drivers/gpu");
    stars.remove(StarKind::subsystem, "NETWORKING");
    stars.add(StarKind::person, "BEA");
    EXPECT_EQ(find("is:mine"), (OwnSubjects{"drm one", "late one"}));
    stars.remove(StarKind::person, "Bea");
    stars.add(StarKind::person, "Anybody <Zoe@nowhere.test>");
    EXPECT_EQ(find("is:mine"), OwnSubjects{"other one"});
    EXPECT_THROW(stars.add(StarKind::path, " / "), store::Error);
    for (const auto& [kind, name] :
         {std::pair(StarKind::subsystem, "NETWORKING"), std::pair(StarKind::path, "drivers/gpu/"),
          std::pair(StarKind::person, "BEA"), std::pair(StarKind::person, "Zoe@nowhere.test")})
        EXPECT_TRUE(stars.finds(kind, name)) << name;
    for (const auto& [kind, name] :
         {std::pair(StarKind::subsystem, "Networking"), std::pair(StarKind::path, "drivers/g"),
          std::pair(StarKind::person, "Be")})
        EXPECT_FALSE(stars.finds(kind, name)) << name;
}

TEST_F(OwnData, StarredComeFirstAndOutliveAnImport) {
    store::Stars(file_).add(StarKind::path, "drivers/gpu-more");
    store::Stars(file_).add(StarKind::person, "zoe@nowhere.test");
    store::CommitQuery query;
    query.starred_first = true;
    EXPECT_EQ(find(query), (OwnSubjects{"drm one", "other one", "net one", "late one"}));
    query.sort = store::SortKey::subject;
    query.descending = true;
    EXPECT_EQ(find(query), (OwnSubjects{"other one", "drm one", "net one", "late one"}));
    auto again = commit('e', "again");
    again.paths = files({"drivers/gpu-more/x.c"});
    write("v2", {again});
    EXPECT_EQ(find("is:mine"), OwnSubjects{"again"});
    store::Reader reader(file_);
    EXPECT_TRUE(reader.rows(reader.find({})).at(0).starred);
    EXPECT_EQ(store::Stars(file_).all().size(), 2U);
}

TEST_F(OwnData, CountsWhoReviewedTestedAndReported) {
    EXPECT_EQ(figures(FigureKind::reviewer), (FigureCounts{{"Rita", 2}}));
    EXPECT_EQ(figures(FigureKind::tester), (FigureCounts{{"Tom", 1}}));
    EXPECT_EQ(figures(FigureKind::reporter), (FigureCounts{{"kernel test robot", 1}}));
}

TEST_F(OwnData, CountsEmployersByTheMapAlone) {
    EXPECT_TRUE(figures(FigureKind::employer).empty());
    EXPECT_THROW(find("employer:example"), store::QueryError);
    store::EmployerStore(file_).put(
        store::read_employer_map(file_of("map", "# a comment\n"
                                                "example.org\tExample Foundation\n"
                                                "example.com  Example Ltd. < 2020-01-01\n"
                                                "example.com  Later Inc.\n")));
    EXPECT_EQ(
        figures(FigureKind::employer),
        (FigureCounts{
            {"(unknown)", 1}, {"Example Foundation", 1}, {"Example Ltd.", 1}, {"Later Inc.", 1}}));
    EXPECT_EQ(find("employer:later"), OwnSubjects{"late one"});
    EXPECT_EQ(find("employer:\"(unknown)\""), OwnSubjects{"other one"});
    write("v3", {commit('f', "x")});
    EXPECT_EQ(store::Employers(store::EmployerStore(file_).map()->text).lines().read, 3U);
}

/// "< 2020-01-01" is until that day begins.
TEST_F(OwnData, AnEmployersTimeEndsBeforeItsDay) {
    auto last = commit('e', "last"), next = commit('f', "next");
    last.author = next.author = {"Bea", "bea@lab.example.com"};
    next.author_time = 1'577'836'800; // 2020-01-01 00:00 UTC
    last.author_time = *next.author_time - 1;
    write("v2", {last, next});
    store::EmployerStore(file_).put(store::read_employer_map(
        file_of("map", "example.com  Example Ltd. < 2020-01-01\nexample.com  Later Inc.\n")));
    EXPECT_EQ(find("employer:example"), OwnSubjects{"last"});
    EXPECT_EQ(find("employer:later"), OwnSubjects{"next"});
}

TEST_F(OwnData, TakingAStarAwayLeavesTheOthers) {
    store::Stars stars(file_);
    stars.add(StarKind::subsystem, "x");
    stars.add(StarKind::subsystem, "net");
    stars.add(StarKind::path, "x");
    EXPECT_TRUE(stars.remove(StarKind::subsystem, "x"));
    EXPECT_FALSE(stars.remove(StarKind::subsystem, "x"));
    const auto all = stars.all();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].name, "net");
    EXPECT_EQ(all[1].kind, StarKind::path);
}

/// A configuration is asked of the newest first: it is the nearest to what a person builds.
TEST_F(OwnData, ReleasesToAskAConfigurationOfComeNewestFirst) {
    auto old = commit('e', "old"), late = commit('f', "new");
    old.landed_time = 500'000;
    late.landed_time = 3'000'000;
    write("v3", {late});
    write("v1", {old});
    std::string names;
    for (const auto& release : store::ConfigStore(file_).releases())
        names += release.name + ' ';
    EXPECT_EQ(names, "v3 v2 v1 ");
}

TEST_F(OwnData, StarsAndTreesAreListedByName) {
    store::Stars stars(file_);
    for (const auto* name : {"net", "drm", "usb"})
        stars.add(StarKind::subsystem, name);
    std::string names;
    for (const auto& star : stars.all())
        names += star.name + ' ';
    EXPECT_EQ(names, "drm net usb ");
    store::TreeStore trees(file_);
    for (const auto* name : {"stable", "Vendor", "abc"}) {
        store::Tree tree;
        tree.name = name;
        tree.repository = "/clone";
        tree.revision = "master";
        tree.oid = std::string(40, '7');
        trees.put(tree, {{raw_id('a'), store::TreeState::there, raw_id('a')}});
    }
    names.clear();
    for (const auto& [tree, counts] : trees.all())
        names += tree.name + ' ';
    EXPECT_EQ(names, "abc stable Vendor ");
}

/// A change of nothing but a header that the kernel includes is built as well.
TEST_F(OwnData, WhatTouchesAHeaderIsBuilt) {
    using store::BuildState;
    store::ConfigStore(file_).put({".config", "CONFIG_X=y\n", "x86", 1},
                                  {{raw_id('a'), BuildState::header},
                                   {raw_id('b'), BuildState::cannot_tell},
                                   {raw_id('c'), BuildState::not_built},
                                   {raw_id('d'), BuildState::module}});
    EXPECT_EQ(find("is:built"), (OwnSubjects{"net one", "other one"}));
    EXPECT_EQ(find("is:cannot-tell"), OwnSubjects{"drm one"});
    EXPECT_EQ(find("is:not-built"), OwnSubjects{"late one"});
}

TEST_F(OwnData, ReadsAConfigurationOfGitdm) {
    file_of("domain-map", "example.com Example Ltd.\n");
    file_of("aliases", "\"zoe@nowhere.test\" zoe@example.com # moved\n");
    file_of("group", "ann@example.org\n");
    store::EmployerStore(file_).put(store::read_employer_map(
        file_of("gitdm.config", "EmailAliases config/aliases\nEmailMap domain-map\n"
                                "GroupMap group The Group\nFileTypeMap types\n")));
    EXPECT_EQ(figures(FigureKind::employer), (FigureCounts{{"Example Ltd.", 3}, {"The Group", 1}}));
    EXPECT_THROW(store::read_employer_map(folder_ / "none"), store::Error);
    EXPECT_THROW(store::read_employer_map(file_of("empty", "# nothing\n")), store::Error);
    EXPECT_THROW(store::read_employer_map(file_of("names", "EmailMap missing\n")), store::Error);
}

} // namespace
} // namespace mw::test
