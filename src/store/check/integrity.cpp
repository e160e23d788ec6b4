#include "store/check/integrity.h"

#include "store/check/index_check.h"
#include "store/language/phrase_cache.h"
#include "store/rows/code_index.h"
#include "store/rows/people.h"
#include "store/sql/text_blocks.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace mw::store {

namespace {

struct Rule {
    const char* what; ///< "{} changesets …", after the count
    const char* count;
};

constexpr std::array rules = {
    Rule{
        "changesets of imported releases have no landing",
        "SELECT count(*) FROM commits c JOIN release r ON r.id = c.release_id WHERE NOT r.embedded "
        "AND (c.landed_time IS NULL OR (c.pull_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
        "commits m WHERE m.id = c.pull_id AND m.kind = 2 AND m.release_id = c.release_id)))"},
    Rule{"commits have no section",
         "SELECT count(*) FROM commits c LEFT JOIN place p ON p.id = c.place_id WHERE p.id IS NULL "
         "OR p.section = ''"},
    Rule{"hardware changesets have no subgroup",
         "SELECT count(*) FROM commits c JOIN place p ON p.id = c.place_id WHERE p.section = "
         "'hardware' AND p.subgroup = '' AND c.kind = 0"},
    Rule{"commits have lost their messages",
         "SELECT count(*) FROM commits c LEFT JOIN commit_text t ON t.commit_id = c.id WHERE "
         "t.body IS NULL"},
    Rule{"rows of messages or reasons belong to no commit",
         "SELECT count(*) FROM (SELECT first FROM body_block UNION ALL SELECT first FROM "
         "reason_block) WHERE first NOT IN (SELECT id FROM commits)"},
    Rule{"commits have no reason for their section",
         "SELECT count(*) FROM commits c LEFT JOIN commit_text t ON t.commit_id = c.id WHERE "
         "ifnull(t.reason, '') = ''"},
    Rule{"changesets list another number of files than they have",
         "SELECT count(*) FROM commits c WHERE c.files IS NOT NULL AND c.files <> (SELECT count(*) "
         "FROM change ch WHERE ch.commit_id = c.id)"},
    Rule{
        "changesets lack line counts in releases that are said to be counted",
        "SELECT count(*) FROM commits c JOIN release r ON r.id = c.release_id WHERE r.line_state = "
        "1 AND c.kind = 0 AND c.insertions IS NULL"},
    Rule{"releases give figures that are not the sum of their commits",
         "SELECT count(*) FROM release r WHERE r.changesets <> (SELECT count(*) FROM commits c "
         "WHERE "
         "c.release_id = r.id AND c.kind = 0) OR r.merges <> (SELECT count(*) FROM commits c WHERE "
         "c.release_id = r.id AND c.kind <> 0) OR r.files <> (SELECT ifnull(sum(files), 0) FROM "
         "commits c WHERE c.release_id = r.id)"},
};

} // namespace

std::vector<std::string> check_integrity(SQLite::Database& database) {
    std::vector<std::string> faults;
    SQLite::Statement integrity(database, "PRAGMA integrity_check");
    while (integrity.executeStep())
        if (const auto line = integrity.getColumn(0).getString(); line != "ok")
            faults.push_back("SQLite's integrity check: " + line);
    SQLite::Statement keys(database, "PRAGMA foreign_key_check");
    while (keys.executeStep())
        faults.push_back(fmt::format("Table {} has a row that points to a missing row of {}.",
                                     keys.getColumn(0).getString(), keys.getColumn(2).getString()));
    if (const auto damaged = count_damaged_identifiers(database); damaged != 0)
        faults.push_back(fmt::format("{} rows of identifiers cannot be read. Import the releases "
                                     "again whose code is searched.",
                                     damaged));
    const auto texts =
        count_damaged_texts(database, body_blocks) + count_damaged_texts(database, reason_blocks);
    if (texts != 0) {
        // The other rules read what is in them.
        faults.push_back(fmt::format("{} rows of messages or reasons cannot be read. Import the "
                                     "releases again.",
                                     texts));
        return faults;
    }
    for (const auto& rule : rules)
        if (const auto count = database.execAndGet(rule.count).getInt64(); count != 0)
            faults.push_back(fmt::format("{} {}.", count, rule.what));
    if (const auto wrong = count_wrong_common_phrases(database); wrong != 0)
        faults.push_back(
            fmt::format("{} common phrases are not kept as the index has them.", wrong));
    if (const auto wrong = count_misnamed_people(database); wrong != 0)
        faults.push_back(fmt::format(
            "{} people are not named as the newest mailmap has them. Import a release again.",
            wrong));
    for (auto& fault : check_search_index(database))
        faults.push_back(std::move(fault));
    return faults;
}

} // namespace mw::store
