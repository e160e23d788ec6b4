#pragma once

#include <filesystem>
#include <system_error>

/// std::filesystem without exceptions: its own calls throw in English about what a person may well
/// have (a folder that they may not look into, a name that is too long, a loop of links), so that
/// no sentence of ours is said.
namespace mw::base {

/// False as well where nobody may look.
inline bool is_there(const std::filesystem::path& path) {
    std::error_code error;
    return std::filesystem::exists(path, error) && !error;
}

inline bool is_folder(const std::filesystem::path& path) {
    std::error_code error;
    return std::filesystem::is_directory(path, error) && !error;
}

/// True only where it is sure that nothing is there.
inline bool is_gone(const std::filesystem::path& path) {
    std::error_code error;
    return !std::filesystem::exists(path, error) && !error;
}

/// From the root folder on, without "." and "..". As it is where the working folder is gone.
inline std::filesystem::path whole_path(const std::filesystem::path& path) {
    std::error_code error;
    const auto whole = std::filesystem::absolute(path, error);
    return error ? path : whole.lexically_normal();
}

} // namespace mw::base
