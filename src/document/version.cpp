#include "document/version.h"

#include <cmark-gfm.h>

namespace mw::document {

std::string library_version() {
    return cmark_version_string();
}

} // namespace mw::document
