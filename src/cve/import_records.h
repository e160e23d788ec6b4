#pragma once

#include "base/message.h"
#include "store/user/cve_store.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace mw::cve {

struct ImportedRecords {
    store::CveCounts counts;
    std::vector<base::Message> unreadable; ///< files that were left out, and why
};

/// Reads the records of a clone or folder (read_records()) and puts them in place of those that the
/// database has. progress: files that were read so far, called now and then on this thread.
///
/// Blocks; call it on a thread of its own. Throws what read_records() throws, and store::Error;
/// after each of them the database holds what it held before.
ImportedRecords import_records(const std::filesystem::path& database,
                               const std::filesystem::path& path, const std::stop_token& stop = {},
                               const std::function<void(std::size_t)>& progress = {});

} // namespace mw::cve
