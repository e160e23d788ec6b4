#pragma once

#include "compare/releases_compared.h"

#include <QString>

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>

namespace mw::ui {

/// Counts what a comparison shows, and looks for where a change is: the engine of a WorkThread.
/// Opens the database when it is first asked.
class CompareEngine {
public:
    explicit CompareEngine(QString database) : database_(std::move(database)) {}

    /// Throws store::Error. What was stopped is empty.
    ReleasesCompared compare(std::vector<store::Release> releases, std::vector<store::Side> sides,
                             const std::stop_token& stop) {
        if (!comparison_)
            comparison_.emplace(file());
        ReleasesCompared all;
        for (const store::Side& side : sides) {
            if (stop.stop_requested())
                return {};
            all.totals.push_back(comparison_->totals(side));
            all.pulls.push_back(comparison_->largest_pulls(side, pullsListed));
        }
        all.places = comparison_->places(sides);
        all.people = comparison_->authors(sides);
        all.hardware = comparison_->new_hardware(sides);
        all.releases = std::move(releases);
        all.sides = std::move(sides);
        return all;
    }

    std::vector<store::EquivalentCommit> find(const std::string& idOrTitle) {
        return homes().find(idOrTitle);
    }

    std::vector<store::EquivalentCommit> elsewhere(store::RowId commit) {
        return homes().elsewhere(commit);
    }

private:
    static constexpr std::size_t pullsListed = 50;

    std::filesystem::path file() const { return {database_.toStdU16String()}; }

    store::EquivalentCommits& homes() {
        if (!homes_)
            homes_.emplace(file());
        return *homes_;
    }

    const QString database_;
    std::optional<store::Comparison> comparison_;
    std::optional<store::EquivalentCommits> homes_;
};

} // namespace mw::ui
