#pragma once

#include "store/model/records.h"
#include "store/rows/pull_title.h"
#include "store/sql/sql_values.h"

namespace mw::store {

/// A row of: id, oid, title, landed_time, changesets, section, subgroup.
inline Pull read_pull(SQLite::Statement& row) {
    Pull pull;
    pull.id = row.getColumn(0).getInt64();
    pull.oid = hex_of(row.getColumn(1));
    pull.title = row.getColumn(2).getString();
    pull.landed_time = optional_number(row.getColumn(3));
    pull.changesets = row.getColumn(4).getInt64();
    pull.place = stored_place(row.getColumn(5).getString(), row.getColumn(6).getString());
    const auto source = parse_pull_title(pull.title);
    pull.tree = source.tree;
    pull.tag = source.tag;
    return pull;
}

} // namespace mw::store
