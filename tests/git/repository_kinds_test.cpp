// Repositories of every kind that git makes: read as git reads them, or refused by what they are.

#include "git/objects/repository.h"
#include "git/setup/error.h"
#include "support/environment.h"
#include "support/git.h"
#include "support/process.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <unistd.h>

namespace mw::git {
namespace {

namespace fs = std::filesystem;
using EnvironmentVariable = test::Variable;

class RepositoryKinds : public testing::Test {
protected:
    RepositoryKinds() {
        repo_.commit("dir/file", "1\n");
        repo_.commit("dir/file", "2\n");
        repo_.tag("v1", repo_.tip());
        repo_.write();
        fs::create_directories(folder_ / "home");
    }

    void set(const std::string& key, const std::string& value) {
        // By the file: git itself refuses a repository whose extensions it does not know.
        test::run_git(folder_.path(), {"config", "--file", repo_.path() / "config", key, value});
    }

    void unset(const std::string& key) {
        test::run_git(folder_.path(),
                      {"config", "--file", repo_.path() / "config", "--unset", key});
    }

    static std::string refusal(const fs::path& path) {
        try {
            const Repository repository(path);
            return {};
        } catch (const Error& error) {
            return error.what();
        }
    }

    void expect_refused(const fs::path& path, const std::vector<std::string>& words) {
        const auto sentence = refusal(path);
        EXPECT_NE(sentence, "");
        EXPECT_EQ(sentence.find("fsck"), std::string::npos) << "it is not damaged: " << sentence;
        for (const auto& word : words)
            EXPECT_NE(sentence.find(word), std::string::npos)
                << sentence << " should speak of " << word;
    }

    void expect_read(const fs::path& path) {
        ASSERT_EQ(refusal(path), "");
        const Repository repository(path);
        EXPECT_EQ(repository.file_at(repository.resolve_commit("v1"), "dir/file"), "2\n");
    }

