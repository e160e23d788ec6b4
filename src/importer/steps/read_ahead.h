#pragma once

#include "git/history/history.h"
#include "git/objects/repository.h"
#include "store/write/writer.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>

namespace mw::importer {

/// Reads changesets while the walk that finds them goes on: a walk keeps one core, reading a
/// changeset needs nothing but itself. What was read waits here until its turn comes, and so do
/// the objects that the walk has read, so that no commit is unpacked twice.
///
/// found() and finish() are the walking thread's. What was read can be had by any thread, each
/// commit once, after finish(), when nothing is locked any more; before it by that thread.
class ReadAhead {
public:
    /// threads: how many read; with none nothing is read ahead.
    ReadAhead(const git::Repository& repository, int threads, std::stop_token stop);
    /// Ends the threads.
    ~ReadAhead();
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    /// A commit that is in the range as far as the walk knows, and its object.
    void found(const git::History::Commit& commit, std::size_t parents, git::RawObject object);

    /// Ends the threads; what they read can be taken, and what they did not come to looked up.
    void finish();

    /// A commit that was read. What was not, or could not be, is the caller's to read.
    std::optional<store::NewCommit> take(const git::ObjectId& commit);

    /// The object of a commit that the walk has read and nobody has worked on, good for the life of
    /// this value. Nothing where too many waited. To be asked after finish() only.
    std::optional<std::string_view> object_of(const git::ObjectId& commit) const;

private:
    struct Found {
        git::History::Commit commit;
        git::RawObject object;
    };

    void work(const std::stop_token& ended);

    const git::Repository& repository_;
    const std::stop_token stop_;
    std::vector<Found> handed_over_; ///< the walking thread's, until it is a run
    /// The walking thread's, and nobody's to change after finish().
    std::unordered_map<git::ObjectId, git::RawObject, git::ObjectIdHash> objects_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<Found> waiting_;
    std::vector<Found> used_; ///< what is no longer needed
    /// Nothing of those that were taken: threads take others without changing the map.
    std::unordered_map<git::ObjectId, std::optional<store::NewCommit>, git::ObjectIdHash> ready_;
    std::vector<std::jthread> threads_; ///< the last: they use what stands above
};

} // namespace mw::importer
