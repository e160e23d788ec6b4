// What a person asks of a release for their own kernel: which changesets another tree has, and
// which touch what a configuration builds.

#include "cli/command_line.h"
#include "support/git.h"

#include <zlib.h>

namespace mw::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* x86 = "CONFIG_X86=y\nCONFIG_MODULES=y\n";

class OwnKernel : public CommandLine {
protected:
    /// base..v1: a changeset to a driver, one to what is always built, one to a document. stable:
    /// base and a backport of the first.
    OwnKernel() {
        const auto base = repo_.commit("Kbuild", "obj-y += kernel/ drivers/\n")
                              .file("Makefile", "# top\n")
                              .file("arch/x86/Makefile", "# x86\n")
                              .file("kernel/Makefile", "obj-y += fork.o\n")
                              .file("kernel/fork.c", "one\n")
                              .file("drivers/Makefile", "obj-$(CONFIG_NET_A) += a.o\n")
                              .file("drivers/Kconfig", "config NET_A\n\ttristate \"Net A\"\n\n"
                                                       "config NET_OLD\n\tbool \"Net old\"\n")
                              .file("drivers/a.c", "one\n")
                              .time(1); // long before, so that the tree's history is whole
        repo_.tag("base", base);
        const auto driver = repo_.commit("drivers/a.c", "one\ntwo\n")
                                .message("a: count to two\n\nFixes: 0123456789ab (\"a: begin\")\n");
        repo_.commit("kernel/fork.c", "one\ntwo\n")
            .file("drivers/Kconfig",
                  "config NET_A\n\ttristate \"Net A\"\n\nconfig NET_B\n\tbool \"Net B\"\n\tdefault "
                  "NET_A\n\tdepends on X86\n")
            .message("fork: count to two");
        const auto text = repo_.commit("Documentation/a.rst", "A\n").message("docs: about a");
        repo_.annotated_tag("v1", text, "Version 1\n");
        repo_.branch("stable", base);
        repo_.commit("drivers/a.c", "one\ntwo\n").message("a: count to two, but later");
        repo_.write();
        backported_ = driver.id();
        const auto result = import("base", "v1");
        EXPECT_EQ(result.status, 0) << result.errors;
    }

    std::string config_file(const std::string& text, const std::string& name = ".config") {
        write_bytes(folder_ / name, text);
        return (folder_ / name).string();
    }

    std::string packed(const std::string& text, const std::string& name) {
        const auto path = (folder_ / name).string();
        gzFile_s* const file = gzopen(path.c_str(), "wb");
        gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
        gzclose(file);
        return path;
    }

    ProcessResult add_tree(const std::string& name, const std::string& revision) {
        return run({"tree", "--add", name, "--repo", repository_.string(), "--rev", revision});
    }

    std::vector<std::string> found(const std::string& query) {
        std::vector<std::string> subjects;
        for (const auto& row : json_lines({"search", query}))
            subjects.push_back(row.at("subject"));
        return subjects;
    }

    std::string backported_;
};

using Subjects = std::vector<std::string>;

TEST_F(OwnKernel, APartialCloneIsToldHowToAnswer) {
    const auto partial = (folder_ / "partial.git").string();
    run_git(repository_, {"config", "uploadpack.allowFilter", "true"});
    run_git(repository_, {"clone", "--quiet", "--bare", "--filter=blob:none",
                          "file://" + repository_.string(), partial});
    ASSERT_EQ(
        run({"import", "--repo", partial, "--from", "base", "--to", "v1", "--name", "test"}).status,
        0);
    const auto added = run({"config", "--add", config_file(x86)});
    EXPECT_EQ(added.status, 1);
    EXPECT_NE(added.errors.find("git fetch --refetch --no-filter"), std::string::npos)
        << added.errors;
}

