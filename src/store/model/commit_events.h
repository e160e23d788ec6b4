#pragma once

#include "interfaces/compare/events.h"

#include <string>
#include <vector>

namespace mw::store {

/// What one changeset did to interfaces.
struct CommitEvents {
    std::vector<interfaces::Event> events;
    std::vector<std::string> code; ///< paths of the files of C among those that the events are of
};

} // namespace mw::store
