#pragma once

#include "base/error.h"

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <string_view>

namespace mw::base {

/// A file could not be written. The message names it and says what to do.
class FileError : public Error {
public:
    enum class Reason {
        no_folder,       ///< the folder is not there, or is none
        not_allowed,     ///< no right to write in the folder, or a file system that is read only
        write_protected, ///< the file is there, and the person may not write it
        is_folder,
        is_pipe,     ///< a pipe or socket, where only a file is wanted
        is_database, ///< a file of SQLite, which no text of ours replaces
        no_space,
        other,
    };

    /// code: of errno(3). Where a copy of the whole was kept: kept.
    FileError(Reason reason, std::filesystem::path file, int code, std::filesystem::path kept = {});

    Reason reason() const { return reason_; }
    const std::filesystem::path& file() const { return file_; }
    int code() const { return code_; }
    const std::filesystem::path& kept() const { return kept_; }

private:
    Reason reason_;
    std::filesystem::path file_, kept_;
    int code_;
};

enum class PipeUse {
    wait,   ///< written to as it is; opening one that nobody reads yet waits, as in a shell
    refuse, ///< FileError, for programs that must not wait
};

/// Writes a file whole or not at all: until commit() nothing is there under its name, or what was
/// there before. Cases, the first that fits:
///   a descriptor of this program (/dev/stdout, /dev/fd/3)   written to where it stands
///   a pipe, a device                                        written to as it is
///   a folder, a database, a file that the person may not write   refused
///   a symbolic link                                         stays; what it leads to is written
///   a file that is there        a new one takes its place, with its mode, owner, access list and
///                               attributes
///   a file that has several names (hard links), whose owner cannot be kept, or whose folder takes
///   no new file                 the whole is copied into it at the end
///   no file                     made as open(2) makes one: the umask counts
/// What is written first lies beside the file under a random name, or in the folder for temporary
/// files where that cannot be; nobody else may read it before they may read the file, and the
/// destructor removes it.
/// One thread. Throws FileError.
class AtomicFile {
public:
    explicit AtomicFile(const std::filesystem::path& file, PipeUse pipes = PipeUse::wait);
    /// Without commit() nothing is left behind.
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    /// Throws FileError from the write that fails, not std::ios_base::failure.
    std::ostream& stream();

    /// Brings it to the disk and under its name. Once.
    void commit();

private:
    class Writer;
    std::unique_ptr<Writer> writer_;
};

/// The whole of a file at once, by the same rules.
void write_file(const std::filesystem::path& file, std::string_view bytes,
                PipeUse pipes = PipeUse::wait);

/// The same for what can be done without: false where it cannot be written, as in a home that is
/// read only.
bool try_write_file(const std::filesystem::path& file, std::string_view bytes);

} // namespace mw::base
