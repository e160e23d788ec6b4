#include "store/model/outline_records.h"

#include <algorithm>

namespace mw::store {

const char* to_string(OutlineKind kind) {
    switch (kind) {
    case OutlineKind::release:
        return "release";
    case OutlineKind::pull:
        return "pull";
    case OutlineKind::branch_merge:
        return "branch-merge";
    case OutlineKind::series:
        return "series";
    case OutlineKind::changeset:
        break;
    }
    return "changeset";
}

std::vector<std::size_t> Outline::children(std::size_t node) const {
    std::vector<std::size_t> found;
    for (std::size_t at = node + 1; at < nodes[node].end; at = nodes[at].end)
        found.push_back(at);
    return found;
}

std::optional<std::size_t> Outline::find(RowId commit) const {
    const auto found = std::ranges::find(nodes, commit, &OutlineNode::row);
    return commit == 0 || found == nodes.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - nodes.begin()));
}

std::optional<std::size_t> Outline::find(std::string_view oid) const {
    const auto found = std::ranges::find_if(
        nodes, [oid](const OutlineNode& node) { return !oid.empty() && node.oid == oid; });
    return found == nodes.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(found - nodes.begin()));
}

std::vector<std::size_t> Outline::way_to(std::size_t node) const {
    std::vector<std::size_t> way{node};
    while (way.back() != 0)
        way.push_back(nodes[way.back()].parent);
    std::ranges::reverse(way);
    return way;
}

std::string outline_title(const OutlineNode& node) {
    if (node.kind != OutlineKind::series)
        return node.title;
    return "Probably a series of " + std::to_string(node.changesets) + ": " + node.title;
}

} // namespace mw::store
