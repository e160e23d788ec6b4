#include "breakdown/landing_chart.h"

#include "base/calendar.h"
#include "text/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace mw::ui {

namespace {

struct Curve {
    Q_DECLARE_TR_FUNCTIONS(LandingChart)
};

} // namespace

LandingChart::LandingChart(const store::Release& release, const store::Landings& landings)
    : moments_(landings.moments), windowEnd_(release.window_end),
      windowTag_(toQString(release.window_tag)) {
    if (moments_.empty())
        return;
    firstDay_ = moments_.front().time - moments_.front().time % one_day;
    perDay_.resize(static_cast<std::size_t>((moments_.back().time - firstDay_) / one_day) + 1);
    for (store::Landing& moment : moments_) {
        perDay_[static_cast<std::size_t>((moment.time - firstDay_) / one_day)] += moment.changesets;
        total_ += moment.changesets;
        moment.changesets = total_;
    }
}

std::int64_t LandingChart::landedBy(Seconds moment) const {
    const auto later = std::ranges::upper_bound(moments_, moment, {}, &store::Landing::time);
    return later == moments_.begin() ? 0 : std::prev(later)->changesets;
}

int LandingChart::dayOf(Seconds moment) const {
    if (isEmpty() || moment < firstDay_)
        return 0;
    return static_cast<int>(std::min<Seconds>((moment - firstDay_) / one_day, days() - 1));
}

Seconds LandingChart::startOfDay(int day) const {
    return firstDay_ + day * one_day;
}

std::optional<Seconds> LandingChart::endOfDay(int day) const {
    if (day >= days() - 1)
        return std::nullopt;
    return startOfDay(std::max(day, 0) + 1) - 1;
}

std::optional<Seconds> LandingChart::middleOfWindow() const {
    if (isEmpty() || !windowEnd_)
        return std::nullopt;
    const Seconds first = moments_.front().time;
    return endOfDay(dayOf(first + (*windowEnd_ - first) / 2));
}

QString LandingChart::dayInWords(Seconds moment) const {
    const int day = dayOf(moment);
    if (!windowEnd_)
        return Curve::tr("day %1").arg(countText(day + 1));
    if (moment == *windowEnd_)
        return Curve::tr("day %1, the end of the merge window").arg(countText(day + 1));
    if (moment < *windowEnd_)
        return Curve::tr("day %1 of the merge window").arg(countText(day + 1));
    if (const int since = day - dayOf(*windowEnd_); since > 0)
        return Curve::tr("day %1 after %2").arg(countText(since), windowTag_);
    return Curve::tr("the day of %1").arg(windowTag_);
}

QString LandingChart::sentence(std::optional<Seconds> moment) const {
    if (isEmpty())
        return Curve::tr("When the entries of this release landed is not known.");
    if (!moment)
        return Curve::tr("everything: %Ln changeset(s), from %1 on", nullptr, pluralOf(total_))
            .arg(dateText(moments_.front().time));
    return Curve::tr("%1: %2 of %Ln changeset(s)", nullptr, pluralOf(total_))
        .arg(dayInWords(*moment), countText(landedBy(*moment)));
}

} // namespace mw::ui
