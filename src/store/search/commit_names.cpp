#include "store/search/commit_names.h"

#include "base/object_id.h"
#include "store/sql/row_scan.h"

#include <algorithm>
#include <charconv>

namespace mw::store {

std::pair<std::uint64_t, int> CommitNames::read(std::string_view digits) {
    digits = digits.substr(0, 16);
    std::uint64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    const auto length = static_cast<int>(digits.size());
    return {length == 0 ? 0 : value << (64 - 4 * length), length};
}

void CommitNames::add(std::string_view digits, RowId commit) {
    const auto [value, length] = read(digits);
    if (length == 0)
        return;
    names_.push_back({value, length, commit});
    if (length < 16)
        lengths_.insert(length);
}

CommitNames::CommitNames(SQLite::Database& database, RowId first, RowId last) {
    RowScan own(database, "SELECT id, oid FROM commits WHERE id BETWEEN ?1 AND ?2");
    own.bind(1, first);
    own.bind(2, last);
    while (own.next())
        add(git::to_hex(own.bytes(1).substr(0, 8)), own.number(0));
    RowScan origins(database, "SELECT commit_id, target FROM reference WHERE kind = ?3 AND "
                              "commit_id BETWEEN ?1 AND ?2");
    origins.bind(1, first);
    origins.bind(2, last);
    origins.bind(3, static_cast<std::int64_t>(ReferenceKind::picked));
    while (origins.next())
        add(origins.text(1), origins.number(0));
    std::ranges::sort(names_, {}, &Name::value);
}

} // namespace mw::store
