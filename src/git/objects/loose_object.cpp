#include "git/objects/loose_object.h"

#include "base/message.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <zlib.h>

// What is refused, each as git refuses it (parse_loose_header(), unpack_loose_rest()):
//   no plain file, an empty one, no zlib stream    damaged
//   no NUL within the first 32 bytes               damaged; git's MAX_HEADER_LEN
//   a type that git does not have                  damaged
//   a size with a leading zero, a sign, too long   damaged
//   a size that the file could not hold            damaged: deflate gives 1,032 bytes for one at
//   most fewer or more bytes than the size              damaged (git passes over a few more bytes
//   where
//                                                  header and content fit into 32)
//   a wrong checksum, bytes behind the stream      damaged

namespace mw::git {

namespace {

constexpr std::size_t header_limit = 32;
constexpr std::uint64_t largest_expansion = 1032;   // zlib's technical notes, "Maximum Compression"
constexpr std::size_t slice = std::size_t{1} << 20; ///< inflated between two looks at a stop

std::string system_error(int number) {
    return std::system_category().message(number);
}

git_object_t type_named(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, git_object_t>, 4> types{
        {{"commit", GIT_OBJECT_COMMIT},
         {"tree", GIT_OBJECT_TREE},
         {"blob", GIT_OBJECT_BLOB},
         {"tag", GIT_OBJECT_TAG}}};
    for (const auto& [known, type] : types)
        if (name == known)
            return type;
    throw LooseObjectError("has a type that git does not know");
}

std::uint64_t size_in(std::string_view digits) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    constexpr std::size_t most_digits = 18; // of 2^63
    if (digits.empty() || digits.size() > most_digits ||
        (digits.front() == '0' && digits.size() > 1) || !std::ranges::all_of(digits, is_digit))
        throw LooseObjectError("does not say its size");
    std::uint64_t size = 0;
    for (const char c : digits)
        size = size * 10 + static_cast<std::uint64_t>(c - '0');
    return size;
}

} // namespace

/// The inflated bytes of a file, in pieces.
class LooseObject::Stream {
public:
    Stream(int file, std::uint64_t size) : file_(file), file_size_(size) {
        if (inflateInit(&zlib_) != Z_OK) {
            ::close(file_);
            throw LooseObjectError("cannot be inflated: no memory");
        }
    }
    ~Stream() {
        inflateEnd(&zlib_);
        ::close(file_);
    }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    std::uint64_t file_size() const { return file_size_; }

    /// Up to count bytes; fewer only at the end of the stream.
    std::size_t inflate(char* to, std::size_t count) {
        zlib_.next_out = reinterpret_cast<Bytef*>(to);
        zlib_.avail_out = static_cast<uInt>(count);
        while (zlib_.avail_out > 0 && !ended_) {
            if (zlib_.avail_in == 0)
                fill();
            const int code = ::inflate(&zlib_, Z_NO_FLUSH);
            if (code == Z_STREAM_END)
                ended_ = true;
            else if (code == Z_BUF_ERROR && zlib_.avail_in == 0 && file_ended_)
                throw LooseObjectError("is cut off");
            else if (code == Z_MEM_ERROR)
                throw LooseObjectError("cannot be inflated: no memory");
            else if (code != Z_OK && code != Z_BUF_ERROR)
                throw LooseObjectError("is damaged: its compressed bytes make no sense");
        }
        return count - zlib_.avail_out;
    }

    bool at_end_of_file() {
        if (zlib_.avail_in == 0 && !file_ended_)
            fill();
        return zlib_.avail_in == 0;
    }

    std::array<char, header_limit> header{};
    std::size_t header_filled = 0;
    std::size_t content_start = 0; ///< within header

private:
    void fill() {
        ssize_t count = 0;
        do
            count = ::read(file_, input_.data(), input_.size());
        while (count < 0 && errno == EINTR);
        if (count < 0)
            throw LooseObjectError("cannot be read: {}", system_error(errno));
        file_ended_ = count == 0;
        zlib_.next_in = input_.data();
        zlib_.avail_in = static_cast<uInt>(count);
    }

    int file_;
    std::uint64_t file_size_;
    z_stream zlib_{};
    std::array<Bytef, 16 * 1024> input_;
    bool ended_ = false, file_ended_ = false;
};

LooseObject::LooseObject(std::unique_ptr<Stream> stream) : stream_(std::move(stream)) {
    Stream& s = *stream_;
    s.header_filled = s.inflate(s.header.data(), s.header.size());
    const std::string_view text(s.header.data(), s.header_filled);
    const auto end = text.find('\0');
    const auto space = text.find(' ');
    if (end == std::string_view::npos || space == std::string_view::npos || space > end)
        throw LooseObjectError("has no header");
    type_ = type_named(text.substr(0, space));
    size_ = size_in(text.substr(space + 1, end - space - 1));
    if (size_ / largest_expansion > s.file_size())
        throw LooseObjectError("claims {} bytes, more than its file could hold", size_);
    s.content_start = end + 1;
}

LooseObject::LooseObject(LooseObject&&) noexcept = default;
LooseObject::~LooseObject() = default;

std::optional<LooseObject> LooseObject::open(const std::filesystem::path& file) {
    // Without O_NONBLOCK a named pipe in an object's place would be waited for.
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return std::nullopt;
        throw LooseObjectError("cannot be opened: {}", system_error(errno));
    }
    struct stat facts {};
    const bool known = fstat(descriptor, &facts) == 0;
    if (!known || !S_ISREG(facts.st_mode) || facts.st_size == 0) {
        ::close(descriptor);
        throw LooseObjectError(known && S_ISREG(facts.st_mode) ? base::Message("is an empty file")
                                                               : base::Message("is no plain file"));
    }
    return LooseObject(
        std::make_unique<Stream>(descriptor, static_cast<std::uint64_t>(facts.st_size)));
}

bool LooseObject::read(char* content, const std::stop_token& stop) {
    Stream& s = *stream_;
    const std::size_t in_header = s.header_filled - s.content_start;
    if (in_header > size_)
        throw LooseObjectError("is longer than it says");
    std::memcpy(content, s.header.data() + s.content_start, in_header);
    for (std::uint64_t done = in_header; done < size_;) {
        if (stop.stop_requested())
            return false;
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(size_ - done, slice));
        if (s.inflate(content + done, wanted) < wanted)
            throw LooseObjectError("is shorter than it says");
        done += wanted;
    }
    char more = 0;
    if (s.inflate(&more, 1) > 0)
        throw LooseObjectError("is longer than it says");
    if (!s.at_end_of_file())
        throw LooseObjectError("has bytes behind its end");
    return true;
}

} // namespace mw::git
