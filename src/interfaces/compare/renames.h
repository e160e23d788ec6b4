#pragma once

#include "interfaces/compare/inventory.h"
#include "interfaces/compare/tree_comparison.h"

#include <vector>

namespace mw::interfaces {

/// Finds pairs of an item that went and one that came which are the same under another name, and
/// puts one change in their place:
///
///     an entry of MAINTAINERS   at least half of the files of both are the same
///     a device tree binding     both describe the same compatible
void join_renamed(const Inventory& inventory, std::vector<Difference>& differences);

} // namespace mw::interfaces
