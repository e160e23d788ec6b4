#pragma once

#include "store/model/records.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mw::store {

enum class OutlineKind : std::uint8_t { release, pull, branch_merge, series, changeset };

/// "release", "pull", "branch-merge", "series", "changeset": the words of the command line.
const char* to_string(OutlineKind kind);

struct OutlineNode {
    OutlineKind kind = OutlineKind::changeset;
    RowId row = 0;     ///< the commit's; 0 for a release and a series
    std::string oid;   ///< empty for a release, a series and an entry without a commit
    std::string title; ///< of a series the subject of its first changeset
    std::size_t parent = 0, depth = 0; ///< the first node is its own parent, at depth 0
    std::size_t end = 0;               ///< behind the last node below it
    std::int64_t changesets = 0;       ///< below it, or itself
    std::optional<std::int64_t> insertions, deletions; ///< their sums; empty where not counted
    std::optional<Seconds> landed; ///< of a pull, a branch merge and a changeset, where it is known
    RowId author = 0;              ///< of a commit: in Outline::people
    RowId place = 0;               ///< of a commit: in Outline::places
};

/// What landed as a tree: release, pulls, the branch merges within them, probable patch series, and
/// changesets, in landing order; each commit stands once, below the innermost merge that first
/// brought it (commits.brought_by). A changeset that landed through no pull stands directly below
/// the release.
///
/// A series is a guess: neighbours below one merge by the same author and committer, each committed
/// within ten minutes of the next (PatchSeries). One that is all that a merge brought has no node
/// of its own: the merge stands for it.
///
/// A node is followed by all below it, so that its children are nodes[n + 1], nodes[that.end], ...
struct Outline {
    std::vector<OutlineNode> nodes;
    std::unordered_map<RowId, std::string> people; ///< names of those who wrote something in it
    std::unordered_map<RowId, classify::SectionKey> places; ///< at least those of its nodes

    bool is_empty() const { return nodes.empty(); }
    std::vector<std::size_t> children(std::size_t node) const;
    /// Nothing where the commit is not in it.
    std::optional<std::size_t> find(RowId commit) const;
    /// The same for a full id.
    std::optional<std::size_t> find(std::string_view oid) const;
    /// From the first node to this one, both among them.
    std::vector<std::size_t> way_to(std::size_t node) const;
};

/// The title with what else a person should know of a series: how many it has, and that it is a
/// guess.
std::string outline_title(const OutlineNode& node);

} // namespace mw::store
