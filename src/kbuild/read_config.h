#pragma once

#include "base/message.h"
#include "store/model/records.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace mw::kbuild {

struct ReadConfig {
    std::string architecture;
    std::size_t symbols = 0;            ///< that the file answers
    std::vector<base::Message> remarks; ///< releases that could not be asked, and why
};

/// Called on the reading thread before a release is asked.
using ConfigProgress = std::function<void(const std::string& release)>;

/// Reads a kernel configuration (plain, or compressed as /proc/config.gz is) and notes for every
/// changeset of the database whether it touches what the configuration builds, in place of what
/// was noted before. The Kbuild files, the sources and the headers of each release's end are read
/// from the clone that the release was imported from: kept with the release they would take
/// megabytes for each, and most people never ask.
///
/// Blocks; call it on a thread of its own. Throws base::Error for a file that is no
/// configuration or for one of more than 32 MB once it is unpacked, store::Error, git::Stopped;
/// after each of them the database holds what it held before.
ReadConfig read_config(const std::filesystem::path& database, const std::filesystem::path& file,
                       const std::stop_token& stop = {}, const ConfigProgress& progress = {});

/// The same by the configuration that the database has, for what was imported since: its file may
/// be gone. Throws store::Error where there is none, and what read_config() throws.
ReadConfig renew_config(const std::filesystem::path& database, const std::stop_token& stop = {},
                        const ConfigProgress& progress = {});

} // namespace mw::kbuild
