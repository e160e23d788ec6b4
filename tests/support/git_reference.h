#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

/// What git itself says of a range: the other side of the tests that compare. All in topological
/// order, because with that and a commit-graph file git is exact where clocks were wrong; otherwise
/// it stops walking back once all that it has not seen looks older, and may list too much.
namespace mw::test {

struct GitFile {
    char status = 0;                                   ///< A, M, D, T
    std::optional<std::int64_t> insertions, deletions; ///< empty for a binary file

    bool operator==(const GitFile&) const = default;
};

/// A commit in git's own pretty formats, author and committer through the mailmap of the range's
/// end.
struct GitCommit {
    std::string id, subject, body;
    std::string author, author_email, committer, committer_email;
    std::int64_t author_time = 0, commit_time = 0;
    std::vector<std::string> parents;
    std::vector<std::pair<std::string, std::string>> trailers;
    std::map<std::string, GitFile> files; ///< by path, as bytes; none for merges
};

/// `git log --numstat --raw --no-renames FROM..TO` by id, merges among them.
std::map<std::string, GitCommit> git_log(const std::filesystem::path& repository,
                                         const std::string& from, const std::string& to);

/// `git rev-list ARGUMENTS`, in git's order.
std::vector<std::string> rev_list(const std::filesystem::path& repository,
                                  const std::vector<std::string>& arguments);

/// `git rev-list --first-parent TO` as far as it is in FROM..TO, oldest first. (Not in one call:
/// with wrong clocks git follows FROM too short a way when it follows first parents.)
std::vector<std::string> git_mainline(const std::filesystem::path& repository,
                                      const std::string& from, const std::string& to);

/// For each non-merge commit of FROM..TO the merge on the mainline through which it landed, by
/// `git rev-list M^1..M --no-merges` for each merge M of the mainline; an empty text for those
/// on the mainline themselves.
std::map<std::string, std::string> git_landings(const std::filesystem::path& repository,
                                                const std::string& from, const std::string& to);

} // namespace mw::test
