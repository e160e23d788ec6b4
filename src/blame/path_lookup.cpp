#include "blame/path_lookup.h"

namespace mw::blame {

PathLookup::PathLookup(const git::Repository& repository, const std::string& path)
    : repository_(repository) {
    for (std::size_t at = 0; at <= path.size();) {
        const auto end = std::min(path.find('/', at), path.size());
        parts_.push_back(path.substr(at, end - at));
        at = end + 1;
    }
    known_.resize(parts_.size());
}

std::optional<git::ObjectId> PathLookup::blob(const git::ObjectId& tree) {
    return find(tree, 0);
}

std::optional<git::ObjectId> PathLookup::find(const git::ObjectId& tree, std::size_t depth) {
    if (const auto known = known_[depth].find(tree); known != known_[depth].end())
        return known->second;
    std::optional<git::ObjectId> found;
    if (const auto entry = git::find_tree_entry(repository_, tree, parts_[depth])) {
        if (depth + 1 < parts_.size()) {
            if (entry->is_directory())
                found = find(entry->id, depth + 1);
        } else if (entry->is_blob()) {
            found = entry->id;
        }
    }
    known_[depth].emplace(tree, found);
    return found;
}

} // namespace mw::blame
