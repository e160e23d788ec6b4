// Bad input: each time one sentence that says what is wrong and what to do, exit status 1, and a
// database that is what it was.

#include "cli/command_line.h"
#include "support/git.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <unistd.h>

namespace mw::test {
namespace {

namespace fs = std::filesystem;

class BadInput : public CommandLine {
protected:
    /// The database holds base..v1 before each of these tests.
    BadInput() {
        write_small_history();
        const auto first = import("base", "v1");
        EXPECT_EQ(first.status, 0) << first.errors;
    }

    void expect_sentence(const ProcessResult& result, const std::vector<std::string>& words) {
        EXPECT_EQ(result.status, 1);
        EXPECT_EQ(result.output, "");
        EXPECT_TRUE(result.errors.starts_with("mergewindow-cli: ")) << result.errors;
        EXPECT_EQ(std::ranges::count(result.errors, '\n'), 1) << result.errors;
        for (const auto& word : words)
            EXPECT_NE(result.errors.find(word), std::string::npos)
                << result.errors << " should speak of '" << word << "'";
    }

    /// An import fails so, with the database there and without one.
    void expect_refused(const std::string& from, const std::string& to,
                        const std::vector<std::string>& words) {
        const auto before = database_files();
        expect_sentence(import(from, to), words);
        EXPECT_EQ(database_files(), before);
        EXPECT_EQ(run({"check"}).output, "ok\n");

        const auto used = std::exchange(database_, folder_ / "new" / "new.db");
        expect_sentence(import(from, to), words);
        if (fs::exists(database_)) {
            EXPECT_EQ(run({"releases"}).output, "");
            EXPECT_EQ(run({"check"}).output, "ok\n");
        }
        database_ = used;
    }

    /// What stands in the database's place is refused by both readers and writers.
    void expect_database_refused(const std::vector<std::string>& words) {
        const auto before = database_files();
        expect_sentence(import("base", "v1"), words);
        expect_sentence(run({"releases"}), words);
        EXPECT_EQ(database_files(), before);
    }

    void overwrite(std::size_t position, const std::string& bytes) {
        auto content = read_bytes(database_);
        content.replace(position, bytes.size(), bytes);
        write_bytes(database_, content);
    }

