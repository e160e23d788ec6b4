// Clones as they are found on disk: the same history, kept in every way that git knows.

#include "git/objects/fetch_consent.h"
#include "git/setup/error.h"
#include "importer/comparison.h"
#include "support/environment.h"
#include "support/git.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

namespace mw::test {
namespace {

class Clones : public testing::Test {
protected:
    Clones() {
        repo_.tag("base", repo_
                              .commit("MAINTAINERS", "Maintainers\n\nODD THINGS\nM:\tA <a@b>\n"
                                                     "F:\tfile\n")
                              .file("file", "0\n"));
        const auto shared = repo_.tip();
        repo_.branch("topic", shared);
        const auto topic = repo_.commit("topic", "1\n2\n");
        repo_.checkout("master");
        repo_.commit("file", "0\n1\n");
        repo_.merge({topic}).message("Merge branch 'topic'\n");
        repo_.annotated_tag("v1", repo_.tip(), "Version 1\n");
        repo_.write();
    }

    std::string origin() const { return repo_.path().string(); }

    void clone(const std::string& name, std::vector<std::string> options = {}) {
        options.insert(options.begin(), {"clone", "--quiet"});
        options.insert(options.end(), {origin(), (folder_ / name).string()});
        run_git(folder_.path(), options);
    }

    void clone_without_blobs(const std::string& name) {
        run_git(repo_.path(), {"config", "uploadpack.allowFilter", "true"});
        run_git(folder_.path(), {"clone", "--quiet", "--bare", "--filter=blob:none",
                                 "file://" + origin(), (folder_ / name).string()});
    }

    /// By subject.
    static std::map<std::string, std::string> subsystems(const Imported& imported) {
        std::map<std::string, std::string> names;
        for (const auto& id : imported.changesets) {
            const auto& row = imported.commits.at(id).row;
            names[row.subject] = row.subsystem;
        }
        return names;
    }

    void compare(const std::string& name) { import_and_compare(folder_ / name, "base", "v1"); }

