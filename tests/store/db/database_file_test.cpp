// What may stand at a database's path, and what happens to it.

#include "store/db/database_file.h"
#include "store/db/file_checks.h"
#include "store/db/schema.h"
#include "store/db/version.h"
#include "store/sample_release.h"
#include "store/sql/error.h"
#include "store/user/annotations.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace mw::test {
namespace {

namespace fs = std::filesystem;

class DatabaseFile : public StoreTest {
protected:
    /// The sentence of a reader or writer that is refused; empty: it is not.
    std::string refused(bool writing) {
        try {
            if (writing)
                write("r", {commit('a', "one")});
            else
                store::Reader reader(file_);
        } catch (const store::Error& error) {
            return error.what();
        }
        return {};
    }

    void expect_refused(const std::string& words, bool readers_alone = false) {
        for (const bool writing : {false, true})
            if (!writing || !readers_alone) {
                EXPECT_NE(refused(writing).find(words), std::string::npos) << refused(writing);
            }
    }

    void expect_usable() {
        EXPECT_EQ(refused(true), "");
        EXPECT_EQ(find(""), std::vector<std::string>{"one"});
        EXPECT_TRUE(store::Reader(file_).check().empty());
    }

    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(file_.parent_path()))
            names.push_back(entry.path().filename().string());
        std::ranges::sort(names);
        return names;
    }
};

