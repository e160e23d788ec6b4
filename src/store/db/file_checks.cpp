#include "store/db/file_checks.h"

#include "store/db/database_file.h"
#include "store/db/schema.h"
#include "store/db/version.h"
#include "store/sql/error.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace mw::store {

namespace fs = std::filesystem;

namespace {

constexpr auto write_bits =
    fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;

/// A file of SQLite's own. Opened and closed by anybody else, a database loses every lock that this
/// process holds on it (close(2) drops POSIX locks; "How To Corrupt", 2.2): another program then
/// takes itself for the last one and removes the log from under the connections here. SQLite keeps
/// count of its files by inode, and closes one when no lock is left.
class SqliteFile {
public:
    explicit SqliteFile(const fs::path& file) {
        sqlite3_vfs* const vfs = sqlite3_vfs_find(nullptr);
        memory_.resize(static_cast<std::size_t>(vfs->szOsFile) / sizeof(std::max_align_t) + 1);
        name_ = plain_name(file) + '\0'; // SQLite wants two of them behind the name
        int flags = 0;
        // The superuser's or a reader's: whoever may read it may look at it.
        if (vfs->xOpen(vfs, name_.c_str(), handle(), SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB,
                       &flags) != SQLITE_OK &&
            handle()->pMethods != nullptr)
            close();
    }
    ~SqliteFile() {
        if (handle()->pMethods != nullptr)
            close();
    }
    SqliteFile(const SqliteFile&) = delete;
    SqliteFile& operator=(const SqliteFile&) = delete;

    /// The bytes in front, as many as there are; the others stay as they are. Their number.
    std::size_t read(std::span<unsigned char> bytes) {
        std::error_code error; // a file without a size has no bytes
        // Not by xFileSize, which takes a file of one byte for an empty one.
        const auto size = fs::file_size(name_.c_str(), error);
        const auto count = error ? 0 : std::min<std::uintmax_t>(size, bytes.size());
        if (handle()->pMethods == nullptr || count == 0 ||
            methods().xRead(handle(), bytes.data(), static_cast<int>(count), 0) != SQLITE_OK)
            return 0;
        return count;
    }

private:
    sqlite3_file* handle() { return reinterpret_cast<sqlite3_file*>(memory_.data()); }
    const sqlite3_io_methods& methods() { return *handle()->pMethods; }
    void close() {
        methods().xClose(handle());
        handle()->pMethods = nullptr;
    }

    std::vector<std::max_align_t> memory_;
    std::string name_;
};

/// Of SQLite's "Database File Format" (1.3, 1.6): the 100 bytes of the header and, of the first
/// page behind it, what says how many tables the file has.
struct FileHeader {
    bool is_sqlite = false, has_tables = true, only_zeros = false;
    std::int64_t user_version = 0, application = 0;
};

std::optional<FileHeader> read_header(const fs::path& file) {
    std::array<unsigned char, 105> bytes{};
    std::error_code error; // what cannot be looked at has no header
    if (!fs::is_regular_file(file, error))
        return std::nullopt;
    if (SqliteFile(file).read(bytes) == 0)
        return std::nullopt;
    const auto field = [&bytes](std::size_t at) {
        return std::int64_t{bytes[at]} << 24 | std::int64_t{bytes[at + 1]} << 16 |
               std::int64_t{bytes[at + 2]} << 8 | bytes[at + 3];
    };
    const std::string_view magic(reinterpret_cast<const char*>(bytes.data()), 16);
    FileHeader header;
    header.is_sqlite = magic == std::string_view("SQLite format 3\0", 16);
    header.user_version = field(60);
    header.application = field(68);
    constexpr int leaf_table_page = 13;
    const bool one_page = field(28) == 1 && bytes[100] == leaf_table_page;
    header.has_tables = !one_page || bytes[103] != 0 || bytes[104] != 0;
    header.only_zeros = std::ranges::count(bytes, 0) == std::ssize(bytes);
    return header;
}

fs::path log_of(const fs::path& file) {
    auto log = file;
    return log += "-wal";
}

/// Refuses what is no file.
void refuse_other_kinds(const fs::path& file) {
    if (file.empty() || !file.has_filename())
        throw Error(base::Advice::other_database, "'{}' names no file.", file);
    std::error_code error;
    const auto status = fs::status(file, error);
    if (fs::is_directory(status))
        throw Error(base::Advice::other_database, "{} is a folder, not a database file.", file);
    if (error && fs::exists(status) == false && status.type() == fs::file_type::none)
        throw Error(base::Advice::other_database,
                    "{} cannot be looked at: {}. Check that you may enter its folder.", file,
                    error.message());
    if (fs::exists(status) && !fs::is_regular_file(status))
        throw Error(base::Advice::other_database,
                    "{} is no file but a device, a pipe or the like; it was not touched.", file);
}

} // namespace

