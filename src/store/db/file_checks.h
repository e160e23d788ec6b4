#pragma once

#include <filesystem>
#include <string>

/// What stands at a database's path, by its bytes alone: nothing here recovers it, locks it, or
/// lets go of a lock that this process has on it.
namespace mw::store {

/// Refuses, with a sentence, what is no database of ours and this program's schema or an older one:
/// a folder, a pipe, a text, another application's file, a newer version's, a log that was left
/// behind without its database. What is_new_database() says yes to is no mistake.
void refuse_foreign(const std::filesystem::path& file);

void refuse_version(const std::filesystem::path& file, int version);

/// For a writer: refuses a file without any write bit.
void refuse_write_protected(const std::filesystem::path& file);

/// For a writer: SQLite gives the log that a reader makes the rights that the database has then.
/// One made while the database was write-protected would keep every writer out after that.
void let_log_be_written(const std::filesystem::path& file);

/// For a writer: the folder that the file will be in.
void make_folder(const std::filesystem::path& file);

/// SQLite's log of changes beside the file holds some. ("Write-Ahead Logging", 2.)
bool has_log(const std::filesystem::path& file);

/// A name that SQLite takes for a path, whatever it begins with: Debian's takes "file:x" for a URI,
/// ":memory:" and the empty text mean no file at all.
std::string plain_name(const std::filesystem::path& file);

/// For a file on read-only media, beside which SQLite cannot put its log.
std::string immutable_uri(const std::filesystem::path& file);

/// Empty for a file; else where the database of a MemoryDatabase is found.
std::string memory_uri(const std::filesystem::path& file);

/// A name of that start beside the file that nothing has.
std::filesystem::path free_name(const std::filesystem::path& wanted);

} // namespace mw::store
