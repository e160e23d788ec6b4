#include "kbuild/config_file.h"

#include <algorithm>
#include <array>

namespace mw::kbuild {

using std::string_view;

ConfigFile::ConfigFile(string_view text) {
    constexpr string_view front = "CONFIG_", unset = "# CONFIG_", behind = " is not set";
    while (!text.empty()) {
        auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.starts_with(unset) && line.ends_with(behind)) {
            line.remove_suffix(behind.size());
            values_[std::string(line.substr(unset.size()))];
        }
        const auto equals = line.find('=');
        if (!line.starts_with(front) || equals == string_view::npos)
            continue;
        auto value = line.substr(equals + 1);
        if (value.size() > 1 && value.starts_with('"') && value.ends_with('"'))
            value = value.substr(1, value.size() - 2);
        values_[std::string(line.substr(front.size(), equals - front.size()))] =
            value == "n" ? "" : value;
    }
}

std::string ConfigFile::value(string_view symbol) const {
    const auto found = values_.find(symbol);
    return found == values_.end() ? std::string() : found->second;
}

bool ConfigFile::has_modules() const {
    return answers("MODULES") ? value("MODULES") == "y"
                              : std::ranges::any_of(values_, [](const auto& symbol) {
                                    return symbol.second == "m";
                                });
}

std::string architecture_of(const ConfigFile& config) {
    struct Known {
        string_view symbol, folder;
    };
    // Symbols that the Kconfig file of one architecture alone sets.
    static constexpr std::array<Known, 25> all = {{{"X86", "x86"},
                                                   {"X86_64", "x86"},
                                                   {"X86_32", "x86"},
                                                   {"ARM64", "arm64"},
                                                   {"ARM", "arm"},
                                                   {"RISCV", "riscv"},
                                                   {"PPC", "powerpc"},
                                                   {"S390", "s390"},
                                                   {"MIPS", "mips"},
                                                   {"LOONGARCH", "loongarch"},
                                                   {"SPARC", "sparc"},
                                                   {"PARISC", "parisc"},
                                                   {"ALPHA", "alpha"},
                                                   {"ARC", "arc"},
                                                   {"CSKY", "csky"},
                                                   {"HEXAGON", "hexagon"},
                                                   {"IA64", "ia64"},
                                                   {"M68K", "m68k"},
                                                   {"MICROBLAZE", "microblaze"},
                                                   {"NIOS2", "nios2"},
                                                   {"OPENRISC", "openrisc"},
                                                   {"SUPERH", "sh"},
                                                   {"UML", "um"},
                                                   {"XTENSA", "xtensa"},
                                                   {"NDS32", "nds32"}}};
    for (const auto& [symbol, folder] : all)
        if (config.value(symbol) == "y")
            return std::string(folder);
    return {};
}

} // namespace mw::kbuild