TEST_F(OwnKernel, ATreeIsAskedListedAndForgotten) {
    const auto added = add_tree("stable", "stable");
    EXPECT_EQ(added.status, 0) << added.errors;
    const auto trees = json_lines({"tree", "--list"});
    ASSERT_EQ(trees.size(), 1U);
    EXPECT_EQ(trees[0].at("name"), "stable");
    EXPECT_EQ(trees[0].at("revision"), "stable");
    EXPECT_EQ(trees[0].at("repository"), repository_.string());
    EXPECT_EQ(trees[0].at("backports"), 1); // the same patch by the same author
    EXPECT_EQ(trees[0].at("missing"), 2);
    EXPECT_EQ(trees[0].at("there"), 0);
    EXPECT_EQ(json_lines({"tree"}), trees);
    EXPECT_EQ(found("in:stable"), Subjects{"a: count to two"});
    EXPECT_EQ(found("missing-in:stable"), (Subjects{"fork: count to two", "docs: about a"}));
    const auto shown = json_lines({"show", backported_});
    EXPECT_EQ(shown.at(0).at("trees").at(0).at("state"), "same-patch");
    EXPECT_NE(run({"export", "--format", "csv", "--query", "missing-in:stable"})
                  .output.find("docs: about a"),
              std::string::npos);

    // Under the same name again: another revision in its place.
    EXPECT_EQ(add_tree("stable", "v1").status, 0);
    EXPECT_EQ(json_lines({"tree"}).at(0).at("there"), 3);
    EXPECT_EQ(found("missing-in:stable"), Subjects{});
    EXPECT_EQ(run({"tree", "--refresh", "stable"}).status, 0);
    EXPECT_EQ(run({"tree", "--remove", "stable"}).status, 0);
    EXPECT_EQ(run({"tree"}).output, "");
    EXPECT_TRUE(fs::exists(repository_ / "HEAD"));
}

TEST_F(OwnKernel, MistakesAboutTreesAreSentencesAndKeepWhatIsThere) {
    ASSERT_EQ(add_tree("stable", "stable").status, 0);
    const auto before = json_lines({"tree"});
    EXPECT_EQ(add_tree("stable", "nothing").status, 1);
    EXPECT_EQ(add_tree("two\nlines", "stable").status, 1);
    const auto nowhere =
        run({"tree", "--add", "x", "--repo", (folder_ / "no").string(), "--rev", "master"});
    EXPECT_EQ(nowhere.status, 1);
    EXPECT_NE(nowhere.errors.find((folder_ / "no").string()), std::string::npos) << nowhere.errors;
    EXPECT_EQ(run({"tree", "--remove", "other"}).status, 1);
    EXPECT_EQ(run({"tree", "--refresh", "other"}).status, 1);
    EXPECT_EQ(run({"tree", "--add", "x"}).status, 2);
    EXPECT_EQ(run({"tree", "--rev", "x"}).status, 2);
    EXPECT_EQ(run({"tree", "--repo", repository_.string()}).status, 2);
    EXPECT_EQ(run({"tree", "--list", "--remove", "stable"}).status, 2);
    const auto unknown = run({"search", "missing-in:other"});
    EXPECT_EQ(unknown.status, 1);
    EXPECT_NE(unknown.errors.find("stable"), std::string::npos) << unknown.errors;
    EXPECT_EQ(json_lines({"tree"}), before);
}

TEST_F(OwnKernel, WhatWasImportedSinceIsToBeAskedAgain) {
    ASSERT_EQ(add_tree("stable", "stable").status, 0);
    ASSERT_EQ(run({"config", "--add", config_file(x86)}).status, 0);
    // The release is another one now, by the same name.
    ASSERT_EQ(import("base", "v1~1").status, 0);
    const auto counts = json_lines({"config", "--list"});
    EXPECT_EQ(counts.at(0).at("not_asked"), 2) << "another end may build other files";
    const auto nothing = run({"search", "is:built"});
    EXPECT_EQ(nothing.status, 1);
    EXPECT_NE(nothing.errors.find("since"), std::string::npos) << nothing.errors;
    ASSERT_EQ(run({"config", "--add", config_file(x86)}).status, 0);
    EXPECT_EQ(found("is:built"), Subjects{"fork: count to two"});
    // Where nothing but lines was read anew, all of it still holds.
    ASSERT_EQ(import("base", "v1~1").status, 0);
    EXPECT_EQ(json_lines({"config", "--list"}).at(0).at("not_asked"), 0);
    EXPECT_EQ(json_lines({"tree"}).at(0).at("not_asked"), 0);
    // With the release goes what was found of it.
    ASSERT_EQ(run({"remove", "test"}).status, 0);
    EXPECT_EQ(run({"check"}).output, "ok\n");
}

