#pragma once

#include "git/pack/pack_cache.h"
#include "git/pack/pack_file.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace mw::git {

/// The packs of a clone, opened once for all handles on it, and what was read from them lately.
/// Any thread.
class PackStore {
public:
    /// The packs that a folder of objects has now, the largest first. One that went away since it
    /// was opened can still be read, and is not listed.
    std::vector<std::shared_ptr<const PackFile>> packs_of(const std::filesystem::path& objects);

    PackCache& cache() { return cache_; }

private:
    std::mutex mutex_;
    /// By index file; null for one that is not read here. Never erased: the cache knows packs by
    /// their address.
    std::map<std::filesystem::path, std::shared_ptr<const PackFile>> packs_;
    PackCache cache_{std::size_t{20} << 20};
};

} // namespace mw::git
