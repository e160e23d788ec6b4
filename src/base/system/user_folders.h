#pragma once

#include <filesystem>

namespace mw::base {

/// Where a person's files of this program belong (XDG Base Directory Specification): settings, and
/// what can be had again. They need not be there. Empty where neither the variable nor HOME is set.
std::filesystem::path user_config_folder();
std::filesystem::path user_cache_folder();

} // namespace mw::base