TEST_F(OwnKernel, AConfigurationTellsWhatIsBuilt) {
    const auto added = run({"config", "--add", config_file(x86)});
    EXPECT_EQ(added.status, 0) << added.errors;
    EXPECT_EQ(found("is:built"), Subjects{"fork: count to two"});
    EXPECT_EQ(found("is:not-built"), (Subjects{"a: count to two", "docs: about a"}));
    EXPECT_EQ(found("is:cannot-tell"), Subjects{});
    const auto counts = json_lines({"config", "--list"});
    ASSERT_EQ(counts.size(), 1U);
    EXPECT_EQ(counts[0].at("architecture"), "x86");
    EXPECT_EQ(counts[0].at("built_in"), 1);
    EXPECT_EQ(counts[0].at("not_built"), 2);

    ASSERT_EQ(
        run({"config", "--add", packed(std::string(x86) + "CONFIG_NET_A=m\n", "config.gz")}).status,
        0);
    EXPECT_EQ(found("is:built"), (Subjects{"a: count to two", "fork: count to two"}));
    EXPECT_EQ(json_lines({"config", "--list"}).at(0).at("module"), 1);
    EXPECT_EQ(run({"config", "--remove"}).status, 0);
    EXPECT_EQ(run({"config", "--remove"}).status, 1);
    EXPECT_EQ(run({"search", "is:built"}).status, 1);
}

TEST_F(OwnKernel, NewSymbolsThatAConfigurationDoesNotAnswer) {
    EXPECT_EQ(run({"config"}).status, 1);
    ASSERT_EQ(run({"config", "--add", config_file(x86)}).status, 0);
    const auto symbols = json_lines({"config"});
    ASSERT_EQ(symbols.size(), 1U);
    EXPECT_EQ(symbols[0].at("name"), "NET_B");
    EXPECT_EQ(symbols[0].at("prompt"), "Net B");
    EXPECT_EQ(symbols[0].at("default"), "NET_A");
    EXPECT_EQ(symbols[0].at("depends"), "X86");
    ASSERT_EQ(
        run({"config", "--add", config_file(std::string(x86) + "# CONFIG_NET_B is not set\n")})
            .status,
        0);
    EXPECT_EQ(run({"config", "--release", "test"}).output, "");
    EXPECT_EQ(run({"config", "--release", "other"}).status, 1);
}

TEST_F(OwnKernel, WhatIsNoConfigurationIsSaidAndTheFormerStays) {
    ASSERT_EQ(run({"config", "--add", config_file(x86)}).status, 0);
    const auto before = json_lines({"config", "--list"});
    std::string whole = packed(std::string(200'000, 'x') + x86, "cut.gz");
    const auto bytes = read_bytes(whole);
    write_bytes(whole, bytes.substr(0, bytes.size() / 2));
    const std::vector<std::pair<std::string, std::string>> wrong = {
        {config_file("hello\n", "text"), "is no kernel configuration"},
        {(folder_ / "nothing").string(), "cannot be read"},
        {folder_.path().string(), "cannot be read"},
        {whole, "cut off"},
        // 64 MB in 64 KB.
        {packed(std::string(x86) + std::string(std::size_t{64} << 20, '\n'), "bomb.gz"),
         "more than 32 MB"}};
    for (const auto& [file, words] : wrong) {
        const auto result = run({"config", "--add", file});
        EXPECT_EQ(result.status, 1) << file;
        EXPECT_NE(result.errors.find(words), std::string::npos) << result.errors;
        EXPECT_NE(result.errors.find(file), std::string::npos) << result.errors;
    }
    EXPECT_EQ(json_lines({"config", "--list"}), before);
}

} // namespace
} // namespace mw::test
