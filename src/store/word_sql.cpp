#include "store/error.h"
#include "store/query_sql.h"
#include "store/word_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

/// The half of TermFinder that looks for words in messages.
namespace mw::store {

namespace {

/// Digits of an id that stand in a query as a plain word.
constexpr std::size_t least_plain_id = 7;

/// Words in a row, in FTS5's own query syntax: quoted, so that nothing in it is an operator.
std::string fts_phrase(const std::string& field, const std::vector<std::string>& words,
                       bool prefix) {
    std::string expression = field.empty() ? "" : field + " : ";
    expression += '"';
    for (const auto& word : words)
        expression.append(expression.ends_with('"') ? "" : " ").append(word);
    return expression + (prefix ? "\" *" : "\"");
}

std::uint32_t columns_of(const std::string& field) {
    return field == "subject" ? WordList::in_subject
           : field == "body"  ? WordList::in_body
                              : WordList::in_subject | WordList::in_body;
}

} // namespace

void TermFinder::find_words(const QueryNode& term, IdSet& found, IdSet& named) {
    const WordPattern pattern(term, tokenizer_);
    if (pattern.words.empty())
        throw QueryError("There is no letter or digit here to search for.", term.value_position);
    if (pattern.words.size() > 1)
        find_phrases(pattern, term.field, found);
    else if (pattern.open_front || pattern.open_back)
        find_parts(pattern, term.field, found);
    else
        match(fts_phrase(term.field, pattern.words, false), found);
    const bool id =
        term.field.empty() && !term.phrase && !term.prefix && term.value.size() >= least_plain_id &&
        term.value.size() <= 40 && std::ranges::all_of(term.value, [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        });
    if (!id)
        return;
    IdSet same_id(found.first(), found.last());
    find_id(term.value, same_id);
    found |= same_id;
    named |= same_id;
}

void TermFinder::for_each_list(
    const char* column, const IdSet& span,
    const std::function<void(std::string_view list, RowId first)>& action) {
    auto lists = select(fmt::format("SELECT w.{}, c.id FROM search_words w CROSS JOIN commits c "
                                    "ON c.release_id = w.release_id AND c.position = 0 WHERE +c.id "
                                    "BETWEEN ?1 AND ?2",
                                    column),
                        span);
    while (lists.next())
        action(lists.text(0), lists.number(1));
}

void TermFinder::find_parts(const WordPattern& pattern, const std::string& field, IdSet& found) {
    std::set<std::string> words; // a word is common in several releases
    for_each_list("common", found, [&](std::string_view list, RowId) {
        scan_words(list, pattern, [&](std::string_view word) { words.emplace(word); });
    });
    for (const auto& word : words)
        match(fts_phrase(field, {word}, false), found);
    for_each_list("rare", found, [&](std::string_view list, RowId first) {
        scan_places(list, pattern, [&, wanted = columns_of(field)](std::uint32_t place) {
            if ((place & wanted) != 0)
                found.insert(first + place / WordList::columns);
        });
    });
}

void TermFinder::find_phrases(const WordPattern& pattern, const std::string& field, IdSet& found) {
    match(fts_phrase(field, pattern.words, pattern.open_back), found);
    if (!pattern.open_front)
        return;
    // The first word may end a longer one; FTS5 knows words by their start alone.
    WordPattern ending = pattern;
    ending.words.resize(1);
    ending.open_back = false;
    std::set<std::string> words;
    for (const char* column : {"common", "rare"})
        for_each_list(column, found, [&](std::string_view list, RowId) {
            scan_words(list, ending, [&](std::string_view word) { words.emplace(word); });
        });
    words.erase(pattern.words.front());
    auto row = pattern.words;
    for (const auto& word : words) {
        row.front() = word;
        match(fts_phrase(field, row, pattern.open_back), found);
    }
}

void TermFinder::match(const std::string& expression, IdSet& found) {
    check_stop();
    if (!match_)
        match_.emplace(database_, "SELECT rowid FROM search_text WHERE search_text MATCH ?3 AND "
                                  "rowid BETWEEN ?1 AND ?2");
    match_->bind(1, found.first());
    match_->bind(2, found.last());
    match_->bind(3, expression);
    collect(*match_, found);
}

std::vector<std::pair<RowId, double>> TermFinder::ranked(const std::vector<const QueryNode*>& terms,
                                                         const IdSet& among) {
    std::string expression;
    for (const auto* term : terms) {
        const WordPattern pattern(*term, tokenizer_);
        if (!pattern.words.empty())
            expression.append(expression.empty() ? "" : " OR ")
                .append("(")
                .append(fts_phrase(term->field, pattern.words, pattern.open_back))
                .append(")");
    }
    std::vector<std::pair<RowId, double>> ranks;
    if (expression.empty())
        return ranks;
    // A word of the subject says ten times more than one of the body.
    auto statement = select("SELECT rowid, bm25(search_text, 10.0, 1.0) FROM search_text WHERE "
                            "search_text MATCH ?3 AND rowid BETWEEN ?1 AND ?2",
                            among);
    statement.bind(3, expression);
    while (statement.next())
        if (const RowId id = statement.number(0); among.contains(id))
            ranks.emplace_back(id, statement.real(1));
    return ranks;
}

} // namespace mw::store
