#include "store/read/corrections.h"

#include "base/object_id.h"
#include "base/text.h"
#include "store/sql/row_scan.h"
#include "store/sql/sql_values.h"
#include "store/sql/written_ids.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace mw::store {

using SQLite::Statement;

namespace {

/// The line of a body, counted from 1.
std::string line_of(std::string_view body, std::int64_t number) {
    for (std::int64_t line = 1; line < number; ++line) {
        const auto end = body.find('\n');
        if (end == std::string_view::npos)
            return {};
        body.remove_prefix(end + 1);
    }
    return std::string(body.substr(0, body.find('\n')));
}

void set_words(Correction& correction, std::string_view subject, std::string_view body) {
    if (correction.line)
        correction.words =
            *correction.line == 0 ? std::string(subject) : line_of(body, *correction.line);
}

void fill_correcting(SQLite::Database& database, CommitDetail& detail) {
    auto named = means_same_commit("r.target", detail.row.oid);
    for (const auto& origin : detail.picked_from)
        named += " OR " + means_same_commit("r.target", origin);
    Statement select(database,
                     fmt::format("SELECT r.kind, c.id, c.oid, c.subject, min(r.line), t.body FROM "
                                 "reference r JOIN commits c ON c.id = r.commit_id JOIN "
                                 "commit_text t ON t.commit_id = c.id WHERE ({}) AND r.kind < {} "
                                 "AND c.id <> ? GROUP BY c.oid, r.kind ORDER BY c.landed_time, "
                                 "c.position",
                                 named, static_cast<int>(ReferenceKind::picked)));
    select.bind(1, detail.row.id);
    while (select.executeStep()) {
        Correction correction;
        correction.kind = static_cast<ReferenceKind>(select.getColumn(0).getInt());
        correction.commit = select.getColumn(1).getInt64();
        correction.oid = hex_of(select.getColumn(2));
        correction.subject = select.getColumn(3).getString();
        correction.line = optional_number(select.getColumn(4));
        set_words(correction, correction.subject, select.getColumn(5).getString());
        detail.corrections.push_back(std::move(correction));
    }
}

/// Which commit of the database a written id means.
void find_target(SQLite::Database& database, const CommitDetail& detail, Correction& correction) {
    const auto range = id_range(correction.oid);
    if (!range)
        return;
    Statement select(
        database,
        fmt::format("SELECT c.id, c.oid, c.subject FROM commits c WHERE c.id <> ?1 AND (c.oid "
                    "BETWEEN ?2 AND ?3 OR (c.oid = substr(?2, 1, 6) AND length(?2) > 6) OR c.id IN "
                    "(SELECT r.commit_id FROM reference r WHERE r.kind = {} AND {})) ORDER BY "
                    "c.release_id <> ?4, c.oid NOT BETWEEN ?2 AND ?3, c.landed_time, c.id LIMIT 1",
                    static_cast<int>(ReferenceKind::picked),
                    means_same_commit("r.target", correction.oid)));
    select.bind(1, detail.row.id);
    bind_blob(select, 2, range->first);
    bind_blob(select, 3, range->last);
    select.bind(4, detail.row.release);
    if (!select.executeStep())
        return;
    correction.commit = select.getColumn(0).getInt64();
    correction.oid = hex_of(select.getColumn(1));
    correction.subject = select.getColumn(2).getString();
}

bool asks_for_stable(const Trailer& trailer) {
    if (lower_case(trailer.key) != "cc")
        return false;
    const auto value = lower_case(trailer.value);
    const auto at = value.find("stable@");
    return at != std::string::npos && value.find("kernel.org", at) != std::string::npos;
}

} // namespace

CorrectedIds::CorrectedIds(SQLite::Database& database) {
    RowScan targets(
        database,
        fmt::format("SELECT DISTINCT substr(target, 1, {}) FROM reference WHERE kind < {}",
                    least_written_digits, static_cast<int>(ReferenceKind::picked)));
    while (targets.next())
        starts_.emplace(targets.text(0));
}

bool CorrectedIds::may_have(std::string_view hex) const {
    // A target that is shorter means nothing, and of a shorter id nothing can be said.
    return hex.size() < least_written_digits ||
           starts_.contains(std::string(hex.substr(0, least_written_digits)));
}

void fill_corrections(SQLite::Database& database, CommitDetail& detail, const CorrectedIds* known) {
    detail.for_stable = std::ranges::any_of(detail.trailers, asks_for_stable);
    Statement select(database, "SELECT kind, target, line FROM reference WHERE commit_id = ? ORDER "
                               "BY ifnull(line, 0), target");
    select.bind(1, detail.row.id);
    while (select.executeStep()) {
        Correction correction;
        correction.kind = static_cast<ReferenceKind>(select.getColumn(0).getInt());
        correction.oid = select.getColumn(1).getString();
        if (correction.kind == ReferenceKind::picked) {
            detail.picked_from.push_back(std::move(correction.oid));
            continue;
        }
        correction.line = optional_number(select.getColumn(2));
        set_words(correction, detail.row.subject, detail.body);
        find_target(database, detail, correction);
        detail.corrects.push_back(std::move(correction));
    }
    const auto may_be_named = [known](const std::string& oid) {
        return known == nullptr || known->may_have(oid);
    };
    if (!detail.row.oid.empty() &&
        (may_be_named(detail.row.oid) || std::ranges::any_of(detail.picked_from, may_be_named)))
        fill_correcting(database, detail);
}

} // namespace mw::store
