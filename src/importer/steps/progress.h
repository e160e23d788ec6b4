#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace mw::importer {

enum class Stage : std::uint8_t {
    walking,  ///< finding the commits of the range
    fetching, ///< git brings what a partial clone lacks
    reading,  ///< comparing trees, classifying, writing
    indexing, ///< finishing the first transaction
    lines,    ///< counting lines; the release can be used meanwhile
};

const char* to_string(Stage stage);

struct Progress {
    Stage stage = Stage::walking;
    std::int64_t done = 0;
    std::int64_t total = 0; ///< 0 while unknown
    double rate = 0;        ///< units a second over the stage so far
    std::optional<double> seconds_left;
};

/// Called on the thread that runs the import, at most some ten times a second and once at the end
/// of each stage.
using ProgressSink = std::function<void(const Progress&)>;

} // namespace mw::importer
