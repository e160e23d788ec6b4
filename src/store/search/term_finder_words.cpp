#include "base/error.h"
#include "store/language/posting_list.h"
#include "store/search/term_finder.h"
#include "store/sql/error.h"

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
    return field == "subject" ? PostingList::in_subject
           : field == "body"  ? PostingList::in_body
                              : PostingList::in_subject | PostingList::in_body;
}

} // namespace

void TermFinder::find_words(const QueryNode& term, RowIdBitmap& found, RowIdBitmap& named) {
    const WordPattern pattern(term, tokenizer_);
    if (pattern.words.empty())
        throw QueryError(base::Message("There is no letter or digit here to search for."),
                         term.value_position);
    if (pattern.words.size() > 1)
        find_phrases(pattern, term.field, found);
    else if (pattern.open_front || pattern.open_back)
        find_parts(pattern, term.field, found);
    else
        match_row(term.field, pattern.words, false, found);
    const bool id =
        term.field.empty() && !term.phrase && !term.prefix && term.value.size() >= least_plain_id &&
        term.value.size() <= 40 && std::ranges::all_of(term.value, [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        });
    if (!id)
        return;
    RowIdBitmap same_id(found.first(), found.last());
    find_id(term.value, same_id);
    found |= same_id;
    named |= same_id;
}

void TermFinder::for_each_list(
    const char* column, const RowIdBitmap& span,
    const std::function<void(std::string_view list, RowId first)>& action) {
    auto lists = select(fmt::format("SELECT w.{}, c.id FROM search_words w CROSS JOIN commits c "
                                    "ON c.release_id = w.release_id AND c.position = 0 WHERE +c.id "
                                    "BETWEEN ?1 AND ?2",
                                    column),
                        span);
    while (lists.next())
        action(lists.text(0), lists.number(1));
}

void TermFinder::find_parts(const WordPattern& pattern, const std::string& field,
                            RowIdBitmap& found) {
    std::set<std::string> words; // a word is common in several releases
    for_each_list("common", found, [&](std::string_view list, RowId) {
        scan_words(list, pattern, [&](std::string_view word) { words.emplace(word); });
    });
    for (const auto& word : words)
        match_row(field, {word}, false, found);
    for_each_list("rare", found, [&](std::string_view list, RowId first) {
        scan_places(list, pattern, [&, wanted = columns_of(field)](std::uint32_t place) {
            if ((place & wanted) != 0)
                found.insert(first + place / PostingList::columns);
        });
    });
}

void TermFinder::find_phrases(const WordPattern& pattern, const std::string& field,
                              RowIdBitmap& found) {
    match_row(field, pattern.words, pattern.open_back, found);
    if (!pattern.open_front)
        return;
    // The first word may end a longer one; FTS5 knows words by their start alone.
    WordPattern ending = pattern;
    ending.words.resize(1);
    ending.open_back = false;
    std::set<std::string> common, rare;
    for_each_list("common", found, [&](std::string_view list, RowId) {
        scan_words(list, ending, [&](std::string_view word) { common.emplace(word); });
    });
    common.erase(pattern.words.front());
    if (filter_longer_prefixes(pattern, field, ending, common, found))
        return;
    for_each_list("rare", found, [&](std::string_view list, RowId) {
        scan_words(list, ending, [&](std::string_view word) { rare.emplace(word); });
    });
    rare.erase(pattern.words.front());
    rare.merge(common);
    auto row = pattern.words;
    for (const auto& word : rare) {
        row.front() = word;
        match_row(field, row, pattern.open_back, found);
    }
}

