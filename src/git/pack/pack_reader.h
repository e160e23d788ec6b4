#pragma once

#include "base/zlib_stream.h"
#include "git/pack/pack_store.h"
#include "git/pack/pack_windows.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace mw::git {

/// Reads objects out of packs, faster than libgit2 does it: it keeps more of the objects that
/// deltas are applied to, threads share them and wait for no lock of the whole process, nothing is
/// mapped and unmapped, and a stream is unpacked in one go. A release's import reads twenty objects
/// for each changeset.
///
/// An object's name is not computed from its content. That an entry is the one that the index means
/// its checksum there says: an index of which a bit is wrong leads to some other object.
///
/// What is damaged, too large or of another kind is "not found": libgit2, asked next, says why.
/// One thread at a time.
class PackReader {
public:
    explicit PackReader(std::shared_ptr<PackStore> store) : store_(std::move(store)) {}

    /// The packs of these folders from now on.
    void look_into(const std::vector<std::filesystem::path>& folders);

    std::optional<PackedObject> read(const ObjectId& id);

private:
    struct Delta {
        std::uint64_t offset;     ///< of its entry
        std::size_t begin, bytes; ///< in deltas_
        std::uint32_t checksum;   ///< of the entry
    };

    std::optional<PackedObject> read(const PackFile& pack, std::uint64_t offset);
    bool descend(const PackFile& pack, std::uint64_t offset, PackedObject& base);
    std::optional<std::uint32_t> inflate(const PackFile& pack, std::uint64_t offset,
                                         std::string_view start, std::size_t head_bytes,
                                         std::span<char> plain);
    char* room_for_delta(std::size_t bytes);
    void keep(const PackFile& pack, std::uint64_t offset, const PackedObject& object);

    std::shared_ptr<PackStore> store_;
    std::vector<std::shared_ptr<const PackFile>>
        packs_; ///< where the last one was found comes first
    PackWindows windows_;
    base::Inflater inflater_;
    SpareBytes spare_;
    std::vector<ObjectBytes> dropped_; ///< by the cache; empty between two calls
    std::vector<char> packed_;         ///< piece of a pack
    std::vector<char> deltas_;         ///< inflated, one behind the other
    std::size_t deltas_used_ = 0;
    std::vector<Delta> chain_; ///< the one to be applied last comes first
};

/// The object that a delta makes of its base (gitformat-pack(5), "Deltified representation"), and a
/// NUL; null where the delta is none or is one of another base.
ObjectBytes apply_delta(std::string_view base, std::string_view delta, SpareBytes& spare,
                        std::size_t& size);

} // namespace mw::git
