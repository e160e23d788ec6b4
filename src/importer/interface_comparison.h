#pragma once

#include "git/objects/repository.h"
#include "interfaces/compare/tree_comparison.h"

#include <stop_token>
#include <string>
#include <vector>

namespace mw::importer {

/// A commit and the clone that has it; the clone outlives this.
struct TreeEnd {
    const git::Repository& repository;
    git::ObjectId commit;
};

struct InterfaceComparison {
    std::vector<interfaces::Difference> differences;
    /// Paths that could not be read because a clone lacks their contents: what they define is
    /// unknown.
    std::vector<std::string> unread;
};

/// What two trees have that tells of interfaces: their files, and which headers they export, as far
/// as the clone has the contents of the lists.
struct InterfaceTrees {
    interfaces::TreeComparison::Tree from, to;
};

/// Reads both at once, with a thread of its own. Throws git::Error.
InterfaceTrees read_interface_trees(const TreeEnd& from, const TreeEnd& to);

/// How two trees, be they of one clone or of two, differ at their edges. Blocks; starts `jobs`
/// threads (0: one for each processor). code: see TreeComparison. Ends early, with what it has,
/// once stop is requested. Throws git::Error.
InterfaceComparison compare_interfaces(const TreeEnd& from, const TreeEnd& to, InterfaceTrees trees,
                                       int jobs, std::stop_token stop,
                                       const interfaces::TreeComparison::CodeFilter& code = {});

} // namespace mw::importer
