#include "importer/interface_contents.h"

#include "base/message.h"
#include "git/objects/lazy_fetch.h"
#include "git/objects/tree_compare.h"
#include "importer/steps/commit_tree.h"

#include <chrono>
#include <unordered_set>

namespace mw::importer {

namespace {

constexpr std::chrono::seconds fetch_patience{3600};

/// Collects blobs that the clone lacks, each once.
class MissingBlobs {
public:
    explicit MissingBlobs(const git::Repository& repository) : repository_(repository) {}

    void add(interfaces::Source source, const git::ObjectId& blob) {
        if (source == interfaces::Source::none || source == interfaces::Source::code ||
            blob.is_null() || !seen_.insert(blob).second)
            return;
        if (!repository_.contains(blob))
            missing_.push_back(blob);
    }

    const std::vector<git::ObjectId>& list() const { return missing_; }

private:
    const git::Repository& repository_;
    std::unordered_set<git::ObjectId, git::ObjectIdHash> seen_;
    std::vector<git::ObjectId> missing_;
};

} // namespace

base::Message fetch_interface_contents(const git::Repository& repository,
                                       const InterfaceTrees& trees,
                                       const std::vector<store::LineTask>& changesets,
                                       const git::FetchConsent& consent,
                                       const std::stop_token& stop) {
    MissingBlobs missing(repository);
    const interfaces::TreeComparison comparison(trees.from, trees.to);
    for (const auto& task : comparison.tasks())
        missing.add(task.source, git::ObjectId::from_bytes(task.id.data()));
    std::vector<git::TreeChange> changes;
    for (const auto& changeset : changesets) {
        if (stop.stop_requested())
            return {};
        changes.clear();
        git::compare_trees(repository, tree_of(repository, changeset.first_parent),
                           tree_of(repository, changeset.oid), changes);
        for (const auto& change : changes) {
            const auto source = interfaces::source_of(change.path);
            missing.add(source,
                        git::is_submodule(change.old_mode) ? git::ObjectId() : change.old_id);
            missing.add(source,
                        git::is_submodule(change.new_mode) ? git::ObjectId() : change.new_id);
        }
    }
    return missing.list().empty()
               ? base::Message()
               : git::fetch_objects(repository, missing.list(), consent, stop, fetch_patience);
}

} // namespace mw::importer