/// To ask FTS5 for a phrase with each of some hundred words takes a third of a millisecond apiece,
/// and some 25 where its last word is open ("ing-the": FTS5 joins the lists of all words in "the"
/// each time). Where that takes longer than to read the commits that have such a word, those are
/// read; else false.
bool TermFinder::filter_longer_prefixes(const WordPattern& pattern, const std::string& field,
                                        const WordPattern& ending,
                                        const std::set<std::string>& common, RowIdBitmap& found) {
    constexpr std::size_t most = 20, worth_narrowing = 300; // of the commits, one in so many
    const auto all = static_cast<std::size_t>(found.last() - found.first() + 1);
    RowIdBitmap longer(found.first(), found.last());
    for (const auto& word : common) {
        match_row(field, {word}, false, longer);
        if (!pattern.open_back && longer.size() > all / most)
            return false;
    }
    for_each_list("rare", found, [&](std::string_view list, RowId first) {
        scan_places(list, ending, [&](std::uint32_t place) {
            longer.insert(first + place / PostingList::columns);
        });
    });
    longer -= found;
    if (longer.size() > all / worth_narrowing) {
        auto rest = pattern.words;
        rest.erase(rest.begin());
        RowIdBitmap others(found.first(), found.last());
        match_row(field, rest, pattern.open_back, others);
        longer &= others;
    }
    if (!pattern.open_back && !are_few(longer))
        return false;
    filter_rows(pattern, field, longer);
    found |= longer;
    return true;
}

bool TermFinder::is_phrase(const QueryNode& term) const {
    const auto& field = term.field;
    return term.kind == QueryNode::Kind::term &&
           (field.empty() || field == "subject" || field == "body") &&
           WordPattern(term, tokenizer_).words.size() > 1;
}

bool TermFinder::are_few(const RowIdBitmap& commits) {
    // Measured: 23 µs for a text at random, which is unpacked (9,801 changesets); for the index 40
    // ms where the words are very common ("Signed-off-by", 197,000), but a few where they are not.
    constexpr std::size_t texts_for_an_index = 150;
    const auto all = static_cast<std::size_t>(commits.last() - commits.first() + 1);
    return commits.size() <= all / texts_for_an_index;
}

void TermFinder::filter_rows(const QueryNode& phrase, RowIdBitmap& among) {
    filter_rows(WordPattern(phrase, tokenizer_), phrase.field, among);
}

void TermFinder::filter_rows(const WordPattern& pattern, const std::string& field,
                             RowIdBitmap& among) {
    check_stop();
    const auto columns = columns_of(field);
    RowScan text(database_, columns == PostingList::in_subject
                                ? "SELECT subject, '' FROM commits WHERE id = ?1"
                                : "SELECT subject, body FROM indexed_text WHERE id = ?1");
    std::string lower;
    const auto holds = [&](int column) {
        const auto bytes = text.text(column);
        const auto certain = pattern.stands_in(bytes, lower);
        return certain ? *certain : !pattern.find_in(tokenizer_.tokens(bytes)).empty();
    };
    RowIdBitmap holding(among.first(), among.last());
    for (const RowId id : among.ids()) {
        check_stop();
        text.bind(1, id);
        while (text.next())
            if (((columns & PostingList::in_subject) != 0 && holds(0)) ||
                ((columns & PostingList::in_body) != 0 && holds(1)))
                holding.insert(id);
    }
    among = std::move(holding);
}

void TermFinder::match_row(const std::string& field, const std::vector<std::string>& words,
                           bool open_back, RowIdBitmap& found) {
    const auto expression = fts_phrase(field, words, open_back);
    if (!field.empty() || open_back || words.size() == 1) {
        match(expression, found.first(), found.last(), found);
        return;
    }
    check_stop();
    if (!common_phrases_)
        common_phrases_.emplace(database_);
    for (const auto& run : common_phrases_->find(words, found))
        match(expression, std::max(run.first, found.first()), std::min(run.last, found.last()),
              found);
}

void TermFinder::match(const std::string& expression, RowId first, RowId last, RowIdBitmap& found) {
    check_stop();
    if (!match_)
        match_.emplace(database_, "SELECT rowid FROM search_text WHERE search_text MATCH ?3 AND "
                                  "rowid BETWEEN ?1 AND ?2");
    match_->bind(1, first);
    match_->bind(2, last);
    match_->bind(3, expression);
    collect(*match_, found);
}

std::vector<std::pair<RowId, double>> TermFinder::ranked(const std::vector<const QueryNode*>& terms,
                                                         const RowIdBitmap& among) {
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
    auto statement = select("SELECT rowid, bm25(search_text, 1.0, 10.0) FROM search_text WHERE "
                            "search_text MATCH ?3 AND rowid BETWEEN ?1 AND ?2",
                            among);
    statement.bind(3, expression);
    while (statement.next())
        if (const RowId id = statement.number(0); among.contains(id))
            ranks.emplace_back(id, statement.real(1));
    return ranks;
}

} // namespace mw::store
