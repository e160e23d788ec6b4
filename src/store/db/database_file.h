#pragma once

#include <filesystem>

namespace mw::store {

/// $XDG_DATA_HOME/mergewindow/mergewindow.db, or ~/.local/share/… where the variable is unset
/// (XDG Base Directory Specification 0.8). Does not create anything.
std::filesystem::path default_database_file();

/// Whether there is nothing yet at that path: no file, an empty one, or an SQLite file in which no
/// table was ever made. Such a file is made into a database by whoever writes first. Any thread.
bool is_new_database(const std::filesystem::path& file);

/// Migrates a file that an older version of this program wrote, after a backup beside it; makes it
/// where there is none. False where it was not older, or another program has migrated it meanwhile.
/// Throws store::Error.
bool bring_up_to_date(const std::filesystem::path& file);

/// A database that is no file: readers and writers of this process find it under file() as long as
/// the object lives.
class MemoryDatabase {
public:
    MemoryDatabase();
    ~MemoryDatabase();
    MemoryDatabase(const MemoryDatabase&) = delete;
    MemoryDatabase& operator=(const MemoryDatabase&) = delete;

    const std::filesystem::path& file() const { return file_; }

private:
    std::filesystem::path file_;
    void* keeper_; ///< the connection that keeps it
};

} // namespace mw::store
