#pragma once

#include "base/object_id.h"
#include "base/system/file_descriptor.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace mw::git {

/// What an entry of a pack holds, by its number there (gitformat-pack(5), "pack-*.pack files").
enum class PackedType : std::uint8_t {
    commit = 1,
    tree = 2,
    blob = 3,
    tag = 4,
    offset_delta = 6,
    reference_delta = 7,
};

/// The head of an entry: what its zlib stream gives, and what a delta is applied to.
struct PackedEntry {
    PackedType type;
    std::uint64_t size;     ///< of the object, or of the delta, in bytes
    std::uint64_t base;     ///< of a delta: where the entry is that it changes
    std::size_t head_bytes; ///< the zlib stream begins behind as many
};

/// What an index says of an object.
struct PackedPlace {
    std::uint64_t offset;   ///< of its entry
    std::uint32_t checksum; ///< CRC-32 of all the entry's bytes, head and stream
};

/// One pack and its index, version 2 both (gitformat-pack(5)). The index is mapped, the pack is
/// read in pieces: pages of a mapped pack would count as memory of this program, and a pack that is
/// cut off while it is read must not end the program.
///
/// Nothing here is an error: whatever is not as it should be is "not found", and the caller asks
/// libgit2, which has the words for it. Immutable; any thread.
class PackFile {
public:
    /// The pack of an index file; null for another version, and where the two do not fit each
    /// other.
    static std::shared_ptr<const PackFile> open(const std::filesystem::path& index);

    ~PackFile();
    PackFile(const PackFile&) = delete;
    PackFile& operator=(const PackFile&) = delete;

    /// Where the object's entry is.
    std::optional<PackedPlace> find(const ObjectId& id) const;

    /// The head that these bytes, read from there, begin with.
    std::optional<PackedEntry> entry(std::uint64_t offset, std::string_view bytes) const;

    /// Reads as many bytes as there are, up to the size of `into`; returns how many.
    std::size_t read(std::uint64_t offset, std::span<char> into) const;

    std::size_t object_count() const { return count_; }

private:
    PackFile() = default;
    bool map_index(const std::filesystem::path& index);
    bool open_pack(const std::filesystem::path& pack);
    std::uint32_t fan(std::size_t first_byte) const;
    std::optional<std::uint32_t> position(const ObjectId& id) const;

    base::FileDescriptor pack_;
    const unsigned char* index_ = nullptr;
    std::size_t index_size_ = 0, count_ = 0;
    std::uint64_t pack_end_ = 0; ///< where the last entry ends and the checksum begins
};

} // namespace mw::git
