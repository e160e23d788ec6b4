#pragma once

#include "store/reader.h"

#include <string>

namespace mw::cli {

/// The named release, or without a name the newest. Throws store::Error with the names there are.
store::Release choose_release(store::Reader& reader, const std::string& name);

} // namespace mw::cli
