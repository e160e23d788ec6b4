#pragma once

#include "cli/commands.h"
#include "importer/import.h"

#include <string>

namespace mw::cli {

/// What a person can do where a clone lacks what lines are counted by.
inline constexpr const char* contents_advice =
    "Fetch them with 'git fetch --refetch --no-filter' and import again";

/// Imports with a progress line, tells what a person should know, and prints what the release came
/// to. Throws what the import throws.
void import_and_tell(const importer::ImportRequest& request, const Options& options,
                     const std::string& advice = contents_advice);

} // namespace mw::cli
