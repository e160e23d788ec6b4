#include "store/stats/breakdowns.h"

#include "base/calendar.h"
#include "base/object_id.h"
#include "store/db/connection.h"
#include "store/language/query_quoting.h"
#include "store/rows/people.h"
#include "store/rows/pull_title.h"
#include "store/search/mention_index.h"
#include "store/search/query_search.h"
#include "store/sql/sql_values.h"
#include "store/stats/commit_facts_cache.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <unordered_map>

namespace mw::store {

using SQLite::Statement;

namespace {

/// What stands for one value of a kind: a row id, or the start of a day or week.
using Counts = std::unordered_map<std::int64_t, std::int64_t>;

std::int64_t key_of(const CommitFactsCache::Entry& entry, BreakdownKind kind) {
    switch (kind) {
    case BreakdownKind::pull:
        return entry.pull;
    case BreakdownKind::subsystem:
        return entry.subsystem;
    case BreakdownKind::author:
        return entry.author;
    case BreakdownKind::committer:
        return entry.committer;
    case BreakdownKind::day:
        return day_of(entry.landed);
    case BreakdownKind::week:
        break;
    }
    return monday_of(entry.landed);
}

bool is_time(BreakdownKind kind) {
    return kind == BreakdownKind::day || kind == BreakdownKind::week;
}

std::vector<BreakdownLine> ways_of_time(const Counts& counts, Seconds length) {
    std::vector<BreakdownLine> ways;
    for (const auto& [start, changesets] : counts)
        ways.push_back({date_of(start), {}, landed_query(start, length), changesets, start});
    std::ranges::sort(ways, {}, &BreakdownLine::time);
    return ways;
}

std::vector<BreakdownLine> pulls_of(SQLite::Database& database, const Counts& counts) {
    std::vector<BreakdownLine> ways;
    Statement select(database, "SELECT subject, oid, landed_time FROM commits WHERE id = ?");
    for (const auto& [id, changesets] : counts) {
        if (id == CommitFactsCache::unknown) {
            ways.push_back({{}, {}, "is:direct", changesets, {}});
            continue;
        }
        select.bind(1, id);
        if (select.executeStep()) {
            const auto oid = git::to_hex(select.getColumn(1).getString());
            ways.push_back({select.getColumn(0).getString(), oid, "pull:" + oid, changesets,
                            optional_number(select.getColumn(2))});
        }
        select.reset();
    }
    return ways;
}

std::vector<BreakdownLine> subsystems_of(SQLite::Database& database, const Counts& counts) {
    std::vector<BreakdownLine> ways;
    Statement select(database, "SELECT name FROM subsystem WHERE id = ?");
    for (const auto& [id, changesets] : counts) {
        select.bind(1, id);
        if (select.executeStep()) {
            const auto name = select.getColumn(0).getString();
            ways.push_back({name, {}, whole_term("subsystem", name), changesets, {}});
        }
        select.reset();
    }
    return ways;
}

std::vector<BreakdownLine> people_of(SQLite::Database& database, const Counts& counts,
                                     const char* field) {
    std::vector<PersonCount> rows;
    for (const auto& [person, changesets] : counts)
        rows.push_back({person, changesets, {}, {}});
    std::vector<BreakdownLine> ways;
    for (const auto& person : sum_up_people(database, rows))
        ways.push_back({person.name,
                        fmt::format("{}", fmt::join(person.addresses, ", ")),
                        whole_term(field, person.value),
                        person.changesets,
                        {}});
    return ways;
}

std::unordered_map<std::int32_t, classify::SectionKey> all_places(SQLite::Database& database) {
    std::unordered_map<std::int32_t, classify::SectionKey> places;
    Statement select(database, "SELECT id, section, subgroup FROM place");
    while (select.executeStep())
        places[select.getColumn(0).getInt()] = {
            classify::section_from_key(select.getColumn(1).getString())
                .value_or(classify::Section::misc),
            classify::subgroup_from_key(select.getColumn(2).getString())
                .value_or(classify::Subgroup::none)};
    return places;
}

void add_lines(std::optional<std::int64_t>& sum, std::int32_t lines) {
    if (lines != CommitFactsCache::unknown)
        sum = sum.value_or(0) + lines;
}

/// Whether an entry had landed by that moment; without one, everything had.
bool had_landed(const CommitFactsCache::Entry& entry, std::optional<Seconds> moment) {
    return !moment || (entry.landed != CommitFactsCache::never && entry.landed <= *moment);
}

} // namespace

struct Breakdowns::Impl {
    explicit Impl(const std::filesystem::path& file) : connection(file, Connection::Mode::read) {}

    SQLite::Database& database() { return connection.database(); }
    const std::vector<CommitFactsCache::Entry>& entries(RowId release) {
        return table.entries(database(), release);
    }
    std::vector<bool> wanted_places(const CommitQuery& scope);
    template <typename Visit>
    void for_each(const CommitQuery& scope, const Visit& visit);
    Counts count(const CommitQuery& scope, BreakdownKind kind);

