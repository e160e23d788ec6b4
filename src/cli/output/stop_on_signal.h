#pragma once

#include <chrono>
#include <csignal>
#include <stop_token>
#include <thread>

namespace mw::cli {

/// Turns an interrupt (Ctrl+C) or a request to end into a stop of what runs: the signals are
/// blocked in every thread and waited for by one, so that no work is done in a handler. A second
/// one ends the program at once, but not within half a second of the first: timeout(1) sends its
/// signal to the program and then to the program's group, and that is one wish. What the program
/// was started to ignore (nohup(1), jobs in the background of a script) stays ignored.
class StopOnSignal {
public:
    StopOnSignal() {
        sigemptyset(&signals_);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
            struct sigaction action {};
            if (sigaction(signal, nullptr, &action) == 0 && action.sa_handler != SIG_IGN)
                sigaddset(&signals_, signal);
        }
        sigaddset(&signals_, SIGUSR1); // ends the waiting itself
        pthread_sigmask(SIG_BLOCK, &signals_, &before_);
        waiter_ = std::thread([this] { wait(); });
    }

    ~StopOnSignal() {
        pthread_kill(waiter_.native_handle(), SIGUSR1);
        waiter_.join();
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }

    StopOnSignal(const StopOnSignal&) = delete;
    StopOnSignal& operator=(const StopOnSignal&) = delete;

    std::stop_token token() const { return source_.get_token(); }

private:
    void wait() {
        using Clock = std::chrono::steady_clock;
        int signal = 0;
        Clock::time_point first;
        while (sigwait(&signals_, &signal) == 0 && signal != SIGUSR1)
            if (source_.request_stop()) {
                first = Clock::now();
            } else if (Clock::now() - first > std::chrono::milliseconds(500)) {
                pthread_sigmask(SIG_SETMASK, &before_, nullptr);
                pthread_kill(pthread_self(), signal);
            }
    }

    sigset_t signals_{}, before_{};
    std::stop_source source_;
    std::thread waiter_;
};

} // namespace mw::cli
