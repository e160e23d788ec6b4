#pragma once

#include "interfaces/compare/inventory.h"
#include "interfaces/compare/tree_comparison.h"

#include <vector>

namespace mw::interfaces {

/// What came, went and changed, of an inventory whose definitions are sorted by path.
std::vector<Difference> find_differences(const Inventory& inventory);

} // namespace mw::interfaces
