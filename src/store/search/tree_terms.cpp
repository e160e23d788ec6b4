#include "store/db/error.h"
#include "store/model/records.h"
#include "store/search/term_finder.h"

#include <fmt/format.h>

#include <optional>
#include <string>

// The terms that ask what another tree has (tree_store.h):
//     in:NAME             there, as itself or as a backport
//     missing-in:NAME     not there, or taken out again; what cannot be told is in neither

namespace mw::store {

void TermFinder::find_in_tree(const QueryNode& term, RowIdBitmap& found) {
    RowScan trees(database_, "SELECT id, name FROM tree ORDER BY name");
    std::optional<RowId> tree;
    std::string names;
    const auto wanted = tokenizer_.fold(term.value);
    while (trees.next()) {
        // One that is written exactly so comes before one in other letters.
        if (trees.text(1) == term.value || (!tree && tokenizer_.fold(trees.text(1)) == wanted))
            tree = trees.number(0);
        names.append(names.empty() ? "" : ", ").append(trees.text(1));
    }
    if (!tree)
        throw QueryError(
            names.empty() ? std::string("No other tree is known yet. Add one with: "
                                        "mergewindow-cli tree --add NAME --repo CLONE --rev "
                                        "BRANCH")
                          : fmt::format("There is no tree '{}'. Trees are: {}.", term.value, names),
            term.value_position);
    auto commits = select(
        fmt::format("SELECT c.id FROM commits c CROSS JOIN tree_mark m ON m.tree_id = ?3 AND m.oid "
                    "= c.oid WHERE c.kind = 0 AND c.id BETWEEN ?1 AND ?2 AND m.state {}",
                    term.field == "in" ? ">= ?4" : "IN (?4, ?5)"),
        found);
    commits.bind(3, *tree);
    if (term.field == "in") {
        commits.bind(4, static_cast<std::int64_t>(TreeState::there));
    } else {
        commits.bind(4, static_cast<std::int64_t>(TreeState::missing));
        commits.bind(5, static_cast<std::int64_t>(TreeState::reverted));
    }
    collect(commits, found);
}

} // namespace mw::store
