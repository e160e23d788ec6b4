#include "store/stats/comparison.h"

#include "base/object_id.h"
#include "store/db/connection.h"
#include "store/language/query_quoting.h"
#include "store/rows/people.h"
#include "store/rows/pull_row.h"
#include "store/sql/sql_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace mw::store {

using SQLite::Statement;

namespace {

/// What belongs to a side: ?1 is the release, ?2 the moment or NULL.
constexpr const char* of_side = "c.release_id = ?1 AND (?2 IS NULL OR c.landed_time <= ?2)";
constexpr const char* is_entry = "c.kind = 0";

void bind_side(Statement& statement, const Side& side) {
    statement.bind(1, side.release);
    bind_optional(statement, 2, side.as_of);
}

} // namespace

struct Comparison::Impl {
    explicit Impl(const std::filesystem::path& file) : connection(file, Connection::Mode::read) {}

    Statement select(const std::string& sql, const Side& side) {
        Statement statement(connection.database(), sql);
        bind_side(statement, side);
        return statement;
    }

    void count_commits(Totals& totals, const Side& side);
    void count_people(Totals& totals, const Side& side);
    void measure(Totals& totals, const Side& side);
    std::vector<PersonCount> authors(const Side& side, bool first_time);

    Connection connection;
};

void Comparison::Impl::count_commits(Totals& totals, const Side& side) {
    auto sums = select(
        fmt::format("SELECT ifnull(sum({0}), 0), ifnull(sum(c.kind <> 0), 0), ifnull(sum(c.kind = "
                    "2), 0), ifnull(sum(c.files), 0), sum(c.insertions), sum(c.deletions), "
                    "ifnull(sum(c.adds_kind IS NOT NULL), 0), (SELECT line_state FROM release "
                    "WHERE id = ?1) FROM commits c WHERE {1}",
                    is_entry, of_side),
        side);
    sums.executeStep();
    totals.changesets = sums.getColumn(0).getInt64();
    totals.merges = sums.getColumn(1).getInt64();
    totals.pulls = sums.getColumn(2).getInt64();
    totals.files = sums.getColumn(3).getInt64();
    if (has_lines(static_cast<LineState>(sums.getColumn(7).getInt()))) {
        totals.insertions = sums.getColumn(4).getInt64();
        totals.deletions = sums.getColumn(5).getInt64();
    }
    totals.new_hardware = sums.getColumn(6).getInt64();
}

void Comparison::Impl::count_people(Totals& totals, const Side& side) {
    auto people =
        select(fmt::format("SELECT count(DISTINCT a.key), count(DISTINCT iif({}, a.key, NULL)), {} "
                           "FROM commits c JOIN person a ON a.id = c.author_id WHERE {} AND {}",
                           is_first_time, knows_earlier, of_side, is_entry),
               side);
    people.executeStep();
    totals.authors = people.getColumn(0).getInt64();
    if (people.getColumn(2).getInt() != 0)
        totals.first_time_authors = people.getColumn(1).getInt64();
}

void Comparison::Impl::measure(Totals& totals, const Side& side) {
    auto times = select("SELECT first_landing, window_end, min(last_landing, ifnull(?2, "
                        "last_landing)) FROM release WHERE id = ?1",
                        side);
    if (!times.executeStep() || times.getColumn(0).isNull() || times.getColumn(1).isNull())
        return;
    const Seconds first = times.getColumn(0).getInt64(), end = times.getColumn(1).getInt64();
    const Seconds last = times.getColumn(2).getInt64();
    totals.window = std::max<Seconds>(0, std::min(end, side.as_of.value_or(end)) - first);
    totals.stabilisation = std::max<Seconds>(0, last - end);
}

Comparison::Comparison(const std::filesystem::path& file)
    : impl_(translated(file, [&] { return std::make_unique<Impl>(file); })) {}

Comparison::~Comparison() = default;

Totals Comparison::totals(const Side& side) {
    return impl_->connection.guard([&] {
        Totals totals;
        const ReadTransaction one_state(impl_->connection.database());
        impl_->count_commits(totals, side);
        impl_->count_people(totals, side);
        impl_->measure(totals, side);
        return totals;
    });
}

