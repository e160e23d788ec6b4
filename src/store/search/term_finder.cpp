#include "store/search/term_finder.h"

#include "base/error.h"
#include "base/object_id.h"
#include "base/utc_time.h"
#include "classify/sections.h"
#include "store/language/commit_ids.h"
#include "store/rows/news_sql.h"
#include "store/rows/people.h"
#include "store/rows/star_sql.h"
#include "store/sql/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace mw::store {

namespace {

std::string key_list(auto keys) {
    std::string list;
    for (const auto key : keys)
        list.append(list.empty() ? "" : ", ").append(classify::key(key));
    return list;
}

bool looks_like_id(std::string_view text, std::size_t least) {
    return text.size() >= least && text.size() <= 40 &&
           text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

struct Kind {
    std::string_view word;
    const char* sql;
    bool names; ///< merges that it finds are meant
};
/// What 'is:' knows.
constexpr Kind kinds[] = {
    {"merge", "SELECT id FROM commits WHERE kind <> 0", true},
    {"pull", "SELECT id FROM commits WHERE kind = 2", true},
    {"changeset", "SELECT id FROM commits WHERE kind = 0", false},
    {"direct",
     "SELECT id FROM commits WHERE pull_id IS NULL AND kind = 0 AND landed_time IS NOT NULL",
     false},
    {"new-hardware", "SELECT id FROM commits WHERE adds_kind IS NOT NULL", false},
    {"fix",
     "SELECT commit_id AS id FROM reference WHERE kind < 2 UNION SELECT commit_id FROM trailer "
     "WHERE "
     "person_id "
     "IN (SELECT id FROM person WHERE lower(email) IN ('stable@vger.kernel.org', "
     "'stable@kernel.org')) OR (person_id IS NULL AND value LIKE '%stable@%kernel.org%')",
     false},
    {"cve", "SELECT commit_id AS id FROM cve_mark", false},
    {"cve-fix", "SELECT commit_id AS id FROM cve_mark WHERE fixes", false},
    {"cve-cause", "SELECT commit_id AS id FROM cve_mark WHERE NOT fixes", false},
    {"mine", starred_commits, false},
    {"unseen", unseen_commits, false},
    {"revert", "SELECT commit_id AS id FROM reference WHERE kind = 1", false},
    {"fixed", nullptr, false}, // fix_terms.cpp
    {"reverted", nullptr, false},
    {"follow-up", nullptr, false},
    {"stable",
     "SELECT t.commit_id AS id FROM trailer t JOIN trailer_key k ON k.id = t.key_id LEFT JOIN "
     "person o ON o.id = t.person_id WHERE k.key = 'cc' COLLATE NOCASE AND "
     "ifnull(t.value, CAST(o.written_email AS TEXT)) LIKE '%stable@%kernel.org%'",
     false},
    {"built",
     "SELECT c.id FROM commits c JOIN built b ON b.oid = c.oid WHERE c.kind = 0 AND b.state >= "
     "2",
     false},
    {"cannot-tell",
     "SELECT c.id FROM commits c JOIN built b ON b.oid = c.oid WHERE c.kind = 0 AND b.state = "
     "1",
     false},
    {"not-built",
     "SELECT c.id FROM commits c JOIN built b ON b.oid = c.oid WHERE c.kind = 0 AND b.state = "
     "0",
     false},
    {"noted", "SELECT commit_id AS id FROM personal_commit WHERE ifnull(note, '') <> ''", true},
    {"bookmarked", "SELECT commit_id AS id FROM personal_commit WHERE bookmarked", true},
    {"mentioned", nullptr, true}, // the index of mentions knows
    {"read", "SELECT commit_id AS id FROM personal_commit WHERE read_at IS NOT NULL", true},
    {"unread",
     "SELECT id FROM commits WHERE id NOT IN (SELECT commit_id FROM personal_commit WHERE "
     "read_at IS NOT NULL)",
     false},
};

} // namespace

TermFinder::TermFinder(SQLite::Database& database, const Tokenizer& tokenizer,
                       MentionIndex& mentions, const std::atomic<bool>& stop)
    : database_(database), tokenizer_(tokenizer), mentions_(mentions), stop_(stop) {}

void TermFinder::check_stop() const {
    if (stop_)
        throw Interrupted();
}

RowScan TermFinder::select(const std::string& sql, const RowIdBitmap& span) {
    check_stop();
    RowScan statement(database_, sql);
    statement.bind(1, span.first());
    statement.bind(2, span.last());
    return statement;
}

void TermFinder::collect(RowScan& rows, RowIdBitmap& found) {
    while (rows.next())
        found.insert(rows.number(0));
}

void TermFinder::find(const QueryNode& term, RowIdBitmap& found, RowIdBitmap& named) {
    const auto& field = term.field;
    if (field.empty() || field == "subject" || field == "body")
        find_words(term, found, named);
    else if (field == "author" || field == "committer")
        find_people(term, field == "author", found);
    else if (field == "author-domain")
        find_author_domain(term, found);
    else if (field == "employer")
        find_employer(term, found);
    else if (field == "path")
        find_paths(term, found);
    else if (field == "section")
        find_section(term, found);
    else if (field == "subsystem")
        find_subsystem(term, found);
    else if (field == "pull")
        find_pull(term, found);
    else if (field == "trailer" || field == "fixes" || field == "reported-by" ||
             field == "reviewed-by" || field == "tested-by")
        find_trailer(term, found);
    else if (field == "reverts")
        find_corrections(term, found);
    else if (field == "fixed-by" || field == "reverted-by")
        find_corrected_by(term, found);
    else if (field == "release")
        find_release(term, found);
    else if (field == "lines")
        find_lines(term, found);
    else if (field == "cve")
        find_cve(term, found);
    else if (field == "severity")
        find_severity(term, found);
    else if (field == "in" || field == "missing-in" || field == "unknown-in")
        find_in_tree(term, found);
    else if (field == "new" || field == "gone" || field == "changed" || field == "config" ||
             field == "param" || field == "syscall")
        find_interfaces(term, found);
    else if (field == "code" || field == "adds" || field == "removes" || field == "function")
        find_code(term, found);
    else if (field == "is")
        find_kind(term, found, named);
    else if (field == "after" || field == "before" || field == "landed-after" ||
             field == "landed-before")
        find_time(term, found);
    else if (field != "sha")
        throw std::invalid_argument(field); // a fault of this program, not of the query
    else if (!looks_like_id(term.value, 4))
        throw QueryError(base::Message("An id is 4 to 40 hexadecimal digits, as in sha:21ca59b."),
                         term.value_position);
    else
        find_id(term.value, found);
    if (field == "sha")
        named |= found;
}

void TermFinder::refuse_without_letters(const QueryNode& term) {
    if (std::ranges::none_of(term.value, is_word_byte))
        throw QueryError(
            base::Message("'{}:' wants at least one letter or digit behind it.", term.field),
            term.value_position);
}

std::vector<RowId> TermFinder::texts(const char* sql, const QueryNode& term,
                                     bool quoted_means_whole) {
    if (!term.whole)
        refuse_without_letters(term);
    check_stop();
    const TextPattern pattern(term, tokenizer_);
    const bool whole = term.whole || (quoted_means_whole && term.phrase);
    RowScan rows(database_, sql);
    std::vector<RowId> holding, spelled, same;
    while (rows.next()) {
        const RowId id = rows.number(0);
        const auto text = rows.text(1);
        if (term.whole && text == term.value)
            same.push_back(id);
        if (whole && pattern.is_all_of(text))
            spelled.push_back(id);
        if (!term.whole && pattern.matches(text))
            holding.push_back(id);
    }
    if (!same.empty())
        return same;
    return term.whole || !spelled.empty() ? spelled : holding;
}

void TermFinder::find_paths(const QueryNode& term, RowIdBitmap& found) {
    const auto ids = texts("SELECT id, path FROM path", term, false);
    auto changes = select("SELECT commit_id FROM change WHERE path_id = ?3 AND commit_id BETWEEN "
                          "?1 AND ?2",
                          found);
    for (const RowId id : ids) {
        changes.bind(3, id);
        collect(changes, found);
    }
}

void TermFinder::find_section(const QueryNode& term, RowIdBitmap& found) {
    const auto slash = term.value.find_first_of("/.");
    const auto section = classify::section_from_key(term.value.substr(0, slash));
    if (!section)
        throw QueryError(base::Message("'{}' is no section. Sections are: {}.",
                                       term.value.substr(0, slash),
                                       key_list(classify::all_sections())),
                         term.value_position);
    std::optional<classify::Subgroup> subgroup;
    if (slash != std::string::npos) {
        subgroup = classify::subgroup_from_key(term.value.substr(slash + 1));
        if (!subgroup || slash + 1 == term.value.size())
            throw QueryError(base::Message("'{}' is no subgroup. Subgroups of hardware are: {}.",
                                           term.value.substr(slash + 1),
                                           key_list(classify::all_subgroups())),
                             term.value_position + slash + 1);
    }
    auto statement = select("SELECT c.id FROM release r CROSS JOIN commits c ON c.release_id = "
                            "r.id AND c.place_id IN (SELECT id FROM place WHERE section = ?3 AND "
                            "(?4 IS NULL OR subgroup = ?4)) WHERE c.id BETWEEN ?1 AND ?2",
                            found);
    statement.bind(3, classify::key(*section));
    if (subgroup)
        statement.bind(4, classify::key(*subgroup));
    collect(statement, found);
}

void TermFinder::find_subsystem(const QueryNode& term, RowIdBitmap& found) {
    // A quoted name that one subsystem has is meant to be that one.
    auto ids = texts("SELECT id, name FROM subsystem", term, true);
    auto all = select("SELECT id, subsystem_id FROM commits WHERE id BETWEEN ?1 AND ?2", found);
    std::ranges::sort(ids);
    while (!ids.empty() && all.next())
        if (std::ranges::binary_search(ids, all.number(1)))
            found.insert(all.number(0));
}

void TermFinder::find_pull(const QueryNode& term, RowIdBitmap& found) {
    RowIdBitmap pulls(found.first(), found.last());
    if (looks_like_id(term.value, 4) && !term.phrase)
        find_id(term.value, pulls);
    if (pulls.empty()) {
        refuse_without_letters(term);
        const TextPattern pattern(term, tokenizer_);
        auto merges = select("SELECT id, subject FROM commits INDEXED BY commits_that_merge "
                             "WHERE kind <> 0 AND id BETWEEN ?1 AND ?2",
                             found);
        while (merges.next())
            if (pattern.matches(merges.text(1)))
                pulls.insert(merges.number(0));
    }
    auto landed =
        select("SELECT id FROM commits WHERE pull_id = ?3 AND id BETWEEN ?1 AND ?2", found);
    for (const RowId pull : pulls.ids()) {
        landed.bind(3, pull);
        collect(landed, found);
    }
}

void TermFinder::find_trailer(const QueryNode& term, RowIdBitmap& found) {
    std::string key = term.field, value = term.value;
    if (const auto equals = value.find('='); term.field == "trailer") {
        key = equals == std::string::npos ? "" : value.substr(0, equals);
        value.erase(0, equals == std::string::npos ? 0 : equals + 1);
    }
    if (!term.whole && (key.empty() || !value.empty()))
        refuse_without_letters(term);
    QueryNode wanted = term;
    wanted.value = value;
    const TextPattern pattern(wanted, tokenizer_);
    std::vector<RowId> keys;
    RowScan all_keys(database_, "SELECT id, key FROM trailer_key");
    while (all_keys.next())
        if (key.empty() || tokenizer_.fold(all_keys.text(1)) == tokenizer_.fold(key))
            keys.push_back(all_keys.number(0));
    const auto people = this->people(wanted, true);
    // A longer id than the trailer gives means the same commit.
    const bool id = tokenizer_.fold(key) == "fixes" && looks_like_id(value, 7);
    const auto wanted_id = tokenizer_.fold(value);
    const auto same_id = [&](std::string_view given) {
        return id && std::ranges::any_of(read_commit_ids(given, 0), [&](const WrittenId& written) {
                   return wanted_id.starts_with(written.id);
               });
    };
    if (id && term.field == "fixes")
        find_corrections(term, found);
    auto trailers = select("SELECT commit_id, key_id, person_id, value FROM trailer WHERE "
                           "commit_id BETWEEN ?1 AND ?2",
                           found);
    const auto text_matches = [&](std::string_view text) {
        return term.whole ? pattern.is_all_of(text) : pattern.matches(text) || same_id(text);
    };
    while (trailers.next()) {
        if (!key.empty() && std::ranges::find(keys, trailers.number(1)) == keys.end())
            continue;
        const bool matches = trailers.is_null(2)
                                 ? text_matches(trailers.text(3))
                                 : std::ranges::binary_search(people, trailers.number(2));
        if (matches)
            found.insert(trailers.number(0));
    }
}

void TermFinder::find_release(const QueryNode& term, RowIdBitmap& found) {
    RowScan known(database_, "SELECT id, name FROM release ORDER BY embedded, last_landing DESC");
    std::optional<RowId> release;
    std::string names;
    while (known.next()) {
        const std::string name(known.text(1));
        if (name == term.value)
            release = known.number(0);
        names.append(names.empty() ? "" : ", ").append(name);
    }
    if (!release)
        throw QueryError(
            base::Message("There is no release '{}'. Releases are: {}.", term.value,
                          names.empty() ? base::Message("none") : base::Message::verbatim(names)),
            term.value_position);
    auto commits =
        select("SELECT id FROM commits WHERE release_id = ?3 AND id BETWEEN ?1 AND ?2", found);
    commits.bind(3, *release);
    collect(commits, found);
}

void TermFinder::find_id(const std::string& digits, RowIdBitmap& found) {
    // A range of the index on ids, and then the last digit where their number is odd. The second
    // half finds an entry of the bundled release, which knows only the start of an id.
    auto statement =
        select("SELECT id FROM commits WHERE oid BETWEEN ?3 AND ?4 AND hex(oid) LIKE "
               "?5 AND id BETWEEN ?1 AND ?2 UNION ALL SELECT c.id FROM commits c WHERE "
               "c.oid = substr(?3, 1, 6) AND length(?3) > 6 AND c.id BETWEEN ?1 AND "
               "?2",
               found);
    const auto start = git::from_hex(digits.substr(0, digits.size() / 2 * 2)).value();
    std::string last = start;
    last.resize(git::ObjectId::size, '\xff');
    statement.bind_bytes(3, start);
    statement.bind_bytes(4, last);
    statement.bind(5, digits + "%");
    collect(statement, found);
}

void TermFinder::find_lines(const QueryNode& term, RowIdBitmap& found) {
    std::string_view value = term.value;
    const char* comparison = "=";
    for (const char* candidate : {">=", "<=", ">", "<", "="})
        if (value.starts_with(candidate)) {
            comparison = candidate;
            value.remove_prefix(std::string_view(candidate).size());
            break;
        }
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size())
        throw QueryError(base::Message("'lines:' wants a number, as in lines:>500 or lines:<=10."),
                         term.value_position + (term.value.size() - value.size()));
    auto statement = select(fmt::format("SELECT id FROM commits WHERE insertions + deletions {} ?3 "
                                        "AND id BETWEEN ?1 AND ?2",
                                        comparison),
                            found);
    statement.bind(3, number);
    collect(statement, found);
}