    test::TempDir folder_;
    test::RepoBuilder repo_{folder_ / "repo"};
    EnvironmentVariable home_{"HOME", folder_ / "home"};
    EnvironmentVariable global_{"GIT_CONFIG_GLOBAL", folder_ / "home/.gitconfig"};
    EnvironmentVariable system_{"GIT_CONFIG_SYSTEM", "/dev/null"};
};

TEST_F(RepositoryKinds, ExtensionsThatChangeNothingForAReader) {
    set("core.repositoryFormatVersion", "1");
    for (const auto& [name, value] : {std::pair("noop", "x"),
                                      {"noop-v1", "true"},
                                      {"preciousObjects", "true"},
                                      {"worktreeConfig", "true"},
                                      {"relativeWorktrees", "true"},
                                      {"refStorage", "files"},
                                      {"objectFormat", "sha1"},
                                      {"compatObjectFormat", "sha256"},
                                      {"submodulePathConfig", "true"}}) {
        set(std::string("extensions.") + name, value);
        expect_read(repo_.path());
    }
}

TEST_F(RepositoryKinds, ExtensionsThatCannotBeRead) {
    set("core.repositoryFormatVersion", "1");
    const std::vector<std::tuple<std::string, std::string, std::vector<std::string>>> cases{
        {"refStorage", "reftable", {"reftable", "refs migrate --ref-format=files"}},
        {"refStorage", "files:///elsewhere", {"files:///elsewhere", "git clone"}},
        {"objectFormat", "sha256", {"sha256", "SHA-1", "fast-export"}},
        {"objectFormat", "sha3", {"sha3", "SHA-1"}},
        {"unheardOf", "true", {"'unheardof'", "git clone --mirror"}},
        {"un-heard.of", "", {"'un-heard.of'", "git clone --mirror"}},
    };
    for (const auto& [name, value, words] : cases) {
        set("extensions." + name, value);
        expect_refused(repo_.path(), words);
        unset("extensions." + name);
    }
    expect_read(repo_.path());
}

TEST_F(RepositoryKinds, UnknownExtensionsCountFromVersionOneOn) {
    set("extensions.unheardOf", "true");
    expect_read(repo_.path());
    unset("core.repositoryFormatVersion");
    expect_read(repo_.path());
    set("core.repositoryFormatVersion", "2");
    expect_refused(repo_.path(), {"version 2", "git clone --mirror"});
}

/// What is included does not decide the kind; git reads the file alone for it.
TEST_F(RepositoryKinds, IncludesDoNotDecideTheKind) {
    set("core.repositoryFormatVersion", "1");
    test::write_bytes(folder_ / "more", "[extensions]\n\tunheardOf = true\n");
    set("include.path", folder_ / "more");
    expect_read(repo_.path());
}

TEST_F(RepositoryKinds, ConfigurationThatCannotBeRead) {
    test::write_bytes(repo_.path() / "config", "[core\n\tbare = true\n");
    EXPECT_NE(refusal(repo_.path()).find("Line 1"), std::string::npos) << refusal(repo_.path());
}

TEST_F(RepositoryKinds, Bundle) {
    test::run_git(repo_.path(), {"bundle", "create", "--quiet", folder_ / "all.bundle", "--all"});
    expect_refused(folder_ / "all.bundle", {"bundle", "git clone"});
}

TEST_F(RepositoryKinds, GitFilesOfEveryForm) {
    fs::create_directories(folder_ / "sub/module");
    for (const auto& target :
         {repo_.path().string(), std::string("../../repo"), std::string("../../repo/\r\n")}) {
        test::write_bytes(folder_ / "sub/module/.git", "gitdir: " + target + "\n");
        expect_read(folder_ / "sub/module");
        expect_read(folder_ / "sub/module/.git");
    }
    test::write_bytes(folder_ / "sub/module/.git", "gitdir: ../nowhere\n");
    expect_refused(folder_ / "sub/module", {"nowhere", "moved"});
    test::write_bytes(folder_ / "sub/module/.git", "something else\n");
    expect_refused(folder_ / "sub/module", {"no git repository"});
}

TEST_F(RepositoryKinds, LinkedWorkTreesWithRelativeAndAbsolutePaths) {
    test::run_git(repo_.path(), {"worktree", "add", "--quiet", folder_ / "linked", "v1"});
    expect_read(folder_ / "linked");
    const auto inner = repo_.path() / "worktrees/linked";
    test::write_bytes(folder_ / "linked/.git", "gitdir: ../repo/worktrees/linked\n");
    expect_read(folder_ / "linked");
    test::write_bytes(inner / "commondir", repo_.path().string() + "\n");
    expect_read(folder_ / "linked");
    expect_read(inner);
    const Repository repository(folder_ / "linked");
    EXPECT_EQ(repository.resolve_commit("HEAD").hex(), repo_.tip().id());
}

TEST_F(RepositoryKinds, WorkTreeElsewhere) {
    set("core.bare", "false");
    set("core.worktree", folder_ / "home");
    expect_read(repo_.path());
}

TEST_F(RepositoryKinds, LinksAndDetachedHeads) {
    fs::create_directory_symlink(repo_.path(), folder_ / "link");
    expect_read(folder_ / "link");
    test::write_bytes(repo_.path() / "HEAD", repo_.tip().id() + "\n");
    expect_read(repo_.path());
    fs::remove(repo_.path() / "HEAD");
    fs::create_symlink("refs/heads/master", repo_.path() / "HEAD");
    expect_read(repo_.path());
    fs::remove(repo_.path() / "HEAD");
    EXPECT_NE(refusal(repo_.path()).find("no git repository"), std::string::npos);
    test::write_bytes(repo_.path() / "HEAD", "no name of an object, though as long as one is\n");
    EXPECT_NE(refusal(repo_.path()).find("no git repository"), std::string::npos);
}

TEST_F(RepositoryKinds, PacksAsNewerGitsKeepThem) {
    test::run_git(repo_.path(), {"repack", "-a", "-d", "--quiet"});
    test::run_git(repo_.path(), {"multi-pack-index", "write"});
    test::run_git(repo_.path(), {"commit-graph", "write", "--reachable", "--split"});
    expect_read(repo_.path());
    // A commit graph and an index of packs that make no sense are passed over.
    for (const auto& file : {repo_.path() / "objects/pack/multi-pack-index",
                             repo_.path() / "objects/info/commit-graphs/commit-graph-chain"}) {
        fs::permissions(file, fs::perms::owner_all);
        test::write_bytes(file, "MIDX what is this");
        expect_read(repo_.path());
    }
}

TEST_F(RepositoryKinds, PacksThatComeLater) {
    const Repository repository(repo_.path());
    const auto blob =
        test::run_git(repo_.path(), {"hash-object", "--stdin"}, "new\n").substr(0, 40);
    const auto id = *ObjectId::from_hex(blob);
    EXPECT_FALSE(repository.contains(id));
    test::run_git(repo_.path(), {"hash-object", "-w", "--stdin"}, "new\n");
    const auto pack = repo_.path() / "objects/pack/pack";
    test::run_git(repo_.path(), {"pack-objects", "--quiet", pack.string()}, blob + "\n");
    test::run_git(repo_.path(), {"prune-packed"});
    EXPECT_TRUE(repository.contains(id));
    EXPECT_EQ(repository.read(id, ObjectType::blob).data(), "new\n");
}

/// A git before 2.24 named the remote there alone.
TEST_F(RepositoryKinds, PartialByTheExtension) {
    const auto absent = *ObjectId::from_hex(std::string(40, '7'));
    EXPECT_FALSE(Repository(repo_.path()).is_partial());
    EXPECT_THROW(Repository(repo_.path()).read(absent, ObjectType::blob), MissingObject);
    set("core.repositoryFormatVersion", "1");
    set("extensions.partialClone", "origin");
    EXPECT_TRUE(Repository(repo_.path()).is_partial());
    EXPECT_THROW(Repository(repo_.path()).read(absent, ObjectType::blob), LeftOut);
}

/// Nobody's cache is no folder: not the one that the program happens to run in, either.
TEST_F(RepositoryKinds, PartialOneTakesNothingFromWhereTheProgramRuns) {
    set("core.repositoryFormatVersion", "1");
    set("extensions.partialClone", "origin");
    test::RepoBuilder other(folder_ / "other");
    other.commit("file", "of another clone\n");
    other.write();
    const EnvironmentVariable no_home("HOME", std::nullopt), no_cache("XDG_CACHE_HOME", {});
    const auto before = fs::current_path();
    fs::current_path(other.path());
    const bool found = Repository(repo_.path()).contains(*ObjectId::from_hex(other.tip().id()));
    fs::current_path(before);
    EXPECT_FALSE(found);
}

class Alternates : public RepositoryKinds {
protected:
    Alternates() {
        fs::create_directories(folder_ / "borrows");
        test::run_git(folder_ / "borrows", {"init", "--quiet", "--bare"});
        fs::copy(repo_.path() / "refs", folder_ / "borrows/refs",
                 fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    }

    void borrow(const std::string& lines) {
        test::write_bytes(folder_ / "borrows/objects/info/alternates", lines);
    }

    std::string objects() const { return (repo_.path() / "objects").string(); }

    /// As git does, which is asked, too.
    void expect(bool found) {
        const auto git = test::run_process(
            {"git", "-C", (folder_ / "borrows").string(), "cat-file", "-e", "v1:dir/file"});
        EXPECT_EQ(git.status == 0, found) << git.errors;
        const Repository repository(folder_ / "borrows");
        EXPECT_EQ(repository.contains(*ObjectId::from_hex(repo_.tip().id())), found);
    }
};

TEST_F(Alternates, FormsOfTheFile) {
    for (const std::string& lines : std::vector<std::string>{
             objects() + "\n", objects(), "\"" + objects() + "\"\n", "../../repo/objects\n",
             "\"../../repo/objects\"\n", "# comment\n\n" + objects() + "/\n",
             "/nowhere\n" + objects() + "\n", objects() + "\n" + objects() + "\n",
             "\"/nowhere\"\n\"" + objects() + "\"\n"}) {
        borrow(lines);
        SCOPED_TRACE(lines);
        expect(true);
    }
    for (const auto& lines :
         {"# " + objects() + "\n", "\"" + objects() + "\n", std::string("\n")}) {
        borrow(lines);
        SCOPED_TRACE(lines);
        expect(false);
    }
}

TEST_F(Alternates, OddPathsInQuotes) {
    const auto odd = folder_ / "a \"b\"\n\tc\\d\xC3\xA9";
    fs::rename(repo_.path() / "objects", odd);
    std::string quoted = (folder_.path() / "a \\\"b\\\"\\n\\tc\\\\d\\303\\251").string();
    borrow('"' + quoted + "\"\n");
    expect(true);
    borrow((folder_ / "nothing").string() + "\n\"" + quoted + '"');
    expect(true);
}

TEST_F(Alternates, CharactersByTheirNumbersInQuotes) {
    fs::rename(repo_.path() / "objects", folder_ / "a\x01\x7F");
    borrow('"' + (folder_.path() / "a\\001\\177").string() + "\"\n");
    expect(true);
    borrow('"' + (folder_.path() / "a\\001\\17").string() + "\"\n");
    expect(false);
}

TEST_F(Alternates, Nested) {
    auto below = objects();
    for (int depth = 0; depth < 7; ++depth) {
        const auto name = folder_ / fmt::format("level{}", depth);
        fs::create_directories(name / "info");
        test::write_bytes(name / "info/alternates", below + "\n");
        below = name.string();
        borrow(below + "\n");
        SCOPED_TRACE(depth);
        expect(depth < 5); // git takes six, one after the other
    }
}

TEST_F(Alternates, ThatLeadToThemselves) {
    borrow(objects() + "\n");
    fs::create_directories(repo_.path() / "objects/info");
    test::write_bytes(repo_.path() / "objects/info/alternates",
                      (folder_ / "borrows/objects").string() + "\n" + objects() + "\n");
    expect(true);
}

TEST_F(Alternates, OfTheEnvironment) {
    for (const std::string& value :
         std::vector<std::string>{objects(), "/nowhere:" + objects(), "\"" + objects() + "\"",
                                  objects() + ":" + objects()}) {
        const EnvironmentVariable more("GIT_ALTERNATE_OBJECT_DIRECTORIES", value);
        SCOPED_TRACE(value);
        expect(true);
    }
    expect(false);
    const EnvironmentVariable moved("GIT_OBJECT_DIRECTORY", objects());
    expect(true);
}

class SafeDirectory : public RepositoryKinds {
protected:
    void SetUp() override {
        if (geteuid() != 0)
            GTEST_SKIP() << "only the superuser can give a folder away";
        give_away(repo_.path());
    }

