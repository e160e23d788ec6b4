#pragma once

#include "importer/import.h"
#include "store/model/records.h"

#include <filesystem>
#include <stop_token>
#include <string>

namespace mw::importer {

/// Reads which identifiers the changesets of a release have in their lines, for one that an older
/// version of the program imported, and writes that alone. Returns the release at once where it is
/// known. Blocks; starts threads of its own. Throws store::Error where there is no such release, or
/// it came with the program, git::Error where its clone is gone or lacks the contents of files, and
/// Cancelled; then nothing is changed.
store::Release index_code(const std::filesystem::path& database, const std::string& release_name,
                          const ImportEvents& events, const std::stop_token& stop);

} // namespace mw::importer
