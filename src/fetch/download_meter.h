#pragma once

#include "fetch/git_progress.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

namespace mw::fetch {

/// How far a download is.
struct DownloadProgress {
    enum class Step : std::uint8_t {
        asking,    ///< which tags there are, from when they are
        preparing, ///< the server puts together what it sends
        receiving,
        resolving,  ///< git puts in order what came
        completing, ///< what is cut off within the release is asked for
    };

    Step step = Step::asking;
    std::int64_t done = 0, total = 0; ///< objects of this part; no total while nobody knows it
    int part = 0, parts = 0;          ///< parts of the download, the first is 1; 0 before
    std::int64_t bytes = 0;           ///< received so far, in all parts
    /// In all, guessed: from what is known of kernel histories at first, then from what came.
    std::int64_t bytes_expected = 0;
    double bytes_per_second = 0; ///< 0 while nobody knows it
    std::optional<double> seconds_left{};

    bool operator==(const DownloadProgress&) const = default;
};

/// Turns what git says, part after part, into DownloadProgress. One thread.
class DownloadMeter {
public:
    using Sink = std::function<void(const DownloadProgress&)>;

    explicit DownloadMeter(Sink sink) : sink_(std::move(sink)) {}

    void expect(std::int64_t bytes, int parts);
    /// weight: how much of the whole the next part is, from 0 to 1.
    void start_part(double weight);
    /// A part that is there from an earlier time: nothing of it is to come.
    void skip_part(double weight);
    void start(DownloadProgress::Step step);
    void take(const GitProgress& git);

private:
    using Clock = std::chrono::steady_clock;
    void end_part();
    void report();

    Sink sink_;
    DownloadProgress now_;
    double guess_ = 0;       ///< bytes of the whole, as guessed before
    double left_weight_ = 1; ///< of parts that are still to come
    double weight_ = 0;      ///< of the present one
    double done_weight_ = 0;
    std::int64_t bytes_before_ = 0;
    Clock::time_point receiving_since_{};
    double receiving_seconds_ = 0; ///< of parts that are done
};

} // namespace mw::fetch
