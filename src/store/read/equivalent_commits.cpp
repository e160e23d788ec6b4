#include "store/read/equivalent_commits.h"

#include "base/object_id.h"
#include "base/text.h"
#include "store/db/connection.h"
#include "store/sql/sql_values.h"
#include "store/sql/written_ids.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_set>

namespace mw::store {

using SQLite::Statement;

namespace {

constexpr const char* select_homes =
    "SELECT c.id, c.release_id, r.name, c.kind, c.oid, c.subject, a.name, c.landed_time FROM "
    "commits c JOIN release r ON r.id = c.release_id LEFT JOIN person a ON a.id = c.author_id ";
constexpr std::size_t least_digits = 7, most_digits = 40;

bool is_id_digit(char c) {
    return std::isxdigit(static_cast<unsigned char>(c)) != 0;
}

std::string without_margins(std::string_view text) {
    return std::string(trimmed(text, " \t\n"));
}

bool may_be_id(std::string_view text) {
    return text.size() >= least_digits && text.size() <= most_digits &&
           std::ranges::all_of(text, is_id_digit);
}

/// "%words%" for LIKE, with what LIKE reads otherwise taken literally.
std::string like_part(std::string_view words) {
    std::string pattern = "%";
    for (const char c : words) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern += '%';
}

} // namespace

struct EquivalentCommits::Impl {
    explicit Impl(const std::filesystem::path& file) : connection(file, Connection::Mode::read) {}

    std::vector<EquivalentCommit> read(Statement& select, EquivalentCommit::How how);
    std::vector<EquivalentCommit> of_id(const std::string& digits, EquivalentCommit::How how);
    std::vector<EquivalentCommit> of_title(const std::string& words, std::size_t limit);
    std::vector<EquivalentCommit> same_change(RowId commit);
    std::vector<EquivalentCommit> picked(RowId commit);
    std::vector<EquivalentCommit> elsewhere(RowId commit);

