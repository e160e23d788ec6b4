// A clone is a folder that may come from anybody: nothing that it names is run because it is
// opened, imported, shown or compared, nor when git is sent for what it lacks.

#include "git/diff/patch.h"
#include "git/objects/lazy_fetch.h"
#include "git/objects/tags.h"
#include "git/setup/error.h"
#include "git/setup/git_command.h"
#include "importer/comparison.h"
#include "store/read/reader.h"
#include "support/environment.h"
#include "support/git.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"
#include "support/traps.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace mw::test {
namespace {

namespace fs = std::filesystem;

class TrappedClone : public testing::Test {
protected:
    TrappedClone() {
        repo_.tag("v1", repo_
                            .commit("MAINTAINERS", "Maintainers\n\nODD THINGS\nM:\tA <a@b>\n"
                                                   "F:\tfile\n")
                            .file("file", "0\n")
                            .file(".gitattributes", Traps::attributes())
                            .file(".gitmodules", "[submodule \"trap\"]\n\tpath = sub\n"
                                                 "\turl = ext::trap\n\tupdate = !trap\n")
                            .file("old", "1\n2\n3\n4\n"));
        change_ = repo_.commit("file", "0\n1\n").remove("old").file("new", "1\n2\n3\n4\n5\n");
        repo_.annotated_tag("v2", repo_.tip(), "Version 2\n");
        repo_.write();
        run_git(repo_.path(), {"config", "uploadpack.allowFilter", "true"});
    }

    /// With a work tree or without, blobs or not; then trapped.
    fs::path clone(const std::string& name, std::vector<std::string> options) {
        options.insert(options.begin(), {"clone", "--quiet"});
        options.insert(options.end(), {"file://" + repo_.path().string(), name});
        run_git(folder_.path(), options);
        return folder_ / name;
    }

    void set_address(const fs::path& config, const std::string& address) {
        run_git(folder_.path(), {"config", "--file", config.string(), "--replace-all",
                                 "remote.origin.url", address});
    }

    /// All that is done with a clone; where git is sent for something is said at the end.
    std::string do_everything(const fs::path& clone) {
        const git::Repository repository(clone);
        git::list_tags(clone);
        importer::ImportRequest request = request_for(folder_ / "test.db", clone, "v1", "v2");
        request.fetch = true;
        importer::run_import(request, {}, {});
        const auto imported = read_release(folder_ / "test.db", "test");
        EXPECT_EQ(imported.changesets.size(), 1U);
        fs::remove(folder_ / "test.db");
        const auto trouble = git::fetch_blobs_of(clone, change_->id(), git::FetchConsent::given(),
                                                 {}, std::chrono::seconds(20));
        git::PatchReader reader(clone);
        try {
            reader.file(change_->id(), "file", 100);
            const std::vector<std::string> deleted{"old"}, added{"new"};
            reader.renames(change_->id(), deleted, added);
        } catch (const git::LeftOut&) {
            EXPECT_FALSE(trouble.empty());
        }
        return trouble.english();
    }

