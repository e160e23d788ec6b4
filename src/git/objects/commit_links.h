#pragma once

#include "git/objects/repository.h"
#include "git/text/commit.h"

/// What a commit of a clone leads to. They throw what reading the commit throws.
namespace mw::git {

inline CommitLinks links_of(const Repository& repository, const ObjectId& commit) {
    return parse_commit_links(repository.read(commit, ObjectType::commit).data());
}

inline ObjectId tree_of(const Repository& repository, const ObjectId& commit) {
    return links_of(repository, commit).tree;
}

/// What a changeset is compared with; null before a root commit.
inline ObjectId parent_tree_of(const Repository& repository, const CommitLinks& links) {
    return links.parents.empty() ? ObjectId() : tree_of(repository, links.parents.front());
}

} // namespace mw::git
