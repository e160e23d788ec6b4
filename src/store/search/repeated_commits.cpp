#include "store/search/repeated_commits.h"

#include "store/sql/row_scan.h"

#include <algorithm>
#include <string>

namespace mw::store {

RowIdBitmap repeated_commits(SQLite::Database& database, const RowIdBitmap& among,
                             const std::vector<std::pair<RowId, RowId>>& runs) {
    const auto run_of = [&runs](RowId id) {
        return std::ranges::find_if(
            runs, [id](const auto& ends) { return id >= ends.first && id <= ends.second; });
    };
    RowIdBitmap repeated(among.first(), among.last());
    // Equal ids stand side by side, and so does the start of an id, which is all that the bundled
    // release knows, before those that begin so.
    RowScan commits(database, "SELECT id, oid FROM commits WHERE oid IS NOT NULL ORDER BY oid");
    std::string shown;
    RowId shown_row = 0;
    while (commits.next()) {
        const RowId row = commits.number(0);
        if (row < among.first() || row > among.last() || !among.contains(row))
            continue;
        const auto oid = commits.bytes(1);
        const bool same = !shown.empty() && oid.starts_with(shown);
        if (same && run_of(row) < run_of(shown_row)) {
            repeated.insert(row);
            continue;
        }
        if (same)
            repeated.insert(shown_row);
        shown = oid;
        shown_row = row;
    }
    return repeated;
}

} // namespace mw::store
