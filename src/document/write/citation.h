#pragma once

#include "store/model/records.h"

#include <string>

/// The kernel's own ways to name a commit (Documentation/process/submitting-patches.rst). Empty for
/// an entry without an id. Any thread.
namespace mw::document {

/// 0123456789ab ("mm: add a thing")
std::string citation(const store::CommitRow& commit);

/// Fixes: 0123456789ab ("mm: add a thing")
std::string fixes_line(const store::CommitRow& commit);

/// Link: and the address of the discussion where the commit names it, else of the commit.
std::string link_line(const store::CommitDetail& commit);

/// https://git.kernel.org/linus/<id>
std::string commit_address(const std::string& oid);

} // namespace mw::document
