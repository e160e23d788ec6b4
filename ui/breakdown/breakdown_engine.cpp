#include "breakdown/breakdown_engine.h"

#include "base/calendar.h"
#include "text/format.h"

#include <QLocale>

#include <algorithm>
#include <filesystem>

namespace mw::ui {

namespace {

/// Longer releases are listed by the week.
constexpr Seconds longestByDay = 120 * one_day;

bool isLong(const store::Release& release) {
    return release.first_landing && release.last_landing &&
           *release.last_landing - *release.first_landing > longestByDay;
}

store::BreakdownKind kindOf(Breakdown way, const store::Release& release) {
    switch (way) {
    case Breakdown::Pulls:
        return store::BreakdownKind::pull;
    case Breakdown::Subsystems:
        return store::BreakdownKind::subsystem;
    case Breakdown::People:
        return store::BreakdownKind::author;
    case Breakdown::Committers:
        return store::BreakdownKind::committer;
    case Breakdown::Time:
        break;
    }
    return isLong(release) ? store::BreakdownKind::week : store::BreakdownKind::day;
}

BreakdownRow pullLine(const store::BreakdownLine& way) {
    if (!way.time && way.label.empty())
        return {BreakdownModel::tr("Directly, without a pull"),
                BreakdownModel::tr("Without a pull"),
                {},
                0,
                {}};
    const QString title = shownText(way.label);
    return {pullLabel(way.label),
            BreakdownModel::tr("%1, landed %2").arg(title, dateText(way.time)),
            {},
            0,
            {}};
}

/// "-rc1" of "v6.7-rc1": what there is room for.
QString shortTag(const store::Release& release) {
    const QString tag = toQString(release.window_tag);
    return tag.mid(std::max<qsizetype>(0, tag.indexOf(QLatin1String("-rc"))));
}

BreakdownRow timeLine(const store::BreakdownLine& way, const store::Release& release) {
    const bool week = isLong(release);
    const QString date = toQString(way.label);
    const auto start = way.time.value_or(0);
    const QString day =
        QLocale().standaloneDayName(utcDateTime(start).date().dayOfWeek(), QLocale::ShortFormat);
    QString label = week ? BreakdownModel::tr("Week of %1").arg(date)
                         : BreakdownModel::tr("%1 %2").arg(date, day);
    if (release.window_end && *release.window_end >= start &&
        *release.window_end < start + (week ? one_week : one_day))
        return {BreakdownModel::tr("%1 · %2").arg(label, shortTag(release)),
                BreakdownModel::tr("%1, %2").arg(label, toQString(release.window_tag)),
                {},
                0,
                {}};
    return {label, label, {}, 0, {}};
}

BreakdownRow breakdownRow(const store::BreakdownLine& way, Breakdown kind,
                          const store::Release& release) {
    BreakdownRow line;
    if (kind == Breakdown::Pulls)
        line = pullLine(way);
    else if (kind == Breakdown::Time)
        line = timeLine(way, release);
    else
        line.label = line.toolTip = shownText(way.label);
    if (kind == Breakdown::People || kind == Breakdown::Committers)
        line.toolTip = BreakdownModel::tr("%1 <%2>").arg(line.label, shownText(way.detail));
    line.term = toQString(way.term);
    line.count = way.changesets;
    line.time = way.time;
    return line;
}

} // namespace

store::Breakdowns& BreakdownEngine::ways() {
    if (!ways_)
        ways_ =
            std::make_unique<store::Breakdowns>(std::filesystem::path(database_.toStdU16String()));
    return *ways_;
}

BreakdownAnswer BreakdownEngine::answer(const BreakdownRequest& request) {
    BreakdownAnswer answer;
    answer.asked = request;
    const store::Release& release = request.release;
    if (request.landings)
        answer.landings = ways().landings(release.id);
    if (request.asOf)
        answer.then = ways().as_of(release, *request.asOf);
    if (request.way) {
        std::vector<BreakdownRow> lines;
        for (const store::BreakdownLine& way :
             ways().list(request.scope, kindOf(*request.way, release)))
            lines.push_back(breakdownRow(way, *request.way, release));
        answer.lines = std::move(lines);
        answer.total = ways().total(request.scope);
    }
    if (request.outline)
        answer.outline = outlines_.release(release.id, request.asOf);
    return answer;
}

std::vector<document::PullBlock> BreakdownEngine::text(store::RowId commit) {
    return document::blocks_of(outlines_.message(commit));
}

} // namespace mw::ui
