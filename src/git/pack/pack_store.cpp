#include "git/pack/pack_store.h"

#include <algorithm>
#include <system_error>

namespace mw::git {

namespace fs = std::filesystem;

namespace {

/// Of a clone with thousands of packs most are left to libgit2: each pack here keeps a file open.
constexpr std::size_t most_packs = 128;

} // namespace

std::vector<std::shared_ptr<const PackFile>> PackStore::packs_of(const fs::path& objects) {
    std::vector<std::shared_ptr<const PackFile>> packs;
    std::error_code error; // a folder that cannot be read has no packs here
    const std::lock_guard lock(mutex_);
    for (auto at = fs::directory_iterator(objects / "pack", error);
         !error && at != fs::directory_iterator(); at.increment(error)) {
        const auto& path = at->path();
        if (path.extension() != ".idx")
            continue;
        auto found = packs_.find(path);
        if (found == packs_.end()) {
            if (packs_.size() >= most_packs)
                continue;
            found = packs_.emplace(path, PackFile::open(path)).first;
        }
        if (found->second)
            packs.push_back(found->second);
    }
    std::ranges::stable_sort(packs, std::ranges::greater(), &PackFile::object_count);
    return packs;
}

} // namespace mw::git
