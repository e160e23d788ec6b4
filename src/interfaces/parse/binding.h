#pragma once

#include "interfaces/items/item.h"

namespace mw::interfaces {

/// The item of a device tree binding by its path alone: "power/supply/mitsumi,mm8013" with the fact
/// "format", yaml or txt. It is known by its path without the ending, so a binding that was
/// converted is the same.
Item binding_of_path(std::string_view path);

/// The compatibles that a binding describes, with its title for a summary: in YAML what stands
/// below "compatible:", in old texts what is quoted and has a comma. Examples are passed over.
/// Returns the title.
std::string read_binding(std::string_view path, std::string_view text, Items& items);

} // namespace mw::interfaces
