#include "importer/steps/read_ahead.h"

#include "importer/steps/commit_reader.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <utility>

namespace mw::importer {

namespace {

/// What is handed over and taken at once: waking a thread for each commit would cost more than the
/// commit.
constexpr std::size_t run_length = 64;

/// What is read ahead is in memory until its turn comes; so many of each kind.
constexpr std::size_t most_ahead = 16 * 1024;

} // namespace

ReadAhead::ReadAhead(const git::Repository& repository, int threads, std::stop_token stop)
    : repository_(repository), stop_(std::move(stop)) {
    for (int i = 0; i < threads; ++i)
        threads_.emplace_back([this](const std::stop_token& ended) { work(ended); });
}

ReadAhead::~ReadAhead() {
    finish();
}

void ReadAhead::found(const git::History::Commit& commit, std::size_t parents,
                      git::RawObject object) {
    const bool is_merge = parents > 1;
    if (is_merge || threads_.empty()) {
        if (objects_.size() < most_ahead)
            objects_.emplace(commit.id, std::move(object));
        return;
    }
    handed_over_.push_back({commit, std::move(object)});
    if (handed_over_.size() < run_length)
        return;
    std::vector<Found> used; // freed by the thread that made them, once others may go on
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.size() < most_ahead)
            std::ranges::move(handed_over_, std::back_inserter(waiting_));
        used = std::exchange(used_, {});
    }
    handed_over_.clear();
    changed_.notify_one();
}

void ReadAhead::finish() {
    threads_.clear(); // requests their stop and joins them
    std::ranges::move(std::exchange(handed_over_, {}), std::back_inserter(waiting_));
    for (auto& [commit, object] : std::exchange(waiting_, {}))
        objects_.emplace(commit.id, std::move(object));
}

std::optional<std::string_view> ReadAhead::object_of(const git::ObjectId& commit) const {
    const auto found = objects_.find(commit);
    return found == objects_.end() ? std::nullopt : std::optional(found->second.data());
}

std::optional<store::NewCommit> ReadAhead::take(const git::ObjectId& commit) {
    std::unique_lock lock(mutex_, std::defer_lock);
    if (!threads_.empty())
        lock.lock();
    const auto found = ready_.find(commit);
    return found == ready_.end() ? std::nullopt : std::exchange(found->second, std::nullopt);
}

void ReadAhead::work(const std::stop_token& ended) {
    std::optional<CommitReader> reader;
    while (true) {
        std::vector<Found> run;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, ended, [this] { return !waiting_.empty(); });
            if (ended.stop_requested() || stop_.stop_requested())
                return;
            const auto taken = waiting_.begin() +
                               static_cast<std::ptrdiff_t>(std::min(run_length, waiting_.size()));
            std::move(waiting_.begin(), taken, std::back_inserter(run));
            waiting_.erase(waiting_.begin(), taken);
        }
        std::vector<std::pair<git::ObjectId, store::NewCommit>> finished;
        for (const auto& [commit, object] : run) {
            if (ended.stop_requested())
                break;
            try {
                if (!reader)
                    reader.emplace(repository_);
                finished.emplace_back(
                    commit.id, reader->read(commit, store::CommitKind::changeset, object.data()));
            } catch (const std::exception&) {
                // Whoever reads it in its turn meets the same, if it is in the range at all, and
                // has the words for it.
                continue;
            }
        }
        const std::lock_guard lock(mutex_);
        for (auto& [id, read] : finished)
            ready_.emplace(id, std::move(read));
        std::ranges::move(run, std::back_inserter(used_));
    }
}

} // namespace mw::importer