    Connection connection;
    CommitFactsCache table;
    MentionIndex mention_index{connection.database()};
    QuerySearch search{connection.database(), mention_index};
};

Breakdowns::Breakdowns(const std::filesystem::path& file)
    : impl_(translated(file, [&] { return std::make_unique<Impl>(file); })) {}

Breakdowns::~Breakdowns() = default;

/// By row id of the place.
std::vector<bool> Breakdowns::Impl::wanted_places(const CommitQuery& scope) {
    std::vector<bool> wanted;
    for (const auto& [id, place] : all_places(database())) {
        if (static_cast<std::size_t>(id) >= wanted.size())
            wanted.resize(static_cast<std::size_t>(id) + 1);
        wanted[static_cast<std::size_t>(id)] =
            (!scope.section || place.section == *scope.section) &&
            (!scope.subgroup || place.subgroup == *scope.subgroup);
    }
    return wanted;
}

/// Every entry that the scope has.
template <typename Visit>
void Breakdowns::Impl::for_each(const CommitQuery& scope, const Visit& visit) {
    const auto wanted = wanted_places(scope);
    std::optional<RowIdBitmap> found;
    if (!scope.text.empty() || !scope.within.empty())
        found = search.found(scope);
    for (const CommitFactsCache::Entry& entry : entries(scope.release.value_or(0))) {
        if (entry.kind == CommitKind::changeset && had_landed(entry, scope.as_of) &&
            wanted[static_cast<std::size_t>(entry.place)] && (!found || found->contains(entry.id)))
            visit(entry);
    }
}

Counts Breakdowns::Impl::count(const CommitQuery& scope, BreakdownKind kind) {
    Counts counts;
    for_each(scope, [&](const CommitFactsCache::Entry& entry) {
        if (is_time(kind) && entry.landed == CommitFactsCache::never)
            return;
        const auto key = key_of(entry, kind);
        // What landed directly is a line of its own; what has no subsystem is none.
        const bool direct = kind == BreakdownKind::pull && entry.kind == CommitKind::changeset &&
                            entry.landed != CommitFactsCache::never;
        if (is_time(kind) || key != CommitFactsCache::unknown || direct)
            ++counts[key];
    });
    return counts;
}

std::vector<BreakdownLine> Breakdowns::list(const CommitQuery& scope, BreakdownKind kind) {
    return impl_->connection.guard([&] {
        const ReadTransaction transaction(impl_->database());
        const Counts counts = impl_->count(scope, kind);
        if (is_time(kind))
            return ways_of_time(counts, kind == BreakdownKind::day ? one_day : one_week);
        std::vector<BreakdownLine> ways =
            kind == BreakdownKind::pull ? pulls_of(impl_->database(), counts)
            : kind == BreakdownKind::subsystem
                ? subsystems_of(impl_->database(), counts)
                : people_of(impl_->database(), counts,
                            kind == BreakdownKind::author ? "author" : "committer");
        std::ranges::sort(ways, [](const BreakdownLine& left, const BreakdownLine& right) {
            return std::tie(right.changesets, left.time, left.label) <
                   std::tie(left.changesets, right.time, right.label);
        });
        return ways;
    });
}

std::int64_t Breakdowns::total(const CommitQuery& scope) {
    return impl_->connection.guard([&] {
        const ReadTransaction transaction(impl_->database());
        std::int64_t total = 0;
        impl_->for_each(scope, [&total](const CommitFactsCache::Entry&) { ++total; });
        return total;
    });
}

Landings Breakdowns::landings(RowId release) {
    return impl_->connection.guard([&] {
        const ReadTransaction transaction(impl_->database());
        std::map<Seconds, std::int64_t> moments;
        Landings landings;
        for (const CommitFactsCache::Entry& entry : impl_->entries(release)) {
            if (entry.kind != CommitKind::changeset)
                continue;
            if (entry.landed == CommitFactsCache::never)
                ++landings.without_time;
            else
                ++moments[entry.landed];
        }
        for (const auto& [time, changesets] : moments)
            landings.moments.push_back({time, changesets});
        return landings;
    });
}

Release Breakdowns::as_of(const Release& release, Seconds moment) {
    return impl_->connection.guard([&] {
        const ReadTransaction transaction(impl_->database());
        Release then = release;
        then.changesets = then.merges = then.pulls = then.files = 0;
        then.last_landing.reset();
        if (then.insertions)
            then.insertions = then.deletions = 0;
        if (then.window_end && *then.window_end > moment)
            then.window_end.reset();
        for (const CommitFactsCache::Entry& entry : impl_->entries(release.id)) {
            if (!had_landed(entry, moment))
                continue;
            ++(entry.kind == CommitKind::changeset ? then.changesets : then.merges);
            then.pulls += entry.kind == CommitKind::pull;
            then.files += entry.files;
            if (then.insertions) {
                add_lines(then.insertions, entry.insertions);
                add_lines(then.deletions, entry.deletions);
            }
            then.last_landing = std::max(then.last_landing.value_or(entry.landed), entry.landed);
        }
        if (!then.last_landing)
            then.first_landing.reset();
        return then;
    });
}

} // namespace mw::store
