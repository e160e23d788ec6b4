// What an import finds at the edges of a range, by whom, and what it says where it cannot.

#include "importer/comparison.h"
#include "importer/import.h"
#include "store/read/interface_reader.h"
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
    repo_.tag("v2", repo_.merge({change}));
    repo_.write();
    const std::map<std::string, std::string> expected = {{"added config B", change.id()}};
    EXPECT_EQ(found(import()), expected);
}

TEST_F(ImportedInterfaces, NotWantedWithoutLines) {
    repo_.tag("v1", repo_.commit("d/Kconfig", "config A\n"));
    repo_.tag("v2", repo_.commit("d/Kconfig", "config B\n"));
    repo_.write();
    EXPECT_EQ(import(false).interfaces, InterfaceState::not_wanted);
    EXPECT_EQ(import(true).interfaces, InterfaceState::read);
}

} // namespace
} // namespace mw::test
