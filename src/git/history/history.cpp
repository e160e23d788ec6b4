#include "git/history/history.h"

#include "git/text/commit.h"

#include <queue>

#include <algorithm>
#include <unordered_map>
#include <utility>

// Finding the range: commits are visited by commit time, newest first, from both ends, each end
// painting what it reaches (limit_list() of git's revision.c).
//   only interesting reached it        it is in the range, as far as known
//   reached from FROM too              it is not; what it had painted before is painted over
//   a parent is not there             in a shallow clone: the commit is cut off
//   a server said what it leads to    as if those were parents, for the painting alone
//   known to be outside               so are its parents, which are not looked at
//   nothing interesting waits          the walk is over, unless a clock was wrong: an old commit of
//                                      the range may still be reached from FROM by way of commits
//                                      that claim to be older. So the walk goes on for a good
//                                      while (git goes on for 5 commits, we for 1,000: a commit
//                                      costs some 10 microseconds).
//
// Landing: mainline commits from the oldest to the newest; each takes what can be reached from it
// and has not landed yet. Within one landing parents come before children, older before newer.

namespace mw::git {

namespace {

using Index = History::Index;

constexpr int slop = 1000;

struct Node {
    ObjectId id;
    ObjectId tree;
    std::int64_t commit_time = 0;
    std::vector<Index> parents;
    std::vector<Index> ancestors; ///< known ones that no parents lead to
    bool outside = false;         ///< reachable from FROM
    bool waiting = false;         ///< in the queue
    bool expanded = false;
    bool cut_off = false; ///< the shallow clone lacks some of its parents
};

class RangeWalk {
public:
    RangeWalk(const Repository& repository, std::stop_token stop, const History::Found& found,
              const History::Outside& outside)
        : repository_(repository), stop_(std::move(stop)), found_(found), outside_(outside) {}

    Index add_end(const ObjectId& id, bool outside) {
        const Index node = node_for(id);
        if (outside)
            mark_outside(node);
        return node;
    }

    void run() {
        std::int64_t oldest_inside = INT64_MAX;
        int left = slop;
        while (!queue_.empty() && !stop_.stop_requested()) {
            const Index current = queue_.top().second;
            queue_.pop();
            nodes_[current].waiting = false;
            if (!nodes_[current].outside) {
                --waiting_inside_;
                oldest_inside = std::min(oldest_inside, nodes_[current].commit_time);
                left = slop;
            } else if (waiting_inside_ == 0 && nodes_[current].commit_time < oldest_inside &&
                       --left == 0) {
                break;
            }
            expand(current);
            tell(current);
        }
    }

    std::vector<Node>& nodes() { return nodes_; }

    /// The commit of a node, of which the parents are known.
    History::Commit without_landing(const Node& node) const {
        const auto parent_tree =
            node.parents.empty() ? ObjectId{} : nodes_[node.parents.front()].tree;
        return {node.id, node.tree, parent_tree, node.commit_time, History::none, false};
    }

private:
    Index node_for(const ObjectId& id) {
        const auto [at, added] = index_.try_emplace(id, static_cast<Index>(nodes_.size()));
        if (!added)
            return at->second;
        auto object = repository_.read(id, ObjectType::commit);
        const auto links = parse_commit_links(object.data());
        if (outside_ && outside_(id)) {
            nodes_.push_back({id, links.tree, links.commit_time, {}, {}, true, false, true, false});
            pending_parents_.emplace_back();
            return at->second;
        }
        nodes_.push_back({id, links.tree, links.commit_time, {}, {}, false, true, false});
        pending_parents_.push_back(links.parents);
        queue_.emplace(links.commit_time, at->second);
        ++waiting_inside_;
        if (found_)
            objects_.emplace(at->second, std::move(object));
        return at->second;
    }

    void tell(Index current) {
        if (!found_)
            return;
        auto object = objects_.extract(current);
        if (object && !nodes_[current].outside)
            found_(without_landing(nodes_[current]), nodes_[current].parents.size(),
                   std::move(object.mapped()));
    }

