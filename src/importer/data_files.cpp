#include "importer/data_files.h"

#include <fmt/format.h>

#include <cstdlib>
#include <stdexcept>
#include <vector>

namespace mw::importer {

namespace fs = std::filesystem;

fs::path data_file(std::string_view name) {
    std::vector<fs::path> folders;
    if (const char* chosen = std::getenv("MERGEWINDOW_DATA")) // NOLINT(concurrency-mt-unsafe)
        folders.emplace_back(chosen);
    std::error_code error;
    if (const auto program = fs::read_symlink("/proc/self/exe", error); !error)
        folders.push_back(program.parent_path() / MW_DATA_FROM_BIN_DIR);
    folders.emplace_back(MW_SOURCE_DATA_DIR);
    for (const auto& folder : folders)
        if (fs::exists(folder / name, error))
            return folder / name;
    throw std::runtime_error(fmt::format("The program's data file {} is not installed. Install the "
                                         "program again, or name its data folder in "
                                         "MERGEWINDOW_DATA.",
                                         name));
}

fs::path own_rules_file() {
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe)
        return fs::path(value == nullptr ? "" : value);
    };
    const auto chosen = variable("XDG_CONFIG_HOME");
    // The specification wants a relative path ignored.
    const auto folder = chosen.is_absolute() ? chosen : variable("HOME") / ".config";
    return folder / "mergewindow" / "sections.toml";
}

} // namespace mw::importer
