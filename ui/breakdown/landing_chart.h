#pragma once

#include "store/stats/breakdowns.h"

#include <QString>

#include <optional>
#include <vector>

namespace mw::ui {

/// How a release landed, day by day (UTC), and what can be said of a moment of it. A plain value.
class LandingChart {
public:
    LandingChart() = default;
    LandingChart(const store::Release& release, const store::Landings& landings);

    /// No landing time is known.
    bool isEmpty() const { return perDay_.empty(); }
    int days() const { return static_cast<int>(perDay_.size()); }
    /// Changesets that landed on each day.
    const std::vector<std::int64_t>& perDay() const { return perDay_; }
    std::int64_t total() const { return total_; }
    std::int64_t landedBy(Seconds moment) const;

    /// From 0; moments outside belong to the first or last day.
    int dayOf(Seconds moment) const;
    Seconds startOfDay(int day) const;
    /// Its last second; nothing for the last day: then everything has landed.
    std::optional<Seconds> endOfDay(int day) const;

    std::optional<Seconds> windowEnd() const { return windowEnd_; }
    const QString& windowTag() const { return windowTag_; }
    /// The end of the day in the middle of the merge window, where articles are often cut.
    std::optional<Seconds> middleOfWindow() const;

    /// "day 8 of the merge window: 5,123 of 9,801 changesets".
    QString sentence(std::optional<Seconds> moment) const;

private:
    QString dayInWords(Seconds moment) const;

    std::vector<store::Landing> moments_; ///< with how many had landed by then
    std::vector<std::int64_t> perDay_;
    Seconds firstDay_ = 0; ///< where it starts
    std::optional<Seconds> windowEnd_;
    QString windowTag_;
    std::int64_t total_ = 0;
};

} // namespace mw::ui
