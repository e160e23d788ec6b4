#include "base/text.h"
#include "store/search/commit_names.h"
#include "store/search/term_finder.h"
#include "store/sql/error.h"
#include "store/sql/written_ids.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

// The terms that ask for what corrects what (fix_references.h):
//     fixes:ID, reverts:ID             what says that it corrects this commit
//     fixed-by:ID, reverted-by:ID      what this commit corrects
//     is:fixed, is:reverted            corrected by a commit of any release of the database
//     is:follow-up                     corrects a changeset that landed in the same release
// A backport is meant as well by the id of the commit that it was taken from: fixes of stable trees
// name the commit upstream.

namespace mw::store {

namespace {

struct Written {
    RowId commit = 0; ///< whose message says it
    std::string target;
};

std::vector<Written> written_references(RowScan& rows) {
    std::vector<Written> written;
    while (rows.next())
        written.push_back({rows.number(0), std::string(rows.text(1))});
    return written;
}

std::string kinds_of(std::string_view word) {
    const auto fixes = static_cast<int>(ReferenceKind::fixes),
               reverts = static_cast<int>(ReferenceKind::reverts);
    if (word == "follow-up")
        return fmt::format("({}, {})", fixes, reverts);
    return fmt::format("({})", word.starts_with("revert") ? reverts : fixes);
}

} // namespace

void TermFinder::find_corrected(std::string_view word, RowIdBitmap& found) {
    check_stop();
    RowScan rows(database_, fmt::format("SELECT commit_id, target FROM reference WHERE kind IN {}",
                                        kinds_of(word)));
    const auto written = written_references(rows);
    const CommitNames names(database_, found.first(), found.last());
    for (const auto& reference : written)
        names.each(reference.target, [&](RowId commit) {
            if (commit != reference.commit)
                found.insert(commit);
        });
}

void TermFinder::find_follow_ups(RowIdBitmap& found) {
    check_stop();
    RowScan releases(database_, "SELECT release_id, min(id), max(id) FROM commits GROUP BY 1");
    std::vector<std::pair<RowId, RowId>> spans;
    while (releases.next())
        spans.emplace_back(std::max(releases.number(1), found.first()),
                           std::min(releases.number(2), found.last()));
    for (const auto& [first, last] : spans) {
        if (first > last)
            continue;
        RowScan rows(database_, fmt::format("SELECT commit_id, target FROM reference WHERE kind IN "
                                            "{} AND commit_id BETWEEN ?1 AND ?2",
                                            kinds_of("follow-up")));
        rows.bind(1, first);
        rows.bind(2, last);
        const CommitNames names(database_, first, last);
        for (const auto& reference : written_references(rows))
            names.each(reference.target, [&](RowId commit) {
                if (commit != reference.commit)
                    found.insert(reference.commit);
            });
    }
}

void TermFinder::find_corrected_by(const QueryNode& term, RowIdBitmap& found) {
    const auto id = lower_case(term.value);
    const auto range = id.size() < 4 ? std::nullopt : id_range(id);
    if (!range)
        throw QueryError(
            base::Message("'{0}:' wants the id of a commit, as in {0}:21ca59b.", term.field),
            term.value_position);
    RowScan rows(database_,
                 fmt::format("SELECT r.commit_id, r.target FROM commits c JOIN reference r ON "
                             "r.commit_id = c.id WHERE (c.oid BETWEEN ?1 AND ?2 OR (c.oid = "
                             "substr(?1, 1, 6) AND length(?1) > 6)) AND r.kind IN {}",
                             kinds_of(term.field)));
    rows.bind_bytes(1, range->first);
    rows.bind_bytes(2, range->last);
    const auto written = written_references(rows);
    if (written.empty())
        return;
    const CommitNames names(database_, found.first(), found.last());
    for (const auto& reference : written)
        names.each(reference.target, [&](RowId commit) {
            if (commit != reference.commit)
                found.insert(commit);
        });
}

/// The relation is wider than the trailer, and knows an id in any dress.
void TermFinder::find_corrections(const QueryNode& term, RowIdBitmap& found) {
    const auto id = lower_case(term.value);
    const auto range = id_range(id);
    if (!range || id.size() < 7)
        throw QueryError(base::Message("'{0}:' wants the id of a commit with seven digits or more, "
                                       "as in {0}:21ca59b.",
                                       term.field),
                         term.value_position);
    std::vector<std::string> called{id};
    RowScan origins(database_, "SELECT r.target FROM commits c JOIN reference r ON r.commit_id = "
                               "c.id AND r.kind = ?3 WHERE c.oid BETWEEN ?1 AND ?2");
    origins.bind_bytes(1, range->first);
    origins.bind_bytes(2, range->last);
    origins.bind(3, static_cast<std::int64_t>(ReferenceKind::picked));
    while (origins.next())
        called.emplace_back(origins.text(0));
    for (const auto& name : called) {
        auto rows = select(fmt::format("SELECT commit_id FROM reference WHERE kind IN {} AND {} "
                                       "AND commit_id BETWEEN ?1 AND ?2",
                                       kinds_of(term.field), means_same_commit("target", name)),
                           found);
        collect(rows, found);
    }
}

} // namespace mw::store
