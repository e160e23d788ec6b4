#pragma once

#include "store/stats/figures.h"
#include "store/user/config_store.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace mw::ui {

/// Everything that the charts of one release are made from.
struct ReleaseFigures {
    store::Release release;
    std::optional<Seconds> asOf;
    bool knowsEarlier = false; ///< who is there for the first time can be told
    /// By the person's configuration, where there is one; of all that the release has.
    std::optional<store::BuildCounts> builds{};
    std::string configFile{};
    /// Where the person's map of employers was read from; empty: there is none.
    std::string employerFile{};

    const std::vector<store::Figure>& of(store::FigureKind kind) const {
        return figures[static_cast<std::size_t>(kind)];
    }

    static constexpr std::array kinds{
        store::FigureKind::day,       store::FigureKind::section,
        store::FigureKind::subsystem, store::FigureKind::author,
        store::FigureKind::domain,    store::FigureKind::first_time_author,
        store::FigureKind::reviewer,  store::FigureKind::tester,
        store::FigureKind::reporter,  store::FigureKind::employer};
    std::array<std::vector<store::Figure>, kinds.size()> figures{};
};

} // namespace mw::ui
