#pragma once

#include "git/history/history.h"

#include <cstdint>
#include <vector>

namespace mw::git {

/// For each node the position of the innermost merge that first brought it; History::none for what
/// no merge of the mainline brought, and for the mainline itself.
///
/// As a pull takes what can be reached from it and had not landed before, so does each merge within
/// it: along the first-parent chain of each of the pull's other parents, from its oldest commit to
/// its tip, a merge takes what nothing before it has taken, and so on below. Each node is taken
/// once: what a back-merge brings from elsewhere is with whoever brought it first.
///
/// nodes: parents before children, ids unique. mainline: which of them are on it, as many as nodes.
/// Takes time and room by the number of links.
std::vector<std::uint32_t> bringing_merges(const std::vector<MergeContents::Node>& nodes,
                                           const std::vector<bool>& mainline);

} // namespace mw::git
