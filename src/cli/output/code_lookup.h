#pragma once

#include "store/read/reader.h"

#include <stop_token>

namespace mw::cli {

/// Looks into the clones which changesets have the texts in their lines that a query asks for
/// (code_text/verify.h), and says on standard error what could not be looked at.
void look_into_clones(store::Reader& reader, const store::CommitQuery& query,
                      const std::stop_token& stop = {});

} // namespace mw::cli
