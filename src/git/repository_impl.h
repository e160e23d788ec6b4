#pragma once

#include "git/handle.h"
#include "git/repository.h"

#include <string>
#include <unordered_set>

namespace mw::git {

struct Repository::Impl {
    RepositoryHandle repository;
    OdbHandle odb;
    std::unordered_set<ObjectId, ObjectIdHash> shallow_commits;
    bool has_fetched_objects = false; ///< odb looks into the cache of lazy_fetch.h as well
};

/// libgit2's own words on the error that just happened on this thread, for use within a sentence.
std::string last_error();

} // namespace mw::git
