#include "importer/data/data_files.h"

#include "base/error.h"
#include "base/system/user_folders.h"

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
    // A package knows no source tree.
    if (const std::string_view source = MW_SOURCE_DATA_DIR; !source.empty())
        folders.emplace_back(source);
    for (const auto& folder : folders)
        if (fs::exists(folder / name, error))
            return folder / name;
    throw base::Error("The program's data file {} is not installed. Install the "
                      "program again, or name its data folder in "
                      "MERGEWINDOW_DATA.",
                      name);
}

fs::path own_rules_file() {
    const auto folder = base::user_config_folder();
    return folder.empty() ? folder : folder / "sections.toml";
}

} // namespace mw::importer
