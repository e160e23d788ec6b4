#pragma once

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <stop_token>
#include <sys/resource.h>
#include <thread>
#include <utility>
#include <vector>

namespace mw::importer {

/// A bounded queue between worker threads and the one thread that takes what they made. Workers
/// wait while it is full, so that memory does not grow with the work.
template <typename Item>
class ResultQueue {
public:
    ResultQueue(std::size_t capacity, int producers)
        : capacity_(capacity), producers_(producers), used_(static_cast<std::size_t>(producers)) {}

    struct Made {
        Item item;
        std::size_t by; ///< the producer, counted from 0
    };

    /// False once the queue was closed: the worker should end.
    bool push(Made made) {
        std::vector<Item> used; // freed by who made them, and once others may go on
        std::unique_lock lock(mutex_);
        has_room_.wait(lock, [&] { return items_.size() < capacity_ || closed_; });
        if (closed_)
            return false;
        used = std::exchange(used_[made.by], {});
        items_.push_back(std::move(made));
        has_item_.notify_one();
        lock.unlock();
        return true;
    }

    /// The next item; nothing when all producers are done or one failed, whose exception is thrown.
    /// used: the one before, which is left to its producer to free.
    std::optional<Made> pop(std::optional<Made> used) {
        std::unique_lock lock(mutex_);
        if (used)
            used_[used->by].push_back(std::move(used->item));
        has_item_.wait(lock, [&] { return !items_.empty() || producers_ == 0 || failure_; });
        if (failure_)
            std::rethrow_exception(failure_);
        if (items_.empty())
            return std::nullopt;
        auto made = std::move(items_.front());
        items_.pop_front();
        has_room_.notify_one();
        return made;
    }

    void producer_done() {
        const std::lock_guard lock(mutex_);
        --producers_;
        has_item_.notify_all();
    }

    void fail(std::exception_ptr failure) {
        const std::lock_guard lock(mutex_);
        if (!failure_)
            failure_ = std::move(failure);
        has_item_.notify_all();
    }

    void close() {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        has_room_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable has_room_, has_item_; ///< for the workers, for the one that takes
    std::deque<Made> items_;
    std::size_t capacity_;
    int producers_;
    std::vector<std::vector<Item>> used_; ///< by producer
    bool closed_ = false;
    std::exception_ptr failure_;
};

/// A run of neighbours, [begin, end): workers take contiguous runs, because neighbouring commits
/// share trees.
struct Run {
    std::size_t begin, end;
};

/// Works on count items in runs, on `jobs` threads, and hands each run's result to `consume` on the
/// calling thread, by reference and in the order in which they are ready. What consume leaves of a
/// result is freed by the thread that made it: another would wait for that one in malloc.
///
/// make_worker() is called on each thread and gives a callable `Result worker(Run)`, so that a
/// worker owns what must not be shared. The first exception of a worker or of consume ends all
/// threads and is thrown here. Ends early, with what was consumed, once stop is requested.
template <typename Result, typename MakeWorker, typename Consume>
void for_each_run(std::size_t count, int jobs, std::size_t run_length, std::stop_token stop,
                  MakeWorker make_worker, Consume consume) {
    ResultQueue<Result> queue(2 * static_cast<std::size_t>(jobs), jobs);
    std::atomic<std::size_t> next = 0;
    const auto work = [&](const std::stop_token& ended, std::size_t number) {
        try {
            // The calling thread has work that none of these can do for it (writing): beside two of
            // them on two cores it gets a whole one so. Linux has priorities of threads.
            setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + 3);
            auto worker = make_worker();
            while (!ended.stop_requested() && !stop.stop_requested()) {
                const std::size_t begin = next.fetch_add(run_length);
                if (begin >= count ||
                    !queue.push({worker(Run{begin, std::min(count, begin + run_length)}), number}))
                    break;
            }
        } catch (...) {
            queue.fail(std::current_exception());
        }
        queue.producer_done();
    };

    std::vector<std::jthread> threads;
    // Destroyed before the threads, so that those that wait on a full queue can end.
    struct Closer {
        ResultQueue<Result>& queue;
        std::vector<std::jthread>& threads;
        ~Closer() {
            for (auto& thread : threads)
                thread.request_stop();
            queue.close();
        }
    };
    const Closer closer{queue, threads};
    for (int i = 0; i < jobs; ++i)
        threads.emplace_back(work, static_cast<std::size_t>(i));
    std::optional<typename ResultQueue<Result>::Made> made;
    while ((made = queue.pop(std::move(made))))
        consume(made->item);
}

} // namespace mw::importer
