#pragma once

#include "cli/commands.h"
#include "importer/import.h"

namespace mw::cli {

/// Imports with a progress line, tells what a person should know, and prints what the release came
/// to. Throws what the import throws.
void import_and_tell(const importer::ImportRequest& request, const Options& options);

} // namespace mw::cli
