#include "store/rows/employers.h"
#include "store/search/term_finder.h"
#include "store/sql/error.h"

#include <map>
#include <string>

// The term that asks who an author worked for when the changeset was written (employers.h):
//     employer:="Example Ltd.", employer:example     by the map that the person gave
//     employer:="(unknown)"                          those whom the map does not know

namespace mw::store {

void TermFinder::find_employer(const QueryNode& term, RowIdBitmap& found) {
    const auto employers = Employers::load(database_);
    if (employers.empty())
        throw QueryError("No map of employers is known yet. Add one with: mergewindow-cli "
                         "employers --read FILE (in the form of gitdm)",
                         term.position);
    const TextPattern pattern(term, tokenizer_);
    const auto wanted = tokenizer_.fold(term.value);
    std::map<std::string, bool, std::less<>> known;
    const auto matches = [&](std::string_view name) {
        const auto at = known.find(name);
        if (at != known.end())
            return at->second;
        const bool fits = term.whole || term.phrase || term.value == unknown_employer
                              ? tokenizer_.fold(name) == wanted
                              : pattern.matches(name);
        return known.emplace(name, fits).first->second;
    };
    auto rows = select("SELECT c.id, p.email, c.author_time FROM commits c LEFT JOIN person p ON "
                       "p.id = c.author_id WHERE c.id BETWEEN ?1 AND ?2 AND c.kind = 0",
                       found);
    while (rows.next()) {
        const auto employer = employers.of(rows.text(1), rows.number(2));
        if (matches(employer.empty() ? unknown_employer : employer))
            found.insert(rows.number(0));
    }
}

} // namespace mw::store
