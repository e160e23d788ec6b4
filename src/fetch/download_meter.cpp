#include "fetch/download_meter.h"

#include <algorithm>

namespace mw::fetch {

using DownloadStep = DownloadProgress::Step;

namespace {

/// A part that has only begun says little about its size.
constexpr double enough = 0.05;
constexpr double guess_after_seconds = 1;

} // namespace

void DownloadMeter::expect(std::int64_t bytes, int parts) {
    guess_ = static_cast<double>(bytes);
    now_.bytes_expected = bytes;
    now_.parts = parts;
    report();
}

void DownloadMeter::end_part() {
    done_weight_ += weight_;
    bytes_before_ = now_.bytes;
    if (receiving_since_ != Clock::time_point{})
        receiving_seconds_ +=
            std::chrono::duration<double>(Clock::now() - receiving_since_).count();
    receiving_since_ = {};
    weight_ = 0;
    now_.done = now_.total = 0;
}

void DownloadMeter::start_part(double weight) {
    end_part();
    ++now_.part;
    weight_ = weight;
    left_weight_ = std::max(0.0, left_weight_ - weight);
    start(DownloadStep::preparing);
}

void DownloadMeter::skip_part(double weight) {
    ++now_.part;
    left_weight_ = std::max(0.0, left_weight_ - weight);
    guess_ *= 1 - weight;
    now_.bytes_expected = static_cast<std::int64_t>(guess_);
}

void DownloadMeter::start(DownloadStep step) {
    now_.step = step;
    now_.done = now_.total = 0;
    report();
}

void DownloadMeter::take(const GitProgress& git) {
    now_.step = git.step == GitProgress::Step::preparing   ? DownloadStep::preparing
                : git.step == GitProgress::Step::receiving ? DownloadStep::receiving
                                                           : DownloadStep::resolving;
    now_.done = git.done;
    now_.total = git.total;
    if (git.step == GitProgress::Step::receiving) {
        if (receiving_since_ == Clock::time_point{})
            receiving_since_ = Clock::now();
        now_.bytes = std::max(now_.bytes, bytes_before_ + git.bytes);
        const double part =
            git.total > 0 ? static_cast<double>(git.done) / static_cast<double>(git.total) : 0;
        if (part > enough && git.bytes > 0) {
            const double this_part = static_cast<double>(git.bytes) / part;
            const double known = static_cast<double>(bytes_before_) + this_part;
            const double each = known / std::max(done_weight_ + weight_, 1e-3);
            now_.bytes_expected = static_cast<std::int64_t>(known + left_weight_ * each);
        }
        const double seconds =
            receiving_seconds_ +
            std::chrono::duration<double>(Clock::now() - receiving_since_).count();
        now_.bytes_per_second = git.bytes_per_second > 0 ? static_cast<double>(git.bytes_per_second)
                                : seconds > guess_after_seconds
                                    ? static_cast<double>(now_.bytes) / seconds
                                    : 0;
        now_.bytes_expected = std::max(now_.bytes_expected, now_.bytes);
        now_.seconds_left.reset();
        if (now_.bytes_per_second > 0 && now_.bytes_expected > 0)
            now_.seconds_left =
                static_cast<double>(now_.bytes_expected - now_.bytes) / now_.bytes_per_second;
    }
    report();
}

void DownloadMeter::report() {
    if (sink_)
        sink_(now_);
}

} // namespace mw::fetch
