#pragma once

#include "git/objects/commit_links.h"

#include <string>

namespace mw::importer {

/// The tree of a commit whose id is as the store has it, raw; none where there is none, before a
/// root commit. Throws what reading the commit throws.
inline git::ObjectId tree_of(const git::Repository& repository, const std::string& commit) {
    return commit.empty() ? git::ObjectId()
                          : git::tree_of(repository, git::ObjectId::from_bytes(commit.data()));
}

} // namespace mw::importer
