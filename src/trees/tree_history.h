#pragma once

#include "base/object_id.h"
#include "base/utc_time.h"
#include "git/objects/repository.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace mw::trees {

/// What two commits are compared by before anything of them is read: equal where the title, or the
/// name or address of the author, is the same, but for case and blanks. A title is taken without
/// what Android's trees put before it ("UPSTREAM: ", "BACKPORT: ", …).
struct CommitKeys {
    std::uint64_t title = 0, name = 0, email = 0;
    bool same_author(const CommitKeys& other) const {
        return (name != 0 && name == other.name) || (email != 0 && email == other.email);
    }
};
CommitKeys keys_of(std::string_view subject, std::string_view author, std::string_view email);

/// A commit of the tree.
struct TreeCommit {
    git::ObjectId id;
    bool merge = false;
    CommitKeys keys;
    std::optional<Seconds> author_time;
    std::vector<std::string> upstream; ///< git::upstream_ids()
    std::vector<std::string> reverts;  ///< ids that it says it reverts, 7 digits or more
};

/// The history of a tree, back to a moment.
struct TreeHistory {
    std::vector<TreeCommit> commits; ///< newest first, children before parents
    /// Where the clone's history begins, if the reading came as far: with a commit without a parent
    /// on its mainline, or where a shallow clone is cut off. What came before may be in the tree.
    std::optional<Seconds> start;
    bool shallow = false; ///< why it does
};

/// Reads what can be reached from a commit and was committed at or after `oldest`. Throws
/// git::Error; git::Stopped once stop is requested. counter: commits read so far; may be empty.
TreeHistory read_history(const git::Repository& repository, const git::ObjectId& tip,
                         Seconds oldest, const std::stop_token& stop,
                         const std::function<void(std::size_t)>& counter);

} // namespace mw::trees
