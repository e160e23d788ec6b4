#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>

namespace mw::base {

/// A thread that works on items, in the order in which another thread hands them over. What the
/// work made is to be looked at after wait() only, unless it is locked. Once the work has thrown,
/// the next call throws the same and what waits is left undone, as it is by the destructor.
template <typename Item>
class Background {
public:
    explicit Background(std::function<void(Item&)> work)
        : work_(std::move(work)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

    /// Waits while many are waiting, so that memory does not grow with the work.
    void add(Item item) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return items_.size() < most_waiting || failure_; });
        throw_failure();
        items_.push_back(std::move(item));
        changed_.notify_all();
    }

    /// Until all that was added is done.
    void wait() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return (items_.empty() && !working_) || failure_; });
        throw_failure();
    }

private:
    static constexpr std::size_t most_waiting = 32;

    void throw_failure() const {
        if (failure_)
            std::rethrow_exception(failure_);
    }

    void run(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        while (changed_.wait(lock, stop, [this] { return !items_.empty(); }) &&
               !stop.stop_requested()) {
            Item item = std::move(items_.front());
            items_.pop_front();
            working_ = true;
            lock.unlock();
            std::exception_ptr failure;
            try {
                work_(item);
            } catch (...) {
                failure = std::current_exception();
            }
            lock.lock();
            working_ = false;
            failure_ = failure;
            changed_.notify_all();
            if (failure_)
                return;
        }
    }

    const std::function<void(Item&)> work_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<Item> items_;
    bool working_ = false;
    std::exception_ptr failure_;
    std::jthread thread_; ///< last, so that it ends before what it uses
};

} // namespace mw::base
