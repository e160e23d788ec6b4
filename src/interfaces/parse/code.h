#pragma once

#include "interfaces/items/item.h"

namespace mw::interfaces {

/// What C code itself offers: parameters of the kernel command line and of modules, and types of
/// file systems. The code is searched for the few macros that declare them, not parsed.
///
///     __setup, __setup_param, early_param, early_param_on_off, core_param, core_param_cb
///         a parameter as the command line has it
///     module_param and all that begin so, torture_param, and the like of device_param_cb
///         a parameter of a module: "module.name" on the command line. The module's name is the
///         MODULE_PARAM_PREFIX that the file defines; else only Kbuild knows it, and the item's
///         scope is the file.
///     struct file_system_type x = { .name = "ext4", ... }
///
/// Fact "code": the macro. The summary is the MODULE_PARM_DESC of the same text.
///
/// prefix_text: the whole file, to be searched for MODULE_PARAM_PREFIX, where text is a part of it.
void read_code(std::string_view path, std::string_view text, std::string_view prefix_text,
               Items& items);

} // namespace mw::interfaces
