#pragma once

#include "base/object_id.h"
#include "code/changed_words.h"
#include "git/diff/diff_settings.h"
#include "git/diff/line_count.h"
#include "git/objects/repository.h"
#include "git/objects/tree_compare.h"
#include "store/write/writer.h"

#include <memory>
#include <string>
#include <vector>

namespace mw::importer {

/// What changesets, one after another, did to the contents of their files: lines are counted, and
/// the words of these lines collected. One thread; it opens the repository for itself.
class ChangesetContents {
public:
    /// range_end: its attributes say how files are compared.
    ChangesetContents(const git::Repository& repository, const git::ObjectId& range_end);

    /// The files that a changeset changes against its first parent, in git's order, until the next
    /// call; the caller may put them in another. Throws what reading a commit or a tree throws.
    std::vector<git::TreeChange>& compare(const store::LineTask& changeset);

    /// Of one of these; texts as LineCounter::count() has it.
    git::LineCount count(const git::TreeChange& change, const git::TextVisitor& texts = {});

    /// code::ChangedWords::take() of what was counted since it was called last.
    std::string take_words() { return words_.take(); }

    /// Contents were read at all, so that the clone has some.
    bool any_read() const { return any_read_; }

private:
    std::unique_ptr<git::Repository> repository_; ///< does not move: the settings read from it
    git::DiffSettingsReader settings_;
    git::LineCounter counter_{*repository_};
    std::vector<git::TreeChange> changes_;
    code::ChangedWords words_;
    bool any_read_ = false;
};

} // namespace mw::importer
