#pragma once

#include "store/model/project.h"
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
std::string link_line(const store::CommitDetail& commit, const store::Project& project = {});

/// words as a link of Markdown to the commit's page; where none is known the words and the start of
/// the id, by which this program finds the commit. words: escaped already.
std::string commit_link(const std::string& words, const std::string& oid,
                        const store::Project& project);

} // namespace mw::document
