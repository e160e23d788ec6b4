#pragma once

#include <filesystem>
#include <string_view>

namespace mw::importer {

/// A file of data/, in this order: beside $MERGEWINDOW_DATA, under the installation that the
/// running program belongs to, in the source tree it was built from. Throws base::Error
/// with a sentence when it is in none of them.
std::filesystem::path data_file(std::string_view name);

/// $XDG_CONFIG_HOME/mergewindow/sections.toml, or ~/.config/… where the variable is unset: a
/// person's own section rules. It need not exist.
std::filesystem::path own_rules_file();

} // namespace mw::importer
