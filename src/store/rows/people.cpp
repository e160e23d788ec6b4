#include "store/rows/people.h"

#include "base/text.h"
#include "base/utf8.h"
#include "git/text/mailmap.h"
#include "store/sql/row_scan.h"
#include "store/sql/sql_values.h"

#include <algorithm>
#include <tuple>

namespace mw::store {

using SQLite::Statement;

namespace {

constexpr std::string_view person_blanks = " \t\r\n\v\f";

/// Bytes that may be none at all: not NULL, which the columns do not take.
void bind_bytes(Statement& statement, int at, const std::string& bytes) {
    statement.bindNoCopy(at, static_cast<const void*>(bytes.data()),
                         static_cast<int>(bytes.size()));
}

/// Of the newest release of each clone, the newest first.
std::vector<git::Mailmap> load_mailmaps(SQLite::Database& database) {
    Statement select(
        database,
        "SELECT content FROM (SELECT f.content AS content, r.last_landing AS ended, r.name AS "
        "name, row_number() OVER (PARTITION BY r.repository ORDER BY r.last_landing DESC, r.name "
        "DESC) AS age FROM release r JOIN release_file f ON f.release_id = r.id WHERE f.path = ?1) "
        "WHERE age = 1 ORDER BY ended DESC, name DESC");
    select.bind(1, mailmap_file);
    std::vector<git::Mailmap> maps;
    while (select.executeStep())
        maps.emplace_back(select.getColumn(0).getString());
    return maps;
}

struct Identity {
    std::string name, email, key;

    bool operator==(const Identity&) const = default;
};

Identity identity_of(const Tokenizer& tokenizer, const std::vector<git::Mailmap>& maps,
                     std::string name, std::string email) {
    std::ignore =
        std::ranges::find_if(maps, [&](const git::Mailmap& map) { return map.apply(name, email); });
    Identity identity{git::to_utf8(name), git::to_utf8(email), {}};
    identity.key = person_key(tokenizer, identity.name, identity.email);
    return identity;
}

/// Rows of table person that do not say who that is.
std::vector<std::pair<RowId, Identity>> misnamed_people(SQLite::Database& database) {
    const Tokenizer tokenizer;
    const auto maps = load_mailmaps(database);
    std::vector<std::pair<RowId, Identity>> misnamed;
    RowScan people(database,
                   "SELECT id, written_name, written_email, name, email, key FROM person");
    while (people.next()) {
        auto identity = identity_of(tokenizer, maps, std::string(people.bytes(1)),
                                    std::string(people.bytes(2)));
        if (identity != Identity{std::string(people.text(3)), std::string(people.text(4)),
                                 std::string(people.text(5))})
            misnamed.emplace_back(people.number(0), std::move(identity));
    }
    return misnamed;
}

/// A person while their rows are being joined.
struct Joined {
    PersonTotal total;
    std::map<std::string, std::int64_t> spellings; ///< by name, with the changesets of each
    std::string nameless;                          ///< the address of a person without a name
};

void add_lines(std::optional<std::int64_t>& sum, const std::optional<std::int64_t>& lines) {
    if (lines)
        sum = sum.value_or(0) + *lines;
}

PersonTotal finished(Joined&& joined) {
    auto& total = joined.total;
    std::ranges::sort(total.addresses);
    const auto repeated = std::ranges::unique(total.addresses);
    total.addresses.erase(repeated.begin(), repeated.end());
    // Of spellings that are as frequent the first by bytes, so that it is the same everywhere.
    const auto most = std::ranges::max_element(
        joined.spellings, std::less(), [](const auto& spelling) { return spelling.second; });
    const bool named = !trimmed(most->first, person_blanks).empty();
    total.name = named ? most->first : joined.nameless;
    total.value = named ? total.name : '<' + joined.nameless + '>';
    return std::move(total);
}

} // namespace

std::string person_key(const Tokenizer& tokenizer, std::string_view name, std::string_view email) {
    if (const auto known = trimmed(name, person_blanks); !known.empty())
        return tokenizer.fold(known);
    return tokenizer.fold(std::string("<").append(trimmed(email, person_blanks)).append(1, '>'));
}

std::string mail_domain(std::string_view email) {
    const auto at = email.rfind('@');
    if (at == std::string_view::npos)
        return {};
    return lower_case(trimmed(email.substr(at + 1), person_blanks));
}

PersonTable::PersonTable(SQLite::Database& database)
    : database_(database),
      select_(database, "SELECT id FROM person WHERE written_name = ? AND written_email = ?"),
      insert_(database, "INSERT INTO person (written_name, written_email, name, email, key) VALUES "
                        "(?, ?, ?, ?, ?)") {}

RowId PersonTable::id(const std::string& name, const std::string& email) {
    std::string known = name;
    known.append(1, '\0').append(email);
    const auto [entry, is_new] = ids_.try_emplace(std::move(known), 0);
    if (!is_new)
        return entry->second;
    bind_bytes(select_, 1, name);
    bind_bytes(select_, 2, email);
    if (select_.executeStep())
        entry->second = select_.getColumn(0).getInt64();
    select_.reset();
    if (entry->second == 0) {
        const auto identity = identity_of(tokenizer_, {}, name, email);
        bind_bytes(insert_, 1, name);
        bind_bytes(insert_, 2, email);
        bind_text(insert_, 3, identity.name);
        bind_text(insert_, 4, identity.email);
        bind_text(insert_, 5, identity.key);
        run(insert_);
        entry->second = database_.getLastInsertRowid();
    }
    return entry->second;
}

void name_people(SQLite::Database& database) {
    Statement update(database, "UPDATE person SET name = ?1, email = ?2, key = ?3 WHERE id = ?4");
    for (const auto& [id, identity] : misnamed_people(database)) {
        bind_text(update, 1, identity.name);
        bind_text(update, 2, identity.email);
        bind_text(update, 3, identity.key);
        update.bind(4, id);
        run(update);
    }
}

std::size_t count_misnamed_people(SQLite::Database& database) {
    return misnamed_people(database).size();
}

std::vector<PersonTotal> sum_up_people(SQLite::Database& database,
                                       std::span<const PersonCount> counts) {
    RowScan row(database, "SELECT key, name, email FROM person WHERE id = ?1");
    std::unordered_map<std::string, Joined> people;
    for (const auto& count : counts) {
        row.bind(1, count.person);
        while (row.next()) {
            const auto [entry, is_new] = people.try_emplace(std::string(row.text(0)));
            auto& [total, spellings, nameless] = entry->second;
            if (is_new)
                total.key = entry->first;
            if (nameless.empty())
                nameless = trimmed(row.text(2), person_blanks);
            total.addresses.emplace_back(row.text(2));
            total.changesets += count.changesets;
            add_lines(total.insertions, count.insertions);
            add_lines(total.deletions, count.deletions);
            spellings[std::string(row.text(1))] += count.changesets;
        }
    }
    std::vector<PersonTotal> totals;
    for (auto& [key, joined] : people)
        totals.push_back(finished(std::move(joined)));
    std::ranges::sort(totals, [](const PersonTotal& left, const PersonTotal& right) {
        return std::tie(right.changesets, left.name, left.key) <
               std::tie(left.changesets, right.name, right.key);
    });
    return totals;
}

} // namespace mw::store
