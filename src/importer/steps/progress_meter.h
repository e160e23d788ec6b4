#pragma once

#include "importer/steps/progress.h"

#include <chrono>

namespace mw::importer {

/// Turns counts into Progress reports, at most ten a second. One thread.
class ProgressMeter {
public:
    explicit ProgressMeter(ProgressSink sink) : sink_(std::move(sink)) {}

    void start(Stage stage, std::int64_t total);
    /// done counts from the stage's start.
    void at(std::int64_t done);
    void advance(std::int64_t more) { at(done_ + more); }
    /// Reports the stage's end.
    void finish();

private:
    using Clock = std::chrono::steady_clock;
    void report(Clock::time_point now);

    ProgressSink sink_;
    Stage stage_ = Stage::walking;
    std::int64_t total_ = 0, done_ = 0;
    Clock::time_point started_, reported_;
};

} // namespace mw::importer
