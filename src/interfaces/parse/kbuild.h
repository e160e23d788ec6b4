#pragma once

#include "interfaces/items/item.h"

namespace mw::interfaces {

/// What a Kbuild file or Makefile can build as modules: "obj-$(CONFIG_X) += name.o" and "obj-m". An
/// item is a target that may be one; whether it is, its symbol says (tristate). Fact "symbol", "X";
/// parts: the objects that it is linked from, "name-y", "name-objs" and "name-$(CONFIG_Y)", as
/// written ("gt/intel_gt.o", "$(gt-y)"). Conditions are not evaluated: every branch counts.
void read_kbuild(std::string_view text, Items& items);

} // namespace mw::interfaces
