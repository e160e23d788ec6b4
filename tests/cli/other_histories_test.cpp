// Histories of other projects than the kernel: their rules and names, and where links lead.

#include "cli/command_line.h"
#include "support/git.h"

#include <filesystem>

namespace mw::test {
namespace {

class OtherHistories : public CommandLine {
protected:
    /// base..v1 of three changesets in a tree that has U-Boot's files.
    void write_u_boot() {
        repo_.commit("MAINTAINERS", "NET\nF:\tnet/\n")
            .file("tools/mkimage.c", "x\n")
            .file("common/main.c", "x\n");
        repo_.tag("base", repo_.tip());
        repo_.commit("drivers/spi/a.c", "one\n").message("spi: a: begin\n");
        repo_.commit("arch/sandbox/lib/bootm.c", "one\n").message("sandbox: finish\n");
        repo_.commit("cmd/bdinfo.c", "one\n").message("cmd: bdinfo: tell more\n");
        repo_.tag("v1", repo_.tip());
        repo_.write();
    }

    std::string place_of(const std::string& words) {
        const auto row = json_lines({"search", words}).at(0);
        const auto& group = row.at("subgroup");
        return row.at("section").get<std::string>() +
               (group.is_null() ? "" : "/" + group.get<std::string>());
    }
};

TEST_F(OtherHistories, RulesAndNamesAreThoseOfTheTree) {
    write_u_boot();
    ASSERT_EQ(import("base", "v1").status, 0);
    EXPECT_EQ(place_of("bdinfo"), "core");
    EXPECT_EQ(place_of("spi"), "hardware/spi_i2c");
    // Not what "arch/*/lib/" says of all architectures.
    EXPECT_EQ(place_of("sandbox"), "virtualization");
    const auto draft = run({"draft"}).output;
    EXPECT_NE(draft.find("## Boot, commands and core\n"), std::string::npos) << draft;
    EXPECT_EQ(draft.find("Core kernel"), std::string::npos) << draft;
    // Nothing is known of where it lives: not the kernel's server.
    EXPECT_EQ(draft.find("git.kernel.org"), std::string::npos) << draft;
    const auto id = run_git(repository_, {"rev-parse", "v1"}).substr(0, 12);
    EXPECT_NE(draft.find("(commit " + id + ")"), std::string::npos) << draft;
    // Sorting anew goes by the same rules.
    ASSERT_EQ(run({"sort"}).status, 0);
    EXPECT_EQ(place_of("bdinfo"), "core");
}

TEST_F(OtherHistories, APersonNamesTheRules) {
    write_u_boot();
    ASSERT_EQ(import("base", "v1", {"--rules", "linux"}).status, 0);
    EXPECT_NE(run({"draft"}).output.find("## Hardware support\n"), std::string::npos);
    ASSERT_EQ(run({"sort", "--rules", "u-boot"}).status, 0);
    const auto draft = run({"draft"}).output;
    EXPECT_NE(draft.find("## Boot, commands and core\n"), std::string::npos) << draft;
    // From now on they are this release's, and its documents are held against these names.
    ASSERT_EQ(run({"sort"}).status, 0);
    EXPECT_EQ(place_of("bdinfo"), "core");
    write_bytes(folder_ / "draft.md", draft);
    const auto coverage = run({"coverage", (folder_ / "draft.md").string()}).output;
    EXPECT_NE(coverage.find("# Boot, commands and core\n\n1 cited"), std::string::npos) << coverage;
}

TEST_F(OtherHistories, LinksLeadToTheOrigin) {
    write_u_boot();
    run_git(repository_, {"remote", "add", "origin", "https://source.denx.de/u-boot/u-boot.git"});
    ASSERT_EQ(import("base", "v1").status, 0);
    const auto id = run_git(repository_, {"rev-parse", "v1"}).substr(0, 40);
    const auto page = "https://source.denx.de/u-boot/u-boot/-/commit/" + id;
    for (const auto* format : {"markdown", "html"}) {
        const auto text = run({"export", "--format", format}).output;
        EXPECT_NE(text.find(page), std::string::npos) << text;
        EXPECT_EQ(text.find("git.kernel.org"), std::string::npos) << text;
    }
    EXPECT_NE(run({"draft"}).output.find(page), std::string::npos);
    EXPECT_NE(run({"outline", "test", "--markdown"}).output.find(page), std::string::npos);
}

TEST_F(OtherHistories, APatternThatAPersonGaveStays) {
    write_small_history();
    run_git(repository_, {"remote", "add", "origin", "https://github.com/a/b"});
    ASSERT_EQ(import("base", "v1", {"--commit-page", "https://example.org/x?c={id}"}).status, 0);
    ASSERT_EQ(import("base", "v1").status, 0);
    const auto id = run_git(repository_, {"rev-parse", "v1^{commit}"}).substr(0, 40);
    EXPECT_NE(run({"draft"}).output.find("https://example.org/x?c=" + id), std::string::npos);
    // It goes with its release.
    ASSERT_EQ(run({"remove", "test"}).status, 0);
    ASSERT_EQ(import("base", "v1").status, 0);
    EXPECT_NE(run({"draft"}).output.find("https://github.com/a/b/commit/" + id), std::string::npos);
    const auto mistake = import("base", "v1", {"--commit-page", "https://example.org/"});
    EXPECT_EQ(mistake.status, 2);
    EXPECT_NE(mistake.errors.find("{id}"), std::string::npos) << mistake.errors;
}

TEST_F(OtherHistories, TheKernelIsAsEver) {
    write_small_history();
    ASSERT_EQ(import("base", "v1").status, 0);
    const auto draft = run({"draft"}).output;
    EXPECT_NE(draft.find("https://git.kernel.org/linus/"), std::string::npos) << draft;
    EXPECT_NE(draft.find("## Core kernel\n"), std::string::npos) << draft;
}

/// Whose changesets the mainline does not have: their ids are of the stable tree.
TEST_F(OtherHistories, LinksOfAStableReleaseLeadToItsTree) {
    write_small_history();
    const auto link_of = [&](const std::string& tag) {
        run_git(repository_, {"tag", "-f", tag, "v1"});
        EXPECT_EQ(import("base", tag).status, 0);
        const auto draft = run({"draft"}).output;
        const auto at = draft.find("https://");
        return at == std::string::npos ? draft : draft.substr(at, draft.find('>', at) - at - 40);
    };
    const std::string stable = "https://git.kernel.org/stable/c/",
                      mainline = "https://git.kernel.org/linus/";
    EXPECT_EQ(link_of("v6.6.93"), stable);
    EXPECT_EQ(link_of("v2.6.35.4"), stable);
    EXPECT_EQ(link_of("v6.7"), mainline);
    EXPECT_EQ(link_of("v2.6.35"), mainline);
    EXPECT_EQ(link_of("v6.7-rc1.1"), mainline);
    // A clone of the mainline to which a stable branch was fetched, and a maker's own tree.
    run_git(repository_, {"remote", "add", "origin",
                          "https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git"});
    EXPECT_EQ(link_of("v6.6.93"), stable);
    run_git(repository_, {"remote", "set-url", "origin", "https://github.com/maker/linux"});
    EXPECT_EQ(link_of("v6.6.93"), "https://github.com/maker/linux/commit/");
}

} // namespace
} // namespace mw::test
