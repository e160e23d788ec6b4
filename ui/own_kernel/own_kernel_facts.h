#pragma once

#include "store/model/interface_records.h"
#include "store/user/config_store.h"
#include "store/user/tree_store.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace mw::ui {

/// Changesets of the release in front, by what a tree has of them; nothing where it was not asked
/// for them.
struct TreeLacks {
    std::optional<std::int64_t> fixes, cveFixes; ///< that it lacks
    std::optional<std::int64_t> untoldFixes;     ///< fixes and CVE fixes that cannot be told
    std::optional<std::int64_t> missing, there, unknown;
};

/// What the database knows about a person's own kernel: finished values.
struct OwnKernelFacts {
    std::vector<std::pair<store::Tree, store::TreeCounts>> trees; ///< by name
    std::vector<TreeLacks> lacks;                                 ///< of each tree
    std::optional<store::KernelConfig> config;
    store::BuildCounts builds; ///< of the release in front, by the configuration
    /// Whether it is known which symbols are new in the release in front.
    bool symbolsKnown = false;
    std::vector<store::InterfaceRow> unanswered; ///< new symbols that the configuration leaves open
    std::int64_t cveFixes = 0, cveCauses = 0;    ///< of the release in front

    /// Something was imported since a tree or the configuration was read.
    bool isBehind() const {
        if (config && builds.not_asked > 0)
            return true;
        for (const auto& [tree, counts] : trees)
            if (counts.not_asked > 0)
                return true;
        return false;
    }
};

} // namespace mw::ui
