#pragma once

#include "store/user/documents.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace mw::store {

/// Which entries of documents reach which commits. A plain value, shared between threads as it is
/// never changed once it is made.
struct MentionMap {
    std::vector<Mention> entries; ///< by document and line
    /// By commit: indices into entries, those that name the commit itself first, each place of a
    /// document once.
    std::unordered_map<RowId, std::vector<std::uint32_t>> of;

    std::size_t count(RowId commit) const {
        const auto found = of.find(commit);
        return found == of.end() ? 0 : found->second.size();
    }
};

} // namespace mw::store