/// Whether another process sees a lock on SQLite's bytes for readers ("File Locking": 510 bytes
/// from 0x40000002 on), which hold its log in place.
bool seen_locked(const fs::path& file) {
    const pid_t child = fork();
    if (child == 0) {
        struct flock lock {};
        lock.l_type = F_WRLCK;
        lock.l_whence = SEEK_SET;
        lock.l_start = 0x40000002;
        lock.l_len = 510;
        const int opened = open(file.c_str(), O_RDWR | O_CLOEXEC);
        _exit(opened >= 0 && fcntl(opened, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK ? 0 : 1);
    }
    int status = 1;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST_F(DatabaseFile, IsLookedAtWithoutLettingGoOfItsLocks) {
    write("r", {commit('a', "one")});
    store::AnnotationStore writer(file_);
    store::Reader reader(file_);
    EXPECT_EQ(reader.releases().size(), 1U);
    ASSERT_TRUE(seen_locked(file_));
    EXPECT_EQ(store::schema_of(file_), store::schema_version());
    EXPECT_FALSE(store::is_new_database(file_));
    const store::Reader another(file_);
    EXPECT_TRUE(seen_locked(file_)) << "another program would remove the log from under these";
}

TEST_F(DatabaseFile, ThatIsEmptyIsANewDatabase) {
    write_bytes(file_, "");
    EXPECT_TRUE(store::is_new_database(file_));
    EXPECT_EQ(store::release_fingerprint(file_, "r"), "");
    expect_refused("There is no database", true);
    EXPECT_EQ(fs::file_size(file_), 0U);
    expect_usable();
    EXPECT_FALSE(store::is_new_database(file_));
}

TEST_F(DatabaseFile, ThatIsEmptyIsBroughtUpToDate) {
    write_bytes(file_, "");
    store::bring_up_to_date(file_);
    EXPECT_TRUE(store::Reader(file_).releases().empty());
}

/// "sqlite3 x.db 'PRAGMA user_version = 0; VACUUM'" and its like.
TEST_F(DatabaseFile, InWhichNoTableWasMadeIsANewDatabase) {
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("PRAGMA journal_mode = WAL; VACUUM");
    EXPECT_GT(fs::file_size(file_), 0U);
    EXPECT_TRUE(store::is_new_database(file_));
    expect_usable();
}

TEST_F(DatabaseFile, OfAnotherApplicationIsNotTouched) {
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE letters (text)");
    const auto before = read_bytes(file_);
    expect_refused("another application");
    EXPECT_EQ(read_bytes(file_), before);
    EXPECT_EQ(files(), std::vector<std::string>{"test.db"});
}

TEST_F(DatabaseFile, OfNothingButZerosIsNamedSo) {
    for (const std::size_t size : {1U, 50U, 4096U, 100'000U}) {
        write_bytes(file_, std::string(size, '\0'));
        expect_refused("nothing but zeros");
    }
    write_bytes(file_, std::string(99, '\0') + "text");
    expect_refused("no SQLite database");
}

TEST_F(DatabaseFile, ThatIsNoFileIsNamedSo) {
    fs::create_directory(file_);
    expect_refused("is a folder");
    fs::remove(file_);
    ASSERT_EQ(mkfifo(file_.c_str(), 0600), 0);
    expect_refused("no file but a device, a pipe");
    file_ = "/dev/null";
    expect_refused("no file but a device, a pipe");
    file_ = "";
    expect_refused("names no file");
    file_ = folder_ / "not-there/";
    expect_refused("names no file");
}

TEST_F(DatabaseFile, IsNamedInAnAddressWithWhatStandsForItsSigns) {
    EXPECT_EQ(store::immutable_uri("/a b/c?d#e%f.db"), "file:/a b/c%3fd%23e%25f.db?immutable=1");
    EXPECT_EQ(store::immutable_uri("/a b?c#d%e.db"), "file:/a b%3fc%23d%25e.db?immutable=1");
}

TEST_F(DatabaseFile, MayBeALink) {
    fs::create_directory(folder_ / "elsewhere");
    fs::create_symlink("elsewhere/real.db", file_);
    expect_refused("There is no database", true);
    expect_usable();
    EXPECT_TRUE(fs::is_symlink(file_));
    EXPECT_TRUE(fs::exists(folder_ / "elsewhere/real.db"));
    fs::remove(file_);
    fs::create_symlink("test.db", file_);
    expect_refused("cannot be looked at");
}

/// Names that SQLite takes for something else than a path.
TEST_F(DatabaseFile, MayHaveAnyName) {
    for (const std::string name :
         {"file:x.db", "file:x.db?mode=memory", ":memory:", "a b", "größe 日本.db", "x?y#z%41.db",
          "'quoted\".db", "-dash", "new folder/x.db", "x&mode=ro"}) {
        const fs::path folder = folder_ / "names";
        fs::create_directory(folder);
        const auto before = fs::current_path();
        fs::current_path(folder); // a relative path is what might be taken for a URI
        file_ = name;
        expect_usable();
        EXPECT_TRUE(fs::is_regular_file(folder / name)) << name;
        EXPECT_EQ(store::schema_of(file_), store::schema_version()) << name;
        fs::current_path(before);
        fs::remove_all(folder);
    }
}

TEST_F(DatabaseFile, WhoseLogWasLeftBehindIsNotMadeAnew) {
    const fs::path log = file_.string() + "-wal";
    for (const bool empty : {false, true}) {
        write_bytes(log, std::string(5000, 'x'));
        if (empty)
            write_bytes(file_, "");
        expect_refused("its log");
        EXPECT_EQ(read_bytes(log), std::string(5000, 'x'));
    }
    write_bytes(log, "");
    expect_usable();
}

/// Without the rights of whoever runs the tests, who may be the superuser.
class NoRights : public DatabaseFile {
protected:
    NoRights() {
        write("r", {commit('a', "one")});
        if (geteuid() == 0) {
            for (const auto& entry : fs::recursive_directory_iterator(folder_.path()))
                EXPECT_EQ(chown(entry.path().c_str(), nobody, nobody), 0);
            EXPECT_EQ(chown(folder_.path().c_str(), nobody, nobody), 0);
            EXPECT_EQ(seteuid(nobody), 0);
        }
    }
    ~NoRights() override {
        EXPECT_EQ(seteuid(getuid()), 0);
        fs::permissions(folder_.path(), fs::perms::owner_all);
    }

    static constexpr uid_t nobody = 65534;
};

TEST_F(NoRights, AFileInAFolderThatCannotBeWrittenIsRead) {
    fs::permissions(folder_.path(), fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_EQ(find(""), std::vector<std::string>{"one"});
    EXPECT_TRUE(store::Reader(file_).check().empty());
    EXPECT_NE(refused(true).find("cannot be"), std::string::npos) << refused(true);
    store::bring_up_to_date(file_); // needs nothing
}

TEST_F(NoRights, AFileThatCannotBeReadIsNamedSo) {
    fs::permissions(file_, fs::perms::none);
    EXPECT_NE(refused(false).find("cannot be opened"), std::string::npos) << refused(false);
    fs::permissions(folder_.path(), fs::perms::none);
    EXPECT_NE(refused(false).find("cannot be looked at"), std::string::npos) << refused(false);
    EXPECT_NE(refused(true).find("cannot be looked at"), std::string::npos) << refused(true);
    EXPECT_EQ(store::release_fingerprint(file_, "r"), "");
    EXPECT_THROW(store::bring_up_to_date(file_), store::Error);
}

/// What the log holds is a part of the database; to leave it out would show an older state.
TEST_F(NoRights, AFileWithALogThatCannotBeReadIsRefused) {
    {
        SQLite::Database open(file_.string(), SQLite::OPEN_READWRITE);
        open.exec("UPDATE commits SET subject = 'two'");
        fs::copy_file(file_, folder_ / "copy.db");
        fs::copy_file(file_.string() + "-wal", folder_ / "copy.db-wal");
    }
    file_ = folder_ / "copy.db";
    fs::permissions(folder_.path(), fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_NE(refused(false).find("holds changes"), std::string::npos) << refused(false);
    fs::permissions(folder_.path(), fs::perms::owner_all);
    EXPECT_EQ(find(""), std::vector<std::string>{"two"});
}

/// SQLite gives the log that a reader makes the rights of the database at that time.
TEST_F(NoRights, AFileThatMayBeWrittenAgainIsWritten) {
    for (const bool before : {false, true}) {
        SCOPED_TRACE(before ? "opened before" : "opened when protected");
        std::vector<std::unique_ptr<store::Reader>> readers;
        if (before)
            readers.push_back(std::make_unique<store::Reader>(file_));
        fs::permissions(file_, fs::perms::owner_read);
        readers.push_back(std::make_unique<store::Reader>(file_));
        EXPECT_TRUE(readers.back()->check().empty());
        EXPECT_NE(refused(true).find("write-protected"), std::string::npos) << refused(true);
        fs::permissions(file_, fs::perms::owner_read | fs::perms::owner_write);
        EXPECT_EQ(refused(true), "");
    }
}

/// A file as version 2 of the schema left it.
class OlderFile : public DatabaseFile {
protected:
    OlderFile() {
        SQLite::Database older(file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        for (int step = 0; step < 2; ++step)
            store::schema_steps()[static_cast<std::size_t>(step)](older);
        older.exec(fmt::format(
            "PRAGMA application_id = {}; PRAGMA user_version = 2; PRAGMA journal_mode = WAL;"
            "INSERT INTO release (id, name, from_rev, to_rev, imported_at, line_state, changesets, "
            "merges, files) VALUES (1, 'r', 'a', 'b', 0, 2, 2, 0, 0);"
            "INSERT INTO person (id, name, email) VALUES (7, 'Ann Other', 'a@x'), (8, 'ann other', "
            "''), (9, 'C', 'c@x');"
            "INSERT INTO place VALUES (1, 'core', '');"
            "INSERT INTO commits (id, release_id, position, kind, oid, subject, author_id, "
            "committer_id, landed_time, place_id, derived_place_id) VALUES (1, 1, 0, 0, "
            "x'6161616161616161616161616161616161616161', 'one', 7, 9, 5, 1, 1), (2, 1, 1, 0, "
            "x'6262626262626262626262626262626262626262', 'two', 8, 9, 6, 1, 1);"
            "INSERT INTO commit_text VALUES (1, '', '', 'r', x''), (2, '', '', 'r', x'');"
            "INSERT INTO trailer_key VALUES (1, 'Acked-by');"
            "INSERT INTO trailer VALUES (1, 0, 1, 7, NULL);"
            "INSERT INTO personal (oid, note, changed_at) VALUES "
            "(x'6161616161616161616161616161616161616161', 'mine', 1);"
            "INSERT INTO search_text (rowid, subject, body) SELECT id, subject, body FROM "
            "indexed_text;"
            "INSERT INTO search_words VALUES (1, char(10), char(10) || 'one B' || char(10) || "
            "'two E' || char(10) || 'x' || char(10));",
            store::application_id));
    }

    std::vector<fs::path> backups() const {
        std::vector<fs::path> found;
        for (const auto& entry : fs::directory_iterator(folder_.path()))
            if (entry.path().string().find(".backup") != std::string::npos)
                found.push_back(entry.path());
        std::ranges::sort(found);
        return found;
    }

    static int version_of(const fs::path& file) { return store::schema_of(file).value_or(-1); }
};

TEST_F(OlderFile, IsMigratedAfterACopyWasMade) {
    store::bring_up_to_date(file_);
    EXPECT_EQ(version_of(file_), store::schema_version());
    EXPECT_EQ(find("author:=\"Ann Other\""), (std::vector<std::string>{"one", "two"}));
    EXPECT_EQ(find("is:noted"), std::vector<std::string>{"one"});
    const auto detail = store::Reader(file_).commit_by_oid("6161").value();
    ASSERT_EQ(detail.trailers.size(), 1U);
    EXPECT_EQ(detail.trailers.front().value, "Ann Other <a@x>");
    ASSERT_EQ(backups().size(), 1U);
    EXPECT_EQ(version_of(backups().front()), 2);
    SQLite::Database copy(backups().front().string());
    EXPECT_EQ(copy.execAndGet("SELECT note FROM personal").getString(), "mine");
    EXPECT_EQ(copy.execAndGet("PRAGMA integrity_check").getString(), "ok");
}

/// Zones were minutes east; now they are what git prints.
TEST_F(OlderFile, KeepsItsZones) {
    {
        SQLite::Database older(file_.string(), SQLite::OPEN_READWRITE);
        older.exec("UPDATE commits SET author_time = 0, author_offset = 330, commit_offset = -90 "
                   "WHERE id = 1");
    }
    store::bring_up_to_date(file_);
    const auto detail = store::Reader(file_).commit_by_oid("6161").value();
    EXPECT_EQ(detail.row.author_zone, 530);
    EXPECT_EQ(detail.commit_zone, -130);
}

/// Its layout is that of a file that was made today.
TEST_F(OlderFile, BecomesWhatANewOneIs) {
    store::bring_up_to_date(file_);
    store::bring_up_to_date(folder_ / "fresh.db");
    const auto layout = [](const fs::path& file) {
        SQLite::Database database(file.string());
        SQLite::Statement select(database, "SELECT type, name, tbl_name, sql FROM sqlite_master "
                                           "ORDER BY type, name");
        std::string text;
        while (select.executeStep())
            for (int column = 0; column < 4; ++column)
                text += select.getColumn(column).getString() + '\n';
        return text;
    };
    EXPECT_EQ(layout(file_), layout(folder_ / "fresh.db"));
    SQLite::Database database(file_.string());
    EXPECT_FALSE(SQLite::Statement(database, "PRAGMA foreign_key_check").executeStep());
    EXPECT_EQ(find("committer:=C").size(), 2U);
}

/// Whoever comes second finds it done: no second copy, and the first is of the older file.
TEST_F(OlderFile, IsMigratedOnceByManyAtOnce) {
    for (int round = 0; round < 5; ++round) {
        const fs::path original = folder_ / "original.db";
        if (round == 0)
            fs::copy_file(file_, original);
        fs::remove(file_);
        fs::remove(file_.string() + "-wal");
        fs::remove(file_.string() + "-shm");
        for (const auto& backup : backups())
            fs::remove(backup);
        fs::copy_file(original, file_);
        std::vector<std::thread> programs;
        std::atomic<int> failures = 0;
        for (int i = 0; i < 4; ++i)
            programs.emplace_back([&] {
                try {
                    store::bring_up_to_date(file_);
                } catch (const std::exception&) {
                    ++failures;
                }
            });
        for (auto& program : programs)
            program.join();
        EXPECT_EQ(failures, 0);
        ASSERT_EQ(backups().size(), 1U);
        EXPECT_EQ(version_of(backups().front()), 2);
        // Not as the file itself says it: who closes it at the same time as another leaves a log.
        EXPECT_EQ(SQLite::Database(file_.string()).execAndGet("PRAGMA user_version").getInt(),
                  store::schema_version());
    }
}

/// As long as another program has it open, the file itself says the older version: the newer one is
/// in the log.
TEST_F(OlderFile, IsMigratedOnceWhereAnotherProgramHasItOpen) {
    SQLite::Database other(file_.string(), SQLite::OPEN_READWRITE);
    other.execAndGet("SELECT count(*) FROM commits");
    EXPECT_TRUE(store::bring_up_to_date(file_));
    EXPECT_FALSE(store::bring_up_to_date(file_)) << "nothing is to be said again";
    EXPECT_EQ(backups().size(), 1U);
    EXPECT_FALSE(store::bring_up_to_date(folder_ / "new.db"));
}

/// What an earlier migration left is neither in the way nor lost.
TEST_F(OlderFile, IsMigratedBesideAnOldCopy) {
    const fs::path old = file_.string() + ".schema-2.backup";
    write_bytes(old, "an older copy");
    write_bytes(old.string() + "-2.part", "half a copy");
    store::bring_up_to_date(file_);
    EXPECT_EQ(read_bytes(old), "an older copy");
    EXPECT_EQ(version_of(old.string() + "-2"), 2);
    EXPECT_EQ(version_of(file_), store::schema_version());
}

TEST_F(OlderFile, IsMigratedBesideAFolderOfTheCopysName) {
    fs::create_directory(file_.string() + ".schema-2.backup");
    write_bytes(fs::path(file_.string() + ".schema-2.backup") / "x", "x");
    store::bring_up_to_date(file_);
    EXPECT_EQ(version_of(file_.string() + ".schema-2.backup-2"), 2);
}

TEST_F(OlderFile, StaysAsItIsWhereNoCopyCanBeMade) {
    // Rights do not count for root.
    if (geteuid() == 0 && seteuid(65534) != 0)
        GTEST_SKIP() << "rights cannot be given up";
    const auto folder = file_.parent_path();
    const auto rights = fs::status(folder).permissions();
    std::error_code not_ours; // to root's folder another user has no rights anyway
    fs::permissions(folder, fs::perms::owner_write, fs::perm_options::remove, not_ours);
    EXPECT_THROW(store::bring_up_to_date(file_), store::Error);
    EXPECT_EQ(seteuid(getuid()), 0);
    fs::permissions(folder, rights);
    EXPECT_EQ(version_of(file_), 2);
    EXPECT_TRUE(backups().empty());
}

TEST_F(DatabaseFile, MayBeNoneAtAll) {
    const store::MemoryDatabase memory;
    file_ = memory.file();
    EXPECT_FALSE(store::is_new_database(file_));
    EXPECT_EQ(store::release_fingerprint(file_, "r"), ""); // before anything was written
    EXPECT_TRUE(store::Reader(file_).releases().empty());
    expect_usable();
    EXPECT_EQ(store::Reader(file_).facets({}).hits, 1);
    const store::MemoryDatabase other;
    file_ = other.file();
    EXPECT_EQ(refused(true), "");
    EXPECT_FALSE(fs::exists(file_));
}

} // namespace
} // namespace mw::test