void refuse_version(const fs::path& file, int version) {
    if (version < 0)
        throw DamagedError(
            "{} is damaged (it says that its schema is {}). Move it away and import again; "
            "a backup beside it, where there is one, can be renamed to take its place.",
            file, version);
    if (version > schema_version())
        throw Error(base::Advice::other_database,
                    "{} was written by a newer version of this program (its schema is {}, this "
                    "program knows {}). Update the program; the file was not touched.",
                    file, version, schema_version());
}

void refuse_foreign(const fs::path& file) {
    refuse_other_kinds(file);
    const auto header = read_header(file);
    if (!header && has_log(file))
        throw Error("{0} is empty or not there, but its log {1} is: the database was "
                    "moved away without it. Put the database back, or move {1} away "
                    "as well; nothing was touched.",
                    file.string(), log_of(file).string());
    if (!header || is_new_database(file))
        return;
    if (header->only_zeros)
        throw DamagedError("{} holds nothing but zeros: a disk that failed leaves such files. "
                           "Move it away; a backup beside it, where there is one, can be "
                           "renamed to take its place.",
                           file.string());
    if (!header->is_sqlite)
        throw Error(base::Advice::other_database, "{} is no SQLite database; it was not touched.",
                    file);
    if (header->application != application_id)
        throw Error(base::Advice::other_database,
                    "{} is a database of another application; it was not touched.", file);
    refuse_version(file, static_cast<int>(header->user_version));
}

void refuse_write_protected(const fs::path& file) {
    // The superuser may write anything; a file without any write bit is still meant to stay as it
    // is.
    std::error_code ignored; // a file that is not there is made
    const auto status = fs::status(file, ignored);
    if (fs::exists(status) && (status.permissions() & write_bits) == fs::perms::none)
        throw Error(
            base::Advice::writable_database,
            "{} is write-protected, so nothing can be written into it. 'chmod u+w' allows it.",
            file);
}

void let_log_be_written(const fs::path& file) {
    for (const char* const beside : {"-wal", "-shm", "-journal"}) {
        auto log = file;
        log += beside;
        std::error_code ignored; // not there, or another person's: SQLite says so
        const auto status = fs::status(log, ignored);
        if (fs::is_regular_file(status) && (status.permissions() & write_bits) == fs::perms::none)
            fs::permissions(log, fs::status(file, ignored).permissions(), ignored);
    }
}

void make_folder(const fs::path& file) {
    std::error_code error;
    if (file.has_parent_path())
        fs::create_directories(file.parent_path(), error);
    if (error)
        throw Error("The folder {} for the database cannot be made: {}.",
                    file.parent_path().string(), error.message());
}

bool has_log(const fs::path& file) {
    std::error_code error; // none that can be read
    const auto size = fs::file_size(log_of(file), error);
    return !error && size > 0;
}

std::string plain_name(const fs::path& file) {
    // Not made shorter: ".." behind a link leads elsewhere than it reads.
    std::error_code error;
    const auto whole = fs::absolute(file, error);
    return error ? "./" + file.string() : whole.string();
}

std::string immutable_uri(const fs::path& file) {
    std::string uri = "file:";
    for (const char c : plain_name(file)) {
        if (c == '?' || c == '#' || c == '%')
            uri += fmt::format("%{:02x}", static_cast<unsigned char>(c));
        else
            uri += c;
    }
    return uri + "?immutable=1";
}

fs::path free_name(const fs::path& wanted) {
    std::error_code error;
    auto name = wanted;
    for (int more = 2; fs::exists(fs::symlink_status(name, error)); ++more)
        name = fmt::format("{}-{}", wanted.string(), more);
    return name;
}

bool is_new_database(const fs::path& file) {
    if (!memory_uri(file).empty())
        return false;
    std::error_code error; // what cannot be looked at is not there
    const auto status = fs::status(file, error);
    if (!fs::exists(status))
        return true;
    const auto header = read_header(file);
    if (!header)
        return fs::is_regular_file(status) && fs::file_size(file, error) == 0 && !error;
    return header->is_sqlite && header->application == 0 && header->user_version == 0 &&
           !header->has_tables && !has_log(file);
}

std::optional<int> schema_of(const fs::path& file) {
    const auto header = read_header(file);
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

} // namespace mw::store
