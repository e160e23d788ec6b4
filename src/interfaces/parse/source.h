#pragma once

#include "interfaces/items/item.h"

namespace mw::interfaces {

/// What kind of text a file is to us, by its path. A few paths may be two kinds; the first that
/// fits is meant.
enum class Source : std::uint8_t {
    none,             ///< tells nothing of interfaces
    kconfig,          ///< Kconfig*
    parameter_doc,    ///< Documentation/**/kernel-parameters.txt
    sysctl_doc,       ///< Documentation/admin-guide/sysctl, Documentation/networking/*sysctl*
    abi_doc,          ///< Documentation/ABI
    syscall_table,    ///< *.tbl of an architecture, scripts/syscall.tbl
    unistd_header,    ///< unistd.h and its like
    uapi_header,      ///< include/uapi, arch/*/include/uapi
    binding,          ///< Documentation/devicetree/bindings
    changes_doc,      ///< Documentation/process/changes.rst
    min_tool_version, ///< scripts/min-tool-version.sh
    maintainers,      ///< MAINTAINERS
    kbuild,           ///< Makefile and Kbuild
    code,             ///< C and its headers
};

Source source_of(std::string_view path);

/// The items of one file. Texts of more than a few megabytes give none.
Items read_items(Source source, std::string_view path, std::string_view text);

/// Those that a part of a file gives, where names depend on the whole of it, and those that its
/// path alone gives, whatever it holds.
Items read_part(Source source, std::string_view path, std::string_view part,
                std::string_view whole);
Items items_of_path(Source source, std::string_view path);

/// Whether a name that a file of this kind defines may stand in any other file as well, so that
/// those that are the same in both trees have to be read too before it can be called new or gone.
bool needs_unchanged_files(Source source);

} // namespace mw::interfaces