    TempDir folder_;
    Variable cache_{"XDG_CACHE_HOME", (folder_ / "cache").string()};
    Variable config_{"XDG_CONFIG_HOME", (folder_ / "config").string()};
    RepoBuilder repo_{folder_ / "origin"};
};

TEST_F(Clones, WithAWorkTree) {
    clone("work");
    compare("work");
    compare("work/.git");
}

TEST_F(Clones, LinkedWorkTree) {
    clone("work");
    run_git(folder_ / "work", {"worktree", "add", "--quiet", "../linked", "v1"});
    compare("linked");
}

TEST_F(Clones, WorkTreeWithConfigOfItsOwn) {
    clone("work");
    run_git(folder_ / "work", {"config", "core.repositoryFormatVersion", "1"});
    run_git(folder_ / "work", {"config", "extensions.worktreeConfig", "true"});
    compare("work");
}

TEST_F(Clones, SeparateGitFolder) {
    clone("work", {"--separate-git-dir=" + (folder_ / "elsewhere").string()});
    compare("work");
}

TEST_F(Clones, AlternateObjects) {
    clone("shared", {"--shared"});
    compare("shared");
}

TEST_F(Clones, PackedObjectsAndRefs) {
    run_git(repo_.path(), {"repack", "-a", "-d", "--quiet"});
    run_git(repo_.path(), {"pack-refs", "--all"});
    run_git(repo_.path(), {"commit-graph", "write", "--reachable"});
    run_git(repo_.path(), {"multi-pack-index", "write"});
    compare("origin");
}

TEST_F(Clones, BloblessCloneHasAllButLines) {
    clone_without_blobs("partial");
    const auto imported = import_range(folder_ / "partial", "base", "v1", true);
    EXPECT_EQ(imported.release.lines, store::LineState::unavailable);
    EXPECT_EQ(imported.release.changesets, 2);
    EXPECT_EQ(imported.release.files, 2);
    EXPECT_EQ(imported.release.insertions, std::nullopt);
    EXPECT_TRUE(imported.faults.empty());
    // git brought the file that says whose they are.
    EXPECT_TRUE(imported.release.remarks.empty()) << imported.release.remarks.front().english();
    EXPECT_EQ(subsystems(imported), subsystems(import_range(origin(), "base", "v1")));
    EXPECT_EQ(subsystems(imported).size(), 2U);
    EXPECT_EQ(subsystems(imported)["commit 2"], "ODD THINGS");
}

TEST_F(Clones, BloblessCloneWhoseOriginIsGoneSaysWhatItLacks) {
    clone_without_blobs("partial");
    std::filesystem::rename(repo_.path(), folder_ / "moved");
    const auto imported = import_range(folder_ / "partial", "base", "v1", true);
    EXPECT_EQ(imported.release.changesets, 2);
    EXPECT_TRUE(imported.faults.empty());
    ASSERT_EQ(imported.release.remarks.size(), 1U);
    EXPECT_TRUE(imported.release.remarks.front().english().starts_with(
        "MAINTAINERS of v1 is not in this partial clone, and git could not bring it ("))
        << imported.release.remarks.front().english();
    for (const auto& [subject, subsystem] : subsystems(imported))
        EXPECT_EQ(subsystem, "") << subject;
}

TEST_F(Clones, NetworkIsAskedOnlyWhereThePersonSaidSo) {
    clone_without_blobs("partial");
    const auto silent = import_range(folder_ / "partial", "base", "v1");
    ASSERT_EQ(silent.release.remarks.size(), 1U);
    EXPECT_TRUE(silent.release.remarks.front().english().starts_with(
        "MAINTAINERS of v1 is not in this partial clone, and the network was not asked."))
        << silent.release.remarks.front().english();
    EXPECT_FALSE(std::filesystem::exists(folder_ / "cache"));

    // Said once, for this clone and where it came from.
    ASSERT_TRUE(git::remember_consent(git::Repository(folder_ / "partial")));
    EXPECT_TRUE(import_range(folder_ / "partial", "base", "v1").release.remarks.empty());
    clone_without_blobs("other");
    EXPECT_EQ(git::FetchConsent::remembered(git::Repository(folder_ / "other")).has_value(), false);
    run_git(folder_ / "partial", {"config", "remote.origin.url", "https://example.invalid/x"});
    EXPECT_EQ(git::FetchConsent::remembered(git::Repository(folder_ / "partial")).has_value(),
              false);
}

/// What was said stays true for the next version of the program, and a person can read it.
TEST_F(Clones, ConsentIsALineOfTheCloneAndItsAddress) {
    clone_without_blobs("100% a\nclone");
    const auto clone = folder_ / "100% a\nclone";
    run_git(clone, {"config", "remote.origin.url", "https://example.invalid/x"});
    ASSERT_TRUE(git::remember_consent(git::Repository(clone)));
    EXPECT_TRUE(git::FetchConsent::remembered(git::Repository(clone)));
    EXPECT_EQ(read_bytes(folder_ / "config/mergewindow/fetch-allowed"),
              (std::filesystem::canonical(folder_.path()) / "100%25 a%0Aclone").string() +
                  "\thttps://example.invalid/x\n");
}

TEST_F(Clones, BloblessCloneWithSomeContentsCountsThem) {
    clone_without_blobs("some");
    run_git(folder_ / "some", {"cat-file", "blob", "v1:topic"}); // fetches this one
    const auto imported = import_range(folder_ / "some", "base", "v1");
    EXPECT_EQ(imported.release.lines, store::LineState::partly);
    EXPECT_EQ(imported.release.insertions, 2);
    EXPECT_EQ(imported.release.uncounted, 1);
    EXPECT_TRUE(imported.faults.empty());
    EXPECT_NE(
        imported.release.remarks.back().english().find("1 was left out of this partial clone"),
        std::string::npos)
        << imported.release.remarks.back().english();
}

TEST_F(Clones, BloblessCloneThatWasFilledHasLines) {
    clone_without_blobs("filled");
    run_git(folder_ / "filled", {"log", "--all", "--numstat"}); // fetches what it needs
    compare("filled");
}

TEST_F(Clones, RevisionsOfEveryKind) {
    import_and_compare(repo_.path(), "base", "master");
    import_and_compare(repo_.path(), "v1~1", "refs/tags/v1");
    import_and_compare(repo_.path(), repo_.commits().front().id().substr(0, 10), "v1^{commit}");
    import_and_compare(repo_.path(), "v1^2", "HEAD");
}

} // namespace
} // namespace mw::test
