#include "importer/steps/progress_meter.h"

namespace mw::importer {

const char* to_string(Stage stage) {
    switch (stage) {
    case Stage::walking:
        break;
    case Stage::fetching:
        return "having git fetch what the partial clone lacks";
    case Stage::reading:
        return "reading changesets";
    case Stage::indexing:
        return "finishing";
    case Stage::lines:
        return "counting lines";
    }
    return "finding commits";
}

void ProgressMeter::start(Stage stage, std::int64_t total) {
    stage_ = stage;
    total_ = total;
    done_ = 0;
    started_ = Clock::now();
    report(started_);
}

void ProgressMeter::at(std::int64_t done) {
    done_ = done;
    if (const auto now = Clock::now(); now - reported_ >= std::chrono::milliseconds(100))
        report(now);
}

void ProgressMeter::finish() {
    report(Clock::now());
}

void ProgressMeter::report(Clock::time_point now) {
    reported_ = now;
    if (!sink_)
        return;
    Progress progress{stage_, done_, total_, 0, std::nullopt};
    const double seconds = std::chrono::duration<double>(now - started_).count();
    if (done_ > 0 && seconds > 0) {
        progress.rate = static_cast<double>(done_) / seconds;
        if (total_ >= done_)
            progress.seconds_left = static_cast<double>(total_ - done_) / progress.rate;
    }
    sink_(progress);
}

} // namespace mw::importer
