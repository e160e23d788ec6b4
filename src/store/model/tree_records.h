#pragma once

#include "base/message.h"
#include "store/model/records.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Another tree, a stable branch or a vendor's, and what it has of the changesets in the database.
namespace mw::store {

struct Tree {
    RowId id = 0;
    std::string name;
    std::string repository; ///< path of its clone
    std::string revision;   ///< as the person wrote it
    std::string oid;        ///< the commit that it was, when it was read
    Seconds read_at = 0;
    std::int64_t commits = 0; ///< read of its history
    /// Its history is whole from here on; nothing where it is whole as far as it was read.
    std::optional<Seconds> history_start;
    std::vector<base::Message> remarks; ///< what a person should know of the reading
};

/// How many changesets of the releases in the database are what to a tree.
struct TreeCounts {
    std::int64_t there = 0, backports = 0, reverted = 0, missing = 0, unknown = 0;
    std::int64_t not_asked = 0; ///< imported since the tree was read
};

} // namespace mw::store
