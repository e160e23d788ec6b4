#include "store/db/connection.h"

#include "base/message.h"
#include "store/db/database_file.h"
#include "store/db/file_checks.h"
#include "store/db/schema.h"
#include "store/db/version.h"
#include "store/sql/stop_scope.h"
#include "store/sql/text_blocks.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <atomic>
#include <fcntl.h>
#include <memory>
#include <unistd.h>

namespace mw::store {

namespace fs = std::filesystem;

namespace {

constexpr int busy_timeout_ms = 60'000;
constexpr const char* memory_folder = "/proc/self/mergewindow-memory";

/// SQLite counts the memory that it uses under a lock of the whole process, which each of its
/// allocations takes; nobody asks for the number. Has to be said before it is first used.
void count_no_memory() {
    [[maybe_unused]] static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

int user_version(SQLite::Database& database) {
    return database.execAndGet("PRAGMA user_version").getInt();
}

/// Data that is not on the disk yet is no backup.
bool reaches_disk(const fs::path& file) {
    const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened < 0)
        return false;
    const bool done = fsync(opened) == 0;
    close(opened);
    return done;
}

/// A copy of the file as it is, under a name that nothing has. A copy that an earlier migration
/// left may be the only one of what a person had then: it stays.
void back_up(const fs::path& file, int version) {
    const auto backup = free_name(fmt::format("{}.schema-{}.backup", plain_name(file), version));
    const auto part = free_name(backup.string() + ".part");
    std::error_code error;
    try {
        // Another connection: nothing can be copied within a transaction, and the migration's holds
        // the lock that keeps other writers away.
        SQLite::Database source(plain_name(file), SQLite::OPEN_READONLY, busy_timeout_ms);
        SQLite::Statement copy(source, "VACUUM INTO ?");
        copy.bind(1, part.string());
        copy.exec();
        if (reaches_disk(part))
            fs::rename(part, backup, error);
        else
            error = std::make_error_code(std::errc::io_error);
    } catch (const SQLite::Exception& failure) {
        std::error_code ignored; // what is left of it is no copy
        fs::remove(part, ignored);
        throw Error("{} is of an older version of this program and is brought up to "
                    "date only after a copy of it was made, but the copy {} cannot be "
                    "written ({}). Make room there, or allow writing; the database is "
                    "as it was.",
                    file.string(), backup.string(), failure.what());
    }
    if (error)
        throw Error("The copy {} of the database cannot be written: {}. The database "
                    "is as it was.",
                    backup.string(), error.message());
}

} // namespace

std::string library_version() {
    return SQLite::getLibVersion();
}

std::string memory_uri(const fs::path& file) {
    if (file.parent_path() != memory_folder)
        return {};
    return fmt::format("file:/mergewindow-{}?vfs=memdb", file.filename().string());
}

MemoryDatabase::MemoryDatabase() {
    static std::atomic<int> made = 0;
    file_ = fs::path(memory_folder) / std::to_string(++made);
    auto keeper = translated(file_, [&] {
        return std::make_unique<SQLite::Database>(
            memory_uri(file_), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_URI);
    });
    // It makes the tables: whoever reads first finds them.
    const Connection maker(file_, Connection::Mode::write);
    keeper_ = keeper.release();
}

MemoryDatabase::~MemoryDatabase() {
    delete static_cast<SQLite::Database*>(keeper_);
}

Connection::Connection(const fs::path& file, Mode mode) : file_(file), database_(open(file, mode)) {
    guard([&] { prepare(mode); });
}

SQLite::Database Connection::open(const fs::path& file, Mode mode) {
    count_no_memory();
    try {
        if (const auto uri = memory_uri(file); !uri.empty())
            return {uri, SQLite::OPEN_READWRITE | SQLite::OPEN_URI | SQLite::OPEN_NOMUTEX,
                    busy_timeout_ms};
        refuse_foreign(file);
        if (mode == Mode::write) {
            refuse_write_protected(file);
            make_folder(file);
            let_log_be_written(file);
            return {plain_name(file),
                    SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX,
                    busy_timeout_ms};
        }
        if (is_new_database(file))
            throw Error(base::Advice::import_release, "There is no database {} yet.", file);
        return open_to_read(file);
    } catch (const SQLite::Exception& error) {
        rethrow_as_sentence(error, file);
    }
}

SQLite::Database Connection::open_to_read(const fs::path& file) {
    SQLite::Database database(plain_name(file), SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX,
                              busy_timeout_ms);
    try {
        database.execAndGet("PRAGMA schema_version");
        return database;
    } catch (const SQLite::Exception& error) {
        // A transaction that a program did not live to end is taken back, which is writing.
        if (error.getExtendedErrorCode() == SQLITE_READONLY_ROLLBACK) {
            SQLite::Database(plain_name(file), SQLite::OPEN_READWRITE, busy_timeout_ms)
                .execAndGet("PRAGMA schema_version");
            return {plain_name(file), SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX,
                    busy_timeout_ms};
        }
        // A reader of a WAL file wants to write beside it; on read-only media it cannot, and
        // there nobody else writes either. Any other fault shows again here.
        if (!has_log(file))
            return {immutable_uri(file),
                    SQLite::OPEN_READONLY | SQLite::OPEN_URI | SQLite::OPEN_NOMUTEX,
                    busy_timeout_ms};
        if (error.getErrorCode() != SQLITE_CANTOPEN && error.getErrorCode() != SQLITE_READONLY)
            throw;
        throw Error("{0} cannot be read where it is: {0}-wal beside it holds changes "
                    "that are not in it yet, and nothing can be written in this "
                    "folder. Copy both into a folder that you may write to.",
                    file.string());
    }
}

void Connection::prepare(Mode mode) {
    heed_stops(database_.getHandle(), busy_timeout_ms);
    define_block_text(database_);
    database_.exec("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;");
    const int version = user_version(database_);
    refuse_version(file_, version);
    if (mode == Mode::read) {
        database_.exec("PRAGMA query_only = ON; PRAGMA cache_size = -8000;");
        if (version < schema_version())
            throw Error("{} has the layout of an older version of this program. Import a release "
                        "or start the browser once to bring it up to date.",
                        file_);
        return;
    }
    if (sqlite3_db_readonly(database_.getHandle(), "main") == 1)
        throw Error(base::Advice::writable_database,
                    "{} cannot be written: it, or the folder it is in, is read-only.", file_);
    if (version == 0) // a new file: fewer, larger pages are written in half as many calls
        database_.exec("PRAGMA page_size = 8192");
    if (version < schema_version())
        migrate();
    // In WAL mode NORMAL syncs at checkpoints alone (sqlite.org/pragma.html#pragma_synchronous):
    // the file stays whole when the power goes, but what was committed since is gone, a note that
    // the window has called saved among it. FULL syncs the log at every commit. An import commits
    // twice, a person as often as they press a key: that costs neither of them anything to be seen.
    // Busy: another program is putting a first release into it (write_without_log()).
    if (const int code = write_to_log(); code != SQLITE_OK && code != SQLITE_BUSY)
        throw SQLite::Exception(database_.getHandle(), code);
    database_.exec("PRAGMA synchronous = FULL; PRAGMA cache_size = -48000;");
    if (version > 0 && version < schema_version())
        give_room_back(database_);
}

int Connection::write_to_log() {
    return database_.tryExec("PRAGMA journal_mode = WAL");
}

void Connection::write_without_log() {
    // Somebody else has it open: then the log is for them.
    static_cast<void>(database_.tryExec("PRAGMA journal_mode = DELETE"));
}

void Connection::migrate() {
    // Tables are made anew under their names, which has to be without foreign keys; the pragma does
    // nothing within a transaction.
    database_.exec("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE");
    try {
        // Two programs that start at once both find the older version: the lock is held from here,
        // so that one of them makes the copy and migrates, and the other finds it done.
        const int version = user_version(database_);
        refuse_version(file_, version);
        if (version > 0 && version < schema_version())
            back_up(file_, version);
        for (int step = version; step < schema_version(); ++step)
            schema_steps()[static_cast<std::size_t>(step)](database_);
        if (version < schema_version())
            database_.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};",
                                       application_id, schema_version()));
        database_.exec("COMMIT; PRAGMA foreign_keys = ON");
        migrated_ = version > 0 && version < schema_version();
    } catch (const SQLite::Exception& error) {
        sqlite3_exec(database_.getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
        // A table that is missing, or that should not be there yet.
        if (error.getErrorCode() != SQLITE_ERROR)
            throw;
        throw Error("{} does not have the tables of the version that it says it has ({}): it is "
                    "damaged. Move it away and import again; a backup beside it, where there is "
                    "one, can be renamed to take its place.",
                    file_, error.what());
    } catch (...) {
        sqlite3_exec(database_.getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
        throw;
    }
}

void give_room_back(SQLite::Database& database) {
    constexpr int worth_it = 8; // of the pages, one in so many
    const auto pages = database.execAndGet("PRAGMA page_count").getInt64();
    const auto free = database.execAndGet("PRAGMA freelist_count").getInt64();
    if (free * worth_it >= pages)
        database.tryExec("VACUUM");
}

bool bring_up_to_date(const fs::path& file) {
    return translated(file, [&] {
        // A file that needs nothing may well be one that cannot be written.
        if (!is_new_database(file)) {
            auto database = Connection::open(file, Connection::Mode::read);
            if (user_version(database) >= schema_version())
                return false;
        }
        return Connection(file, Connection::Mode::write).migrated_;
    });
}

base::Message no_room_on_disk_of(const fs::path& file) {
    return base::Message(
        base::Advice::writable_database,
        "There is no room left on the disk of {}. Free some; the database is as it was.", file);
}

void rethrow_as_sentence(const SQLite::Exception& error, const fs::path& file) {
    const std::string name = file.string();
    switch (error.getErrorCode()) {
    case SQLITE_INTERRUPT:
        throw Interrupted();
    case SQLITE_FULL:
        throw Error(no_room_on_disk_of(file));
    case SQLITE_READONLY:
    case SQLITE_PERM:
        throw Error(base::Advice::writable_database,
                    "{} cannot be written: it, or the folder it is in, is read-only.", name);
    case SQLITE_CANTOPEN:
        throw Error("{} cannot be opened. Check that its folder exists and that you may "
                    "read and write there.",
                    name);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        if (is_stopped())
            throw Interrupted();
        throw Error("{} is being written by another import. Try again when it is done.", name);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        throw DamagedError("{} is damaged ({}). Move it away and import again; a backup beside "
                           "it, where there is one, can be renamed to take its place.",
                           name, error.what());
    case SQLITE_IOERR:
        throw Error("{} cannot be read or written ({}): the disk may be full or a size "
                    "limit reached. The database is as it was.",
                    name, error.what());
    default:
        throw Error("The database {} gave an error: {}.", name, error.what());
    }
}

} // namespace mw::store
