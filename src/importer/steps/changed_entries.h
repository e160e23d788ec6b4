#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mw::importer {

/// What two MAINTAINERS files do not have in common, entry by entry, as such files again: of a path
/// that neither names the two say the same.
struct ChangedEntries {
    std::string before, after;
};

/// Nothing where the entries that both have stand in another order, which decides between equals.
std::optional<ChangedEntries> changed_entries(std::string_view before, std::string_view after);

} // namespace mw::importer
