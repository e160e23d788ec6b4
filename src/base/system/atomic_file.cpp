#include "base/system/atomic_file.h"

#include "base/system/descriptor_stream.h"
#include "base/system/file_attributes.h"
#include "base/system/file_descriptor.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <optional>
#include <ostream>
#include <random>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace mw::base {

namespace fs = std::filesystem;

namespace {

using Reason = FileError::Reason;

Message message_of(Reason reason, const fs::path& file, int code, const fs::path& kept) {
    if (!kept.empty())
        return Message("{} could not be written to its end: {}. All of it is in {}.", file,
                       std::system_category().message(code), kept);
    switch (reason) {
    case Reason::no_folder:
        return Message(
            "{} cannot be written: there is no such folder. Make it first, or choose another.",
            file);
    case Reason::not_allowed:
        return Message("{} cannot be written: you may not write in its folder. Choose another.",
                       file);
    case Reason::write_protected:
        return Message("{} cannot be written: it is write-protected. Choose another name, or allow "
                       "yourself to write it.",
                       file);
    case Reason::is_folder:
        return Message("{} is a folder. Name a file in it.", file);
    case Reason::is_pipe:
        return Message("{} is a pipe. Choose a file.", file);
    case Reason::is_database:
        return Message("{} is a database. Choose another file: this would destroy it.", file);
    case Reason::no_space:
        return Message(
            "{} cannot be written: there is no space left. Make room, or choose another place.",
            file);
    case Reason::other:
        break;
    }
    return Message("{} cannot be written: {}.", file, std::system_category().message(code));
}

Reason reason_of(int code) {
    switch (code) {
    case ENOENT:
    case ENOTDIR:
        return Reason::no_folder;
    case EACCES:
    case EPERM:
    case EROFS:
        return Reason::not_allowed;
    case EISDIR:
        return Reason::is_folder;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return Reason::no_space;
    default:
        return Reason::other;
    }
}

[[noreturn]] void fail(const fs::path& file, int code) {
    throw FileError(reason_of(code), file, code);
}

/// Nothing where there is no file.
std::optional<struct stat> state_of(const fs::path& file) {
    struct stat state {};
    if (::stat(file.c_str(), &state) == 0)
        return state;
    if (errno != ENOENT)
        fail(file, errno);
    return std::nullopt;
}

/// The descriptor of this program that a path names, as proc(5) has them; -1 for other paths.
int own_descriptor(const fs::path& file) {
    const std::string digits = file.filename().string();
    constexpr std::size_t most_digits = 9;
    if (digits.empty() || digits.size() > most_digits ||
        digits.find_first_not_of("0123456789") != std::string::npos)
        return -1;
    std::error_code error;
    const auto folder = fs::canonical(file.parent_path(), error);
    const auto own = fs::path("/proc") / std::to_string(::getpid());
    const bool ours = folder == own / "fd" || (folder.filename() == "fd" &&
                                               folder.parent_path().parent_path() == own / "task");
    return !error && ours ? std::stoi(digits) : -1;
}

/// What a chain of symbolic links ends at: a file that need not be there, or a link of proc(5),
/// which is none to follow by its text.
fs::path end_of_links(fs::path file) {
    constexpr int most_links = 40; // path_resolution(7)
    for (int links = 0; links < most_links; ++links) {
        if (own_descriptor(file) >= 0)
            return file;
        std::error_code error;
        auto target = fs::read_symlink(file, error);
        if (error)
            return file;
        file = target.is_absolute() ? std::move(target) : file.parent_path() / target;
    }
    fail(file, ELOOP);
}

bool is_in_proc(const fs::path& file) {
    std::error_code error;
    return fs::canonical(file.parent_path(), error).string().starts_with("/proc/");
}

fs::path random_name(const fs::path& folder) {
    static constexpr char letters[] = "0123456789abcdefghijklmnopqrstuv";
    constexpr int count = 16;
    std::random_device random;
    std::string name = ".mergewindow-";
    for (int i = 0; i < count; ++i)
        name += letters[random() % 32];
    return folder / name;
}

/// A new file under a random name, of that mode less the umask.
FileDescriptor make_file(const fs::path& folder, mode_t mode, fs::path& name) {
    constexpr int most_tries = 100;
    for (int tries = 0; tries < most_tries; ++tries) {
        name = random_name(folder);
        FileDescriptor made(::open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode));
        if (made || errno != EEXIST)
            return made;
    }
    return {};
}

bool sync_folder(const fs::path& folder) {
    const FileDescriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return opened && ::fsync(opened.get()) == 0;
}

/// Bytes of a file; -1 and errno.
off_t size_of(int descriptor) {
    struct stat state {};
    return ::fstat(descriptor, &state) == 0 ? state.st_size : -1;
}

/// False, and errno, where a file cannot grow to that. It stays as it is.
bool has_room_for(int descriptor, off_t size) {
    return size == 0 || ::fallocate(descriptor, FALLOC_FL_KEEP_SIZE, 0, size) == 0 ||
           (errno != ENOSPC && errno != EDQUOT && errno != EFBIG);
}

/// 0, or errno.
int copy_into(int from, int to, off_t size) {
    std::string bytes(1 << 20, '\0');
    for (off_t at = 0; at < size;) {
        const auto read = ::pread(from, bytes.data(), bytes.size(), at);
        if (read <= 0)
            return read < 0 ? errno : EIO;
        for (ssize_t done = 0; done < read;) {
            const auto written =
                ::pwrite(to, bytes.data() + done, static_cast<std::size_t>(read - done), at + done);
            if (written < 0 && errno != EINTR)
                return errno;
            done += std::max<ssize_t>(written, 0);
        }
        at += read;
    }
    return ::ftruncate(to, size) == 0 && ::fsync(to) == 0 ? 0 : errno;
}

