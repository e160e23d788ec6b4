#pragma once

#include "session/location.h"
#include "table/table.h"

namespace mw::ui {

/// Where a cell leads from here: the list is all that it names, and the page stays in front.
inline Location locationOf(const TableTarget& target, const Location& from) {
    Location place = from;
    if (!target.release.isEmpty() && target.release != from.release) {
        place.release = target.release;
        place.asOf = target.asOf;
    }
    if (!target.commit.isEmpty() || place.release != from.release) {
        place.commit = target.commit;
        place.commitRow = 0;
    }
    if (!target.query.isEmpty()) {
        place.filter = target.query;
        place.section = {};
        place.refinements.clear();
        place.allReleases = false;
    }
    return place;
}

} // namespace mw::ui
