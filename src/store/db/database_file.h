#pragma once

#include <filesystem>

namespace mw::store {

/// $XDG_DATA_HOME/mergewindow/mergewindow.db, or ~/.local/share/… where the variable is unset
/// (XDG Base Directory Specification 0.8). Does not create anything.
std::filesystem::path default_database_file();

/// Migrates a file that an older version of this program wrote, after a backup beside it; makes it
/// where there is none. Throws store::Error.
void bring_up_to_date(const std::filesystem::path& file);

} // namespace mw::store
