#include "store/search/sort_columns.h"

namespace mw::store {

namespace {

/// The order in which pulls landed: within one release that of their positions.
const char* order_of_pulls(bool several_releases) {
    return several_releases ? "m.landed_time, (SELECT last_landing FROM release WHERE id = "
                              "m.release_id), (SELECT name FROM release WHERE id = m.release_id), "
                              "m.position"
                            : "m.position";
}

/// Empty for orders that are no columns.
const char* order_by(SortKey key, bool several_releases) {
    switch (key) {
    case SortKey::landing:
    case SortKey::rank:
    case SortKey::mentions:
        break;
    case SortKey::subject:
        return "c.subject COLLATE NOCASE";
    case SortKey::author:
        return "a.name COLLATE NOCASE";
    case SortKey::author_time:
        return "c.author_time";
    case SortKey::section:
        return "p.section, p.subgroup";
    case SortKey::subsystem:
        return "s.name COLLATE NOCASE";
    case SortKey::files:
        return "c.files";
    case SortKey::lines:
        return "c.insertions + c.deletions";
    case SortKey::pull:
        return order_of_pulls(several_releases);
    case SortKey::oid:
        return "c.oid";
    }
    return "";
}

std::string with_direction(std::string columns, bool descending) {
    if (!descending)
        return columns;
    for (auto comma = columns.find(','); comma != std::string::npos;
         comma = columns.find(',', comma + 6))
        columns.insert(comma, " DESC");
    return columns + " DESC";
}

} // namespace

bool is_sorted_by_columns(SortKey key) {
    return *order_by(key, false) != '\0';
}

std::string sort_columns(SortKey key, bool descending, bool several_releases) {
    return with_direction(order_by(key, several_releases), descending);
}

} // namespace mw::store