    static void give_away(const fs::path& path) {
        for (const auto& entry : fs::recursive_directory_iterator(path))
            ASSERT_EQ(lchown(entry.path().c_str(), 12345, 12345), 0);
        ASSERT_EQ(chown(path.c_str(), 12345, 12345), 0);
    }

    void allow(const std::string& settings) {
        test::write_bytes(folder_ / "home/.gitconfig", settings);
    }

    /// git of 2.46 and newer knows forms that the installed one may not.
    void expect(bool read, bool ask_git = true) {
        if (ask_git) {
            const auto git = test::run_process(
                {"git", "-C", repo_.path().string(), "rev-parse", "--verify", "--quiet", "v1"});
            EXPECT_EQ(git.status == 0, read) << git.errors;
        }
        EXPECT_EQ(refusal(repo_.path()).empty(), read) << refusal(repo_.path());
    }

    std::string path() const { return repo_.path().string(); }
};

TEST_F(SafeDirectory, FormsOfTheValue) {
    expect(false);
    for (const auto& value : {path(), std::string("*"), "\"" + path() + "\""}) {
        allow("[safe]\n\tdirectory = " + value + "\n");
        SCOPED_TRACE(value);
        expect(true);
    }
    for (const auto& value : {path() + "x", folder_.path().string(), std::string("repo"),
                              std::string("**"), std::string("/*/repo")}) {
        allow("[safe]\n\tdirectory = " + value + "\n");
        SCOPED_TRACE(value);
        expect(false);
    }
    for (const auto& value : {folder_.path().string() + "/*", path() + "/", std::string("/*")}) {
        allow("[safe]\n\tdirectory = " + value + "\n");
        SCOPED_TRACE(value);
        expect(true, false);
    }
    allow("[safe]\n\tdirectory = " + folder_.path().string() + "/re*\n");
    expect(false, false);
}

TEST_F(SafeDirectory, SeveralValues) {
    allow("[safe]\ndirectory = /x\ndirectory = " + path() + "\ndirectory = /y\n");
    expect(true);
    allow("[safe]\ndirectory = *\ndirectory =\n");
    expect(false);
    allow("[safe]\ndirectory = *\ndirectory\n");
    expect(false);
    allow("[safe]\ndirectory =\ndirectory = " + path() + "\n");
    expect(true);
}

TEST_F(SafeDirectory, HomeAndLinks) {
    fs::create_directory_symlink(repo_.path(), folder_ / "home/link");
    allow("[safe]\ndirectory = ~/link\n");
    expect(true, false);
    const EnvironmentVariable home("HOME", folder_.path().string());
    allow("[safe]\ndirectory = ~/repo\n");
    expect(true);
}

TEST_F(SafeDirectory, EveryScopeButTheClonesOwn) {
    const auto line = "[safe]\n\tdirectory = " + path() + "\n";
    test::write_bytes(repo_.path() / "config", test::read_bytes(repo_.path() / "config") + line);
    expect(false);
    test::write_bytes(folder_ / "system", line);
    {
        const EnvironmentVariable system("GIT_CONFIG_SYSTEM", folder_ / "system");
        expect(true);
        allow("[safe]\ndirectory =\n"); // the person's setting comes after the system's
        expect(false);
    }
    test::write_bytes(folder_ / "home/more", line);
    allow("[include]\npath = more\n");
    expect(true);
    allow("[include]\npath = ~/more\n");
    expect(true);
    allow("");
    {
        const EnvironmentVariable count("GIT_CONFIG_COUNT", "1");
        const EnvironmentVariable key("GIT_CONFIG_KEY_0", "safe.directory");
        const EnvironmentVariable value("GIT_CONFIG_VALUE_0", path());
        expect(true);
    }
    {
        const EnvironmentVariable of_git("GIT_CONFIG_PARAMETERS",
                                         "'safe.directory'='" + path() + "'");
        expect(true);
    }
    expect(false);
}

TEST_F(SafeDirectory, WhatSudoRunsIsTheCallersToo) {
    const EnvironmentVariable caller("SUDO_UID", "12345");
    expect(true);
    const EnvironmentVariable other("SUDO_UID", "12346");
    expect(false);
}

TEST_F(SafeDirectory, PartsOfAnotherUser) {
    test::RepoBuilder own(folder_ / "own");
    own.commit("file", "1\n");
    own.write();
    test::run_git(folder_.path(), {"clone", "--quiet", "own", "work"});
    EXPECT_EQ(refusal(folder_ / "work"), "");
    ASSERT_EQ(chown((folder_ / "work").c_str(), 12345, 12345), 0);
    EXPECT_NE(refusal(folder_ / "work").find("another user"), std::string::npos);
    EXPECT_NE(refusal(folder_ / "work/.git").find("another user"), std::string::npos);
    allow("[safe]\ndirectory = " + (folder_ / "work").string() + "\n");
    EXPECT_EQ(refusal(folder_ / "work"), "");
}

} // namespace
} // namespace mw::git
