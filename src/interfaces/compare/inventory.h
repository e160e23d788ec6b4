#pragma once

#include "interfaces/items/item.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

/// What was read of two trees, by item.
namespace mw::interfaces {

struct Definition {
    std::string path;
    std::string identity; ///< what events call it, see identity()
    Item item;
};

/// One item with its definitions in files that differ between the trees.
struct Entry {
    std::vector<Definition> old_side, new_side; ///< by path once sorted
    bool in_unchanged_file = false;
    std::string unchanged_summary; ///< of a definition there

    bool in_old_tree() const { return in_unchanged_file || !old_side.empty(); }
    bool in_new_tree() const { return in_unchanged_file || !new_side.empty(); }
};

/// By kind and what an item is known by in its tree.
using EntryKey = std::pair<Kind, std::string>;
using Inventory = std::map<EntryKey, Entry>;

/// Paths that define it, each once; definitions sorted by path.
std::vector<std::string> paths_of(const std::vector<Definition>& definitions);

} // namespace mw::interfaces