bool is_database(const fs::path& file) {
    constexpr std::string_view magic("SQLite format 3\0", 16); // sqlite.org/fileformat.html
    char start[16];
    const FileDescriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    return opened && ::pread(opened.get(), start, sizeof start, 0) == sizeof start &&
           std::string_view(start, sizeof start) == magic;
}

fs::path folder_of(const fs::path& file) {
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

} // namespace

FileError::FileError(Reason reason, fs::path file, int code, fs::path kept)
    : Error(message_of(reason, file, code, kept)), reason_(reason), file_(std::move(file)),
      kept_(std::move(kept)), code_(code) {}

class AtomicFile::Writer {
public:
    Writer(const fs::path& file, PipeUse pipes)
        : file_(file), state_(state_of(file)), target_(end_of_links(file)) {
        open(pipes);
        buffer_.emplace(written_.get(), [this](int code) { fail(file_, code); });
        stream_.rdbuf(&*buffer_);
        stream_.exceptions(std::ios::badbit); // lets the buffer's own exception through
    }

    ~Writer() {
        if (!part_.empty())
            ::unlink(part_.c_str());
    }

    std::ostream& stream() { return stream_; }

    void commit() {
        stream_.flush();
        if (!part_.empty())
            bring_to_its_place();
        if (!written_.close())
            fail(file_, errno);
    }

private:
    void open(PipeUse pipes) {
        if (const int own = own_descriptor(target_); own >= 0) {
            written_ = FileDescriptor(::fcntl(own, F_DUPFD_CLOEXEC, 0));
        } else if (!file_.has_filename() || (state_ && S_ISDIR(state_->st_mode))) {
            throw FileError(Reason::is_folder, file_, EISDIR);
        } else if (state_ && !S_ISREG(state_->st_mode)) {
            if (pipes == PipeUse::refuse &&
                (S_ISFIFO(state_->st_mode) || S_ISSOCK(state_->st_mode)))
                throw FileError(Reason::is_pipe, file_, 0);
            written_ = FileDescriptor(::open(target_.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
        } else if (state_ && is_in_proc(target_)) { // a descriptor of another program
            written_ =
                FileDescriptor(::open(target_.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC | O_NOCTTY));
        } else {
            open_part();
        }
        if (!written_)
            fail(file_, errno);
    }

    void open_part() {
        if (state_ && ::faccessat(AT_FDCWD, target_.c_str(), W_OK, AT_EACCESS) != 0)
            throw FileError(Reason::write_protected, file_, errno);
        if (state_ && is_database(target_))
            throw FileError(Reason::is_database, file_, 0);
        constexpr mode_t own = 0600, by_umask = 0666;
        written_ = make_file(folder_of(target_), state_ ? own : by_umask, part_);
        const bool no_new_file = errno == EACCES || errno == EPERM || errno == EROFS;
        if (!written_ && state_ && no_new_file) {
            written_ = make_file(fs::temp_directory_path(), own, part_);
            elsewhere_ = true;
        }
        if (!written_) {
            part_.clear(); // no file of ours
            fail(file_, errno);
        }
    }

    void bring_to_its_place() {
        if (::fsync(written_.get()) != 0)
            fail(file_, errno);
        // Others may have made, linked or changed it meanwhile.
        const auto state = state_of(target_);
        const bool replaceable =
            !elsewhere_ && (!state || (S_ISREG(state->st_mode) && state->st_nlink == 1 &&
                                       take_over_attributes(written_.get(), target_, *state)));
        if (replaceable && ::rename(part_.c_str(), target_.c_str()) == 0)
            part_.clear();
        else if (state)
            copy_whole();
        else
            fail(file_, errno);
        sync_folder(folder_of(target_)); // some file systems know no such thing
    }

    void copy_whole() {
        const FileDescriptor into(::open(target_.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
        const auto size = size_of(written_.get());
        if (!into || size < 0 || !has_room_for(into.get(), size))
            fail(file_, errno);
        if (const int code = copy_into(written_.get(), into.get(), size); code != 0) {
            const auto kept = std::exchange(part_, {});
            throw FileError(reason_of(code), file_, code, kept);
        }
    }

    const fs::path file_;
    const std::optional<struct stat> state_; ///< when it was opened; what a link leads to
    const fs::path target_;
    fs::path part_;          ///< empty: written to directly, or in its place
    bool elsewhere_ = false; ///< the part is in another folder
    FileDescriptor written_;
    std::optional<DescriptorBuffer> buffer_;
    std::ostream stream_{nullptr};
};

AtomicFile::AtomicFile(const fs::path& file, PipeUse pipes)
    : writer_(std::make_unique<Writer>(file, pipes)) {}

AtomicFile::~AtomicFile() = default;

std::ostream& AtomicFile::stream() {
    return writer_->stream();
}

void AtomicFile::commit() {
    writer_->commit();
}

void write_file(const fs::path& file, std::string_view bytes, PipeUse pipes) {
    AtomicFile out(file, pipes);
    out.stream().write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.commit();
}

bool try_write_file(const fs::path& file, std::string_view bytes) {
    try {
        write_file(file, bytes);
        return true;
    } catch (const FileError&) {
        return false;
    }
}

} // namespace mw::base
