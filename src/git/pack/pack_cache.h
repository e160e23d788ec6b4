#pragma once

#include "git/pack/pack_file.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace mw::git {

/// The content of an object, which several may hold; a NUL follows it.
struct PackedObject {
    PackedType type = PackedType::blob; ///< no delta
    std::shared_ptr<const char[]> bytes;
    std::size_t size = 0;
    std::uint32_t checksum = 0; ///< CRC-32 of the entry that it was read from

    std::string_view data() const { return {bytes.get(), size}; }
};

/// Objects that were read from packs lately: deltas are applied to them, and the version of a file
/// that one commit made is the one that a later commit changes. Shared by all threads.
class PackCache {
public:
    /// budget: bytes of all objects; the ones not used for longest go first.
    explicit PackCache(std::size_t budget);

    std::optional<PackedObject> find(const PackFile& pack, std::uint64_t offset);
    void insert(const PackFile& pack, std::uint64_t offset, const PackedObject& object);

private:
    struct Place {
        const PackFile* pack;
        std::uint64_t offset;
        bool operator==(const Place&) const = default;
    };
    struct PlaceHash {
        std::size_t operator()(const Place& place) const noexcept {
            return std::hash<std::uint64_t>()(place.offset * 0x9e3779b97f4a7c15U) ^
                   std::hash<const void*>()(place.pack);
        }
    };
    using Order = std::list<std::pair<Place, PackedObject>>;
    /// Threads seldom ask for the same one, so that they seldom wait for each other.
    struct Shard {
        std::mutex mutex;
        Order newest_first;
        std::unordered_map<Place, Order::iterator, PlaceHash> at;
        std::size_t bytes = 0;
    };

    Shard& shard_of(const Place& place);

    std::array<Shard, 16> shards_;
    const std::size_t shard_budget_;
};

} // namespace mw::git
