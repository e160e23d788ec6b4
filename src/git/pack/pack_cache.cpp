#include "git/pack/pack_cache.h"

#include <utility>

namespace mw::git {

namespace {

/// What an entry costs beside its bytes: its slot, its number and the shared count.
constexpr std::size_t overhead = 120;

} // namespace

PackCache::PackCache(std::size_t budget)
    : shard_budget_(budget / std::tuple_size_v<decltype(shards_)>) {}

/// All of its bits depend on all of the offset's: the highest choose the shard, the lowest the
/// bucket (splitmix64's last steps).
std::size_t PackCache::hash_of(const PackFile& pack, std::uint64_t offset) {
    auto hash = offset + reinterpret_cast<std::uintptr_t>(&pack);
    hash = (hash ^ hash >> 30) * 0xbf58476d1ce4e5b9U;
    hash = (hash ^ hash >> 27) * 0x94d049bb133111ebU;
    return hash ^ hash >> 31;
}

std::optional<PackedObject> PackCache::find(const PackFile& pack, std::uint64_t offset) {
    const auto hash = hash_of(pack, offset);
    return shard_of(hash).find(pack, offset, hash);
}

void PackCache::insert(const PackFile& pack, std::uint64_t offset, const PackedObject& object,
                       std::vector<ObjectBytes>& dropped) {
    if (object.bytes.capacity() > shard_budget_ / 2)
        return;
    const auto hash = hash_of(pack, offset);
    shard_of(hash).insert(pack, offset, hash, object, shard_budget_, dropped);
}

std::optional<PackedObject> PackCache::Shard::find(const PackFile& pack, std::uint64_t offset,
                                                   std::size_t hash) {
    const auto lock = this->lock();
    const auto number = slot_of(pack, offset, hash);
    if (number == none)
        return std::nullopt;
    slots_[number].asked_for = true;
    return slots_[number].object;
}

void PackCache::Shard::insert(const PackFile& pack, std::uint64_t offset, std::size_t hash,
                              const PackedObject& object, std::size_t budget,
                              std::vector<ObjectBytes>& dropped) {
    const auto lock = this->lock();
    if (slot_of(pack, offset, hash) != none)
        return;
    for (bytes_ += object.bytes.capacity() + overhead; bytes_ > budget;
         hand_ = (hand_ + 1) % slots_.size())
        if (auto& slot = slots_[hand_];
            slot.pack != nullptr && !std::exchange(slot.asked_for, false))
            drop(static_cast<std::uint32_t>(hand_), dropped);
    const auto number = free_slot();
    slots_[number] = {&pack, offset, hash, std::exchange(bucket(hash), number), false, object};
}

/// It is held for less time than it takes the kernel to put a thread to sleep and to wake it.
std::unique_lock<std::mutex> PackCache::Shard::lock() {
    constexpr int tries = 200;
    std::unique_lock lock(mutex_, std::defer_lock);
    for (int i = 0; i < tries; ++i)
        if (lock.try_lock())
            return lock;
    lock.lock();
    return lock;
}

std::uint32_t PackCache::Shard::slot_of(const PackFile& pack, std::uint64_t offset,
                                        std::size_t hash) const {
    auto number = buckets_[hash & (buckets_.size() - 1)];
    while (number != none && (slots_[number].offset != offset || slots_[number].pack != &pack))
        number = slots_[number].next;
    return number;
}

std::uint32_t PackCache::Shard::free_slot() {
    if (free_ != none)
        return std::exchange(free_, slots_[free_].next);
    if (slots_.size() == buckets_.size())
        grow();
    slots_.emplace_back();
    return static_cast<std::uint32_t>(slots_.size() - 1);
}

void PackCache::Shard::drop(std::uint32_t number, std::vector<ObjectBytes>& dropped) {
    auto& slot = slots_[number];
    auto* link = &bucket(slot.hash);
    while (*link != number)
        link = &slots_[*link].next;
    *link = slot.next;
    bytes_ -= slot.object.bytes.capacity() + overhead;
    dropped.push_back(std::move(slot.object.bytes));
    slot = {};
    slot.next = std::exchange(free_, number);
}

void PackCache::Shard::grow() {
    buckets_.assign(2 * buckets_.size(), none);
    for (std::uint32_t number = 0; number < slots_.size(); ++number)
        slots_[number].next = std::exchange(bucket(slots_[number].hash), number);
}

} // namespace mw::git
