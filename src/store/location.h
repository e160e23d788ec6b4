#pragma once

#include <filesystem>

namespace mw::store {

/// $XDG_DATA_HOME/mergewindow/mergewindow.db, or ~/.local/share/… where the variable is unset
/// (XDG Base Directory Specification 0.8). Does not create anything.
std::filesystem::path default_database_file();

} // namespace mw::store
