#pragma once

#include "git/objects/repository.h"
#include "store/user/tree_store.h"
#include "trees/tree_history.h"

#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace mw::trees {

/// When a changeset was written at the latest: the earlier of its author's and its committer's
/// time. A branch of backports commits it years after trees that are older took it.
std::optional<Seconds> written_at(const store::TreeQuestion& question);

/// Says of each changeset whether the tree has it, in the order of the questions. matcher.cpp lists
/// the cases.
///
/// clones: where changesets and commits of the tree may be read, the tree's own first. A changeset
/// that none of them has can still be found by its id, by a commit that names it, and by title,
/// author and moment. Throws git::Error, git::Stopped, store::Error. counter: questions answered so
/// far; may be empty.
std::vector<store::TreeAnswer> match(const TreeHistory& history, store::TreeStore& store,
                                     std::span<const store::TreeQuestion> questions,
                                     const std::vector<git::Repository>& clones,
                                     const std::stop_token& stop,
                                     const std::function<void(std::size_t)>& counter);

} // namespace mw::trees