    void expand(Index current) {
        if (nodes_[current].expanded)
            return;
        nodes_[current].expanded = true;
        for (const auto& id : std::exchange(pending_parents_[current], {})) {
            if (is_cut_off(current, id))
                continue;
            const Index parent = node_for(id);
            nodes_[current].parents.push_back(parent);
            if (nodes_[current].outside)
                mark_outside(parent);
        }
        add_known_ancestors(current);
    }

    void add_known_ancestors(Index current) {
        for (const auto& id : repository_.known_ancestors(nodes_[current].id)) {
            if (!repository_.contains(id))
                continue;
            const Index ancestor = node_for(id);
            nodes_[current].ancestors.push_back(ancestor);
            if (nodes_[current].outside)
                mark_outside(ancestor);
        }
    }

    /// What lies before a commit of a shallow clone is taken as far as it is there, which tells
    /// more than git itself wants to know (to git such a commit has no parents at all).
    bool is_cut_off(Index child, const ObjectId& parent) {
        if (!repository_.is_shallow_at(nodes_[child].id) || repository_.contains(parent))
            return false;
        nodes_[child].cut_off = true;
        return true;
    }

    void mark_outside(Index start) {
        std::vector<Index> todo{start};
        while (!todo.empty()) {
            const Index current = todo.back();
            todo.pop_back();
            Node& node = nodes_[current];
            if (node.outside)
                continue;
            node.outside = true;
            if (node.waiting)
                --waiting_inside_;
            todo.insert(todo.end(), node.parents.begin(), node.parents.end());
            todo.insert(todo.end(), node.ancestors.begin(), node.ancestors.end());
        }
    }

    const Repository& repository_;
    std::stop_token stop_;
    const History::Found& found_;
    const History::Outside& outside_;
    std::vector<Node> nodes_;
    std::vector<std::vector<ObjectId>> pending_parents_;
    std::unordered_map<Index, RawObject> objects_; ///< of those that wait, where somebody is told
    std::unordered_map<ObjectId, Index, ObjectIdHash> index_;
    std::priority_queue<std::pair<std::int64_t, Index>> queue_;
    std::size_t waiting_inside_ = 0;
};

/// Puts commits that landed together in order: parents first, else by time and then as found.
class LandingOrder {
public:
    LandingOrder(const std::vector<Node>& nodes, const std::vector<Index>& landed_by)
        : nodes_(nodes), landed_by_(landed_by), unplaced_parents_(nodes.size(), 0),
          children_(nodes.size()) {}

    void append(const std::vector<Index>& landed, std::vector<Index>& order) {
        for (const Index node : landed) {
            for (const Index parent : nodes_[node].parents)
                if (landed_by_[parent] == landed_by_[node]) {
                    ++unplaced_parents_[node];
                    children_[parent].push_back(node);
                }
            push_if_ready(node);
        }
        while (!ready_.empty()) {
            const Index node = ready_.top().second;
            ready_.pop();
            order.push_back(node);
            for (const Index child : std::exchange(children_[node], {})) {
                --unplaced_parents_[child];
                push_if_ready(child);
            }
        }
    }

private:
    /// Nodes are numbered newest first, so the higher number is the older one among equal times.
    using Key = std::pair<std::pair<std::int64_t, std::int64_t>, Index>;

    void push_if_ready(Index node) {
        if (unplaced_parents_[node] == 0)
            ready_.push({{nodes_[node].commit_time, -static_cast<std::int64_t>(node)}, node});
    }

