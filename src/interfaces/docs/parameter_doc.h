#pragma once

#include "interfaces/items/item.h"

namespace mw::interfaces {

/// Entries of kernel-parameters.txt. An entry begins at a line with exactly one tab in front:
/// "name=" or "name [TAGS]", "name[=value]", or a lower-case name alone; what belongs to it is
/// indented further. Lists of abbreviations at the start of old versions are none.
///
/// Fact "documented": how the entry writes it, "ia32_emulation= [X86-64]". The summary is the first
/// sentence that says what it does.
void read_parameter_doc(std::string_view text, Items& items);

} // namespace mw::interfaces
