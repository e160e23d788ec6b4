#include "store/stats/figures.h"

#include "base/calendar.h"
#include "classify/sections.h"
#include "store/db/connection.h"
#include "store/language/query_quoting.h"
#include "store/rows/employers.h"
#include "store/rows/people.h"
#include "store/sql/sql_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>

namespace mw::store {

using SQLite::Statement;

namespace {

/// What of a release is counted: its changesets; ?2 is the moment or NULL.
constexpr const char* is_counted =
    "c.release_id = ?1 AND c.kind = 0 AND (?2 IS NULL OR c.landed_time <= ?2)";

constexpr const char* start_of_day =
    "c.landed_time - (c.landed_time % 86400 + 86400) % 86400"; // a time before 1970 too

/// How each kind but people is counted: the expression that tells one figure from another.
const char* expression(FigureKind kind) {
    switch (kind) {
    case FigureKind::day:
        return start_of_day;
    case FigureKind::section:
        return "p.section || '/' || p.subgroup";
    case FigureKind::subsystem:
    case FigureKind::author:
    case FigureKind::domain:
    case FigureKind::first_time_author:
    case FigureKind::reviewer:
    case FigureKind::tester:
    case FigureKind::reporter:
    case FigureKind::employer:
        break;
    }
    return "s.name";
}

bool has_people(FigureKind kind) {
    return kind == FigureKind::author || kind == FigureKind::first_time_author ||
           kind == FigureKind::domain;
}

/// The trailer that names those who are counted, which is a search field as well; empty for other
/// kinds.
std::string trailer_of(FigureKind kind) {
    switch (kind) {
    case FigureKind::reviewer:
        return "reviewed-by";
    case FigureKind::tester:
        return "tested-by";
    case FigureKind::reporter:
        return "reported-by";
    default:
        return {};
    }
}

void describe(Figure& figure, FigureKind kind) {
    if (kind == FigureKind::day) {
        const Seconds day = std::stoll(figure.name);
        figure.name = date_of(day);
        figure.query = landed_query(day, one_day);
    } else if (kind == FigureKind::section) {
        if (figure.name.ends_with('/'))
            figure.name.pop_back();
        figure.query = "section:" + figure.name;
    } else {
        figure.query = whole_term("subsystem", figure.name);
    }
}

std::optional<std::int64_t> sum(const std::optional<std::int64_t>& left,
                                const std::optional<std::int64_t>& right) {
    return left && right ? std::optional(*left + *right) : left ? left : right;
}

std::vector<Figure> figures_of(const std::vector<PersonTotal>& people,
                               const std::string& field = "author") {
    std::vector<Figure> figures;
    for (const auto& person : people)
        figures.push_back({person.name, whole_term(field, person.value), person.changesets,
                           person.insertions, person.deletions});
    return figures;
}

std::size_t place_in_taxonomy(const Figure& figure) {
    const auto slash = figure.name.find('/');
    const auto section = classify::section_from_key(figure.name.substr(0, slash));
    const auto subgroup = classify::subgroup_from_key(
        slash == std::string::npos ? std::string() : figure.name.substr(slash + 1));
    return static_cast<std::size_t>(section.value_or(classify::Section::misc)) * 100 +
           static_cast<std::size_t>(subgroup.value_or(classify::Subgroup::none));
}

} // namespace

struct Figures::Impl {
    explicit Impl(const std::filesystem::path& file) : connection(file, Connection::Mode::read) {}

    std::vector<Figure> rows(RowId release, FigureKind kind, std::optional<Seconds> as_of);
    std::vector<PersonCount> authors(RowId release, FigureKind kind, std::optional<Seconds> as_of);
    std::vector<Figure> domains(const std::vector<PersonCount>& authors);
    std::vector<Figure> named_by(RowId release, const std::string& trailer,
                                 std::optional<Seconds> as_of);
    std::vector<Figure> employers(RowId release, std::optional<Seconds> as_of);

