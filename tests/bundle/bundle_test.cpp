// What is made of tables of facts and two trees for a release that ships: places, statuses of
// files, and which changesets are said to have made an interface change.

#include "bundle/facts.h"
#include "bundle/interface_links.h"
#include "bundle/known_trees.h"
#include "interfaces/compare/attribution.h"
#include "support/git.h"
#include "support/process.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace mw::test {
namespace {

using bundle::Fact;
using interfaces::InterfaceChange;

constexpr const char* driver_files = "drivers/edac/Kconfig;drivers/edac/xy9000.c";

class Bundle : public testing::Test {
protected:
    Bundle() {
        before_.commit("MAINTAINERS", "Maintainers\n\nTHE REST\nF:\t*\nF:\t*/\n")
            .file("drivers/edac/Kconfig", "config EDAC\n\tbool \"EDAC\"\n")
            .file("drivers/edac/old.c", "old\n")
            .file("arch/ia64/Kconfig", "config IA64\n\tbool\n");
        before_.write();
        after_
            .commit("MAINTAINERS", "Maintainers\n\nEDAC\nM:\tA <a@b>\nF:\tdrivers/edac/\n\n"
                                   "THE REST\nF:\t*\nF:\t*/\n")
            .file("drivers/edac/Kconfig",
                  "config EDAC\n\tbool \"EDAC\"\nconfig EDAC_XY9000\n\ttristate \"XY9000 memory\"\n"
                  "config EDAC_PLAIN\n\tbool \"Plain\"\n"
                  "config EDAC_AZ129\n\ttristate \"AZ129 memory\"\n")
            .file("drivers/edac/xy9000.c", "new\n")
            .file("Documentation/devicetree/bindings/edac/acme,xy9000.yaml",
                  "properties:\n  compatible:\n    const: acme,xy9000\n");
        after_.write();
        trees_ = std::make_unique<bundle::KnownTrees>(before_.path().string(), "master",
                                                      after_.path().string(), "master");
    }

    /// A row of the table of changesets: the first digit stands for the id.
    static std::string row(char digit, const std::string& title, const std::string& paths,
                           const std::string& time = "2023-09-15T10:11:04+02:00") {
        return std::string(40, digit) + '\t' + title + "\tAnn\t" + time + "\t\t" + paths +
               "\tapplied\n";
    }

    std::vector<Fact> facts(const std::string& rows, const std::string& pulls = {}) {
        write_bytes(folder_ / "changesets",
                    "sha\ttitle\tauthor\tauthor_time\tcommit_time\tpaths\tproof\n" + rows);
        write_bytes(folder_ / "pulls", "sha\tpulled\tnoticed\n" + pulls);
        auto read = bundle::read_facts(folder_ / "changesets", folder_ / "pulls");
        bundle::classify_facts(read, *trees_, rules());
        return read;
    }

    static std::filesystem::path rules() {
        return std::filesystem::path(MW_DATA_DIR) / "sections.toml";
    }

    std::vector<InterfaceChange> linked(const std::vector<Fact>& known,
                                        const std::string& article_rows = {}) {
        write_bytes(folder_ / "article", "kind\tsha\tmade\tsee\n" + article_rows);
        auto changes = interfaces::Attribution().attribute(trees_->interfaces().differences);
        bundle::link_interfaces(changes, known, *trees_, importer::TableFile(folder_ / "article"));
        return changes;
    }

    ProcessResult run_program(const std::filesystem::path& after, const std::string& left_out) {
        const auto facts = folder_ / "facts";
        std::filesystem::create_directories(facts);
        std::filesystem::create_directories(shipped_);
        std::filesystem::copy_file(rules(), shipped_ / "sections.toml",
                                   std::filesystem::copy_options::overwrite_existing);
        write_bytes(facts / "r-changesets.tsv",
                    "sha\ttitle\tauthor\tauthor_time\tcommit_time\tpaths\tproof\n" +
                        row('1', "EDAC/xy9000: Add driver", driver_files));
        write_bytes(facts / "r-pulls.tsv", "sha\tpulled\tnoticed\n");
        write_bytes(facts / "r-cve.tsv", "cve\trole\tsha\n");
        write_bytes(shipped_ / "r.tsv", "kind\tsha\tmade\tsee\n");
        return run_process({MW_BUNDLE, "--facts", facts.string(), "--data", shipped_.string(),
                            "--name", "r", "--old-repo", before_.path().string(), "--old", "master",
                            "--new-repo", after.string(), "--new", "master", "--leave-out",
                            left_out});
    }

