#include "git/history/bringing_merges.h"

#include <unordered_map>

namespace mw::git {

namespace {

class Bringing {
public:
    Bringing(const std::vector<MergeContents::Node>& nodes, const std::vector<bool>& mainline)
        : nodes_(nodes), taken_(mainline), brought_by_(nodes.size(), History::none) {
        for (std::uint32_t i = 0; i < nodes.size(); ++i)
            index_.emplace(nodes[i].id, i);
    }

    /// Gives a merge of the mainline all below it that is not taken yet. Branches nest as deeply as
    /// people like, so the way back is kept on a list and not on the stack.
    void take_all_below(std::uint32_t pull) {
        std::vector<Open> open{{pull, 1, {}}};
        while (!open.empty()) {
            auto& [merge, side, chain] = open.back();
            if (!chain.empty()) {
                const auto node = chain.back();
                chain.pop_back();
                brought_by_[node] = merge;
                if (nodes_[node].parents.size() > 1)
                    open.push_back({node, 1, {}});
            } else if (side < nodes_[merge].parents.size()) {
                chain = take_chain(nodes_[merge].parents[side++]);
            } else {
                open.pop_back();
            }
        }
    }

    std::vector<std::uint32_t> result() && { return std::move(brought_by_); }

private:
    struct Open {
        std::uint32_t merge;
        std::size_t side;
        std::vector<std::uint32_t> chain; ///< what is left of it, the oldest last
    };

    /// The first parents from here on, newest first. What is older than one that was taken was
    /// taken with it.
    std::vector<std::uint32_t> take_chain(const ObjectId& tip) {
        std::vector<std::uint32_t> chain;
        for (auto at = index_.find(tip); at != index_.end() && !taken_[at->second];) {
            taken_[at->second] = true;
            chain.push_back(at->second);
            const auto& parents = nodes_[at->second].parents;
            at = parents.empty() ? index_.end() : index_.find(parents.front());
        }
        return chain;
    }

    const std::vector<MergeContents::Node>& nodes_;
    std::unordered_map<ObjectId, std::uint32_t, ObjectIdHash> index_;
    std::vector<bool> taken_;
    std::vector<std::uint32_t> brought_by_;
};

} // namespace

std::vector<std::uint32_t> bringing_merges(const std::vector<MergeContents::Node>& nodes,
                                           const std::vector<bool>& mainline) {
    Bringing bringing(nodes, mainline);
    for (std::uint32_t i = 0; i < nodes.size(); ++i)
        if (mainline[i] && nodes[i].parents.size() > 1)
            bringing.take_all_below(i);
    return std::move(bringing).result();
}

} // namespace mw::git
