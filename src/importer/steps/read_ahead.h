#pragma once

#include "git/history/history.h"
#include "git/objects/repository.h"
#include "store/write/writer.h"

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <unordered_map>
#include <vector>

namespace mw::importer {

/// Reads changesets while the walk that finds them goes on: a walk keeps one core, reading a
/// changeset needs nothing but itself. What was read waits here until its turn comes.
///
/// found() and finish() are the walking thread's, take() is anybody's.
class ReadAhead {
public:
    /// threads: how many read; with none nothing is read ahead.
    ReadAhead(const git::Repository& repository, int threads, std::stop_token stop);
    /// Ends the threads.
    ~ReadAhead();
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    /// A commit that is in the range as far as the walk knows.
    void found(const git::History::Commit& commit, std::size_t parents);

    /// Ends the threads; what they read can be taken.
    void finish();

    /// A commit that was read. What was not, or could not be, is the caller's to read.
    std::optional<store::NewCommit> take(const git::ObjectId& commit);

private:
    void work(const std::stop_token& ended);

    const git::Repository& repository_;
    const std::stop_token stop_;
    std::vector<git::History::Commit> handed_over_; ///< the walking thread's, until it is a run
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::vector<git::History::Commit> waiting_; ///< the first next_ of them were begun
    std::size_t next_ = 0;
    std::unordered_map<git::ObjectId, store::NewCommit, git::ObjectIdHash> ready_;
    std::vector<std::jthread> threads_; ///< the last: they use what stands above
};

} // namespace mw::importer
