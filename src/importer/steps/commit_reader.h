#pragma once

#include "git/history/history.h"
#include "git/objects/repository.h"
#include "git/objects/tree_compare.h"
#include "store/write/writer.h"

#include <string_view>
#include <vector>

namespace mw::importer {

/// Reads of a commit what it says itself: message, people, trailers, references and, of a
/// changeset, the paths that it touches. Through which pull it landed and where it belongs is for
/// others to add. Owns its handle of the clone; one thread at a time.
class CommitReader {
public:
    explicit CommitReader(const git::Repository& repository) : repository_(repository.reopen()) {}

    /// Throws what reading the commit or its trees throws.
    store::NewCommit read(const git::History::Commit& commit, store::CommitKind kind);

    /// The same where somebody has read the commit's object.
    store::NewCommit read(const git::History::Commit& commit, store::CommitKind kind,
                          std::string_view object);

    const git::Repository& repository() const { return repository_; }

private:
    git::Repository repository_;
    std::vector<git::TreeChange> changes_;
};

} // namespace mw::importer
