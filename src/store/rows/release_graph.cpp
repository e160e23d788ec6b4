#include "store/rows/release_graph.h"

#include "git/history/bringing_merges.h"
#include "store/sql/row_scan.h"
#include "store/sql/sql_values.h"

namespace mw::store {

ReleaseGraph::ReleaseGraph(SQLite::Database& database, RowId release) {
    RowScan select(database, "SELECT c.id, c.oid, t.parents, c.pull_id IS NULL FROM commits c JOIN "
                             "commit_text t ON t.commit_id = c.id WHERE c.release_id = ?1 "
                             "ORDER BY c.position");
    select.bind(1, release);
    while (select.next()) {
        rows.push_back(select.number(0));
        const auto& oid = oids.emplace_back(select.bytes(1));
        const auto parents = select.bytes(2);
        auto& node = nodes.emplace_back();
        if (oid.size() == git::ObjectId::size)
            node.id = git::ObjectId::from_bytes(oid.data());
        for (std::size_t at = 0; at + git::ObjectId::size <= parents.size();
             at += git::ObjectId::size)
            node.parents.push_back(git::ObjectId::from_bytes(parents.data() + at));
        mainline.push_back(select.number(3) != 0);
    }
}

namespace {

void derive_bringing_merges(SQLite::Database& database, RowId release) {
    const ReleaseGraph graph(database, release);
    const auto merges = git::bringing_merges(graph.nodes, graph.mainline);
    SQLite::Statement update(database, "UPDATE commits SET brought_by = ?1 WHERE id = ?2 AND "
                                       "pull_id <> ?1");
    for (std::size_t i = 0; i < merges.size(); ++i)
        // On the mainline itself: pull_id says it.
        if (merges[i] != git::History::none && !graph.mainline[merges[i]]) {
            update.bind(1, graph.rows[merges[i]]);
            update.bind(2, graph.rows[i]);
            run(update);
        }
}

} // namespace

void derive_bringing_merges(SQLite::Database& database) {
    std::vector<RowId> releases;
    RowScan select(database, "SELECT id FROM release");
    while (select.next())
        releases.push_back(select.number(0));
    for (const RowId release : releases)
        derive_bringing_merges(database, release);
}

} // namespace mw::store
