#pragma once

#include "store/model/project.h"
#include "store/model/records.h"

#include <span>
#include <string>

namespace mw::document {

/// A section in Markdown of the changesets that fix a CVE, the worst first and those that nobody
/// has rated last, each with its records and a link. Empty where there are none. Any thread.
std::string security_section(std::span<const store::CommitDetail> commits,
                             const store::Project& project = {});

} // namespace mw::document
