#pragma once

#include <filesystem>
#include <string_view>

namespace mw::importer {

/// A file of data/, in this order: beside $MERGEWINDOW_DATA, under the installation that the
/// running program belongs to, in the source tree it was built from. Throws std::runtime_error
/// with a sentence when it is in none of them.
std::filesystem::path data_file(std::string_view name);

} // namespace mw::importer
