// What an import finds at the edges of a range, by whom, and what it says where it cannot.

#include "importer/comparison.h"
#include "importer/import.h"
#include "importer/reclassify.h"
#include "store/read/interface_reader.h"
#include "store/read/reader.h"
#include "support/environment.h"
#include "support/git.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace mw::test {
namespace {

using store::InterfaceState;

class ImportedInterfaces : public testing::Test {
protected:
    store::Release import(bool lines = true) {
        auto request = request_for(database_, repo_.path(), "v1", "v2");
        request.lines = lines;
        return importer::run_import(request, {}, {});
    }

    /// "added config A" with the changeset's id.
    std::map<std::string, std::string> found(const store::Release& release) const {
        std::map<std::string, std::string> rows;
        for (const auto& row : store::InterfaceReader(database_).changes(release.id))
            rows[std::string(interfaces::key(row.change.change)) + ' ' +
                 std::string(interfaces::key(row.change.kind)) + ' ' + row.change.name] =
                row.change.oid;
        return rows;
    }

    TempDir folder_;
    Variable cache_{"XDG_CACHE_HOME", (folder_ / "cache").string()};
    RepoBuilder repo_{folder_ / "repo"};
    std::filesystem::path database_ = folder_ / "test.db";
};

TEST_F(ImportedInterfaces, EachByItsChangeset) {
    const std::string kept = "config KEPT\n\tbool \"Kept\"\n";
    const std::string moved = "config MOVED\n\tbool \"Moved\"\n";
    const std::string fresh = "config FRESH\n\ttristate \"A new device\"\n";
    repo_.tag("v1", repo_.commit("d/Kconfig", kept + moved).file("d/a.c", "int a;\n"));
    const auto adds = repo_.commit("d/Kconfig", kept + moved + fresh);
    repo_.commit("d/Kconfig", kept + fresh).file("e/Kconfig", moved);
    const auto call = repo_.commit("arch/arm/tools/syscall.tbl", "454 common futex_wake sys_x\n");
    const auto setup = repo_.commit("d/a.c", "int a;\n__setup(\"quiet2=\", f);\n");
    repo_.commit("f/Kconfig", "config GONE_AGAIN\n\tbool\n");
    repo_.commit().remove("f/Kconfig");
    repo_.tag("v2", repo_.tip());
    repo_.write();

    const auto release = import();
    EXPECT_EQ(release.interfaces, InterfaceState::read);
    const std::map<std::string, std::string> expected = {{"added config FRESH", adds.id()},
                                                         {"added syscall futex_wake", call.id()},
                                                         {"added param quiet2", setup.id()}};
    EXPECT_EQ(found(release), expected);
}

TEST_F(ImportedInterfaces, OnABranchThatIsMerged) {
    const auto base = repo_.commit("d/Kconfig", "config A\n\tbool\n");
    repo_.tag("v1", base);
    repo_.branch("topic", base);
    const auto change = repo_.commit("d/Kconfig", "config A\n\tbool\nconfig B\n\tbool\n");
    repo_.checkout("master");
    repo_.commit("other", "x\n");
    // A merge of the builder keeps the files of its first parent.
    repo_.tag("v2",
              repo_.merge({change}).file("d/Kconfig", "config A\n\tbool\nconfig B\n\tbool\n"));
    repo_.write();
    const std::map<std::string, std::string> expected = {{"added config B", change.id()}};
    EXPECT_EQ(found(import()), expected);
}

TEST_F(ImportedInterfaces, NewHardwareByItsPrompt) {
    repo_.tag("v1", repo_.commit("drivers/power/supply/Kconfig", "config OLD\n\tbool \"Old\"\n")
                        .file("drivers/power/supply/Makefile", "obj-$(CONFIG_OLD) += old.o\n"));
    repo_
        .commit("drivers/power/supply/Kconfig",
                "config OLD\n\tbool \"Old\"\n\nconfig FUEL_GAUGE_MM8013\n"
                "\ttristate \"Mitsumi MM8013 fuel gauge driver\"\n")
        .file("drivers/power/supply/Makefile",
              "obj-$(CONFIG_OLD) += old.o\nobj-$(CONFIG_FUEL_GAUGE_MM8013) += mm8013.o\n")
        .file("drivers/power/supply/mm8013.c", "int mm8013;\n")
        .message("power: supply: Introduce MM8013 support\n");
    repo_.tag("v2", repo_.tip());
    repo_.write();
    const auto named = [this] {
        store::Reader reader(database_);
        const auto rows = reader.find({});
        return rows.size() == 1 ? reader.commit(rows[0])->row.adds : std::nullopt;
    };
    const auto name = import().name;
    const classify::NewHardware gauge{classify::NewHardware::Kind::driver,
                                      "Mitsumi MM8013 fuel gauge"};
    EXPECT_EQ(named(), gauge);
    importer::sort_release(database_, name, importer::RulesFiles::find({}));
    EXPECT_EQ(named(), gauge);
}

TEST_F(ImportedInterfaces, NotWantedWithoutLines) {
    repo_.tag("v1", repo_.commit("d/Kconfig", "config A\n"));
    repo_.tag("v2", repo_.commit("d/Kconfig", "config B\n"));
    repo_.write();
    EXPECT_EQ(import(false).interfaces, InterfaceState::not_wanted);
    EXPECT_EQ(import(true).interfaces, InterfaceState::read);
}

TEST_F(ImportedInterfaces, OfACloneWithoutContents) {
    repo_.tag("v1", repo_.commit("d/Kconfig", "config A\n\tbool\n").file("d/a.c", "int a;\n"));
    const auto change = repo_.commit("d/Kconfig", "config A\n\tbool\nconfig B\n\tbool\n");
    repo_.commit("d/a.c", "int b;\n");
    repo_.tag("v2", repo_.tip());
    repo_.write();
    run_git(repo_.path(), {"config", "uploadpack.allowFilter", "true"});
    run_git(folder_.path(), {"clone", "--quiet", "--bare", "--filter=blob:none",
                             "file://" + repo_.path().string(), "partial"});
    auto request = request_for(database_, folder_ / "partial", "v1", "v2");
    EXPECT_EQ(importer::run_import(request, {}, {}).interfaces, InterfaceState::unavailable);
    // Once the person says that git may bring them: all but the C code.
    request.fetch = true;
    const auto release = importer::run_import(request, {}, {});
    EXPECT_EQ(release.interfaces, InterfaceState::read);
    EXPECT_EQ(release.lines, store::LineState::partly);
    const std::map<std::string, std::string> expected = {{"added config B", change.id()}};
    EXPECT_EQ(found(release), expected);
}

} // namespace
} // namespace mw::test