    std::string object_file(const std::string& revision) {
        const auto id = run_git(repository_, {"rev-parse", revision}).substr(0, 40);
        return (repository_ / "objects" / id.substr(0, 2) / id.substr(2)).string();
    }
};

TEST_F(BadInput, NoSuchFolder) {
    repository_ = folder_ / "nowhere";
    expect_refused("base", "v1", {"no folder", "nowhere"});
}

TEST_F(BadInput, AddressInsteadOfAFolder) {
    repository_ = "https://git.kernel.org/pub/scm/linux.git";
    expect_refused("base", "v1", {"is an address", "fetch"});
}

TEST_F(BadInput, ReleaseOfADatabaseWithoutAny) {
    ASSERT_EQ(run({"remove", "test"}).status, 0);
    expect_sentence(run({"search", "", "--release", "v9"}), {"'v9'", "none"});
}

TEST_F(BadInput, FolderWithoutARepository) {
    repository_ = folder_ / "home";
    expect_refused("base", "v1", {"no git repository", "home"});
}

TEST_F(BadInput, FileInsteadOfARepository) {
    repository_ = folder_ / "file";
    write_bytes(repository_, "text\n");
    expect_refused("base", "v1", {"file"});
}

TEST_F(BadInput, RevisionThatIsNotThere) {
    expect_refused("base", "v99", {"'v99'"});
    expect_refused("v0", "v1", {"'v0'"});
    expect_refused("base", std::string(40, 'a'), {std::string(40, 'a')});
    expect_refused("base", "", {"''"});
}

TEST_F(BadInput, NotACommit) {
    expect_refused("base", "v1:MAINTAINERS", {"'v1:MAINTAINERS'", "not a commit"});
    expect_refused("v1^{tree}", "v1", {"'v1^{tree}'", "not a commit"});
}

TEST_F(BadInput, EmptyRange) {
    expect_refused("v1", "base", {"empty", "v1..base"});
    expect_refused("v1", "v1", {"empty"});
}

TEST_F(BadInput, ShallowClone) {
    run_git(folder_.path(), {"clone", "--quiet", "--bare", "--depth=1", "--no-single-branch",
                             "file://" + repository_.string(), (folder_ / "shallow").string()});
    repository_ = folder_ / "shallow";
    expect_refused("net", "master", {"shallow", "--unshallow"});
}

TEST_F(BadInput, PathsThatCannotBeLookedAt) {
    const auto loop = folder_ / "loop";
    fs::create_symlink(loop, loop);
    for (const auto& path : {loop, loop / "below", folder_ / std::string(300, 'x')}) {
        repository_ = path;
        expect_refused("base", "v1", {path.string()});
        const auto database = std::exchange(database_, path);
        repository_ = folder_ / "repo";
        expect_sentence(import("base", "v1"), {path.string()});
        expect_sentence(run({"releases"}), {path.string()});
        database_ = database;
    }
    // One's own section rules may lie in such a place as well: then there are none.
    fs::create_directory(folder_ / "config");
    fs::create_symlink(loop, folder_ / "config" / "mergewindow");
    options_.environment["XDG_CONFIG_HOME"] = (folder_ / "config").string();
    repository_ = folder_ / "repo";
    EXPECT_EQ(import("base", "v1").status, 0);
}

TEST_F(BadInput, WorkingFolderThatIsGone) {
    const auto script = R"sh(mkdir "$1" && cd "$1" && rmdir "$1" && shift && exec "$@")sh";
    const auto result = run_process({"sh", "-c", script, "sh", (folder_ / "gone").string(), MW_CLI,
                                     "--db", database_.string(), "import", "--repo",
                                     repository_.string(), "--from", "base", "--to", "v1"},
                                    options_);
    EXPECT_EQ(result.status, 0) << result.errors;
}

TEST_F(BadInput, Sha256Repository) {
    repository_ = folder_ / "sha256";
    run_git(folder_.path(), {"init", "--quiet", "--object-format=sha256", "sha256"});
    run_git(repository_, {"commit", "--quiet", "--allow-empty", "-m", "one"});
    run_git(repository_, {"commit", "--quiet", "--allow-empty", "-m", "two"});
    expect_refused("HEAD~1", "HEAD", {"sha256", "SHA-1"});
}

TEST_F(BadInput, RepositoryOfAnotherUser) {
    if (geteuid() != 0)
        GTEST_SKIP() << "only the superuser can give a folder away";
    for (const auto& entry : fs::recursive_directory_iterator(repository_))
        ASSERT_EQ(lchown(entry.path().c_str(), 12345, 12345), 0);
    ASSERT_EQ(chown(repository_.c_str(), 12345, 12345), 0);
    expect_refused("base", "v1", {"another user", "safe.directory"});
    write_bytes(folder_ / "home/.gitconfig",
                "[safe]\n\tdirectory = " + repository_.string() + "\n");
    const auto allowed = import("base", "v1");
    EXPECT_EQ(allowed.status, 0) << allowed.errors;
}

/// One blob that is not to be had costs the lines of its own file, and no others.
class UnreadableBlob : public BadInput {
protected:
    void expect_one_uncounted(const std::string& reason, const std::vector<std::string>& words) {
        const auto result = import("base", "v1", {"--json"});
        ASSERT_EQ(result.status, 0) << result.errors;
        const auto release = nlohmann::json::parse(result.output);
        EXPECT_EQ(release.at("uncounted"), 1);
        EXPECT_EQ(release.at("insertions"), 1);
        EXPECT_EQ(release.at("deletions"), 0);
        EXPECT_EQ(result.errors.find("partial"), std::string::npos) << result.errors;
        for (const auto& word : words)
            EXPECT_NE(result.errors.find(word), std::string::npos)
                << result.errors << " should speak of '" << word << "'";
        const auto unread = json_lines({"show", repo_.tip().id()}).at(0).at("paths").at(0);
        EXPECT_EQ(unread.at("uncounted"), reason);
        EXPECT_TRUE(unread.at("insertions").is_null());
        EXPECT_EQ(run({"check"}).output, "ok\n");
        EXPECT_EQ(import("base", "v1", {"--no-lines"}).status, 0);
    }