    Connection connection;
};

std::vector<Figure> Figures::Impl::rows(RowId release, FigureKind kind,
                                        std::optional<Seconds> as_of) {
    Statement select(
        connection.database(),
        fmt::format("SELECT {0}, count(*), sum(c.insertions), sum(c.deletions) FROM commits c JOIN "
                    "place p ON p.id = c.place_id LEFT JOIN subsystem s ON s.id = c.subsystem_id "
                    "WHERE {1} AND {0} IS NOT NULL GROUP BY 1 ORDER BY {2}",
                    expression(kind), is_counted,
                    kind == FigureKind::subsystem ? "2 DESC, 1" : "1"));
    select.bind(1, release);
    bind_optional(select, 2, as_of);
    std::vector<Figure> figures;
    while (select.executeStep()) {
        Figure figure{select.getColumn(0).getString(),
                      {},
                      select.getColumn(1).getInt64(),
                      optional_number(select.getColumn(2)),
                      optional_number(select.getColumn(3))};
        describe(figure, kind);
        figures.push_back(std::move(figure));
    }
    return figures;
}

std::vector<PersonCount> Figures::Impl::authors(RowId release, FigureKind kind,
                                                std::optional<Seconds> as_of) {
    const auto whom = kind == FigureKind::first_time_author
                          ? fmt::format("{} AND {}", knows_earlier, is_first_time)
                          : std::string("1");
    Statement select(
        connection.database(),
        fmt::format("SELECT c.author_id, count(*), sum(c.insertions), sum(c.deletions) FROM "
                    "commits c JOIN person a ON a.id = c.author_id WHERE {} AND {} GROUP BY 1",
                    is_counted, whom));
    select.bind(1, release);
    bind_optional(select, 2, as_of);
    std::vector<PersonCount> authors;
    while (select.executeStep())
        authors.push_back({select.getColumn(0).getInt64(), select.getColumn(1).getInt64(),
                           optional_number(select.getColumn(2)),
                           optional_number(select.getColumn(3))});
    return authors;
}

std::vector<Figure> Figures::Impl::domains(const std::vector<PersonCount>& authors) {
    Statement address(connection.database(), "SELECT email FROM person WHERE id = ?");
    std::map<std::string, Figure> domains;
    for (const auto& author : authors) {
        address.bind(1, author.person);
        const auto domain =
            address.executeStep() ? mail_domain(address.getColumn(0).getString()) : std::string();
        address.reset();
        if (domain.empty())
            continue;
        auto& figure = domains[domain];
        figure.changesets += author.changesets;
        figure.insertions = sum(figure.insertions, author.insertions);
        figure.deletions = sum(figure.deletions, author.deletions);
    }
    std::vector<Figure> figures;
    for (auto& [name, figure] : domains) {
        figure.name = name;
        figure.query = "author-domain:" + quoted_if_needed(name);
        figures.push_back(std::move(figure));
    }
    std::ranges::stable_sort(figures, std::greater(), &Figure::changesets);
    return figures;
}

std::vector<Figure> Figures::Impl::named_by(RowId release, const std::string& trailer,
                                            std::optional<Seconds> as_of) {
    // Somebody who is named twice, under two addresses, counts once.
    Statement select(
        connection.database(),
        fmt::format(
            "SELECT person, value, count(*), sum(insertions), sum(deletions) FROM (SELECT "
            "c.id, min(t.person_id) AS person, iif(t.person_id IS NULL, t.value, NULL) AS "
            "value, c.insertions, c.deletions FROM trailer_key k CROSS JOIN commits c JOIN "
            "trailer t ON t.commit_id = c.id AND t.key_id = k.id LEFT JOIN person o ON o.id "
            "= t.person_id WHERE k.key = ?3 COLLATE NOCASE AND {} AND (o.id IS NOT NULL OR "
            "t.value <> '') GROUP BY c.id, ifnull(o.key, t.value)) GROUP BY person, value",
            is_counted));
    select.bind(1, release);
    bind_optional(select, 2, as_of);
    select.bind(3, trailer);
    std::vector<PersonCount> people;
    std::vector<Figure> others;
    while (select.executeStep()) {
        const auto count = select.getColumn(2).getInt64();
        const auto insertions = optional_number(select.getColumn(3)),
                   deletions = optional_number(select.getColumn(4));
        if (!select.isColumnNull(0))
            people.push_back({select.getColumn(0).getInt64(), count, insertions, deletions});
        else if (const auto name = select.getColumn(1).getString(); !name.empty())
            others.push_back({name, whole_term(trailer, name), count, insertions, deletions});
    }
    auto figures = figures_of(sum_up_people(connection.database(), people), trailer);
    std::ranges::move(others, std::back_inserter(figures));
    std::ranges::stable_sort(figures, std::greater(), &Figure::changesets);
    return figures;
}

std::vector<Figure> Figures::Impl::employers(RowId release, std::optional<Seconds> as_of) {
    const auto map = Employers::load(connection.database());
    if (map.empty())
        return {};
    Statement select(connection.database(),
                     fmt::format("SELECT ifnull(a.email, ''), c.author_time, c.insertions, "
                                 "c.deletions FROM commits c LEFT JOIN person a ON a.id = "
                                 "c.author_id WHERE {}",
                                 is_counted));
    select.bind(1, release);
    bind_optional(select, 2, as_of);
    std::map<std::string, Figure, std::less<>> employers;
    while (select.executeStep()) {
        auto name = map.of(select.getColumn(0).getString(), select.getColumn(1).getInt64());
        if (name.empty())
            name = unknown_employer;
        auto& figure = employers.try_emplace(std::string(name)).first->second;
        ++figure.changesets;
        figure.insertions = sum(figure.insertions, optional_number(select.getColumn(2)));
        figure.deletions = sum(figure.deletions, optional_number(select.getColumn(3)));
    }
    std::vector<Figure> figures;
    for (auto& [name, figure] : employers) {
        figure.name = name;
        figure.query = whole_term("employer", name);
        figures.push_back(std::move(figure));
    }
    std::ranges::stable_sort(figures, std::greater(), &Figure::changesets);
    return figures;
}

Figures::Figures(const std::filesystem::path& file)
    : impl_(translated(file, [&] { return std::make_unique<Impl>(file); })) {}

Figures::~Figures() = default;

std::vector<Figure> Figures::count(RowId release, FigureKind kind, std::optional<Seconds> as_of,
                                   std::size_t limit) {
    return impl_->connection.guard([&] {
        const ReadTransaction transaction(impl_->connection.database());
        std::vector<Figure> figures;
        if (const auto trailer = trailer_of(kind); !trailer.empty())
            figures = impl_->named_by(release, trailer, as_of);
        else if (kind == FigureKind::employer)
            figures = impl_->employers(release, as_of);
        else if (!has_people(kind))
            figures = impl_->rows(release, kind, as_of);
        else if (const auto authors = impl_->authors(release, kind, as_of);
                 kind == FigureKind::domain)
            figures = impl_->domains(authors);
        else
            figures = figures_of(sum_up_people(impl_->connection.database(), authors));
        if (kind == FigureKind::section)
            std::ranges::sort(figures, {}, place_in_taxonomy);
        else if (kind != FigureKind::day && figures.size() > limit)
            figures.resize(limit);
        return figures;
    });
}

bool Figures::knows_earlier_landings(RowId release) {
    return impl_->connection.guard([&] {
        Statement select(impl_->connection.database(), fmt::format("SELECT {}", knows_earlier));
        select.bind(1, release);
        select.executeStep();
        return select.getColumn(0).getInt() != 0;
    });
}

bool Figures::knows_employers() {
    return impl_->connection.guard(
        [&] { return !Employers::load(impl_->connection.database()).empty(); });
}

} // namespace mw::store
