#include "store/help/completion.h"

#include "classify/sections.h"
#include "interfaces/items/interface_change.h"
#include "store/language/query_parser.h"
#include "store/language/query_quoting.h"
#include "store/language/text_pattern.h"
#include "store/model/records.h"
#include "store/rows/code_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_map>

namespace mw::store {

using SQLite::Statement;

namespace {

constexpr std::size_t most_suggestions = 20;

/// The values of one field that go with what is typed so far.
class Values {
public:
    Values(SQLite::Database& database, const Tokenizer& tokenizer, std::string_view typed)
        : database_(database), tokenizer_(tokenizer), typed_(tokenizer.fold(typed)),
          start_of_word_(typed, false, true, tokenizer) {}

    void add_fields() {
        for (const auto field : query_fields())
            if (field.starts_with(typed_))
                add(std::string(field) + ':', "");
    }

    void add_sections() {
        for (const auto section : classify::all_sections()) {
            const std::string key(classify::key(section));
            add_if_started(key, std::string(classify::title(section)));
            if (section == classify::Section::hardware && typed_.starts_with(key))
                for (const auto subgroup : classify::all_subgroups())
                    add_if_started(fmt::format("{}/{}", key, classify::key(subgroup)),
                                   std::string(classify::title(subgroup)));
        }
    }

    void add_subsystems() {
        Statement select(database_, "SELECT name FROM subsystem ORDER BY name COLLATE NOCASE");
        std::vector<std::string> inside;
        while (select.executeStep()) {
            const auto name = select.getColumn(0).getString();
            if (tokenizer_.fold(name).starts_with(typed_))
                add(quoted_if_needed(name), "");
            else if (start_of_word_.matches(name))
                inside.push_back(name);
        }
        for (const auto& name : inside)
            add(quoted_if_needed(name), "");
    }

    /// Each person once, those with most commits first, by the name and address they use most.
    void add_people() {
        struct Person {
            std::int64_t commits = 0, of_row = -1;
            std::string name, address;
        };
        std::unordered_map<std::string, Person> known; // by key
        Statement select(database_, "SELECT id, name, email, key FROM person WHERE name <> ''");
        Statement count(database_, "SELECT count(*) FROM commits WHERE author_id = ?");
        while (select.executeStep()) {
            const auto name = select.getColumn(1).getString();
            const auto email = select.getColumn(2).getString();
            if (!start_of_word_.matches(name) && !start_of_word_.matches(email))
                continue;
            count.bind(1, select.getColumn(0).getInt64());
            count.executeStep();
            const auto commits = count.getColumn(0).getInt64();
            count.reset();
            auto& person = known[select.getColumn(3).getString()];
            person.commits += commits;
            if (std::tie(commits, person.name) > std::tie(person.of_row, name)) {
                person.of_row = commits;
                person.name = name;
                person.address = email;
            }
        }
        std::vector<Person> order;
        for (auto& [key, person] : known)
            order.push_back(std::move(person));
        std::ranges::sort(order, [](const Person& left, const Person& right) {
            return std::tie(right.commits, left.name) < std::tie(left.commits, right.name);
        });
        for (const auto& person : order)
            add(quoted_if_needed(person.name), person.address);
    }

    /// The next step of the folders and files below what is typed.
    void add_paths(std::string_view typed) {
        Statement select(database_, "SELECT path FROM path WHERE path >= ?1 AND path < ?1 || "
                                    "char(0x10FFFF) ORDER BY path");
        select.bind(1, std::string(typed));
        std::string last;
        while (result_.size() < most_suggestions && select.executeStep()) {
            const auto path = select.getColumn(0).getString();
            const auto slash = path.find('/', typed.size());
            const auto step = path.substr(0, slash == std::string::npos ? slash : slash + 1);
            if (step != last)
                add(quoted_if_needed(step), "");
            last = step;
        }
    }

    void add_column(const char* sql, const char* behind) {
        Statement select(database_, sql);
        while (select.executeStep())
            add_if_started(select.getColumn(0).getString() + behind, "");
    }

    void add_kinds() {
        for (const auto kind : query_kinds())
            add_if_started(std::string(kind), "");
    }