void TermFinder::find_kind(const QueryNode& term, RowIdBitmap& found, RowIdBitmap& named) {
    const auto kind = std::ranges::find(kinds, tokenizer_.fold(term.value), &Kind::word);
    if (kind == std::end(kinds)) {
        std::string words;
        for (const auto& known : kinds)
            words.append(words.empty() ? "" : ", ").append(known.word);
        throw QueryError(
            base::Message("'is:{}' means nothing. 'is:' knows: {}.", term.value, words),
            term.value_position);
    }
    if (kind->word == "built" || kind->word == "cannot-tell" || kind->word == "not-built")
        require_configuration(term, found);
    if (kind->word == "fixed" || kind->word == "reverted") {
        find_corrected(kind->word, found);
    } else if (kind->word == "follow-up") {
        find_follow_ups(found);
    } else if (kind->sql == nullptr) {
        for (const auto& [commit, entries] : mentions_.map()->of)
            found.insert(commit);
    } else {
        auto statement =
            select(fmt::format("SELECT id FROM ({}) WHERE id BETWEEN ?1 AND ?2", kind->sql), found);
        collect(statement, found);
    }
    if (kind->names)
        named |= found;
    if (kind->word != "changeset")
        return;
    // Who writes -is:changeset wants merges.
    auto merges = select("SELECT id FROM commits WHERE kind <> 0 AND id BETWEEN ?1 AND ?2", named);
    collect(merges, named);
}

