#include "base/system/user_folders.h"

#include <cstdlib>

namespace mw::base {

namespace fs = std::filesystem;

namespace {

fs::path folder_of_variable(const char* name) {
    const char* const value = std::getenv(name); // NOLINT(concurrency-mt-unsafe)
    const fs::path folder(value == nullptr ? "" : value);
    // The specification wants a relative path ignored.
    return folder.is_absolute() ? folder : fs::path();
}

fs::path user_folder(const char* variable, const char* below_home) {
    if (const auto chosen = folder_of_variable(variable); !chosen.empty())
        return chosen / "mergewindow";
    const auto home = folder_of_variable("HOME");
    return home.empty() ? fs::path() : home / below_home / "mergewindow";
}

} // namespace

fs::path user_config_folder() {
    return user_folder("XDG_CONFIG_HOME", ".config");
}

fs::path user_cache_folder() {
    return user_folder("XDG_CACHE_HOME", ".cache");
}

} // namespace mw::base
