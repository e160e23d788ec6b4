#pragma once

#include "importer/import.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace mw::importer {

/// What became of a release when its clone was looked at again.
struct Refreshed {
    store::Release release;
    std::string former_name; ///< where it took the name of a tag; empty: it kept its own
    bool changed = false;    ///< the clone had something else than the database
};

/// Brings an imported release up to date with its clone, as run_import() does. A release whose end
/// is a branch follows it. When the tag of the release appears, a final one ("v6.7"), the release
/// ends there; it takes the tag's name where it was called as the branch. A range that holds other
/// final tags is more than one release and goes on following.
/// Blocks. Throws what run_import() throws; store::Error where there is no such release or it was
/// not imported from a clone.
Refreshed refresh_release(const std::filesystem::path& database, const std::string& name,
                          const ImportEvents& events, std::stop_token stop);

/// Whether the clone of a release has something else at its end than the database has, or a tag at
/// it that the release has not taken yet: reads references, no history. False where the clone is
/// gone.
bool has_moved(const store::Release& release);

/// Files and folders of the clone that change when has_moved() may: for a watcher. Those that are
/// not there are left out. Empty where the clone is gone.
std::vector<std::filesystem::path> watched_paths(const store::Release& release);

} // namespace mw::importer