    Connection connection;
};

std::vector<EquivalentCommit> EquivalentCommits::Impl::read(Statement& select,
                                                            EquivalentCommit::How how) {
    std::vector<EquivalentCommit> homes;
    while (select.executeStep()) {
        const auto oid = select.getColumn(4);
        homes.push_back({how, select.getColumn(0).getInt64(), select.getColumn(1).getInt64(),
                         select.getColumn(2).getString(),
                         static_cast<CommitKind>(select.getColumn(3).getInt()),
                         git::to_hex({static_cast<const char*>(oid.getBlob()),
                                      static_cast<std::size_t>(oid.getBytes())}),
                         select.getColumn(5).getString(), select.getColumn(6).getString(),
                         optional_number(select.getColumn(7))});
    }
    return homes;
}

std::vector<EquivalentCommit> EquivalentCommits::Impl::of_id(const std::string& digits,
                                                             EquivalentCommit::How how) {
    const auto range = id_range(digits);
    if (!range)
        return {};
    // The bundled release knows the first six bytes alone: they are an id's start, too.
    Statement select(connection.database(),
                     fmt::format("{} WHERE c.oid BETWEEN ?1 AND ?2 OR c.oid = ?3", select_homes));
    const std::string start = range->first.substr(0, 6);
    bind_blob(select, 1, range->first);
    bind_blob(select, 2, range->last);
    bind_blob(select, 3, start);
    return read(select, how);
}

std::vector<EquivalentCommit> EquivalentCommits::Impl::of_title(const std::string& words,
                                                                std::size_t limit) {
    for (const bool whole : {true, false}) {
        Statement select(connection.database(),
                         fmt::format("{} WHERE c.subject {} ORDER BY c.landed_time, c.id LIMIT ?2",
                                     select_homes,
                                     whole ? "= ?1 COLLATE NOCASE" : "LIKE ?1 ESCAPE '\\'"));
        select.bind(1, whole ? words : like_part(words));
        select.bind(2, static_cast<std::int64_t>(limit));
        if (auto homes = read(select, EquivalentCommit::How::itself); !homes.empty())
            return homes;
    }
    return {};
}

std::vector<EquivalentCommit> EquivalentCommits::Impl::same_change(RowId commit) {
    // By the author's commits, of which there is an index; of titles there is none. Within one
    // release a title that comes again is another piece of the same work. A merge's title says
    // little; without a title or an author nothing is said.
    Statement select(
        connection.database(),
        fmt::format("{} WHERE c.author_id IN (SELECT other.id FROM commits me JOIN person mine ON "
                    "mine.id = me.author_id JOIN person other ON other.key = mine.key OR "
                    "(other.email <> '' AND other.email = mine.email) WHERE me.id = ?1) AND "
                    "c.kind = 0 AND c.subject <> '' AND (c.subject, c.kind) = (SELECT subject, "
                    "kind FROM commits WHERE id = ?1) AND c.release_id <> (SELECT release_id FROM "
                    "commits WHERE id = ?1)",
                    select_homes));
    select.bind(1, commit);
    auto homes = read(select, EquivalentCommit::How::same_title);
    Statement written(connection.database(),
                      "SELECT 1 FROM commits me JOIN commits it ON it.author_time = me.author_time "
                      "WHERE me.id = ?1 AND it.id = ?2");
    for (auto& home : homes) {
        written.bind(1, commit);
        written.bind(2, home.id);
        if (written.executeStep())
            home.how = EquivalentCommit::How::same_change;
        written.reset();
    }
    return homes;
}

std::vector<EquivalentCommit> EquivalentCommits::Impl::picked(RowId commit) {
    Statement me(connection.database(),
                 "SELECT lower(hex(oid)) FROM commits WHERE id = ? AND oid IS NOT NULL");
    me.bind(1, commit);
    if (!me.executeStep())
        return {};
    const std::string oid = me.getColumn(0).getString();
    std::vector<EquivalentCommit> homes;
    Statement origins(connection.database(),
                      "SELECT target FROM reference WHERE commit_id = ? AND kind = ?");
    origins.bind(1, commit);
    origins.bind(2, static_cast<int>(ReferenceKind::picked));
    while (origins.executeStep())
        for (auto& home : of_id(origins.getColumn(0).getString(), EquivalentCommit::How::picked))
            homes.push_back(std::move(home));
    Statement select(connection.database(),
                     fmt::format("{} WHERE c.id IN (SELECT commit_id FROM reference WHERE kind = "
                                 "?1 AND {})",
                                 select_homes, means_same_commit("target", oid)));
    select.bind(1, static_cast<int>(ReferenceKind::picked));
    for (auto& home : read(select, EquivalentCommit::How::picked))
        homes.push_back(std::move(home));
    return homes;
}

std::vector<EquivalentCommit> EquivalentCommits::Impl::elsewhere(RowId commit) {
    std::vector<EquivalentCommit> homes;
    Statement oid(connection.database(), "SELECT lower(hex(oid)) FROM commits WHERE id = ?");
    oid.bind(1, commit);
    if (oid.executeStep() && !oid.getColumn(0).getString().empty())
        homes = of_id(oid.getColumn(0).getString(), EquivalentCommit::How::itself);
    for (const auto more : {&Impl::picked, &Impl::same_change})
        for (auto& home : (this->*more)(commit))
            homes.push_back(std::move(home));
    std::unordered_set<RowId> seen{commit};
    std::erase_if(homes,
                  [&](const EquivalentCommit& home) { return !seen.insert(home.id).second; });
    return homes;
}

namespace {

void sort_by_landing(std::vector<EquivalentCommit>& homes) {
    std::ranges::stable_sort(homes, {}, [](const EquivalentCommit& home) {
        return std::pair(home.landed_time.value_or(0), home.id);
    });
}

} // namespace

EquivalentCommits::EquivalentCommits(const std::filesystem::path& file)
    : impl_(translated(file, [&] { return std::make_unique<Impl>(file); })) {}

EquivalentCommits::~EquivalentCommits() = default;

std::vector<EquivalentCommit> EquivalentCommits::find(std::string_view id_or_title,
                                                      std::size_t limit) {
    return impl_->connection.guard([&] {
        const ReadTransaction one_state(impl_->connection.database());
        const std::string wanted = without_margins(id_or_title);
        std::vector<EquivalentCommit> homes;
        if (wanted.empty())
            return homes;
        if (may_be_id(wanted))
            homes = impl_->of_id(wanted, EquivalentCommit::How::itself);
        if (homes.empty())
            homes = impl_->of_title(wanted, limit);
        std::unordered_set<RowId> seen;
        for (const auto& home : homes)
            seen.insert(home.id);
        // What merely shares a word with the title is not followed further.
        constexpr std::size_t most_followed = 20;
        if (const auto found = homes; found.size() <= most_followed)
            for (const auto& home : found)
                for (auto& other : impl_->elsewhere(home.id))
                    if (seen.insert(other.id).second)
                        homes.push_back(std::move(other));
        sort_by_landing(homes);
        if (homes.size() > limit)
            homes.resize(limit);
        return homes;
    });
}

std::vector<EquivalentCommit> EquivalentCommits::elsewhere(RowId commit) {
    return impl_->connection.guard([&] {
        const ReadTransaction one_state(impl_->connection.database());
        auto homes = impl_->elsewhere(commit);
        sort_by_landing(homes);
        return homes;
    });
}

} // namespace mw::store