    void add_interface_kinds() {
        for (const auto kind : interfaces::all_kinds())
            add_if_started(std::string(interfaces::key(kind)), "");
    }

    /// Names of what changed at the edges; the note is what is said of it.
    void add_interfaces(interfaces::Kind kind) {
        Statement select(database_, "SELECT name, detail FROM interface_change WHERE kind = ? "
                                    "ORDER BY name");
        select.bind(1, static_cast<int>(kind));
        std::string last;
        while (result_.size() < most_suggestions && select.executeStep()) {
            auto name = select.getColumn(0).getString();
            const auto detail = select.getColumn(1).getString();
            if (name != last)
                add_if_started(name, detail.substr(0, detail.find('\n')));
            last = std::move(name);
        }
    }

    /// Identifiers of the newest release that has them, the most frequent first.
    void add_code_words(std::string_view typed) {
        Statement select(database_, "SELECT id FROM release WHERE code_state = 1 ORDER BY "
                                    "last_landing DESC LIMIT 1");
        if (!select.executeStep())
            return;
        for (auto& [word, changesets] : complete_code_words(
                 database_, select.getColumn(0).getInt64(), typed, most_suggestions))
            add(std::move(word),
                changesets == 1 ? "1 changeset" : fmt::format("{} changesets", changesets));
    }

    std::vector<Suggestion> take() { return std::move(result_); }

private:
    void add_if_started(const std::string& value, const std::string& note) {
        if (tokenizer_.fold(value).starts_with(typed_))
            add(quoted_if_needed(value), note);
    }

    void add(std::string text, std::string note) {
        if (result_.size() < most_suggestions)
            result_.push_back({std::move(text), std::move(note)});
    }

    SQLite::Database& database_;
    const Tokenizer& tokenizer_;
    std::string typed_; ///< folded
    TextPattern start_of_word_;
    std::vector<Suggestion> result_;
};

void add_values(Values& values, std::string_view field, std::string_view typed) {
    if (field == "section")
        values.add_sections();
    else if (field == "subsystem")
        values.add_subsystems();
    else if (field == "author" || field == "committer" || field == "reported-by" ||
             field == "reviewed-by" || field == "tested-by")
        values.add_people();
    else if (field == "path")
        values.add_paths(typed);
    else if (field == "release")
        values.add_column("SELECT name FROM release ORDER BY embedded, last_landing DESC", "");
    else if (field == "trailer")
        values.add_column("SELECT key FROM trailer_key ORDER BY id", "=");
    else if (field == "in" || field == "missing-in" || field == "unknown-in")
        values.add_column("SELECT name FROM tree ORDER BY name COLLATE NOCASE", "");
    else if (field == "is")
        values.add_kinds();
    else if (field == "new" || field == "gone" || field == "changed")
        values.add_interface_kinds();
    else if (field == "code" || field == "adds" || field == "removes" || field == "function")
        values.add_code_words(typed);
    else if (const auto kind = interfaces::kind_from_key(field))
        values.add_interfaces(*kind);
}

/// What is typed between quotes so far, where a quote is written twice.
std::string without_quotes(std::string_view typed) {
    std::string text;
    for (std::size_t at = 0; at < typed.size(); ++at) {
        text += typed[at];
        if (typed.substr(at, 2) == "\"\"")
            ++at;
    }
    return text;
}

} // namespace

Completion complete_query(SQLite::Database& database, const Tokenizer& tokenizer,
                          std::string_view text, std::size_t cursor) {
    const auto term = term_at(text, cursor);
    auto typed = text.substr(term.value_begin, std::min(cursor, text.size()) - term.value_begin);
    std::string unquoted;
    if (typed.starts_with('"')) {
        unquoted = without_quotes(typed.substr(1));
        typed = unquoted;
    }
    Completion completion{term.value_begin, term.end, {}};
    Values values(database, tokenizer, typed);
    if (term.field.empty() && text.substr(term.value_begin, 1) != "\"")
        values.add_fields();
    else
        add_values(values, term.field, typed);
    completion.suggestions = values.take();
    return completion;
}

} // namespace mw::store