std::vector<Compared> Comparison::places(std::span<const Side> sides) {
    return impl_->connection.guard([&] {
        std::map<classify::SectionKey, std::vector<std::int64_t>> counts;
        for (std::size_t i = 0; i < sides.size(); ++i) {
            auto select = impl_->select(
                fmt::format("SELECT p.section, p.subgroup, count(*) FROM commits c JOIN place p ON "
                            "p.id = c.place_id WHERE {} AND {} GROUP BY c.place_id",
                            of_side, is_entry),
                sides[i]);
            while (select.executeStep()) {
                auto& of_place = counts[stored_place(select.getColumn(0).getString(),
                                                     select.getColumn(1).getString())];
                of_place.resize(sides.size());
                of_place[i] += select.getColumn(2).getInt64();
            }
        }
        std::vector<Compared> places;
        for (auto& [place, changesets] : counts) {
            const std::string key = classify::to_string(place);
            places.push_back({key, "section:" + key, std::move(changesets)});
        }
        return places;
    });
}

std::vector<PersonCount> Comparison::Impl::authors(const Side& side, bool first_time) {
    auto select = this->select(
        fmt::format("SELECT c.author_id, count(*) FROM commits c JOIN person a ON a.id = "
                    "c.author_id WHERE {} AND {} AND {} GROUP BY 1",
                    of_side, is_entry,
                    first_time ? fmt::format("{} AND {}", knows_earlier, is_first_time) : "1"),
        side);
    std::vector<PersonCount> authors;
    while (select.executeStep())
        authors.push_back({select.getColumn(0).getInt64(), select.getColumn(1).getInt64(), {}, {}});
    return authors;
}

std::vector<ComparedPerson> Comparison::authors(std::span<const Side> sides) {
    return impl_->connection.guard([&] {
        auto& database = impl_->connection.database();
        const ReadTransaction one_state(database);
        std::vector<PersonCount> all;
        std::map<std::string, std::vector<std::int64_t>> changesets;
        std::map<std::string, std::size_t> first_time_in;
        for (std::size_t i = 0; i < sides.size(); ++i) {
            const auto authors = impl_->authors(sides[i], false);
            all.insert(all.end(), authors.begin(), authors.end());
            for (const auto& person : sum_up_people(database, authors)) {
                auto& in_sides = changesets[person.key];
                in_sides.resize(sides.size());
                in_sides[i] = person.changesets;
            }
            for (const auto& person : sum_up_people(database, impl_->authors(sides[i], true)))
                first_time_in.emplace(person.key, i);
        }
        std::vector<ComparedPerson> found;
        for (const auto& person : sum_up_people(database, all)) {
            ComparedPerson compared{{person.name, whole_term("author", person.value),
                                     std::move(changesets[person.key])},
                                    {}};
            if (const auto first = first_time_in.find(person.key); first != first_time_in.end())
                compared.first_time_in = first->second;
            found.push_back(std::move(compared));
        }
        return found;
    });
}

std::vector<AddedHardware> Comparison::new_hardware(std::span<const Side> sides) {
    return impl_->connection.guard([&] {
        std::vector<AddedHardware> found;
        for (std::size_t i = 0; i < sides.size(); ++i) {
            auto select = impl_->select(
                fmt::format("SELECT c.adds_kind, c.adds, p.section, p.subgroup, c.oid, c.subject "
                            "FROM commits c JOIN place p ON p.id = c.place_id WHERE c.adds_kind IS "
                            "NOT NULL AND {} ORDER BY c.position",
                            of_side),
                sides[i]);
            const auto first = static_cast<std::ptrdiff_t>(found.size());
            while (select.executeStep())
                found.push_back(
                    {i,
                     {static_cast<classify::NewHardware::Kind>(select.getColumn(0).getInt()),
                      select.getColumn(1).getString()},
                     stored_place(select.getColumn(2).getString(), select.getColumn(3).getString()),
                     hex_of(select.getColumn(4)),
                     select.getColumn(5).getString()});
            std::ranges::stable_sort(found.begin() + first, found.end(), {}, &AddedHardware::place);
        }
        return found;
    });
}

std::vector<Pull> Comparison::largest_pulls(const Side& side, std::size_t limit) {
    return impl_->connection.guard([&] {
        auto select = impl_->select(
            fmt::format("SELECT c.id, c.oid, c.subject, c.landed_time, (SELECT count(*) FROM "
                        "commits b WHERE b.pull_id = c.id AND b.kind = 0) AS brought, p.section, "
                        "p.subgroup FROM commits c JOIN place p ON p.id = c.place_id WHERE c.kind "
                        "= 2 AND {} ORDER BY brought DESC, c.position LIMIT ?3",
                        of_side),
            side);
        select.bind(3, static_cast<std::int64_t>(limit));
        std::vector<Pull> pulls;
        while (select.executeStep()) {
            pulls.push_back(read_pull(select));
        }
        return pulls;
    });
}

} // namespace mw::store
