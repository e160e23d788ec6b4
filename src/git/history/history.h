#pragma once

#include "base/object_id.h"
#include "git/objects/repository.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <unordered_map>
#include <vector>

namespace mw::git {

/// The commits of a range FROM..TO (reachable from TO and not from FROM, gitrevisions(7)) and
/// through which commit of the mainline each of them landed. Holds ids and links alone, some 100
/// bytes a commit. Immutable once made; any thread.
///
/// The mainline is the first-parent chain from TO as far as it is in the range. A commit landed
/// through the oldest mainline commit from which it can be reached: `git log --first-parent
/// FROM..TO` and `git log M^1..M` are the reference.
class History {
public:
    using Index = std::uint32_t;
    static constexpr Index none = UINT32_MAX;

    struct Commit {
        ObjectId id;
        ObjectId tree;
        ObjectId parent_tree; ///< of the first parent, in the range or not; null for a root commit
        std::int64_t commit_time = 0;
        Index landed_by = none; ///< the mainline commit; itself for one on the mainline
        bool mainline = false;
    };

    /// Called for each commit that is in the range as far as the walk knows by then, newest first:
    /// few of them turn out to be outside later. The commit has no landing yet; object is what was
    /// read for it. May be empty.
    using Found = std::function<void(const Commit&, std::size_t parents, RawObject object)>;

    /// Whether a commit, and with it all that it came from, is known to be outside the range
    /// beside what FROM leads to.
    using Outside = std::function<bool(const ObjectId&)>;

    /// Throws MissingObject for a history that is not whole; ends early, with what it has, once
    /// stop is requested. A commit that is cut_off() has no parents here. outside: may be empty;
    /// the history behind such commits is not read.
    static History read(const Repository& repository, const ObjectId& from, const ObjectId& to,
                        std::stop_token stop = {}, const Found& found = {},
                        const Outside& outside = {});

    /// In landing order: the oldest mainline commit first, each preceded by what it brought,
    /// parents before children.
    std::span<const Commit> commits() const { return commits_; }

    /// True where FROM is an ancestor of TO: then it is a parent of some commit of the range.
    bool starts_at_ancestor() const { return starts_at_ancestor_; }

    /// Commits of the range whose parents a shallow clone lacks: what they came from, and may
    /// belong to the range as well, is not known.
    std::span<const Index> cut_off() const { return cut_off_; }

    /// Of a commit outside the range at which a shallow clone is cut off, the newest there is.
    /// What lies before it is not known: a commit of the range that is older may be reachable from
    /// FROM as well.
    std::optional<std::int64_t> cut_off_outside() const { return cut_off_outside_; }

    bool is_merge(Index commit) const { return parent_count(commit) > 1; }
    std::size_t parent_count(Index commit) const {
        return parent_start_[commit + 1] - parent_start_[commit];
    }

    /// Ids of the parents, those outside the range too.
    std::span<const ObjectId> parents(Index commit) const {
        return std::span(parent_ids_).subspan(parent_start_[commit], parent_count(commit));
    }

private:
    std::vector<Commit> commits_;
    std::vector<std::size_t> parent_start_{0};
    std::vector<ObjectId> parent_ids_;
    std::vector<Index> cut_off_;
    std::optional<std::int64_t> cut_off_outside_;
    bool starts_at_ancestor_ = false;
};

/// What merges brought (M^1..M within a set of commits), computed from links alone. One thread.
class MergeContents {
public:
    struct Node {
        ObjectId id;
        std::vector<ObjectId> parents;
    };

    /// Nodes in an order that has parents before children.
    explicit MergeContents(const std::vector<Node>& nodes);

    /// Positions in the node list of what merge brought, merges and itself left out, ascending.
    std::vector<std::size_t> brought(std::size_t merge);

private:
    enum class Side : std::uint8_t { unseen, before, brought };

    Side side(std::uint32_t node) const {
        return stamp_[node] == round_ ? side_[node] : Side::unseen;
    }

    std::unordered_map<ObjectId, std::uint32_t, ObjectIdHash> index_;
    std::vector<std::vector<std::uint32_t>> parents_; ///< those among the nodes; none elsewhere
    std::vector<bool> is_merge_;
    // Scratch space of brought(); a stamp other than the present round's means unseen, so that a
    // call costs what it visits and not the number of all nodes.
    std::vector<Side> side_;
    std::vector<std::uint32_t> stamp_;
    std::uint32_t round_ = 0;
};

} // namespace mw::git
