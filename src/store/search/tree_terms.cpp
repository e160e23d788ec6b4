#include "store/model/records.h"
#include "store/search/term_finder.h"
#include "store/sql/error.h"

#include <fmt/format.h>

#include <optional>
#include <string>

// The terms that ask what another tree has (tree_store.h):
//     in:NAME             there, as itself or as a backport
//     missing-in:NAME     not there, or taken out again; what cannot be told is in neither
//     unknown-in:NAME     it cannot be told: the tree's history does not go so far back

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
            names.empty()
                ? base::Message(base::Advice::add_tree, "No other tree is known yet.")
                : base::Message("There is no tree '{}'. Trees are: {}.", term.value, names),
            term.value_position);
    require_answers(term, found,
                    fmt::format("tree_mark m ON m.oid = c.oid AND m.tree_id = {}", *tree).c_str(),
                    base::Message(base::Advice::renew_tree,
                                  "What is searched was imported since {} was read.", term.value));
    const auto state = [](TreeState value) { return static_cast<int>(value); };
    const auto states =
        term.field == "in" ? fmt::format(">= {}", state(TreeState::there))
        : term.field == "unknown-in"
            ? fmt::format("= {}", state(TreeState::unknown))
            : fmt::format("IN ({}, {})", state(TreeState::missing), state(TreeState::reverted));
    auto commits = select(
        fmt::format("SELECT c.id FROM commits c CROSS JOIN tree_mark m ON m.tree_id = ?3 AND m.oid "
                    "= c.oid WHERE c.kind = 0 AND c.id BETWEEN ?1 AND ?2 AND m.state {}",
                    states),
        found);
    commits.bind(3, *tree);
    collect(commits, found);
}

} // namespace mw::store
