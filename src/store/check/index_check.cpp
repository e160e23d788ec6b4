#include "store/check/index_check.h"

#include "store/model/records.h"
#include "store/rows/row_tables.h"
#include "store/sql/row_scan.h"
#include "store/sql/tokenizer.h"
#include "store/write/posting_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <set>
#include <string_view>
#include <unordered_map>

namespace mw::store {

namespace {

/// For each commit a sum over its words, of numbers that say which word stands where: equal for
/// equal texts, in whatever order the words are met.
using Sums = std::unordered_map<RowId, std::uint64_t>;

/// FTS5 keeps the beginning alone of a longer word, in rows and in queries (FTS5_MAX_TOKEN_SIZE in
/// its fts5Int.h).
constexpr std::size_t longest_indexed_word = 32'768;

std::uint64_t number_of(std::string_view word, std::uint32_t column, std::size_t place) {
    std::uint64_t mixed = std::hash<std::string_view>()(word) ^
                          (std::uint64_t{column} << 56 | place) * 0x9E3779B97F4A7C15U;
    mixed = (mixed ^ mixed >> 32) * 0xD6E8FEB86659FD93U;
    return mixed ^ mixed >> 32;
}

/// What the index holds: FTS5's own table of every place of every word. ("The fts5vocab Virtual
/// Table Module" of its manual.)
Sums sums_of_index(SQLite::Database& database) {
    constexpr const char* vocabulary = "temp.indexed_place";
    // A connection that only reads may not even make a table of its own without this.
    const auto query_only = database.execAndGet("PRAGMA query_only").getInt();
    database.exec(
        fmt::format("PRAGMA query_only = OFF; CREATE VIRTUAL TABLE IF NOT EXISTS {} USING "
                    "fts5vocab(main, search_text, instance); PRAGMA query_only = {}",
                    vocabulary, query_only));
    Sums sums;
    RowScan places(database, fmt::format("SELECT term, doc, col, offset FROM {}", vocabulary));
    while (places.next())
        sums[places.number(1)] +=
            number_of(places.text(0),
                      places.text(2) == "subject" ? PostingList::in_subject : PostingList::in_body,
                      static_cast<std::size_t>(places.number(3)));
    return sums;
}

/// The lines of both lists; the places of a rare word in order, which depends on who was written
/// first.
std::set<std::string> lines_of(std::string_view list) {
    std::set<std::string> lines;
    while (!list.empty()) {
        const auto end = std::min(list.find('\n'), list.size());
        std::set<std::string> places;
        auto line = list.substr(0, end);
        const auto word = line.substr(0, line.find(' '));
        for (line.remove_prefix(word.size()); !line.empty();) {
            const auto next = std::min(line.find(' ', 1), line.size());
            places.emplace(line.substr(0, next));
            line.remove_prefix(next);
        }
        std::string sorted(word);
        for (const auto& place : places)
            sorted += place;
        lines.insert(std::move(sorted));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return lines;
}

/// The texts of one release, whose sums are put into `sums` and whose words are returned.
PostingList read_texts(SQLite::Database& database, const Tokenizer& tokenizer, RowId first,
                       RowId last, Sums& sums) {
    PostingTable words;
    RowScan texts(database,
                  "SELECT id, subject, body FROM indexed_text WHERE id BETWEEN ?1 AND ?2");
    texts.bind(1, first);
    texts.bind(2, last);
    while (texts.next()) {
        auto& sum = sums[texts.number(0)];
        for (const std::uint32_t column : {PostingList::in_subject, PostingList::in_body}) {
            const auto tokens = tokenizer.tokens(texts.text(static_cast<int>(column)));
            for (std::size_t place = 0; place < tokens.size(); ++place) {
                sum +=
                    number_of(std::string_view(tokens[place].text).substr(0, longest_indexed_word),
                              column, place);
                words.add(tokens[place].text, static_cast<std::uint32_t>(texts.number(0) - first),
                          column);
            }
        }
    }
    return words.list();
}

} // namespace

std::vector<std::string> check_search_index(SQLite::Database& database) {
    const Tokenizer tokenizer;
    std::vector<std::string> faults;
    Sums wanted;
    SQLite::Statement releases(
        database, fmt::format("SELECT r.name, {}, w.common, w.rare FROM release r LEFT JOIN "
                              "search_words w ON w.release_id = r.id",
                              run_of_release));
    while (releases.executeStep()) {
        const auto list = read_texts(
            database, tokenizer, releases.getColumn(1).getInt64(),
            releases.getColumn(2).isNull() ? -1 : releases.getColumn(2).getInt64(), wanted);
        if (lines_of(list.common) != lines_of(releases.getColumn(3).getString()) ||
            lines_of(list.rare) != lines_of(releases.getColumn(4).getString()))
            faults.push_back(fmt::format(
                "The list of words of {} is not what its messages hold. Import it again.",
                releases.getColumn(0).getString()));
    }
    auto kept = sums_of_index(database);
    std::size_t wrong = 0;
    for (const auto& [commit, sum] : wanted) {
        const auto found = kept.find(commit);
        wrong += (found == kept.end() ? 0 : found->second) != sum;
        if (found != kept.end())
            kept.erase(found);
    }
    if (wrong != 0)
        faults.push_back(fmt::format("{} commits are in the search index with other words than "
                                     "their messages have. Import their release again.",
                                     wrong));
    if (!kept.empty())
        faults.push_back(fmt::format(
            "The search index holds the words of {} commits that are not there.", kept.size()));
    return faults;
}

} // namespace mw::store
