#include "cli/output/progress_line.h"

#include <fmt/format.h>

#include <cstdio>
#include <unistd.h>
#include <utility>

namespace mw::cli {

ProgressLine::ProgressLine() : terminal_(isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() {
    clear();
}

void ProgressLine::show(const importer::Progress& progress) {
    if (!terminal_)
        return;
    std::string line = importer::to_string(progress.stage);
    if (progress.done > 0)
        line += fmt::format(": {}", progress.done);
    if (progress.total > 0)
        line += fmt::format(" of {} ({} %)", progress.total, progress.done * 100 / progress.total);
    if (progress.rate > 0)
        line += fmt::format(", {:.0f}/s", progress.rate);
    if (progress.seconds_left.value_or(0) >= 1)
        line += fmt::format(", {:.0f} s left", *progress.seconds_left);
    show(std::move(line));
}

void ProgressLine::show(std::string line) {
    if (!terminal_)
        return;
    const auto length = line.size();
    if (length < shown_)
        line.append(shown_ - length, ' ');
    shown_ = length;
    fmt::print(stderr, "\r{}", line);
    std::fflush(stderr);
}

void ProgressLine::clear() {
    if (!terminal_ || shown_ == 0)
        return;
    fmt::print(stderr, "\r{:{}}\r", "", shown_);
    std::fflush(stderr);
    shown_ = 0;
}

} // namespace mw::cli