    const std::string blob_ = run_git(repository_, {"rev-parse", "v1:kernel/fork.c"}).substr(0, 40);
};

TEST_F(UnreadableBlob, MissingOne) {
    fs::remove(object_file("v1:kernel/fork.c"));
    expect_one_uncounted("missing", {"1 of 2 file changes", "missing", "git fsck", blob_});
}

TEST_F(UnreadableBlob, DamagedOne) {
    const auto file = object_file("v1:kernel/fork.c");
    fs::permissions(file, fs::perms::owner_all);
    write_bytes(file, "no zlib stream");
    expect_one_uncounted("damaged", {"1 of 2 file changes", "damaged", "git fsck", blob_});
}

TEST_F(BadInput, MissingTree) {
    fs::remove(object_file("v1:kernel"));
    expect_refused("base", "v1", {"tree", "missing", "git fsck"});
}

TEST_F(BadInput, MissingCommit) {
    fs::remove(object_file("v1~1^2"));
    expect_refused("base", "v1", {"commit", "missing", "git fsck"});
}

TEST_F(BadInput, DamagedObject) {
    const auto file = object_file("v1~1^2");
    fs::permissions(file, fs::perms::owner_all);
    write_bytes(file, "no zlib stream");
    expect_refused("base", "v1", {"git fsck"});
}

TEST_F(BadInput, StartThatIsNoAncestorIsAllowedAndSaid) {
    const auto result = import("net", "v1", {"--json"});
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(nlohmann::json::parse(result.output).at("changesets"), 1);
    run_git(repository_, {"branch", "side", "base"});
    run_git(repository_,
            {"update-ref", "refs/heads/side",
             run_git(repository_, {"commit-tree", "-p", "base", "-m", "side", "base^{tree}"})
                 .substr(0, 40)});
    const auto side = import("side", "v1", {"--json"});
    EXPECT_EQ(side.status, 0);
    EXPECT_NE(side.errors.find("side is not an ancestor of v1"), std::string::npos) << side.errors;
    EXPECT_EQ(nlohmann::json::parse(side.output).at("changesets"), 2);
}

/// Of several releases the others are refreshed all the same.
TEST_F(BadInput, CloneThatWasMovedAway) {
    run_git(folder_.path(), {"clone", "-q", "--bare", repository_.string(), "second"});
    const auto second = run({"import", "--repo", (folder_ / "second").string(), "--from", "base",
                             "--to", "net", "--name", "aaa"});
    ASSERT_EQ(second.status, 0) << second.errors;
    fs::rename(repository_, folder_ / "elsewhere");
    const auto result = run({"--json", "refresh"});
    EXPECT_EQ(result.status, 1);
    EXPECT_NE(result.errors.find("mergewindow-cli: test: "), std::string::npos) << result.errors;
    EXPECT_NE(result.output.find("\"release\":\"aaa\""), std::string::npos) << result.output;
    expect_sentence(run({"refresh", "--release", "test"}), {"no folder"});
}

TEST_F(BadInput, DatabaseThatIsNoSqliteFile) {
    write_bytes(database_, "A letter to my aunt, which must not be lost.\n");
    expect_database_refused({"no SQLite database", "--db"});
    write_bytes(database_, "x");
    expect_database_refused({"no SQLite database", "--db"});
}

TEST_F(BadInput, DatabaseOfAnotherApplication) {
    overwrite(68, std::string("\x0f\x05\x51\x12", 4)); // a Fossil checkout's application_id
    expect_database_refused({"another application", "--db"});
    overwrite(68, std::string(4, '\0')); // any SQLite file without one
    expect_database_refused({"another application", "--db"});
}

TEST_F(BadInput, DatabaseOfANewerVersion) {
    overwrite(60, std::string("\0\0\x03\xe7", 4)); // user_version 999
    expect_database_refused({"newer version", "999", "Update"});
}

/// One bit of the head says so.
TEST_F(BadInput, DatabaseOfAVersionThatCannotBe) {
    overwrite(60, std::string("\x80\0\0\x08", 4));
    expect_database_refused({"is damaged", "-2147483640"});
}

TEST_F(BadInput, DatabaseOfAnotherVersionThanItsTables) {
    overwrite(60, std::string("\0\0\0\x07", 4));
    const auto result = run({"releases"});
    EXPECT_EQ(result.status, 1);
    EXPECT_NE(result.errors.find("does not have the tables of the version"), std::string::npos)
        << result.errors;
    overwrite(60, std::string("\0\0\0\x08", 4));
    EXPECT_EQ(run({"check"}).output, "ok\n");
}

TEST_F(BadInput, DatabaseThatIsAFolder) {
    fs::remove(database_);
    fs::create_directory(database_);
    expect_sentence(import("base", "v1"), {"folder"});
    expect_sentence(run({"releases"}), {"folder"});
}

TEST_F(BadInput, ReadOnlyDatabase) {
    fs::permissions(database_, fs::perms::owner_read);
    const auto before = database_files();
    expect_sentence(import("base", "v1"), {"write-protected", "--db"});
    EXPECT_EQ(database_files(), before);
    EXPECT_EQ(json_lines({"releases"}).size(), 1U);
    EXPECT_EQ(run({"check"}).output, "ok\n");
    for (const auto* list : {"star", "tree"})
        EXPECT_EQ(run({list}).status, 0) << list;
    expect_sentence(run({"employers"}), {"No map of employers", "--read"});
    expect_sentence(run({"config"}), {"no configuration", "--add"});
}

TEST_F(BadInput, TruncatedDatabase) {
    fs::resize_file(database_, fs::file_size(database_) / 2);
    const auto before = database_files();
    const auto result = run({"check"});
    EXPECT_EQ(result.status, 1);
    EXPECT_NE(result.output + result.errors, "");
    EXPECT_EQ(database_files(), before);
}

TEST_F(BadInput, NoDatabaseYet) {
    database_ = folder_ / "data" / "none.db";
    for (const auto* command : {"releases", "sections", "search", "pulls", "check"})
        expect_sentence(run({command}), {"no database", "import"});
    EXPECT_FALSE(fs::exists(database_));
    for (const auto* list : {"star", "tree"}) {
        EXPECT_EQ(run({list}).status, 0) << list;
        EXPECT_EQ(run({list}).output, "") << list;
    }
    expect_sentence(run({"employers"}), {"No map of employers", "--read"});
    for (const auto* option : {"--list", "--remove", "--json"})
        expect_sentence(run({"config", option}), {"no configuration", "--add"});
    expect_sentence(run({"tree", "--refresh", "stable"}), {"no tree", "--list"});
    EXPECT_FALSE(fs::exists(database_)) << "a list makes no file";
}

/// A history whose import needs some hundred kilobytes, packed as well.
class NoRoom : public BadInput {
protected:
    NoRoom() {
        std::mt19937 random(1);
        std::string letters(1000, 'a');
        RepoBuilder large(folder_ / "large");
        large.tag("base", large.commit("file", "0\n"));
        for (int i = 0; i < 400; ++i) {
            std::ranges::generate(letters, [&] { return static_cast<char>('a' + random() % 26); });
            large.commit(fmt::format("folder-{}/file", i), "1\n")
                .message(fmt::format("change {}\n\n{}\n", i, letters));
        }
        large.tag("v1", large.tip());
        large.write();
        repository_ = large.path();
    }
};

TEST_F(NoRoom, FileSizeLimit) {
    const auto before = run({"search", "", "--json"}).output;
    limit_file_size(fs::file_size(database_) + 50'000);
    expect_sentence(import("base", "v1"), {"limit"});
    limit_file_size(std::nullopt);
    EXPECT_EQ(run({"search", "", "--json"}).output, before);
    EXPECT_EQ(run({"check"}).output, "ok\n");
    EXPECT_EQ(import("base", "v1").status, 0);
}

TEST_F(NoRoom, FullDisk) {
    if (geteuid() != 0)
        GTEST_SKIP() << "only the superuser can mount a small disk";
    // In a mount namespace of its own, which takes the disk with it when the command ends.
    const std::string script = R"sh(mount -t tmpfs -o size=700k tmpfs "$1" || exit 77
        cp "$2" "$1/test.db"
        cd "$1"
        before=$(sha256sum < test.db)
        shift 2
        "$@"
        status=$?
        [ "$(sha256sum < test.db)" = "$before" ] || echo "The database was changed."
        exit $status)sh";
    const auto disk = (folder_ / "disk").string();
    fs::create_directory(disk);
    const auto result =
        run_process({"unshare", "--mount", "sh", "-c", script, "sh", disk, database_.string(),
                     MW_CLI, "--db", disk + "/test.db", "import", "--repo", repository_.string(),
                     "--from", "base", "--to", "v1"},
                    options_);
    if (result.status == 77 || result.errors.starts_with("unshare: "))
        GTEST_SKIP() << "no disk can be mounted here: " << result.errors;
    EXPECT_EQ(result.output, "");
    EXPECT_EQ(result.status, 1);
    EXPECT_NE(result.errors.find("no room left on the disk"), std::string::npos) << result.errors;
}

} // namespace
} // namespace mw::test