    TempDir folder_;
    Variable cache_{"XDG_CACHE_HOME", (folder_ / "cache").string()};
    Variable config_{"XDG_CONFIG_HOME", (folder_ / "config").string()};
    Variable own_settings_{"GIT_CONFIG_GLOBAL", "/dev/null"};
    RepoBuilder repo_{folder_ / "origin"};
    std::optional<Commit> change_;
    Traps traps_{folder_ / "traps"};
    Variable path_{"PATH", traps_.programs().string() + ":" + std::getenv("PATH")};
};

TEST_F(TrappedClone, TheTrapsWork) {
    const auto trapped = clone("work", {});
    traps_.set(trapped / ".git");
    const auto run = [&](const std::vector<std::string>& arguments) {
        traps_.forget();
        try {
            run_git(trapped, arguments);
        } catch (const std::runtime_error&) {
            // traps are failures to git
        }
        return traps_.sprung().size();
    };
    EXPECT_GT(run({"diff", "--ext-diff", "v1", "v2"}), 0U);
    EXPECT_GT(run({"show", "--textconv", "v2:file"}), 0U);
    EXPECT_GT(run({"fetch", "origin"}), 0U);
    EXPECT_GT(run({"fetch", "trap::address"}), 0U);
    EXPECT_GT(run({"status"}), 0U);
    EXPECT_GT(run({"trapped"}), 0U);
    EXPECT_GT(run({"update-ref", "refs/heads/x", "v1"}), 0U);
}

TEST_F(TrappedClone, WithAWorkTree) {
    const auto trapped = clone("work", {});
    traps_.set(trapped / ".git");
    EXPECT_EQ(do_everything(trapped), "");
    EXPECT_EQ(traps_.sprung(), std::vector<std::string>());
}

TEST_F(TrappedClone, LinkedWorkTree) {
    const auto main_tree = clone("work", {});
    run_git(main_tree, {"worktree", "add", "--quiet", "../linked", "v2"});
    traps_.set(main_tree / ".git");
    fs::copy(main_tree / ".git/config.worktree", main_tree / ".git/worktrees/linked");
    EXPECT_EQ(do_everything(folder_ / "linked"), "");
    EXPECT_EQ(traps_.sprung(), std::vector<std::string>());
}

TEST_F(TrappedClone, WithoutContents) {
    const auto trapped = clone("partial", {"--bare", "--filter=blob:none"});
    traps_.set(trapped);
    EXPECT_EQ(do_everything(trapped), "");
    EXPECT_EQ(traps_.sprung(), std::vector<std::string>());
}

TEST_F(TrappedClone, WithoutContentsButWithAWorkTree) {
    const auto trapped = clone("partial", {"--no-checkout", "--filter=blob:none"});
    traps_.set(trapped / ".git");
    EXPECT_EQ(do_everything(trapped), "");
    EXPECT_EQ(traps_.sprung(), std::vector<std::string>());
}

TEST_F(TrappedClone, WhoseOriginIsTrappedToo) {
    const auto middle = clone("middle", {"--bare", "--filter=blob:none"});
    run_git(middle, {"config", "uploadpack.allowFilter", "true"});
    const auto trapped = clone("partial", {"--bare", "--filter=blob:none"});
    traps_.set(trapped);
    traps_.set(middle);
    set_address(middle / "config", "ext::" + traps_.command("of-the-middle") + " %S");
    set_address(trapped / "config", middle.string());
    do_everything(trapped); // the middle has not what it is asked for, and must not get it either
    EXPECT_EQ(traps_.sprung(), std::vector<std::string>());
}

TEST_F(TrappedClone, WhoseAddressIsATrap) {
    const auto trapped = clone("partial", {"--bare", "--filter=blob:none"});
    traps_.set(trapped);
    const auto untouched = read_bytes(trapped / "config");
    const auto trap = traps_.command("address");
    for (const std::string& address : {"ext::" + trap + " %S",
                                       std::string("trap::x"),
                                       std::string("trap://host/x"),
                                       "--upload-pack=" + trap,
                                       "-u" + trap,
                                       "-oProxyCommand=" + trap + ":x",
                                       "ssh://-oProxyCommand=" + trap + "/x",
                                       "ssh://me@-oProxyCommand=" + trap + "/x",
                                       "-oProxyCommand=" + trap + "@host:x",
                                       "host:-" + trap,
                                       "/nowhere\n[core]\n\tsshCommand = " + trap + "\n",
                                       "/nowhere;" + trap,
                                       "/nowhere`" + trap + "`",
                                       "$(" + trap + ")",
                                       "|" + trap,
                                       "!" + trap,
                                       std::string("ssh://127.0.0.1:9/x"),
                                       std::string("git://127.0.0.1:9/x"),
                                       std::string("https://127.0.0.1:9/x"),
                                       std::string("http://127.0.0.1:9/x")}) {
        SCOPED_TRACE(address);
        write_bytes(trapped / "config", untouched);
        set_address(trapped / "config", address);
        EXPECT_NE(do_everything(trapped), "");
        EXPECT_EQ(traps_.sprung(), std::vector<std::string>());
    }
}

TEST_F(TrappedClone, WhoseRemoteHasAnOddName) {
    for (const std::string name : {"--upload-pack=x", "-x", "a b", "ext::x", "a]b", "../x"}) {
        SCOPED_TRACE(name);
        const auto trapped = folder_ / "partial";
        fs::remove_all(trapped);
        clone("partial", {"--bare", "--filter=blob:none"});
        traps_.set(trapped);
        std::ofstream(trapped / "config", std::ios::app)
            << "[extensions]\n\tpartialClone = \"" << name << "\"\n[remote \"" << name
            << "\"]\n\tpromisor = true\n\turl = \"" << repo_.path().string() << "\"\n";
        EXPECT_EQ(do_everything(trapped), "");
        EXPECT_EQ(traps_.sprung(), std::vector<std::string>());
    }
}

TEST_F(TrappedClone, IsNotWrittenTo) {
    const auto trapped = clone("partial", {"--bare", "--filter=blob:none"});
    const auto listing = [&] {
        std::vector<std::string> files;
        for (const auto& entry : fs::recursive_directory_iterator(trapped))
            files.push_back(entry.path().string());
        std::ranges::sort(files);
        return files;
    };
    const auto before = listing();
    EXPECT_EQ(do_everything(trapped), "");
    EXPECT_EQ(listing(), before);
}

// -- a person's own settings count

TEST_F(TrappedClone, OwnSettingsSayWhereAnAddressLeads) {
    const auto partial = clone("partial", {"--bare", "--filter=blob:none"});
    set_address(partial / "config", "https://example.invalid/linux");
    write_bytes(folder_ / "gitconfig", "[url \"" + repo_.path().string() +
                                           "\"]\n\tinsteadOf = https://example.invalid/linux\n");
    const Variable settings("GIT_CONFIG_GLOBAL", (folder_ / "gitconfig").string());
    EXPECT_EQ(do_everything(partial), "");
}

TEST_F(TrappedClone, OwnSshIsUsed) {
    const auto partial = clone("partial", {"--bare", "--filter=blob:none"});
    set_address(partial / "config", "ssh://example.invalid/linux");
    write_bytes(folder_ / "gitconfig",
                "[core]\n\tsshCommand = " + traps_.command("own ssh") + "\n");
    const Variable settings("GIT_CONFIG_GLOBAL", (folder_ / "gitconfig").string());
    EXPECT_NE(do_everything(partial), "");
    EXPECT_EQ(traps_.sprung(), std::vector<std::string>{"own_ssh"});
}

TEST_F(TrappedClone, SshIsAskedWithoutAPerson) {
    const auto partial = clone("partial", {"--bare", "--filter=blob:none"});
    set_address(partial / "config", "ssh://example.invalid/linux");
    fs::create_directory(folder_ / "bin");
    const auto said = folder_ / "said";
    write_bytes(folder_ / "bin/ssh",
                "#!/bin/sh\n{ echo \"$@\"; env; } >>'" + said.string() + "'\nexit 255\n");
    fs::permissions(folder_ / "bin/ssh", fs::perms::owner_all);
    const Variable path("PATH", (folder_ / "bin").string() + ":" + std::getenv("PATH"));
    EXPECT_NE(do_everything(partial), "");
    std::ifstream file(said);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    EXPECT_NE(text.find("BatchMode=yes"), std::string::npos) << text;
    EXPECT_NE(text.find("example.invalid"), std::string::npos) << text;
    EXPECT_NE(text.find("\nGIT_TERMINAL_PROMPT=0\n"), std::string::npos) << text;
}

TEST_F(TrappedClone, OwnHooksAndMonitorsAreNotRun) {
    const auto partial = clone("partial", {"--bare", "--filter=blob:none"});
    traps_.set(folder_ / "origin"); // for the files that it makes
    write_bytes(folder_ / "gitconfig",
                "[core]\n\thooksPath = " + (folder_ / "traps/hooks_config").string() +
                    "\n\tfsmonitor = " + traps_.command("monitor") +
                    "\n[init]\n\ttemplateDir = " + (folder_ / "traps/template").string() + "\n");
    const Variable settings("GIT_CONFIG_GLOBAL", (folder_ / "gitconfig").string());
    EXPECT_EQ(do_everything(partial), "");
    EXPECT_EQ(traps_.sprung(), std::vector<std::string>());
}

} // namespace
} // namespace mw::test