    const std::vector<Node>& nodes_;
    const std::vector<Index>& landed_by_;
    std::vector<std::uint32_t> unplaced_parents_;
    std::vector<std::vector<Index>> children_;
    std::priority_queue<Key, std::vector<Key>, std::greater<>> ready_;
};

std::vector<Index> first_parent_chain(const std::vector<Node>& nodes, Index tip) {
    std::vector<Index> chain;
    for (Index node = tip; !nodes[node].outside; node = nodes[node].parents.front()) {
        chain.push_back(node);
        if (nodes[node].parents.empty())
            break;
    }
    std::ranges::reverse(chain);
    return chain;
}

std::vector<Index> reach_unlanded(const std::vector<Node>& nodes, Index from,
                                  std::vector<Index>& landed_by) {
    std::vector<Index> reached, todo{from};
    landed_by[from] = from;
    while (!todo.empty()) {
        const Index current = todo.back();
        todo.pop_back();
        reached.push_back(current);
        for (const Index parent : nodes[current].parents)
            if (!nodes[parent].outside && landed_by[parent] == History::none) {
                landed_by[parent] = from;
                todo.push_back(parent);
            }
    }
    return reached;
}

} // namespace

History History::read(const Repository& repository, const ObjectId& from, const ObjectId& to,
                      std::stop_token stop, const Found& found, const Outside& outside) {
    RangeWalk walk(repository, stop, found, outside);
    const Index tip = walk.add_end(to, false);
    walk.add_end(from, true);
    walk.run();
    History history;
    if (stop.stop_requested())
        return history;

    const auto& nodes = walk.nodes();
    std::vector<Index> landed_by(nodes.size(), none), order;
    LandingOrder landing_order(nodes, landed_by);
    const auto mainline = first_parent_chain(nodes, tip);
    for (const Index pull : mainline)
        landing_order.append(reach_unlanded(nodes, pull, landed_by), order);

    std::vector<Index> position(nodes.size(), none);
    for (Index i = 0; i < order.size(); ++i)
        position[order[i]] = i;
    history.commits_.reserve(order.size());
    for (const Index node : order) {
        const auto& source = nodes[node];
        auto& commit = history.commits_.emplace_back(walk.without_landing(source));
        commit.landed_by = position[landed_by[node]];
        commit.mainline = landed_by[node] == node;
        for (const Index parent : source.parents) {
            history.parent_ids_.push_back(nodes[parent].id);
            history.starts_at_ancestor_ |= nodes[parent].id == from;
        }
        history.parent_start_.push_back(history.parent_ids_.size());
        if (source.cut_off)
            history.cut_off_.push_back(position[node]);
    }
    for (const auto& node : nodes)
        if (node.cut_off && node.outside && !repository.is_known_border(node.id))
            history.cut_off_outside_ =
                std::max(node.commit_time, history.cut_off_outside_.value_or(node.commit_time));
    return history;
}

MergeContents::MergeContents(const std::vector<Node>& nodes) {
    for (const auto& node : nodes) {
        auto& known = parents_.emplace_back();
        for (const auto& parent : node.parents) {
            const auto found = index_.find(parent);
            known.push_back(found == index_.end() ? History::none : found->second);
        }
        is_merge_.push_back(node.parents.size() > 1);
        index_.emplace(node.id, static_cast<std::uint32_t>(parents_.size() - 1));
        side_.push_back(Side::unseen);
        stamp_.push_back(0);
    }
}

std::vector<std::size_t> MergeContents::brought(std::size_t merge) {
    if (!is_merge_[merge])
        return {};
    ++round_;
    // Parents have lower numbers than children, so taking the highest first settles each node after
    // all its children. It is over when nothing that may have been brought waits any more.
    std::priority_queue<std::uint32_t> waiting;
    std::size_t brought_waiting = 0;
    const auto paint = [&](std::uint32_t node, Side colour) {
        const Side old = side(node);
        if (old == Side::unseen)
            waiting.push(node);
        if (old == Side::before || old == colour)
            return;
        brought_waiting += colour == Side::brought ? 1 : 0;
        brought_waiting -= old == Side::brought ? 1 : 0;
        side_[node] = colour;
        stamp_[node] = round_;
    };
    const auto& own_parents = parents_[merge];
    for (std::size_t i = 0; i < own_parents.size(); ++i)
        if (own_parents[i] != History::none)
            paint(own_parents[i], i == 0 ? Side::before : Side::brought);

    std::vector<std::size_t> result;
    while (brought_waiting > 0) {
        const auto node = waiting.top();
        waiting.pop();
        const Side colour = side(node);
        if (colour == Side::brought) {
            --brought_waiting;
            if (!is_merge_[node])
                result.push_back(node);
        }
        for (const auto parent : parents_[node])
            if (parent != History::none)
                paint(parent, colour);
    }
    std::ranges::reverse(result);
    return result;
}

} // namespace mw::git
