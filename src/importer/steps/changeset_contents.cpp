#include "importer/steps/changeset_contents.h"

#include "importer/steps/commit_tree.h"

namespace mw::importer {

ChangesetContents::ChangesetContents(const git::Repository& repository,
                                     const git::ObjectId& range_end)
    : repository_(std::make_unique<git::Repository>(repository.reopen())),
      settings_(*repository_, range_end) {}

std::vector<git::TreeChange>& ChangesetContents::compare(const store::LineTask& changeset) {
    changes_.clear();
    git::compare_trees(*repository_, tree_of(*repository_, changeset.first_parent),
                       tree_of(*repository_, changeset.oid), changes_);
    return changes_;
}

git::LineCount ChangesetContents::count(const git::TreeChange& change,
                                        const git::TextVisitor& texts) {
    words_.begin_file(change.path);
    const auto counted = counter_.count(
        change,
        {settings_.of(change.path, change.old_mode), settings_.of(change.path, change.new_mode)},
        texts, [this](bool added, std::string_view text, std::string_view lines) {
            words_.add(added, text, lines);
        });
    any_read_ = any_read_ || (counted.unread == git::Unread::none &&
                              change.old_id != change.new_id && !counted.binary);
    return counted;
}

} // namespace mw::importer
