#include "store/db/connection.h"

#include "base/paths.h"
#include "store/db/database_file.h"
#include "store/db/schema.h"
#include "store/db/version.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string_view>

namespace mw::store {

namespace fs = std::filesystem;

namespace {

constexpr int busy_timeout_ms = 60'000;

/// Two fields of the 100-byte header (SQLite's "Database File Format", 1.3).
struct FileHeader {
    bool is_sqlite = false;
    std::int64_t user_version = 0, application = 0;
};

std::optional<FileHeader> read_header(const fs::path& file) {
    std::array<unsigned char, 100> bytes{};
    std::ifstream stream(file, std::ios::binary);
    stream.read(reinterpret_cast<char*>(bytes.data()), bytes.size());
    if (stream.gcount() == 0)
        return std::nullopt;
    const auto field = [&bytes](std::size_t at) {
        return std::int64_t{bytes[at]} << 24 | std::int64_t{bytes[at + 1]} << 16 |
               std::int64_t{bytes[at + 2]} << 8 | bytes[at + 3];
    };
    const std::string_view magic(reinterpret_cast<const char*>(bytes.data()), 16);
    return FileHeader{magic == std::string_view("SQLite format 3\0", 16), field(60), field(68)};
}

std::string beside_hint(const fs::path& file) {
    return fmt::format("Choose another file with --db; {} was not touched.", file.string());
}

void refuse_version(const fs::path& file, std::int64_t version) {
    if (version > schema_version())
        throw Error(fmt::format("{} was written by a newer version of this program (its schema is "
                                "{}, this program knows {}). Update the program. {}",
                                file.string(), version, schema_version(), beside_hint(file)));
}

/// Looks at the bytes alone, so that a file that is not ours is not opened, recovered or locked.
void refuse_foreign(const fs::path& file) {
    if (base::is_folder(file))
        throw Error(fmt::format(
            "{} is a folder, not a database file. Give a file's path with --db.", file.string()));
    const auto header = read_header(file);
    if (!header)
        return;
    if (!header->is_sqlite)
        throw Error(fmt::format("{} is no SQLite database. {}", file.string(), beside_hint(file)));
    if (header->application != application_id)
        throw Error(fmt::format("{} is a database of another application. {}", file.string(),
                                beside_hint(file)));
    refuse_version(file, header->user_version);
}

void refuse_write_protected(const fs::path& file) {
    // The superuser may write anything; a file without any write bit is still meant to stay as it
    // is.
    constexpr auto write_bits =
        fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
    std::error_code ignored; // a file that is not there is made
    const auto status = fs::status(file, ignored);
    if (fs::exists(status) && (status.permissions() & write_bits) == fs::perms::none)
        throw Error(fmt::format("{} is write-protected, so nothing can be imported into it. Allow "
                                "writing with 'chmod u+w', or choose another file with --db.",
                                file.string()));
}

void make_folder(const fs::path& file) {
    std::error_code error;
    if (file.has_parent_path())
        fs::create_directories(file.parent_path(), error);
    if (error)
        throw Error(fmt::format("The folder {} for the database cannot be made: {}.",
                                file.parent_path().string(), error.message()));
}

/// Percent-encodes what has a meaning in SQLite's file: URIs.
std::string immutable_uri(const fs::path& file) {
    std::string uri = "file:";
    for (const char c : base::whole_path(file).string()) {
        if (c == '?' || c == '#' || c == '%')
            uri += fmt::format("%{:02x}", static_cast<unsigned char>(c));
        else
            uri += c;
    }
    return uri + "?immutable=1";
}

int user_version(SQLite::Database& database) {
    return database.execAndGet("PRAGMA user_version").getInt();
}

} // namespace

std::string library_version() {
    return SQLite::getLibVersion();
}

std::optional<int> schema_of(const fs::path& file) {
    std::error_code error; // a folder reads like an empty file
    const auto header = fs::is_directory(file, error) ? std::nullopt : read_header(file);
    if (!header || !header->is_sqlite || header->application != application_id)
        return std::nullopt;
    return static_cast<int>(header->user_version);
}

fs::path default_database_file() {
    const char* data_home = std::getenv("XDG_DATA_HOME"); // NOLINT(concurrency-mt-unsafe)
    const char* home = std::getenv("HOME");               // NOLINT(concurrency-mt-unsafe)
    const fs::path base = data_home != nullptr && *data_home == '/' ? fs::path(data_home)
                          : home != nullptr ? fs::path(home) / ".local/share"
                                            : fs::path(".");
    return base / "mergewindow" / "mergewindow.db";
}

Connection::Connection(const fs::path& file, Mode mode) : file_(file), database_(open(file, mode)) {
    guard([&] { prepare(mode); });
}

SQLite::Database Connection::open(const fs::path& file, Mode mode) {
    if (mode == Mode::read && base::is_gone(file))
        throw Error(fmt::format("There is no database {} yet. Make it with: mergewindow-cli import "
                                "--repo CLONE --from v6.6 --to v6.7",
                                file.string()));
    if (base::is_there(file))
        refuse_foreign(file);
    try {
        if (mode == Mode::write) {
            refuse_write_protected(file);
            make_folder(file);
            return {file.string(),
                    SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX,
                    busy_timeout_ms};
        }
        SQLite::Database database(file.string(), SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX,
                                  busy_timeout_ms);
        try {
            database.execAndGet("PRAGMA schema_version");
            return database;
        } catch (const SQLite::Exception&) {
            // A reader of a WAL file wants to write beside it; on read-only media it cannot, and
            // there nobody else writes either. Any other fault shows again here.
            return {immutable_uri(file), SQLite::OPEN_READONLY | SQLite::OPEN_URI, busy_timeout_ms};
        }
    } catch (const SQLite::Exception& error) {
        rethrow_as_sentence(error, file);
    }
}

void Connection::prepare(Mode mode) {
    database_.exec("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;");
    const int version = user_version(database_);
    refuse_version(file_, version);
    if (mode == Mode::read) {
        database_.exec("PRAGMA query_only = ON; PRAGMA cache_size = -8000;");
        if (version < schema_version())
            throw Error(fmt::format("{} has the layout of an older version of this program. Import "
                                    "a release or start the browser once to bring it up to date.",
                                    file_.string()));
        return;
    }
    if (sqlite3_db_readonly(database_.getHandle(), "main") == 1)
        throw Error(fmt::format("{} cannot be written: it, or the folder it is in, is read-only. "
                                "Choose another file with --db.",
                                file_.string()));
    if (version < schema_version())
        migrate(version);
    database_.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                   "PRAGMA cache_size = -48000;");
}

