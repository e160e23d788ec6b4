#pragma once

#include "interfaces/items/item.h"

namespace mw::interfaces {

/// Minimum versions of tools: the table of Documentation/process/changes.rst, or the list of the
/// older Documentation/Changes. Fact "version".
void read_changes_doc(std::string_view text, Items& items);

/// The same from scripts/min-tool-version.sh: the versions that it prints for each tool, with the
/// architecture in brackets where they are one's own.
void read_min_tool_version(std::string_view text, Items& items);

/// "GNU C" and "gcc" are one tool, and so are "Rust (optional)" and "rustc".
std::string tool_identity(std::string_view name);

} // namespace mw::interfaces
