#pragma once

#include "interfaces/parse/source.h"

#include <string>
#include <string_view>
#include <vector>

namespace mw::interfaces {

/// What one changeset did to one item in one file.
struct Event {
    enum class Step : std::uint8_t { came, went, changed };

    Kind kind = Kind::config;
    Step step = Step::came;
    std::string identity;
    /// Compared facts that differ; of an item that came or went, those that it has, and
    /// documented_label.
    std::vector<std::string> labels;
};

/// Compares two versions of a file; an empty text is no file. Looks only at the parts that differ
/// and what they need around them, so the names are right, but what encloses them may be missing.
std::vector<Event> find_events(Source source, std::string_view path, std::string_view old_text,
                               std::string_view new_text);

} // namespace mw::interfaces