void Connection::migrate(int version) {
    if (version > 0) {
        const fs::path backup = fmt::format("{}.schema-{}.backup", file_.string(), version);
        std::error_code ignored; // an older try's copy; VACUUM INTO wants none there
        fs::remove(backup, ignored);
        SQLite::Statement copy(database_, "VACUUM INTO ?");
        copy.bind(1, backup.string());
        copy.exec();
    }
    // Two programs that start at once must not both migrate.
    database_.exec("BEGIN IMMEDIATE");
    try {
        for (int step = user_version(database_); step < schema_version(); ++step)
            database_.exec(schema_steps()[static_cast<std::size_t>(step)]);
        database_.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};",
                                   application_id, schema_version()));
        database_.exec("COMMIT");
    } catch (const SQLite::Exception&) {
        sqlite3_exec(database_.getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
        throw;
    }
}

void bring_up_to_date(const fs::path& file) {
    translated(file, [&] {
        // A file that needs nothing may well be one that cannot be written.
        if (base::is_there(file)) {
            auto database = Connection::open(file, Connection::Mode::read);
            if (user_version(database) >= schema_version())
                return;
        }
        Connection(file, Connection::Mode::write);
    });
}

void rethrow_as_sentence(const SQLite::Exception& error, const fs::path& file) {
    const std::string name = file.string();
    switch (error.getErrorCode()) {
    case SQLITE_INTERRUPT:
        throw Interrupted();
    case SQLITE_FULL:
        throw Error(fmt::format("There is no room left on the disk of {}. Free some, or choose "
                                "another file with --db; the database is as it was.",
                                name));
    case SQLITE_READONLY:
    case SQLITE_PERM:
        throw Error(fmt::format("{} cannot be written: it, or the folder it is in, is read-only. "
                                "Choose another file with --db.",
                                name));
    case SQLITE_CANTOPEN:
        throw Error(
            fmt::format("{} cannot be opened. Check that its folder exists and that you may "
                        "read and write there.",
                        name));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        throw Error(
            fmt::format("{} is being written by another import. Try again when it is done.", name));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        throw Error(
            fmt::format("{} is damaged ({}). Move it away and import again; a backup beside "
                        "it, where there is one, can be renamed to take its place.",
                        name, error.what()));
    case SQLITE_IOERR:
        throw Error(fmt::format("{} cannot be read or written ({}): the disk may be full or a size "
                                "limit reached. The database is as it was.",
                                name, error.what()));
    default:
        throw Error(fmt::format("The database {} gave an error: {}.", name, error.what()));
    }
}

} // namespace mw::store
