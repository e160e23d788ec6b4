#include "store/read/equivalent_commits.h"

#include "base/object_id.h"
#include "store/db/connection.h"
#include "store/db/sql_values.h"

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
    const auto first = text.find_first_not_of(" \t\n");
    return first == std::string_view::npos
               ? std::string()
               : std::string(text.substr(first, text.find_last_not_of(" \t\n") - first + 1));
}

bool may_be_id(std::string_view text) {
    return text.size() >= least_digits && text.size() <= most_digits &&
           std::ranges::all_of(text, is_id_digit);
}

/// Ids of which a message says that it was picked from them, as git and the stable trees write it:
///
///     (cherry picked from commit 0123…)      git cherry-pick -x
///     commit 0123… upstream.                 stable
///     [ Upstream commit 0123… ]              stable
std::vector<std::string> picked_from(std::string_view body) {
    std::vector<std::string> ids;
    for (auto at = body.find("ommit "); at != std::string_view::npos;
         at = body.find("ommit ", at + 1)) {
        const std::string_view behind = body.substr(at + 6);
        const auto digits = static_cast<std::size_t>(std::ranges::find_if_not(behind, is_id_digit) -
                                                     behind.begin());
        const std::string_view before = body.substr(0, at);
        const bool says_so = before.ends_with("herry picked from c") ||
                             before.ends_with("pstream c") ||
                             behind.substr(digits).starts_with(" upstream");
        if (says_so && may_be_id(behind.substr(0, digits)))
            ids.emplace_back(behind.substr(0, digits));
    }
    return ids;
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
    const bool odd = digits.size() % 2 != 0;
    const auto low = git::from_hex(odd ? digits + '0' : digits);
    const auto high = git::from_hex(odd ? digits + 'f' : digits);
    if (!low || !high)
        return {};
    // The embedded release knows the first six bytes alone: they are an id's start, too.
    Statement select(connection.database(),
                     fmt::format("{} WHERE c.oid BETWEEN ?1 AND ?2 OR c.oid = ?3", select_homes));
    const std::string end = *high + std::string(git::ObjectId::size - high->size(), '\xff');
    const std::string start = low->substr(0, 6);
    bind_blob(select, 1, *low);
    bind_blob(select, 2, end);
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
    Statement me(connection.database(), "SELECT lower(hex(c.oid)), t.body FROM commits c JOIN "
                                        "commit_text t ON t.commit_id = c.id WHERE c.id = ?");
    me.bind(1, commit);
    if (!me.executeStep())
        return {};
    const std::string oid = me.getColumn(0).getString();
    std::vector<EquivalentCommit> homes;
    for (const std::string& origin : picked_from(me.getColumn(1).getString()))
        for (auto& home : of_id(origin, EquivalentCommit::How::picked))
            homes.push_back(std::move(home));
    if (oid.size() < most_digits)
        return homes;
    Statement select(connection.database(),
                     fmt::format("{} WHERE c.id IN (SELECT rowid FROM search_text WHERE "
                                 "search_text MATCH ?1)",
                                 select_homes));
    select.bind(1, "body : \"" + oid + '"');
    Statement body(connection.database(), "SELECT body FROM commit_text WHERE commit_id = ?");
    for (auto& home : read(select, EquivalentCommit::How::picked)) {
        body.bind(1, home.id);
        if (body.executeStep() &&
            std::ranges::count(picked_from(body.getColumn(0).getString()), oid) > 0)
            homes.push_back(std::move(home));
        body.reset();
    }
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
