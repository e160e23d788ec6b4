#pragma once

#include "figures/release_figures.h"
#include "store/user/employer_store.h"

#include <QString>

#include <filesystem>
#include <optional>
#include <stop_token>
#include <utility>

namespace mw::ui {

/// Counts what charts show: the engine of a WorkThread. Opens the database when it is first asked.
class FiguresEngine {
public:
    explicit FiguresEngine(QString database) : database_(std::move(database)) {}

    /// Throws store::Error. What was stopped is incomplete.
    ReleaseFigures count(const store::Release& release, std::optional<Seconds> asOf,
                         const std::stop_token& stop) {
        if (!figures_)
            figures_.emplace(std::filesystem::path(database_.toStdU16String()));
        ReleaseFigures all{release, asOf, figures_->knows_earlier_landings(release.id)};
        for (const store::FigureKind kind : ReleaseFigures::kinds) {
            if (stop.stop_requested())
                break;
            all.figures[static_cast<std::size_t>(kind)] =
                figures_->count(release.id, kind, asOf, mostListed);
        }
        store::ConfigStore configs(std::filesystem::path(database_.toStdU16String()),
                                   store::Access::read);
        if (const auto config = configs.config()) {
            all.builds = configs.counts(release.id);
            all.configFile = config->file;
        }
        if (figures_->knows_employers())
            if (const auto map = employers().map())
                all.employerFile = map->file;
        return all;
    }

    /// A map in the form of gitdm, in place of the one that is there. Throws store::Error.
    store::Employers::Lines readEmployers(const QString& file) const {
        const auto map = store::read_employer_map(file.toStdU16String());
        employers().put(map);
        return store::Employers(map.text).lines();
    }

    void forgetEmployers() const { employers().remove(); }

private:
    store::EmployerStore employers() const {
        return store::EmployerStore(std::filesystem::path(database_.toStdU16String()));
    }

    /// A chart draws fewer; its table lists all, and a share is one of all.
    static constexpr std::size_t mostListed = 1'000'000;

    const QString database_;
    std::optional<store::Figures> figures_;
};

} // namespace mw::ui
