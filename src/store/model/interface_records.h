#pragma once

#include "interfaces/items/interface_change.h"
#include "store/model/records.h"

#include <cstdint>

/// Values that the reader hands out about what changed at the edges of a release.
namespace mw::store {

struct InterfaceRow {
    interfaces::InterfaceChange change;
    RowId commit = 0; ///< the changeset's row in this release; 0 where the database has none
};

struct InterfaceCount {
    interfaces::Kind kind = interfaces::Kind::config;
    std::int64_t added = 0, removed = 0, changed = 0;
};

} // namespace mw::store
