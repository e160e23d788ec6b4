#pragma once

#include <map>
#include <string>
#include <string_view>

/// What a configuration builds of a kernel tree, by its Kbuild files
/// (Documentation/kbuild/makefiles.rst). Nothing of the tree is run. Knows texts alone, no clone.
namespace mw::kbuild {

/// A kernel configuration: a .config, /boot/config-*, or what zcat prints of /proc/config.gz.
/// Immutable once made; any thread.
class ConfigFile {
public:
    ConfigFile() = default;
    /// Lines "CONFIG_X=value" and "# CONFIG_X is not set"; others are left alone.
    explicit ConfigFile(std::string_view text);

    /// "y", "m", a number or a text without its quotes; empty for what is not set.
    std::string value(std::string_view symbol) const;
    /// Whether the file says anything of the symbol, be it that it is not set.
    bool answers(std::string_view symbol) const { return values_.contains(symbol); }
    bool is_64_bit() const { return value("64BIT") == "y" || value("X86_64") == "y"; }
    /// Whether modules are built. One that does not say so and has modules, which is written by
    /// hand, means them.
    bool has_modules() const;
    /// How many symbols it answers; none for a file of another kind.
    std::size_t size() const { return values_.size(); }

private:
    std::map<std::string, std::string, std::less<>> values_; ///< without "CONFIG_"
};

/// The architecture whose folder below arch/ a configuration is for ("x86", "arm64"), as far as its
/// symbols tell; empty where none does.
std::string architecture_of(const ConfigFile& config);

} // namespace mw::kbuild
