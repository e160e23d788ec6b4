#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mw::git {

struct Tag {
    std::string name;      ///< without refs/tags/
    std::string commit;    ///< hex id of the commit it leads to
    std::int64_t time = 0; ///< committer time of that commit, UTC seconds
};

/// Tags that lead to a commit, newest commit first; equal times by version number, higher first.
/// Opens the repository itself; any thread. Throws git::Error. pattern: a glob on the tag's name.
std::vector<Tag> list_tags(const std::filesystem::path& repository,
                           const std::string& pattern = "*");

/// Local branches, then those of remotes ("origin/master"), each by name. Opens the repository
/// itself; any thread. Throws git::Error.
std::vector<std::string> list_branches(const std::filesystem::path& repository);

/// The range a person most likely wants from these tags: the newest final release and the final
/// release before it ({"v6.6", "v6.7"}); empty strings where the tags have no such pair.
struct SuggestedRange {
    std::string from, to;
};
SuggestedRange suggest_range(const std::vector<Tag>& newest_first);

} // namespace mw::git
