#pragma once

#include "compare/releases_compared.h"
#include "table/table.h"

#include <array>

/// The tables of a comparison. Plain functions; any thread.
namespace mw::ui {

TableData totalsSheet(const ReleasesCompared& compared);

/// Changesets by section and group of hardware: in each release with its share, and how the newest
/// differs from the oldest.
TableData placesSheet(const ReleasesCompared& compared);

enum class PeopleShown {
    Everybody,
    NewHere,     ///< in the newest and in none of the others
    Gone,        ///< in another, and not in the newest
    FirstTimers, ///< in one of them for the first time, as far as the database knows
};
TableData peopleSheet(const ReleasesCompared& compared, PeopleShown shown);

TableData hardwareSheet(const ReleasesCompared& compared);
TableData pullsSheet(const ReleasesCompared& compared);

/// All of them, made where they were counted: a long history has tens of thousands of people.
struct CompareTables {
    std::vector<store::Side> sides;
    TableData totals, places, hardware, pulls;
    std::array<TableData, 4> people; ///< by PeopleShown
};
CompareTables sheetsOf(const ReleasesCompared& compared);

/// Where a change is. asked: somebody has looked for something.
TableData homesSheet(const std::vector<store::EquivalentCommit>& homes, bool asked);

/// "same title and author": how a commit answers the question.
QString howText(store::EquivalentCommit::How how);

} // namespace mw::ui
