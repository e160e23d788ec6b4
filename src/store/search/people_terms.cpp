// The fields that name people: author:, committer: and the addresses behind them.

#include "store/rows/people.h"
#include "store/search/term_finder.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mw::store {

std::vector<RowId> TermFinder::people(const QueryNode& term, bool written) {
    check_stop();
    if (term.whole)
        return people_called(term.value);
    const TextPattern pattern(term, tokenizer_);
    RowScan rows(database_, written ? "SELECT id, written_name, written_email FROM person"
                                    : "SELECT id, name, email FROM person");
    std::vector<RowId> people, exact;
    std::string both;
    while (rows.next()) {
        both.assign(rows.text(1)).append(" <").append(rows.text(2)).append(1, '>');
        if (!pattern.matches(both))
            continue;
        people.push_back(rows.number(0));
        if (pattern.is_all_of(both))
            exact.push_back(rows.number(0));
    }
    // "Lee <lee@one.org>", where somebody is called so, is not meant to be Ann Lee at that address.
    auto& meant = exact.empty() ? people : exact;
    std::ranges::sort(meant); // an index by which the table is read has an order of its own
    return std::move(meant);
}

std::vector<RowId> TermFinder::people_called(std::string_view whole) {
    const auto wanted = tokenizer_.fold(whole), key = person_key(tokenizer_, whole, {});
    RowScan rows(database_, "SELECT id, key, name, email FROM person");
    std::vector<RowId> people;
    std::string both;
    while (rows.next()) {
        both.assign(rows.text(2)).append(" <").append(rows.text(3)).append(1, '>');
        if (rows.text(1) == key || (whole.ends_with('>') && tokenizer_.fold(both) == wanted))
            people.push_back(rows.number(0));
    }
    std::ranges::sort(people);
    return people;
}

void TermFinder::collect_authors(const std::vector<RowId>& people, RowIdBitmap& found) {
    auto by_author =
        select("SELECT id FROM commits WHERE author_id = ?3 AND id BETWEEN ?1 AND ?2", found);
    for (const RowId person : people) {
        by_author.bind(3, person);
        collect(by_author, found);
    }
}

void TermFinder::find_author_domain(const QueryNode& term, RowIdBitmap& found) {
    const auto wanted = mail_domain('@' + term.value);
    RowScan rows(database_, "SELECT id, email FROM person");
    std::vector<RowId> people;
    while (rows.next())
        if (mail_domain(rows.text(1)) == wanted)
            people.push_back(rows.number(0));
    collect_authors(people, found);
}

void TermFinder::find_people(const QueryNode& term, bool authors, RowIdBitmap& found) {
    if (!term.whole)
        refuse_without_letters(term);
    const auto people = this->people(term);
    if (!authors) {
        auto all = select("SELECT id, committer_id FROM commits WHERE id BETWEEN ?1 AND ?2", found);
        while (all.next())
            if (std::ranges::binary_search(people, all.number(1)))
                found.insert(all.number(0));
        return;
    }
    collect_authors(people, found);
}

} // namespace mw::store
