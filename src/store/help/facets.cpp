#include "store/help/facets.h"

#include "base/calendar.h"
#include "base/object_id.h"
#include "store/language/query_quoting.h"
#include "store/model/records.h"
#include "store/rows/people.h"
#include "store/sql/row_scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

namespace mw::store {

using SQLite::Statement;

namespace {

using Counts = std::unordered_map<RowId, std::int64_t>;

struct Counted {
    std::int64_t hits = 0, direct = 0;
    Counts places, subsystems, authors, pulls;
    std::map<Seconds, std::int64_t> weeks;
};

Counted count(SQLite::Database& database, const RowIdBitmap& found) {
    enum Column { id, place, subsystem, author, pull, landed, kind };
    Counted counted;
    const auto add = [&counted](const RowScan& row) {
        ++counted.hits;
        for (const auto& [column, counts] :
             {std::pair{place, &counted.places}, std::pair{subsystem, &counted.subsystems},
              std::pair{author, &counted.authors}, std::pair{pull, &counted.pulls}})
            if (!row.is_null(column))
                ++(*counts)[row.number(column)];
        if (row.is_null(landed))
            return;
        ++counted.weeks[monday_of(row.number(landed))];
        if (row.is_null(pull) && row.number(kind) == static_cast<int>(CommitKind::changeset))
            ++counted.direct;
    };
    constexpr const char* columns =
        "SELECT id, place_id, subsystem_id, author_id, pull_id, landed_time, kind FROM commits "
        "WHERE ";
    const auto ids = found.ids();
    // Few are looked up one by one; many are met by reading everything.
    if (ids.size() * 8 < static_cast<std::size_t>(found.last() - found.first() + 1)) {
        RowScan one(database, std::string(columns) + "id = ?1");
        for (const RowId hit : ids) {
            one.bind(1, hit);
            while (one.next())
                add(one);
        }
        return counted;
    }
    RowScan all(database, std::string(columns) + "id BETWEEN ?1 AND ?2");
    all.bind(1, found.first());
    all.bind(2, found.last());
    while (all.next())
        if (found.contains(all.number(id)))
            add(all);
    return counted;
}

/// The most frequent values; name() turns a row of the lookup table into label and term.
template <typename Name>
std::vector<FacetValue> values(SQLite::Database& database, const Counts& counts, const char* lookup,
                               std::size_t most, const Name& name) {
    std::vector<std::pair<std::int64_t, RowId>> order;
    for (const auto& [id, hits] : counts)
        order.emplace_back(-hits, id);
    std::ranges::sort(order);
    Statement select(database, lookup);
    std::vector<FacetValue> values;
    for (const auto& [hits, id] : order) {
        if (values.size() >= most)
            break;
        select.bind(1, id);
        if (select.executeStep()) {
            values.push_back(
                name(select.getColumn(0).getString(), select.getColumn(1).getString()));
            values.back().hits = -hits;
        }
        select.reset();
    }
    return values;
}

/// A pull that is in several releases is found in all of them by its id.
Counts one_for_each_id(SQLite::Database& database, const Counts& pulls) {
    RowScan select(database, "SELECT oid FROM commits WHERE id = ?1");
    std::map<std::string, RowId> rows;
    Counts joined;
    for (const auto& [id, hits] : pulls) {
        select.bind(1, id);
        std::string oid;
        while (select.next())
            oid = select.bytes(0);
        joined[rows.try_emplace(oid, id).first->second] += hits;
    }
    return joined;
}

std::vector<FacetValue> authors(SQLite::Database& database, const Counts& counts,
                                std::size_t most) {
    std::vector<PersonCount> rows;
    for (const auto& [person, hits] : counts)
        rows.push_back({person, hits, {}, {}});
    std::vector<FacetValue> values;
    for (const auto& person : sum_up_people(database, rows)) {
        if (values.size() >= most)
            break;
        values.push_back({person.name, whole_term("author", person.value), person.changesets});
    }
    return values;
}

} // namespace

Facets count_facets(SQLite::Database& database, const RowIdBitmap& found, std::size_t most) {
    const Counted counted = count(database, found);
    Facets facets;
    facets.hits = counted.hits;
    facets.sections =
        values(database, counted.places, "SELECT section, subgroup FROM place WHERE id = ?", most,
               [](const std::string& section, const std::string& subgroup) {
                   const auto key = subgroup.empty() ? section : section + '/' + subgroup;
                   return FacetValue{key, "section:" + key, 0};
               });
    facets.subsystems =
        values(database, counted.subsystems, "SELECT name, '' FROM subsystem WHERE id = ?", most,
               [](const std::string& name, const std::string&) {
                   return FacetValue{name, whole_term("subsystem", name), 0};
               });
    facets.authors = authors(database, counted.authors, most);
    facets.pulls = values(database, one_for_each_id(database, counted.pulls),
                          "SELECT subject, oid FROM commits WHERE id = ?", most,
                          [](const std::string& subject, const std::string& oid) {
                              return FacetValue{subject, "pull:" + git::to_hex(oid), 0};
                          });
    if (counted.direct > 0) {
        const FacetValue direct{"directly", "is:direct", counted.direct};
        facets.pulls.insert(
            std::ranges::find_if(facets.pulls,
                                 [&](const FacetValue& value) { return value.hits < direct.hits; }),
            direct);
    }
    for (const auto& [monday, hits] : counted.weeks)
        facets.weeks.push_back({date_of(monday), landed_query(monday, one_week), hits});
    return facets;
}

} // namespace mw::store
