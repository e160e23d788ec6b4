#pragma once

#include "store/read/equivalent_commits.h"
#include "store/stats/comparison.h"

#include <vector>

namespace mw::ui {

/// Everything that a comparison shows, one entry of each list for each release, oldest first.
struct ReleasesCompared {
    std::vector<store::Release> releases;
    std::vector<store::Side> sides;
    std::vector<store::Totals> totals;
    std::vector<store::Compared> places;
    std::vector<store::ComparedPerson> people;
    std::vector<store::AddedHardware> hardware;
    std::vector<std::vector<store::Pull>> pulls;
};

} // namespace mw::ui
