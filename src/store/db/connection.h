#pragma once

#include "store/sql/error.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <string>
#include <utility>

/// How the store's own .cpp files open a database file and speak of its errors.
namespace mw::store {

/// Said of a full disk, whoever finds it full.
base::Message no_room_on_disk_of(const std::filesystem::path& file);

[[noreturn]] void rethrow_as_sentence(const SQLite::Exception& error,
                                      const std::filesystem::path& file);

/// Where an eighth of the file is free. Room that is not given back is used by the next import: no
/// reason to call what freed it failed.
void give_room_back(SQLite::Database& database);

/// Runs something on a database file, and turns SQLite's errors into sentences about that file.
template <typename Action>
decltype(auto) translated(const std::filesystem::path& file, Action&& action) {
    try {
        return std::forward<Action>(action)();
    } catch (const SQLite::Exception& error) {
        rethrow_as_sentence(error, file);
    }
}

/// One SQLite connection to a file that has been found to be ours and of this program's schema.
class Connection {
public:
    enum class Mode {
        read,  ///< never changes the file
        write, ///< makes the file where there is none, migrates an older one after a backup
    };

    Connection(const std::filesystem::path& file, Mode mode);

    SQLite::Database& database() { return database_; }
    const std::filesystem::path& file() const { return file_; }

    template <typename Action>
    decltype(auto) guard(Action&& action) {
        return translated(file_, std::forward<Action>(action));
    }

    /// Changes of this file do not go into its log but into the file itself (with a rollback
    /// journal: sqlite.org/atomiccommit.html), so that they are written once and not twice; others
    /// cannot read while a transaction ends, nor while it is larger than the cache. For a file that
    /// has nothing yet which somebody might read.
    void write_without_log();
    /// As it is from the beginning: readers see what was there before and wait for nobody. A result
    /// of SQLite; where it is none of success, whoever opens the file to write next tries again.
    int write_to_log();

private:
    friend bool bring_up_to_date(const std::filesystem::path& file);
    static SQLite::Database open(const std::filesystem::path& file, Mode mode);
    void prepare(Mode mode);
    static SQLite::Database open_to_read(const std::filesystem::path& file);
    void migrate();

    std::filesystem::path file_;
    SQLite::Database database_;
    bool migrated_ = false; ///< was of an older version when it was opened
};

} // namespace mw::store
