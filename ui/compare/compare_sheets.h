#pragma once

#include "compare/releases_compared.h"
#include "table/sheet.h"

#include <array>

/// The tables of a comparison. Plain functions; any thread.
namespace mw::ui {

Sheet totalsSheet(const ReleasesCompared& compared);

/// Changesets by section and group of hardware: in each release with its share, and how the newest
/// differs from the oldest.
Sheet placesSheet(const ReleasesCompared& compared);

enum class PeopleShown {
    Everybody,
    NewHere,     ///< in the newest and in none of the others
    Gone,        ///< in another, and not in the newest
    FirstTimers, ///< in one of them for the first time, as far as the database knows
};
Sheet peopleSheet(const ReleasesCompared& compared, PeopleShown shown);

Sheet hardwareSheet(const ReleasesCompared& compared);
Sheet pullsSheet(const ReleasesCompared& compared);

/// All of them, made where they were counted: a long history has tens of thousands of people.
struct CompareSheets {
    std::vector<store::Side> sides;
    Sheet totals, places, hardware, pulls;
    std::array<Sheet, 4> people; ///< by PeopleShown
};
CompareSheets sheetsOf(const ReleasesCompared& compared);

/// Where a change is. asked: somebody has looked for something.
Sheet homesSheet(const std::vector<store::ChangeHome>& homes, bool asked);

/// "same title and author": how a commit answers the question.
QString howText(store::ChangeHome::How how);

} // namespace mw::ui