    static std::string oid_of(const std::vector<InterfaceChange>& changes,
                              const std::string& name) {
        const auto found = std::ranges::find(changes, name, &InterfaceChange::name);
        return found == changes.end() ? "no such change" : found->oid.substr(0, 1);
    }

    TempDir folder_;
    std::filesystem::path shipped_ = folder_ / "shipped";
    RepoBuilder before_{folder_ / "before"}, after_{folder_ / "after"};
    std::unique_ptr<bundle::KnownTrees> trees_;
};

TEST_F(Bundle, FactsAreInTheOrderOfTheirTimesWithWhatTheTreesSay) {
    const auto known =
        facts(row('2', "EDAC: later", "drivers/edac/old.c", "2023-09-15T10:11:04+01:00") +
                  row('1', "EDAC/xy9000: Add driver", driver_files) + row('3', "no time", "", ""),
              std::string(40, '9') + "\tgit://host/x.git tags/for-6.7\t2023-11-01\n" +
                  std::string(40, '8') + "\tgit://host/y.git fixes\t2023-11-02T10:11:04+00:00\n");
    ASSERT_EQ(known.size(), 5U);
    EXPECT_EQ(known[0].title, "Merge tag 'for-6.7' of git://host/x");
    EXPECT_EQ(known[1].title, "");
    EXPECT_EQ(known[1].about, "fixes was pulled from git://host/y; a notice of 2023-11-02 says so");
    EXPECT_EQ(known[2].sha.front(), '1');
    EXPECT_EQ(known[3].sha.front(), '2');
    EXPECT_EQ(known[4].sha.front(), '3');
    EXPECT_EQ(known[2].verdict.subsystem, "EDAC");
    EXPECT_EQ(known[2].paths[0].status, 'M');
    EXPECT_EQ(known[2].paths[1].status, '?'); // this changeset made it, or an earlier one
    EXPECT_EQ(known[3].paths[0].status, '?'); // this one removed it, or a later one
}

TEST_F(Bundle, ADriverIsKnownByTheFileThatTheTreesSayIsNew) {
    const std::string title = "EDAC: Add XY9000 memory controller driver";
    using classify::NewHardware;
    const auto adds = [&](const std::string& paths) {
        return facts(row('1', title, paths)).front().verdict.adds.value();
    };
    EXPECT_EQ(adds(driver_files),
              (NewHardware{NewHardware::Kind::driver, "XY9000 memory controller"}));
    EXPECT_NE(adds("MAINTAINERS;drivers/edac/Kconfig").kind, NewHardware::Kind::driver);
}

TEST_F(Bundle, ALinkNeedsAPlainTitleAndTheFile) {
    const auto adds = row('1', "EDAC/xy9000: Add driver for the XY9000", driver_files);
    EXPECT_EQ(oid_of(linked(facts(adds)), "EDAC_XY9000"), "1");
    EXPECT_EQ(oid_of(linked(facts(adds)), "EDAC_PLAIN"), "");
    EXPECT_EQ(
        oid_of(linked(facts(row('1', "EDAC/xy9000: Fix a leak", driver_files))), "EDAC_XY9000"),
        "");
    EXPECT_EQ(oid_of(linked(facts(row('1', "EDAC/xy9000: Add driver", "drivers/edac/xy9000.c"))),
                     "EDAC_XY9000"),
              "");
    // Two that may have made it.
    EXPECT_EQ(oid_of(linked(facts(adds + row('2', "EDAC/xy9000: Add debugging", driver_files))),
                     "EDAC_XY9000"),
              "");
}

TEST_F(Bundle, ALinkMayBeTheNameOfADeviceAlone) {
    EXPECT_EQ(oid_of(linked(facts(row('1', "EDAC: Add driver for the AZ129", driver_files))),
                     "EDAC_AZ129"),
              "1");
    EXPECT_EQ(oid_of(linked(facts(row('1', "EDAC: Add driver for the AZ120", driver_files))),
                     "EDAC_AZ129"),
              "");
}

TEST_F(Bundle, ANewBindingIsOfTheOneThatAddsIt) {
    EXPECT_EQ(oid_of(linked(facts(row('1', "dt-bindings: edac: Add a memory controller",
                                      "Documentation/devicetree/bindings/edac/"
                                      "acme,xy9000.yaml"))),
                     "acme,xy9000"),
              "1");
}

TEST_F(Bundle, TheArticleKnowsBetter) {
    const auto known = facts(row('1', "EDAC/xy9000: Add driver", driver_files));
    const auto changes =
        linked(known, "changeset\t" + std::string(40, '7') + "\tconfig:EDAC_PLAIN\t\n");
    EXPECT_EQ(oid_of(changes, "EDAC_PLAIN"), "7");
    EXPECT_EQ(oid_of(linked(known, "changeset\t\t\tconfig:EDAC_PLAIN\n"), "EDAC_PLAIN"), "");
    EXPECT_THROW(linked(known, "changeset\t\t\tconfig:NONE\n"), std::runtime_error);
}

TEST_F(Bundle, TheSameInputGivesTheSameBytes) {
    const auto bytes = [&](const char* name) {
        const auto known = facts(row('1', "EDAC/xy9000: Add driver", driver_files));
        bundle::write_facts(known, "# head\n", folder_ / name);
        bundle::write_interfaces(linked(known), "# head\n", folder_ / (std::string(name) + "-i"));
        std::string all;
        for (const auto& file : {folder_ / name, folder_ / (std::string(name) + "-i")}) {
            std::ifstream stream(file);
            all.append(std::istreambuf_iterator<char>(stream), {});
        }
        return all;
    };
    EXPECT_EQ(bytes("one"), bytes("two"));
    EXPECT_NE(bytes("one").find("drivers/edac/Kconfig;? /xy9000.c"), std::string::npos);
}

TEST_F(Bundle, TheProgramLeavesOutWhatItIsTold) {
    const auto made = [&](const std::string& left_out) {
        const auto result = run_program(after_.path(), left_out);
        EXPECT_EQ(result.status, 0) << result.errors;
        EXPECT_EQ(result.errors, "");
        return read_bytes(shipped_ / "r-interfaces.tsv");
    };
    const auto has = [](const std::string& text, const char* part) {
        return text.find(part) != std::string::npos;
    };
    const auto by_name = made("EDAC_XY");
    EXPECT_FALSE(has(by_name, "EDAC_XY9000"));
    EXPECT_TRUE(has(by_name, "EDAC_PLAIN"));
    EXPECT_TRUE(has(by_name, "acme,xy9000"));
    const auto by_path = made("drivers/edac/Kconfig");
    EXPECT_FALSE(has(by_path, "EDAC_PLAIN"));
    EXPECT_TRUE(has(by_path, "acme,xy9000"));
}

TEST_F(Bundle, TheProgramNamesFilesThatAPartialCloneLacks) {
    const auto partial = folder_ / "partial";
    run_git(after_.path(), {"config", "uploadpack.allowFilter", "true"});
    run_git(folder_.path(), {"clone", "-q", "--bare", "--filter=blob:limit=100", "--no-local",
                             after_.path().string(), partial.string()});
    const auto result = run_program(partial, "none");
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.errors, "drivers/edac/Kconfig is not in the clone and was left out.\n");
}

TEST_F(Bundle, TheProgramFailsWithASentence) {
    const auto result = run_program(folder_ / "nowhere", "none");
    EXPECT_EQ(result.status, 1);
    EXPECT_TRUE(result.errors.starts_with("mergewindow-bundle: ")) << result.errors;
    EXPECT_NE(result.errors.find("nowhere"), std::string::npos) << result.errors;
    EXPECT_FALSE(std::filesystem::exists(shipped_ / "r-changesets.tsv"));
}

TEST_F(Bundle, MistakesInTheTablesNameTheLine) {
    for (const std::string& rows :
         {row('1', "a", "") + row('1', "b", ""), std::string("12345\ta\t\t\t\t\tx\n"),
          row('1', "a", "", "yesterday")})
        EXPECT_THROW(facts(rows), std::runtime_error) << rows;
}

} // namespace
} // namespace mw::test
