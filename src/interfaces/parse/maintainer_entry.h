#pragma once

#include "interfaces/items/item.h"

namespace mw::interfaces {

/// Entries of MAINTAINERS: a title with lines such as "S: Maintained" below it. Facts: "status",
/// "maintainer", "list" and "file" (F:), as written.
void read_maintainer_entries(std::string_view text, Items& items);

} // namespace mw::interfaces
