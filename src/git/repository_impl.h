#pragma once

#include "git/handle.h"
#include "git/repository.h"

#include <string>

namespace mw::git {

struct Repository::Impl {
    RepositoryHandle repository;
    OdbHandle odb;
};

/// libgit2's own words on the error that just happened on this thread, for use within a sentence.
std::string last_error();

} // namespace mw::git
