#pragma once

#include "importer/steps/progress.h"

#include <cstddef>
#include <string>

namespace mw::cli {

/// One line on standard error, rewritten in place on a terminal and silent elsewhere. One thread.
class ProgressLine {
public:
    ProgressLine();
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(const importer::Progress& progress);
    void show(std::string line);
    /// Wipes the line, so that what is printed next stands alone.
    void clear();

private:
    bool terminal_;
    std::size_t shown_ = 0;
};

} // namespace mw::cli
