#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// What a release offers at its edges, to those who configure, start, call and maintain it, and how
/// two trees differ in it. Plain values; every function of this folder is pure and may be called on
/// any thread. The folder reads texts that it is given: it knows neither git nor SQL nor Qt.
namespace mw::interfaces {

/// The database keeps the numbers: new kinds are put at the end.
enum class Kind : std::uint8_t {
    config,      ///< Kconfig symbol
    param,       ///< parameter of the kernel command line, or of a module
    syscall,     ///< system call
    uapi,        ///< name that a header for user space defines
    abi,         ///< entry of Documentation/ABI: a file of sysfs, procfs, debugfs, configfs
    sysctl,      ///< sysctl as documented
    device_tree, ///< device tree binding, or a compatible of one
    toolchain,   ///< minimum version of a tool
    maintainer,  ///< entry of MAINTAINERS
    arch,        ///< folder of arch/
    filesystem,  ///< type of file system
    module,      ///< what Kbuild can build as a module of its own: a driver
};

enum class Change : std::uint8_t { added, removed, changed };

/// "config", "device-tree", "added": the words of the command line and of searches.
std::string_view key(Kind kind);
std::string_view key(Change change);
std::optional<Kind> kind_from_key(std::string_view key);
std::span<const Kind> all_kinds();

/// One difference at the edge between two trees.
struct InterfaceChange {
    Kind kind = Kind::config;
    Change change = Change::added;
    std::string
        name; ///< as written: "FUEL_GAUGE_MM8013", "futex_wake", "/sys/block/<disk>/diskseq"
    /// First line: what a list shows of it, a prompt or "default: n → y". Behind it, where there is
    /// more, what the tree says, as written: "tristate", "depends on I2C", an empty line, the help.
    std::string detail;
    std::string path; ///< the file that says so: of the new tree, for what is removed of the old
    std::string oid;  ///< changeset that made it, 40 lower-case hex digits; empty where not known

    bool operator==(const InterfaceChange&) const = default;
};

} // namespace mw::interfaces
