#include "store/read/commit_details.h"

#include "base/message.h"
#include "base/object_id.h"
#include "store/read/row_facts.h"
#include "store/sql/row_scan.h"
#include "store/sql/sql_values.h"

namespace mw::store {

namespace {

std::unordered_set<RowId> commits_in(SQLite::Database& database, const char* sql) {
    std::unordered_set<RowId> commits;
    RowScan scan(database, sql);
    while (scan.next())
        commits.insert(scan.number(0));
    return commits;
}

bool may_hold(const std::optional<std::unordered_set<RowId>>& commits, RowId commit) {
    return !commits || commits->contains(commit);
}

} // namespace

CommitDetails::CommitDetails(SQLite::Database& database, Amount amount)
    : database_(database),
      text_(database, "SELECT c.release_id, t.body, t.reason, t.parents, o.name, o.email, "
                      "c.commit_zone, d.section, d.subgroup FROM commits c JOIN commit_text t ON "
                      "t.commit_id = c.id JOIN place d ON d.id = c.derived_place_id LEFT JOIN "
                      "person o ON o.id = c.committer_id WHERE c.id = ?"),
      paths_(database, "SELECT p.path, ch.status, ch.binary, ch.insertions, ch.deletions, "
                       "ifnull(u.reason, 0) FROM change ch JOIN path p ON p.id = ch.path_id LEFT "
                       "JOIN uncounted_change u ON u.commit_id = ch.commit_id AND u.path_id = "
                       "ch.path_id WHERE ch.commit_id = ? ORDER BY p.path"),
      trailers_(database,
                "SELECT k.key, ifnull(t.value, CAST(o.written_name || ' <' || o.written_email "
                "|| '>' AS TEXT)) FROM trailer "
                "t JOIN trailer_key k ON k.id = t.key_id LEFT JOIN person o ON o.id = "
                "t.person_id WHERE t.commit_id = ? ORDER BY t.ordinal") {
    if (amount == Amount::one)
        return;
    with_cves_ = commits_in(database, "SELECT commit_id FROM cve_mark");
    with_trees_ =
        commits_in(database, "SELECT c.id FROM tree_mark m JOIN commits c ON c.oid = m.oid");
    corrected_.emplace(database);
}

CommitDetail CommitDetails::of(const CommitRow& row) {
    CommitDetail detail;
    detail.row = row;
    fill_text(detail);
    fill_paths(detail);
    if (may_hold(with_cves_, row.id))
        detail.cves = load_cves(database_, row.id);
    if (may_hold(with_trees_, row.id))
        detail.trees = load_trees(database_, row.id);
    fill_trailers(detail);
    fill_corrections(database_, detail, corrected_ ? &*corrected_ : nullptr);
    return detail;
}

void CommitDetails::fill_text(CommitDetail& detail) {
    text_.bind(1, detail.row.id);
    if (text_.executeStep()) {
        detail.release = text_.getColumn(0).getInt64();
        detail.body = text_.getColumn(1).getString();
        detail.reason = base::Message::from_stored(text_.getColumn(2).getString());
        const auto parents = text_.getColumn(3).getString();
        for (std::size_t at = 0; at + git::ObjectId::size <= parents.size();
             at += git::ObjectId::size)
            detail.parents.push_back(
                git::to_hex(std::string_view(parents).substr(at, git::ObjectId::size)));
        detail.committer = text_.getColumn(4).getString();
        detail.committer_email = text_.getColumn(5).getString();
        detail.commit_zone = text_.getColumn(6).getInt();
        detail.derived_place =
            stored_place(text_.getColumn(7).getString(), text_.getColumn(8).getString());
    }
    text_.reset();
}

void CommitDetails::fill_paths(CommitDetail& detail) {
    paths_.bind(1, detail.row.id);
    while (paths_.executeStep()) {
        const auto status = paths_.getColumn(1).getString();
        detail.paths.push_back({paths_.getColumn(0).getString(), status.empty() ? 'M' : status[0],
                                paths_.getColumn(2).getInt() != 0,
                                optional_number(paths_.getColumn(3)),
                                optional_number(paths_.getColumn(4)),
                                static_cast<Uncounted>(paths_.getColumn(5).getInt())});
    }
    paths_.reset();
}

void CommitDetails::fill_trailers(CommitDetail& detail) {
    trailers_.bind(1, detail.row.id);
    while (trailers_.executeStep())
        detail.trailers.push_back(
            {trailers_.getColumn(0).getString(), trailers_.getColumn(1).getString()});
    trailers_.reset();
}

} // namespace mw::store
