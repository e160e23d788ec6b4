#include "store/stats/figures.h"

#include "base/utc_time.h"
#include "classify/sections.h"
#include "store/db/connection.h"
#include "store/db/sql_values.h"
#include "store/language/query_quoting.h"
#include "store/stats/people_sql.h"

#include <fmt/format.h>

#include <algorithm>

namespace mw::store {

using SQLite::Statement;

namespace {

constexpr Seconds day_length = 86'400;

/// How each kind is counted: the expression that tells one figure from another, what is the same
/// though it is written otherwise, and the order.
struct Grouping {
    const char* name;
    std::string more; ///< a condition, or empty
    const char* order;
    const char* key = "name";
};

/// Of several spellings the one that most changesets have.
constexpr const char* count_by =
    "SELECT name, sum(n), sum(insertions), sum(deletions), group_concat(addresses), max(n) FROM "
    "(SELECT {0} AS name, count(*) AS n, sum(c.insertions) AS insertions, sum(c.deletions) AS "
    "deletions, {4} AS addresses FROM commits c JOIN place p ON p.id = c.place_id LEFT JOIN person "
    "a ON a.id = c.author_id LEFT JOIN subsystem s ON s.id = c.subsystem_id WHERE c.release_id = "
    "?1 AND (c.kind = 0 OR (SELECT embedded FROM release WHERE id = ?1)) {1} {2} GROUP BY {0}) "
    "GROUP BY {5} ORDER BY {3} LIMIT ?2";

Grouping grouping(FigureKind kind) {
    constexpr const char* largest = "2 DESC, 1";
    switch (kind) {
    case FigureKind::day:
        return {"c.landed_time / 86400", "AND c.landed_time IS NOT NULL", "1"};
    case FigureKind::section:
        return {"p.section || '/' || p.subgroup", "", "1"};
    case FigureKind::subsystem:
        return {"s.name", "AND s.name IS NOT NULL", largest};
    case FigureKind::author:
        return {"a.name", "AND a.name IS NOT NULL", largest, "person_key(name)"};
    case FigureKind::domain:
        return {"lower(substr(a.email, instr(a.email, '@') + 1))", "AND instr(a.email, '@') > 0",
                largest};
    case FigureKind::first_time_author:
        break;
    }
    return {"a.name",
            fmt::format("AND a.name IS NOT NULL AND {} AND {}", knows_earlier, is_first_time),
            largest, "person_key(name)"};
}

std::string day_name(Seconds day) {
    return format_date(day * day_length);
}

/// A quote cannot be quoted: of a name that has some, every part must be there.
std::string subsystem_query(const std::string& name) {
    std::string query;
    for (std::size_t begin = 0; begin <= name.size();) {
        const auto end = std::min(name.find('"', begin), name.size());
        if (const auto part = name.substr(begin, end - begin);
            part.find_first_not_of(' ') != std::string::npos)
            query.append(query.empty() ? "subsystem:" : " subsystem:").append(quoted_exactly(part));
        begin = end + 1;
    }
    return query;
}

void describe(Figure& figure, FigureKind kind, const std::string& addresses) {
    switch (kind) {
    case FigureKind::day: {
        const Seconds day = std::stoll(figure.name);
        figure.name = day_name(day);
        figure.query =
            fmt::format("landed-after:{} landed-before:{}", figure.name, day_name(day + 1));
        break;
    }
    case FigureKind::section:
        if (figure.name.ends_with('/'))
            figure.name.pop_back();
        figure.query = "section:" + figure.name;
        break;
    case FigureKind::subsystem:
        figure.query = subsystem_query(figure.name);
        break;
    case FigureKind::domain:
        // With the bracket, or two.org would find two.org.uk as well.
        figure.query = "author:" + quoted_exactly('@' + figure.name + '>');
        break;
    case FigureKind::author:
    case FigureKind::first_time_author:
        figure.query = query_for_author(figure.name, addresses_of(addresses));
        break;
    }
}

bool has_people(FigureKind kind) {
    return kind == FigureKind::author || kind == FigureKind::first_time_author;
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
    explicit Impl(const std::filesystem::path& file) : connection(file, Connection::Mode::read) {
        add_person_key(connection.database());
    }
    Connection connection;
};

Figures::Figures(const std::filesystem::path& file)
    : impl_(translated(file, [&] { return std::make_unique<Impl>(file); })) {}

Figures::~Figures() = default;

std::vector<Figure> Figures::count(RowId release, FigureKind kind, std::optional<Seconds> as_of,
                                   std::size_t limit) {
    return impl_->connection.guard([&] {
        const auto by = grouping(kind);
        Statement select(impl_->connection.database(),
                         fmt::format(count_by, by.name, by.more,
                                     as_of ? "AND c.landed_time <= ?3" : "", by.order,
                                     has_people(kind) ? select_addresses : "NULL", by.key));
        select.bind(1, release);
        const bool whole = kind == FigureKind::day || kind == FigureKind::section;
        select.bind(2, whole ? -1 : static_cast<std::int64_t>(limit));
        if (as_of)
            select.bind(3, *as_of);
        std::vector<Figure> figures;
        while (select.executeStep()) {
            Figure figure;
            figure.name = select.getColumn(0).getString();
            figure.changesets = select.getColumn(1).getInt64();
            figure.insertions = optional_number(select.getColumn(2));
            figure.deletions = optional_number(select.getColumn(3));
            describe(figure, kind, select.getColumn(4).getString());
            figures.push_back(std::move(figure));
        }
        if (kind == FigureKind::section)
            std::ranges::sort(figures, {}, place_in_taxonomy);
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

} // namespace mw::store
