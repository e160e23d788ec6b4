#pragma once

#include <string>

namespace mw::document {

/// Of the cmark-gfm that runs, which may be another than the one compiled against. Any thread.
std::string library_version();

} // namespace mw::document