/// An empty list would say that nothing is built.
void TermFinder::require_configuration(const QueryNode& term, const RowIdBitmap& span) {
    RowScan config(database_, "SELECT 1 FROM config");
    if (!config.next())
        throw QueryError(
            base::Message(base::Advice::add_configuration, "No configuration is known yet."),
            term.value_position);
    while (config.next()) { // to the end, so that the file is let go
    }
    require_answers(
        term, span, "built b ON b.oid = c.oid",
        base::Message(base::Advice::renew_configuration,
                      "What is searched was imported since the configuration was read."));
}

/// The same where there are answers, and none of them is of what is searched.
void TermFinder::require_answers(const QueryNode& term, const RowIdBitmap& span, const char* joined,
                                 const base::Message& unanswered) {
    auto asked =
        select(fmt::format("SELECT EXISTS (SELECT 1 FROM commits c JOIN {} WHERE c.kind = 0 "
                           "AND c.id BETWEEN ?1 AND ?2), EXISTS (SELECT 1 FROM commits c "
                           "WHERE c.kind = 0 AND c.oid IS NOT NULL AND c.id BETWEEN ?1 AND "
                           "?2)",
                           joined),
               span);
    bool answered = true;
    while (asked.next())
        answered = asked.number(0) != 0 || asked.number(1) == 0;
    if (!answered)
        throw QueryError(unanswered, term.value_position);
}

void TermFinder::find_time(const QueryNode& term, RowIdBitmap& found) {
    const bool landed = term.field.starts_with("landed-");
    const bool after = term.field.ends_with("after");
    const auto moment = parse_time(term.value);
    if (!moment)
        throw QueryError(base::Message("'{}' is no time. {}", term.value, time_forms()),
                         term.value_position);
    auto statement =
        select(fmt::format("SELECT id FROM commits WHERE {} {} ?3 AND id BETWEEN ?1 AND ?2",
                           landed ? "landed_time" : "author_time", after ? ">=" : "<"),
               found);
    statement.bind(3, *moment);
    collect(statement, found);
}

} // namespace mw::store
