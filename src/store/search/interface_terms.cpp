#include "base/error.h"
#include "interfaces/items/interface_change.h"
#include "store/search/term_finder.h"
#include "store/sql/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

// The terms that ask what changesets changed at the edges:
//     new:KIND gone:KIND changed:KIND     by kind and change
//     config:NAME param:NAME syscall:NAME by name, whole or its start with "*", as people write it:
//                                         CONFIG_SMP, sys_futex_wake, quiet=

namespace mw::store {

namespace {

constexpr const char* select_interface_commits =
    "SELECT c.id FROM interface_change i CROSS JOIN commits c ON c.release_id = i.release_id AND "
    "c.oid IN (i.oid, substr(i.oid, 1, 6)) WHERE c.id BETWEEN ?1 AND ?2 AND ";

std::optional<interfaces::Change> change_of(std::string_view field) {
    if (field == "new")
        return interfaces::Change::added;
    if (field == "gone")
        return interfaces::Change::removed;
    return field == "changed" ? std::optional(interfaces::Change::changed) : std::nullopt;
}

interfaces::Kind interface_kind(const QueryNode& term, const std::string& folded) {
    if (const auto kind = interfaces::kind_from_key(folded))
        return *kind;
    std::string kinds;
    for (const auto kind : interfaces::all_kinds())
        kinds.append(kinds.empty() ? "" : ", ").append(interfaces::key(kind));
    throw QueryError(base::Message("'{}:{}' means nothing. '{}:' knows: {}.", term.field,
                                   term.value, term.field, kinds),
                     term.value_position);
}

/// A name as interface_change holds it, in lower case, '-' as '_'.
std::string searched_name(interfaces::Kind kind, std::string name) {
    std::ranges::replace(name, '-', '_');
    static constexpr std::array<std::pair<interfaces::Kind, std::string_view>, 4> fronts = {
        std::pair{interfaces::Kind::config, std::string_view("config_")},
        std::pair{interfaces::Kind::syscall, std::string_view("sys_")},
        std::pair{interfaces::Kind::syscall, std::string_view("__x64_sys_")},
        std::pair{interfaces::Kind::syscall, std::string_view("__nr_")}};
    for (const auto& [of, front] : fronts)
        if (of == kind && name.starts_with(front) && name.size() > front.size())
            name.erase(0, front.size());
    if (kind == interfaces::Kind::param && name.ends_with('='))
        name.pop_back();
    return name;
}

} // namespace

void TermFinder::find_interfaces(const QueryNode& term, RowIdBitmap& found) {
    auto folded = tokenizer_.fold(term.value);
    if (const auto change = change_of(term.field)) {
        const auto kind = interface_kind(term, folded);
        auto commits = select(
            fmt::format("{} i.kind = ?3 AND i.change = ?4", select_interface_commits), found);
        commits.bind(3, static_cast<int>(kind));
        commits.bind(4, static_cast<int>(*change));
        collect(commits, found);
        return;
    }
    const auto kind = interfaces::kind_from_key(term.field).value();
    const auto name = searched_name(kind, std::move(folded));
    auto commits = select(fmt::format("{} i.kind = ?3 AND replace(lower(i.name), '-', '_') {}",
                                      select_interface_commits,
                                      term.prefix ? "BETWEEN ?4 AND ?4 || char(0x10FFFF)" : "= ?4"),
                          found);
    commits.bind(3, static_cast<int>(kind));
    commits.bind(4, std::string_view(name));
    collect(commits, found);
}

} // namespace mw::store
