#include "store/db/release_merges.h"

#include "base/object_id.h"

namespace mw::store {

ReleaseMerges::ReleaseMerges(SQLite::Database& database, RowId release)
    : contents_(std::vector<git::MergeContents::Node>()) {
    std::vector<git::MergeContents::Node> nodes;
    SQLite::Statement select(database,
                             "SELECT c.id, c.oid, t.parents FROM commits c JOIN commit_text t ON "
                             "t.commit_id = c.id WHERE c.release_id = ? ORDER BY c.position");
    select.bind(1, release);
    while (select.executeStep()) {
        const auto oid = select.getColumn(1).getString();
        const auto parents = select.getColumn(2).getString();
        git::MergeContents::Node node;
        if (oid.size() == git::ObjectId::size)
            node.id = git::ObjectId::from_bytes(oid.data());
        for (std::size_t at = 0; at + git::ObjectId::size <= parents.size();
             at += git::ObjectId::size)
            node.parents.push_back(git::ObjectId::from_bytes(parents.data() + at));
        rows_.push_back(select.getColumn(0).getInt64());
        places_.emplace(rows_.back(), oids_.size());
        oids_.push_back(git::to_hex(oid));
        nodes.push_back(std::move(node));
    }
    contents_ = git::MergeContents(nodes);
}

std::vector<std::size_t> ReleaseMerges::brought(RowId merge) {
    const auto place = places_.find(merge);
    return place == places_.end() ? std::vector<std::size_t>() : contents_.brought(place->second);
}

} // namespace mw::store
