#pragma once

#include "git/pack/object_bytes.h"
#include "git/pack/pack_file.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

namespace mw::git {

/// The content of an object, which several may hold; a NUL follows it.
struct PackedObject {
    PackedType type = PackedType::blob; ///< no delta
    ObjectBytes bytes;
    std::size_t size = 0;
    std::uint32_t checksum = 0; ///< CRC-32 of the entry that it was read from

    std::string_view data() const { return {bytes.get(), size}; }
};

/// Objects that were read from packs lately: deltas are applied to them, and the version of a file
/// that one commit made is the one that a later commit changes. Shared by all threads.
class PackCache {
public:
    /// budget: bytes of all objects. The ones that were not asked for since the last look at them
    /// go first ("second chance").
    explicit PackCache(std::size_t budget);

    std::optional<PackedObject> find(const PackFile& pack, std::uint64_t offset);
    /// dropped: what has to go for it is put there, so that its memory can be used again.
    void insert(const PackFile& pack, std::uint64_t offset, const PackedObject& object,
                std::vector<ObjectBytes>& dropped);

private:
    /// Threads seldom ask for the same one, so that they seldom wait for each other. A table of
    /// numbers leads to the slots: an entry is found by two looks into memory.
    class Shard {
    public:
        std::optional<PackedObject> find(const PackFile& pack, std::uint64_t offset,
                                         std::size_t hash);
        void insert(const PackFile& pack, std::uint64_t offset, std::size_t hash,
                    const PackedObject& object, std::size_t budget,
                    std::vector<ObjectBytes>& dropped);

    private:
        static constexpr std::uint32_t none = UINT32_MAX;

        struct Slot {
            const PackFile* pack = nullptr; ///< null where nothing is kept
            std::uint64_t offset = 0;
            std::size_t hash = 0;
            std::uint32_t next = none; ///< in the same bucket, or among those that are free
            bool asked_for = false;
            PackedObject object;
        };

        std::uint32_t slot_of(const PackFile& pack, std::uint64_t offset, std::size_t hash) const;
        std::uint32_t free_slot();
        std::uint32_t& bucket(std::size_t hash) { return buckets_[hash & (buckets_.size() - 1)]; }
        void drop(std::uint32_t number, std::vector<ObjectBytes>& dropped);
        void grow();

        std::unique_lock<std::mutex> lock();

        std::mutex mutex_;
        std::vector<Slot> slots_;
        std::vector<std::uint32_t> buckets_ = std::vector<std::uint32_t>(1024, none);
        std::uint32_t free_ = none;
        std::size_t hand_ = 0; ///< the slot that is looked at next
        std::size_t bytes_ = 0;
    };

    static std::size_t hash_of(const PackFile& pack, std::uint64_t offset);
    Shard& shard_of(std::size_t hash) { return shards_[hash >> 60]; }

    std::array<Shard, 16> shards_;
    const std::size_t shard_budget_;
};

} // namespace mw::git
