#pragma once

#include "interfaces/items/item.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mw::interfaces {

/// Which module a file of C is linked into, by the Kbuild files of one tree. One thread.
class ModuleIndex {
public:
    /// What read_kbuild() found in a file; path: "drivers/net/Makefile".
    void add(std::string_view path, const Items& modules);

    /// "amd_pmc" of "drivers/platform/x86/amd/pmc/pmc.c", as the kernel says it: with '_' for '-'.
    /// The file's own name where no Kbuild file of its folder or of three above it tells.
    std::string module_of(std::string_view path) const;

private:
    /// By folder and object as a Kbuild file there names it: "drivers/a" and "b/c.o".
    std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> modules_;
};

} // namespace mw::interfaces
