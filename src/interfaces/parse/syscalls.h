#pragma once

#include "interfaces/items/item.h"

namespace mw::interfaces {

/// Table of system calls (arch/x86/entry/syscalls/syscall_64.tbl, scripts/syscall.tbl and their
/// like): "<number> <abi> <name> <entry point>". Fact: the table, "x86_64", with the number,
/// and "(sys_ni_syscall)" behind it where nothing answers that number any more.
void read_syscall_table(std::string_view path, std::string_view text, Items& items);

/// Header with "#define __NR_name number" in any of its forms: "(__NR_Linux + 5)", __NR3264_name,
/// another name. Fact as above.
void read_unistd_header(std::string_view path, std::string_view text, Items& items);

} // namespace mw::interfaces
