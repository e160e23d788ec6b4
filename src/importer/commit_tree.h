#pragma once

#include "git/objects/repository.h"
#include "git/text/commit.h"

#include <string>

namespace mw::importer {

/// The tree of a commit. Throws what reading the commit throws.
inline git::ObjectId tree_of(const git::Repository& repository, const git::ObjectId& commit) {
    return git::parse_commit_links(repository.read(commit, git::ObjectType::commit).data()).tree;
}

/// The same for an id as the store has it, raw; no tree where there is none, before a root commit.
inline git::ObjectId tree_of(const git::Repository& repository, const std::string& commit) {
    return commit.empty() ? git::ObjectId()
                          : tree_of(repository, git::ObjectId::from_bytes(commit.data()));
}

} // namespace mw::importer
