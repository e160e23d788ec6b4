#pragma once

#include "store/model/records.h"
#include "store/user/access.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace mw::store {

/// What came to releases since the person's last look: is:unseen finds it. An import marks what a
/// release did not have before (ReleaseWriter); marks hang on the release's name and the commit's
/// id and stay, however many imports bring more, until the person says that they have seen them.
/// Owns a connection; one thread. Throws store::Error.
class News {
public:
    explicit News(const std::filesystem::path& file, Access access = Access::write);
    ~News();
    News(const News&) = delete;
    News& operator=(const News&) = delete;

    /// Changesets of a release that are marked.
    std::int64_t count(RowId release);
    /// All commits that are marked, merges too, in every release.
    std::vector<RowId> commits();
    /// The person has seen them. Returns how many that were.
    std::int64_t clear(RowId release);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mw::store
