#include "git/pack/pack_file.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mw::git {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t index_head = 8, fan_entries = 256, fan_bytes = 4 * fan_entries;
constexpr std::size_t checksum = ObjectId::size; // SHA-1, both of packs and of names

constexpr std::uint32_t has_large_offset = 0x80000000U;

std::uint32_t big_endian_32(const unsigned char* bytes) {
    return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 |
           std::uint32_t{bytes[2]} << 8 | bytes[3];
}

std::uint64_t big_endian_64(const unsigned char* bytes) {
    return std::uint64_t{big_endian_32(bytes)} << 32 | big_endian_32(bytes + 4);
}

/// The four bytes behind the first one, which the fan has told already.
std::uint32_t middle_of(const unsigned char* id) {
    return big_endian_32(id + 1);
}

} // namespace

std::shared_ptr<const PackFile> PackFile::open(const fs::path& index) {
    std::shared_ptr<PackFile> file(new PackFile);
    auto pack = index;
    if (!file->map_index(index) || !file->open_pack(pack.replace_extension(".pack")))
        return nullptr;
    return file;
}

PackFile::~PackFile() {
    if (index_ != nullptr)
        munmap(const_cast<unsigned char*>(index_), index_size_);
}

bool PackFile::map_index(const fs::path& index) {
    const base::FileDescriptor file(::open(index.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat facts {};
    if (file.get() < 0 || fstat(file.get(), &facts) != 0)
        return false;
    index_size_ = static_cast<std::size_t>(facts.st_size);
    if (index_size_ < index_head + fan_bytes + 2 * checksum)
        return false;
    void* const mapped = mmap(nullptr, index_size_, PROT_READ, MAP_PRIVATE, file.get(), 0);
    if (mapped == MAP_FAILED)
        return false;
    index_ = static_cast<const unsigned char*>(mapped);
    madvise(mapped, index_size_, MADV_RANDOM);
    constexpr std::array<unsigned char, index_head> version_2 = {0xff, 't', 'O', 'c', 0, 0, 0, 2};
    if (std::memcmp(index_, version_2.data(), version_2.size()) != 0)
        return false;
    for (std::size_t i = 1; i < fan_entries; ++i)
        if (fan(i - 1) > fan(i))
            return false;
    count_ = fan(fan_entries - 1);
    const auto smallest = index_head + fan_bytes + count_ * (ObjectId::size + 4 + 4) + 2 * checksum;
    return index_size_ >= smallest && (index_size_ - smallest) % 8 == 0;
}

bool PackFile::open_pack(const fs::path& pack) {
    pack_ = base::FileDescriptor(::open(pack.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat facts {};
    if (pack_.get() < 0 || fstat(pack_.get(), &facts) != 0)
        return false;
    constexpr std::size_t head_bytes = 12;
    const auto size = static_cast<std::uint64_t>(facts.st_size);
    if (size < head_bytes + checksum)
        return false;
    pack_end_ = size - checksum;
    std::array<char, head_bytes> head{};
    if (read(0, head) != head.size())
        return false;
    const auto* const bytes = reinterpret_cast<const unsigned char*>(head.data());
    const auto version = big_endian_32(bytes + 4);
    if (std::memcmp(bytes, "PACK", 4) != 0 || (version != 2 && version != 3) ||
        big_endian_32(bytes + 8) != count_)
        return false;
    std::array<char, checksum> end{};
    return pread(pack_.get(), end.data(), end.size(), static_cast<off_t>(pack_end_)) ==
               static_cast<ssize_t>(end.size()) &&
           std::memcmp(end.data(), index_ + index_size_ - 2 * checksum, checksum) == 0;
}

std::uint32_t PackFile::fan(std::size_t first_byte) const {
    return big_endian_32(index_ + index_head + 4 * first_byte);
}

/// Names are evenly spread, so a guess by their value comes close: three or four looks where
/// halving takes a dozen, each of them at another page.
std::optional<std::uint32_t> PackFile::position(const ObjectId& id) const {
    const unsigned char* const names = index_ + index_head + fan_bytes;
    const std::size_t first = id.bytes[0];
    std::uint32_t begin = first == 0 ? 0 : fan(first - 1), end = fan(first);
    std::uint64_t low = 0, high = std::uint64_t{1} << 32; // of middle_of(), what [begin, end) has
    const std::uint64_t wanted = middle_of(id.bytes.data());
    for (int guesses = 0; begin < end; ++guesses) {
        std::uint32_t at = begin + (end - begin) / 2;
        if (guesses < 8 && wanted >= low && wanted < high)
            at = begin + static_cast<std::uint32_t>((wanted - low) * (end - begin) / (high - low));
        const unsigned char* const name = names + std::size_t{at} * ObjectId::size;
        const int order = std::memcmp(id.bytes.data(), name, ObjectId::size);
        if (order == 0)
            return at;
        if (order < 0) {
            end = at;
            high = std::uint64_t{middle_of(name)} + 1;
        } else {
            begin = at + 1;
            low = middle_of(name);
        }
    }
    return std::nullopt;
}

std::optional<PackedPlace> PackFile::find(const ObjectId& id) const {
    const auto at = position(id);
    if (!at)
        return std::nullopt;
    // Names, checksums of entries, offsets of four bytes, offsets of eight bytes.
    const auto checksums = index_head + fan_bytes + count_ * ObjectId::size;
    const auto offsets = checksums + count_ * 4;
    std::uint64_t offset = big_endian_32(index_ + offsets + std::size_t{*at} * 4);
    if ((offset & has_large_offset) != 0) {
        const auto large = offsets + count_ * 4 + (offset & ~has_large_offset) * 8;
        if (large + 8 + 2 * checksum > index_size_)
            return std::nullopt;
        offset = big_endian_64(index_ + large);
    }
    if (offset >= pack_end_)
        return std::nullopt;
    return PackedPlace{offset, big_endian_32(index_ + checksums + std::size_t{*at} * 4)};
}

std::optional<PackedEntry> PackFile::entry(std::uint64_t offset, std::string_view bytes) const {
    std::size_t at = 0;
    const auto has_more = [&] { return at < bytes.size(); };
    const auto next = [&] { return static_cast<unsigned char>(bytes[at++]); };
    if (!has_more())
        return std::nullopt;
    unsigned char byte = next();
    const int type = byte >> 4 & 7;
    std::uint64_t size = byte & 15;
    for (int shift = 4; (byte & 0x80) != 0; shift += 7) {
        if (!has_more() || shift > 56)
            return std::nullopt;
        byte = next();
        size |= std::uint64_t{byte & 0x7fU} << shift;
    }
    std::uint64_t base = 0;
    switch (static_cast<PackedType>(type)) {
    case PackedType::commit:
    case PackedType::tree:
    case PackedType::blob:
    case PackedType::tag:
        break;
    case PackedType::offset_delta: {
        std::uint64_t back = 0;
        do {
            if (!has_more() || back >> 56 != 0)
                return std::nullopt;
            byte = next();
            back = back << 7 | (byte & 0x7fU);
            if ((byte & 0x80) != 0)
                ++back;
        } while ((byte & 0x80) != 0);
        if (back == 0 || back >= offset)
            return std::nullopt;
        base = offset - back;
        break;
    }
    case PackedType::reference_delta: {
        if (bytes.size() - at < ObjectId::size)
            return std::nullopt;
        const auto found = find(ObjectId::from_bytes(bytes.data() + at));
        if (!found)
            return std::nullopt;
        at += ObjectId::size;
        base = found->offset;
        break;
    }
    default:
        return std::nullopt;
    }
    return PackedEntry{static_cast<PackedType>(type), size, base, at};
}

std::size_t PackFile::read(std::uint64_t offset, std::span<char> into) const {
    if (offset >= pack_end_)
        return 0;
    const auto wanted =
        static_cast<std::size_t>(std::min<std::uint64_t>(into.size(), pack_end_ - offset));
    std::size_t done = 0;
    while (done < wanted) {
        const auto count = pread(pack_.get(), into.data() + done, wanted - done,
                                 static_cast<off_t>(offset + done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        done += static_cast<std::size_t>(count);
    }
    return done;
}

} // namespace mw::git
