#include "interfaces/parse/source.h"

#include "interfaces/docs/abi_doc.h"
#include "interfaces/docs/parameter_doc.h"
#include "interfaces/docs/sysctl_doc.h"
#include "interfaces/items/toolchain.h"
#include "interfaces/parse/binding.h"
#include "interfaces/parse/code.h"
#include "interfaces/parse/kbuild.h"
#include "interfaces/parse/kconfig.h"
#include "interfaces/parse/maintainer_entry.h"
#include "interfaces/parse/syscalls.h"
#include "interfaces/parse/uapi_header.h"

#include <algorithm>
#include <iterator>

namespace mw::interfaces {

namespace {

using std::string_view;

/// Nothing that a person wrote comes near; lists of registers in C are passed over quickly.
constexpr std::size_t largest_text = 4 << 20, largest_code = 64 << 20;

bool holds(string_view path, string_view part) {
    return path.find(part) != string_view::npos;
}

Source source_of_documentation(string_view path, string_view name) {
    if (name == "kernel-parameters.txt")
        return holds(path, "/translations/") ? Source::none : Source::parameter_doc;
    if (path == "Documentation/process/changes.rst" || path == "Documentation/Changes")
        return Source::changes_doc;
    const bool prose = name.ends_with(".rst") || name.ends_with(".txt");
    if (prose && (path.starts_with("Documentation/admin-guide/sysctl/") ||
                  path.starts_with("Documentation/sysctl/") ||
                  (path.starts_with("Documentation/networking/") && holds(name, "sysctl"))))
        return name.starts_with("index.") ? Source::none : Source::sysctl_doc;
    if (path.starts_with("Documentation/ABI/"))
        return name == "README" ? Source::none : Source::abi_doc;
    const bool bindings =
        path.starts_with("Documentation/devicetree/bindings/") || holds(path, "/dts-bindings/");
    return bindings && (name.ends_with(".yaml") || name.ends_with(".txt")) ? Source::binding
                                                                           : Source::none;
}

/// Of include/ and arch/: tables and headers of system calls, headers for user space.
Source source_of_header(string_view path, string_view name) {
    if (name.ends_with(".tbl"))
        return name.starts_with("syscall") ? Source::syscall_table : Source::none;
    if (!name.ends_with(".h"))
        return Source::none;
    const bool asm_header = holds(path, "/asm/") || holds(path, "/asm-generic/") ||
                            holds(path, "/asm-") || holds(path, "/arch/unistd");
    if (name.starts_with("unistd") && asm_header)
        return Source::unistd_header;
    return holds(path, "include/uapi/") ? Source::uapi_header : Source::none;
}

} // namespace

Source source_of(string_view path) {
    const auto name = path.substr(path.rfind('/') + 1);
    if (path == "MAINTAINERS")
        return Source::maintainers;
    if (path.starts_with("Documentation/"))
        return source_of_documentation(path, name);
    if (path == "scripts/min-tool-version.sh")
        return Source::min_tool_version;
    if (path == "scripts/syscall.tbl")
        return Source::syscall_table;
    // Symbols of tools and samples are symbols of the tree; those of Kconfig's own tests are not.
    if (name.starts_with("Kconfig"))
        return path.starts_with("scripts/kconfig/") ? Source::none : Source::kconfig;
    // What is for the host.
    for (const string_view folder : {"tools/", "scripts/", "samples/"})
        if (path.starts_with(folder))
            return Source::none;
    if (name == "Makefile" || name == "Kbuild")
        return Source::kbuild;
    if (path.starts_with("include/") || path.starts_with("arch/"))
        if (const auto source = source_of_header(path, name); source != Source::none)
            return source;
    return name.ends_with(".c") || name.ends_with(".h") ? Source::code : Source::none;
}

bool needs_unchanged_files(Source source) {
    switch (source) {
    case Source::none:
    case Source::maintainers: // one file
    case Source::kbuild:      // module names are one's own
    case Source::code:        // too many; see TreeComparison
        return false;
    default:
        return true;
    }
}

Items items_of_path(Source source, string_view path) {
    Items items;
    static constexpr string_view arch = "arch/", kconfig = "/Kconfig";
    if (source == Source::binding) {
        items.push_back(binding_of_path(path));
    } else if (source == Source::kconfig && path.starts_with(arch) && path.ends_with(kconfig)) {
        const auto name = path.substr(
            arch.size(), path.size() - std::min(path.size(), arch.size() + kconfig.size()));
        if (!name.empty() && name.find('/') == string_view::npos) {
            items.emplace_back();
            items.back().kind = Kind::arch;
            items.back().name = name;
        }
    }
    return items;
}

Items read_part(Source source, string_view path, string_view part, string_view whole) {
    Items items;
    if (part.size() > (source == Source::code ? largest_code : largest_text))
        return items;
    switch (source) {
    case Source::none:
        break;
    case Source::kconfig:
        read_kconfig(part, items);
        break;
    case Source::parameter_doc:
        read_parameter_doc(part, items);
        break;
    case Source::sysctl_doc:
        read_sysctl_doc(path, part, items);
        break;
    case Source::abi_doc:
        read_abi_doc(path, part, items);
        break;
    case Source::syscall_table:
        read_syscall_table(path, part, items);
        break;
    case Source::unistd_header:
        read_unistd_header(path, part, items);
        break;
    case Source::uapi_header:
        read_uapi_header(path, part, items);
        break;
    case Source::binding:
        read_binding(path, part, items);
        break;
    case Source::changes_doc:
        read_changes_doc(part, items);
        break;
    case Source::min_tool_version:
        read_min_tool_version(part, items);
        break;
    case Source::maintainers:
        read_maintainer_entries(part, items);
        break;
    case Source::kbuild:
        read_kbuild(part, items);
        break;
    case Source::code:
        read_code(path, part, whole, items);
        break;
    }
    return items;
}

Items read_items(Source source, string_view path, string_view text) {
    auto more = items_of_path(source, path);
    Items items;
    if (source == Source::binding && text.size() <= largest_text)
        more.front().summary = read_binding(path, text, items);
    else
        items = read_part(source, path, text, text);
    std::ranges::move(more, std::back_inserter(items));
    return items;
}

} // namespace mw::interfaces
