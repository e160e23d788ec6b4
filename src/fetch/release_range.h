#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mw::fetch {

/// A tag of a kernel release taken apart: "v6.7", "v6.7-rc3", "v6.7.3", "v2.6.35", "v2.6.35.4".
/// Mainline releases have two numbers since 3.0 and three before.
struct ReleaseName {
    std::vector<int> release; ///< {6, 7}
    int candidate = 0;        ///< of "-rc3"; 0 for none
    int update = 0;           ///< of the stable tree's "v6.7.3"; 0 for none

    bool operator==(const ReleaseName&) const = default;
};

/// Nothing for what is no such name, so that nothing else can become part of a command line.
std::optional<ReleaseName> release_name(std::string_view tag);

/// What makes one release up, as tags of a repository.
struct ReleaseRange {
    std::string from, to;
    std::string before_from;             ///< the release before FROM; empty where there is none
    std::vector<std::string> candidates; ///< -rc tags of TO's release up to TO, in their order
};

/// The release that ends with a tag. It starts after
///     v6.7       the mainline release before it (v6.6)
///     v6.7-rc1   the same
///     v6.7-rc3   the candidate before it (v6.7-rc2)
///     v6.7.3     the update before it (v6.7.2), and v6.7.1 after v6.7
/// tags: of the repository, in no order; others than those of releases are passed over. Throws
/// git::Error where tag is none of them, or the first.
ReleaseRange range_of(const std::string& tag, const std::vector<std::string>& tags);

} // namespace mw::fetch
