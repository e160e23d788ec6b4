#pragma once

#include "interfaces/items/item.h"

namespace mw::interfaces {

/// Symbols of a Kconfig file of Linux, U-Boot, barebox, Buildroot and their like: the language of
/// Documentation/kbuild/kconfig-language.rst, read line by line as scripts/kconfig/lexer.l does.
/// Nothing is evaluated: macros and conditions stay as they are written, `source` is not followed.
///
/// Facts of a symbol, in the order of the file: "type", "prompt", "default", "depends on",
/// "select", "imply", "range", "visible if", "option", and what it stands in: "choice" with the
/// choice's prompt, "if" with a condition of an enclosing if, menu or choice. The summary is the
/// prompt.
void read_kconfig(std::string_view text, Items& items);

} // namespace mw::interfaces
