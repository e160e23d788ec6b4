#pragma once

#include "fetch/download_meter.h"
#include "fetch/git_run.h"

#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <string>

namespace mw::fetch {

struct FetchedContents {
    std::size_t files = 0; ///< contents that were not there before
};

/// Brings into a clone that fetch_release() made what the changesets of FROM..TO compare, so that
/// their lines can be counted: in a few packs, not file by file. What is there already does not
/// come again. Blocks; any thread. Throws as fetch_release() does.
FetchedContents fetch_contents(const std::filesystem::path& clone, const std::string& from,
                               const std::string& to, const DownloadMeter::Sink& progress,
                               const std::stop_token& stop);

} // namespace mw::fetch
