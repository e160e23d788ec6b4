#pragma once

#include "store/model/tree_records.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

/// Does another tree, a stable branch or a vendor's, have the changesets of the database?
namespace mw::trees {

struct TreeRequest {
    std::filesystem::path database;
    std::string name;                 ///< what it is called in searches: in:NAME
    std::filesystem::path repository; ///< its clone
    std::string revision;             ///< a revision as git understands it
};

enum class TreeStage : std::uint8_t { reading, comparing };

/// Called on the reading thread now and then; total is 0 where it is not known.
using TreeProgress = std::function<void(TreeStage stage, std::size_t done, std::size_t total)>;

/// Reads the tree and notes for every changeset of the database whether it is there, in place of
/// what was noted under that name before. How it is told: matcher.cpp.
///
/// Blocks; call it on a thread of its own. Throws git::Error, store::Error, git::Stopped; after
/// each of them the database holds what it held before.
store::Tree read_tree(const TreeRequest& request, const std::stop_token& stop = {},
                      const TreeProgress& progress = {});

} // namespace mw::trees
