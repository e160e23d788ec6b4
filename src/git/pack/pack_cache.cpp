#include "git/pack/pack_cache.h"

namespace mw::git {

namespace {

/// What an entry costs beside its bytes: nodes of the list and the map, the shared count.
constexpr std::size_t overhead = 160;

} // namespace

PackCache::PackCache(std::size_t budget)
    : shard_budget_(budget / std::tuple_size_v<decltype(shards_)>) {}

PackCache::Shard& PackCache::shard_of(const Place& place) {
    return shards_[PlaceHash()(place) >> 40 & (shards_.size() - 1)];
}

std::optional<PackedObject> PackCache::find(const PackFile& pack, std::uint64_t offset) {
    const Place place{&pack, offset};
    auto& shard = shard_of(place);
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.at.find(place);
    if (found == shard.at.end())
        return std::nullopt;
    shard.newest_first.splice(shard.newest_first.begin(), shard.newest_first, found->second);
    return found->second->second;
}

void PackCache::insert(const PackFile& pack, std::uint64_t offset, const PackedObject& object) {
    if (object.size > shard_budget_ / 2)
        return;
    const Place place{&pack, offset};
    auto& shard = shard_of(place);
    Order dropped; // freed once others may go on
    const std::lock_guard lock(shard.mutex);
    if (shard.at.contains(place))
        return;
    shard.newest_first.emplace_front(place, object);
    shard.at.emplace(place, shard.newest_first.begin());
    shard.bytes += object.size + overhead;
    while (shard.bytes > shard_budget_) {
        const auto last = std::prev(shard.newest_first.end());
        shard.bytes -= last->second.size + overhead;
        shard.at.erase(last->first);
        dropped.splice(dropped.end(), shard.newest_first, last);
    }
}

} // namespace mw::git
