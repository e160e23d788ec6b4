#include "store/rows/release_merges.h"

#include "base/object_id.h"

namespace mw::store {

ReleaseMerges::ReleaseMerges(SQLite::Database& database, RowId release)
    : ReleaseMerges(ReleaseGraph(database, release)) {}

ReleaseMerges::ReleaseMerges(ReleaseGraph graph)
    : rows_(std::move(graph.rows)), contents_(graph.nodes) {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        places_.emplace(rows_[i], i);
        oids_.push_back(git::to_hex(graph.oids[i]));
    }
}

std::vector<std::size_t> ReleaseMerges::brought(RowId merge) {
    const auto place = places_.find(merge);
    return place == places_.end() ? std::vector<std::size_t>() : contents_.brought(place->second);
}

} // namespace mw::store
