#include "figures/chart_data.h"

#include "store/rows/employers.h"
#include "text/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace mw::ui {

namespace {

constexpr std::size_t mostLying = 30;
/// More bars than this cannot be told apart: then a bar is a week, or a month.
constexpr qint64 mostStanding = 200;
constexpr std::size_t namedInSummary = 3;

struct Charts {
    Q_DECLARE_TR_FUNCTIONS(Charts)
};

enum class Step { Day, Week, Month };

Step stepFor(const QDate& first, const QDate& last) {
    const qint64 days = first.daysTo(last) + 1;
    return days <= mostStanding ? Step::Day : days <= mostStanding * 7 ? Step::Week : Step::Month;
}

QDate startOf(Step step, const QDate& day) {
    switch (step) {
    case Step::Week:
        return day.addDays(1 - day.dayOfWeek());
    case Step::Month:
        return {day.year(), day.month(), 1};
    case Step::Day:
        break;
    }
    return day;
}

QDate nextStart(Step step, const QDate& start) {
    return step == Step::Month ? start.addMonths(1) : start.addDays(step == Step::Week ? 7 : 1);
}

QString isoText(const QDate& day) {
    return day.toString(Qt::ISODate);
}

QString percentText(qint64 part, qint64 whole) {
    return whole == 0
               ? QString()
               : QLocale().toString(100.0 * static_cast<double>(part) / static_cast<double>(whole),
                                    'f', 1) +
                     Charts::tr(" %");
}

QString linesUnknownText(const store::Release& release) {
    switch (release.lines) {
    case store::LineState::pending:
        return Charts::tr("The lines of %1 are still being counted.").arg(toQString(release.name));
    case store::LineState::not_wanted:
        return Charts::tr("%1 was imported without line counts. Import it again to have them.")
            .arg(toQString(release.name));
    default:
        return Charts::tr("The lines of %1 are not known.").arg(toQString(release.name));
    }
}

QString barName(store::FigureKind kind, const std::string& name) {
    if (kind == store::FigureKind::employer && name == store::unknown_employer)
        return Charts::tr("(not known)");
    return kind == store::FigureKind::section ? placeLabelOfKey(name) : shownText(name);
}

qint64 changesetsOf(const ChartData& chart) {
    return std::accumulate(chart.bars.begin(), chart.bars.end(), qint64{0},
                           [](qint64 sum, const ChartBar& bar) { return sum + bar.changesets; });
}

/// "Networking with 1,234 (12.6 %), …": those that most changesets belong to.
QString largestText(const ChartData& chart, qint64 whole) {
    std::vector<const ChartBar*> order;
    for (const ChartBar& bar : chart.bars)
        order.push_back(&bar);
    std::ranges::stable_sort(order, std::greater(), [](const ChartBar* bar) {
        return std::accumulate(bar->values.begin(), bar->values.end(), qint64{0});
    });
    order.resize(std::min(order.size(), namedInSummary));
    QStringList names;
    for (const ChartBar* const bar : order) {
        const qint64 value = std::accumulate(bar->values.begin(), bar->values.end(), qint64{0});
        names << Charts::tr("%1 with %2 (%3)")
                     .arg(bar->name, countText(value), percentText(value, whole));
    }
    return names.join(QStringLiteral(", "));
}

/// Bars for every step between the first and the last day, those without a landing among them.
void fillTimeline(ChartData& chart, const ReleaseFigures& figures, bool lines) {
    const auto& days = figures.of(store::FigureKind::day);
    if (days.empty())
        return;
    const auto dateOf = [](const store::Figure& day) {
        return QDate::fromString(toQString(day.name), Qt::ISODate);
    };
    const Step step = stepFor(dateOf(days.front()), dateOf(days.back()));
    if (step != Step::Day) {
        chart.nameTitle = step == Step::Week ? Charts::tr("Week from") : Charts::tr("Month from");
        chart.title = lines ? (step == Step::Week ? Charts::tr("Lines added and removed per week")
                                                  : Charts::tr("Lines added and removed per month"))
                            : (step == Step::Week ? Charts::tr("Changesets landed per week")
                                                  : Charts::tr("Changesets landed per month"));
    }
    auto day = days.begin();
    for (QDate start = startOf(step, dateOf(days.front())); day != days.end();) {
        const QDate next = nextStart(step, start);
        ChartBar bar{
            isoText(start),
            QStringLiteral("landed-after:%1 landed-before:%2").arg(isoText(start), isoText(next)),
            std::vector<qint64>(lines ? 2 : 1), 0};
        for (; day != days.end() && dateOf(*day) < next; ++day) {
            bar.changesets += day->changesets;
            bar.values[0] += lines ? day->insertions.value_or(0) : day->changesets;
            if (lines)
                bar.values[1] += day->deletions.value_or(0);
        }
        const auto end = figures.release.window_end;
        const qint64 from = utcStartOfDay(start);
        const qint64 to = utcStartOfDay(next);
        if (end && *end >= from && *end < to)
            chart.mark = {static_cast<qreal>(chart.bars.size()) +
                              static_cast<qreal>(*end - from) / static_cast<qreal>(to - from),
                          toQString(figures.release.window_tag)};
        chart.bars.push_back(std::move(bar));
        start = next;
    }
}

void fillGroups(ChartData& chart, const ReleaseFigures& figures, store::FigureKind kind,
                bool lines) {
    for (const store::Figure& figure : figures.of(kind)) {
        ChartBar bar{barName(kind, figure.name), toQString(figure.query), {}, figure.changesets};
        if (lines)
            bar.values = {figure.insertions.value_or(0), figure.deletions.value_or(0)};
        else
            bar.values = {figure.changesets};
        chart.bars.push_back(std::move(bar));
    }
}

QString timelineSummary(const ChartData& chart, bool lines) {
    const auto most = std::ranges::max_element(chart.bars, {}, [](const ChartBar& bar) {
        return std::accumulate(bar.values.begin(), bar.values.end(), qint64{0});
    });
    QString text = lines ? Charts::tr("From %1 to %2; most on %3: %4 added, %5 removed.")
                               .arg(chart.bars.front().name, chart.bars.back().name, most->name,
                                    countText(most->values[0]), countText(most->values[1]))
                         : Charts::tr("%Ln changeset(s) from %1 to %2; most on %3: %4.", nullptr,
                                      pluralOf(changesetsOf(chart)))
                               .arg(chart.bars.front().name, chart.bars.back().name, most->name,
                                    countText(most->values[0]));
    if (chart.mark)
        text += QLatin1Char(' ') +
                Charts::tr("The merge window ended with %1 on %2.")
                    .arg(chart.mark->text,
                         chart.bars[static_cast<std::size_t>(chart.mark->place)].name);
    return text;
}

QString groupSummary(const ChartData& chart, const ReleaseFigures& figures) {
    const qint64 whole = changesetsOf(chart);
    const int count = pluralOf(std::ssize(chart.bars));
    const QString largest = largestText(chart, whole);
    switch (chart.kind) {
    case ChartKind::Sections:
        return Charts::tr("%Ln changeset(s) %1. Largest: %2.", nullptr, pluralOf(whole))
            .arg(Charts::tr("in %Ln section(s) and group(s) of hardware", nullptr, count), largest);
    case ChartKind::Subsystems:
        return Charts::tr("%Ln subsystem(s) of MAINTAINERS. Largest: %1.", nullptr, count)
            .arg(largest);
    case ChartKind::Authors:
        return Charts::tr("%Ln person(s). Most: %1.", nullptr, count).arg(largest);
    case ChartKind::Domains:
        return Charts::tr("Addresses of %Ln domain(s). Most: %1.", nullptr, count).arg(largest);
    case ChartKind::Newcomers:
        return Charts::tr("%Ln person(s) of whom the database has no changeset from before %1; %2.",
                          nullptr, count)
            .arg(toQString(figures.release.name),
                 Charts::tr("%Ln changeset(s) are theirs", nullptr, pluralOf(whole)));
    case ChartKind::Reviewers:
        return Charts::tr("%Ln person(s) named by Reviewed-by. Most: %1.", nullptr, count)
            .arg(largest);
    case ChartKind::Testers:
        return Charts::tr("%Ln person(s) named by Tested-by. Most: %1.", nullptr, count)
            .arg(largest);
    case ChartKind::Reporters:
        return Charts::tr("%Ln person(s) named by Reported-by. Most: %1.", nullptr, count)
            .arg(largest);
    case ChartKind::Employers:
        return Charts::tr("%Ln employer(s), by %1; whom it does not know is not guessed. Most: %2.",
                          nullptr, count)
            .arg(toQString(figures.employerFile), largest);
    default:
        break;
    }
    qint64 added = 0, removed = 0;
    for (const ChartBar& bar : chart.bars) {
        added += bar.values[0];
        removed += bar.values[1];
    }
    return Charts::tr("%Ln line(s) added and %1 removed. Most: %2.", nullptr, pluralOf(added))
        .arg(countText(removed), largestText(chart, added + removed));
}

QString emptyText(ChartKind kind, const ReleaseFigures& figures) {
    const QString name = toQString(figures.release.name);
    if (kind == ChartKind::Lines || kind == ChartKind::LinesPerDay)
        return linesUnknownText(figures.release);
    if (kind == ChartKind::Newcomers && !figures.knowsEarlier && figures.release.shallow)
        return Charts::tr(
                   "Who is there for the first time is not known: %1 was imported from a "
                   "shallow clone, which does not have what came before, and the database "
                   "has nothing from before it. Import the release before it to see it here.")
            .arg(name);
    if (kind == ChartKind::Newcomers && !figures.knowsEarlier)
        return Charts::tr("Who is there for the first time is not known: the database has nothing "
                          "from before %1. Import the release before it to see it here.")
            .arg(name);
    if (kind == ChartKind::Newcomers)
        return Charts::tr("Everybody in %1 has been there before.").arg(name);
    if (kind == ChartKind::Employers && figures.employerFile.empty())
        return Charts::tr("Who worked for whom is not known. Give a map in the form of gitdm, a "
                          "file of lines like “example.com Example < 2024-01-01”, by the button "
                          "above.");
    if (kind == ChartKind::Reviewers || kind == ChartKind::Testers || kind == ChartKind::Reporters)
        return Charts::tr("No changeset of %1 names any by %2.")
            .arg(name, kind == ChartKind::Reviewers ? QStringLiteral("Reviewed-by")
                       : kind == ChartKind::Testers ? QStringLiteral("Tested-by")
                                                    : QStringLiteral("Reported-by"));
    if (figures.asOf)
        return Charts::tr("Nothing of %1 had landed by then.").arg(name);
    return Charts::tr("The database does not know this of %1.").arg(name);
}

struct Words {
    QString title, nameTitle;
};

Words wordsOf(ChartKind kind) {
    switch (kind) {
    case ChartKind::Days:
        return {Charts::tr("Changesets landed per day"), Charts::tr("Day")};
    case ChartKind::Sections:
        return {Charts::tr("Changesets by section"), Charts::tr("Section")};
    case ChartKind::Subsystems:
        return {Charts::tr("Changesets by subsystem"), Charts::tr("Subsystem")};
    case ChartKind::Lines:
        return {Charts::tr("Lines added and removed by section"), Charts::tr("Section")};
    case ChartKind::LinesPerDay:
        return {Charts::tr("Lines added and removed per day"), Charts::tr("Day")};
    case ChartKind::Authors:
        return {Charts::tr("Who wrote most changesets"), Charts::tr("Author")};
    case ChartKind::Domains:
        return {Charts::tr("Changesets by domain of the author's address"), Charts::tr("Domain")};
    case ChartKind::Reviewers:
        return {Charts::tr("Who reviewed most changesets"), Charts::tr("Reviewer")};
    case ChartKind::Testers:
        return {Charts::tr("Who tested most changesets"), Charts::tr("Tester")};
    case ChartKind::Reporters:
        return {Charts::tr("Who reported what most changesets are about"), Charts::tr("Reporter")};
    case ChartKind::Employers:
        return {Charts::tr("Changesets by employer of the author"), Charts::tr("Employer")};
    case ChartKind::Newcomers:
        break;
    }
    return {Charts::tr("First-time authors"), Charts::tr("Author")};
}

store::FigureKind groupOf(ChartKind kind) {
    switch (kind) {
    case ChartKind::Subsystems:
        return store::FigureKind::subsystem;
    case ChartKind::Authors:
        return store::FigureKind::author;
    case ChartKind::Domains:
        return store::FigureKind::domain;
    case ChartKind::Newcomers:
        return store::FigureKind::first_time_author;
    case ChartKind::Reviewers:
        return store::FigureKind::reviewer;
    case ChartKind::Testers:
        return store::FigureKind::tester;
    case ChartKind::Reporters:
        return store::FigureKind::reporter;
    case ChartKind::Employers:
        return store::FigureKind::employer;
    default:
        return store::FigureKind::section;
    }
}

} // namespace

QString chartTabTitle(ChartKind kind) {
    switch (kind) {
    case ChartKind::Days:
        return Charts::tr("Days");
    case ChartKind::Sections:
        return Charts::tr("Sections");
    case ChartKind::Subsystems:
        return Charts::tr("Subsystems");
    case ChartKind::Lines:
        return Charts::tr("Lines");
    case ChartKind::LinesPerDay:
        return Charts::tr("Lines per day");
    case ChartKind::Authors:
        return Charts::tr("People");
    case ChartKind::Domains:
        return Charts::tr("Domains");
    case ChartKind::Reviewers:
        return Charts::tr("Reviewers");
    case ChartKind::Testers:
        return Charts::tr("Testers");
    case ChartKind::Reporters:
        return Charts::tr("Reporters");
    case ChartKind::Employers:
        return Charts::tr("Employers");
    case ChartKind::Newcomers:
        break;
    }
    return Charts::tr("Newcomers");
}

QString chartFileName(ChartKind kind) {
    static constexpr std::array names{"landed-per-day", "sections", "subsystems", "lines",
                                      "lines-per-day",  "people",   "domains",    "newcomers",
                                      "reviewers",      "testers",  "reporters",  "employers"};
    static_assert(names.size() == chartKinds);
    return QLatin1String(names[static_cast<std::size_t>(kind)]);
}

std::size_t ChartData::drawn() const {
    return timeline || kind == ChartKind::Sections || kind == ChartKind::Lines
               ? bars.size()
               : std::min(bars.size(), mostLying);
}

QString ChartData::barText(std::size_t bar) const {
    const ChartBar& one = bars[bar];
    if (series.isEmpty())
        return Charts::tr("%1: %Ln changeset(s)", nullptr, pluralOf(one.changesets)).arg(one.name);
    return Charts::tr("%1: %2, %3 removed by %Ln changeset(s)", nullptr, pluralOf(one.changesets))
        .arg(one.name, Charts::tr("%Ln line(s) added", nullptr, pluralOf(one.values[0])),
             countText(one.values[1]));
}

ChartData chartOf(const ReleaseFigures& figures, ChartKind kind) {
    const bool lines = kind == ChartKind::Lines || kind == ChartKind::LinesPerDay;
    ChartData chart;
    chart.kind = kind;
    chart.release = chart.of = toQString(figures.release.name);
    if (figures.asOf)
        chart.of =
            Charts::tr("%1 as of %2 UTC")
                .arg(chart.release,
                     utcDateTime(*figures.asOf).toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    const Words words = wordsOf(kind);
    chart.title = words.title;
    chart.nameTitle = words.nameTitle;
    if (lines)
        chart.series = {Charts::tr("Lines added"), Charts::tr("Lines removed")};
    chart.timeline = kind == ChartKind::Days || kind == ChartKind::LinesPerDay;
    // Before all of them are counted a sum would be a wrong number.
    const bool known = !lines || store::has_lines(figures.release.lines);
    if (known && chart.timeline)
        fillTimeline(chart, figures, lines);
    else if (known)
        fillGroups(chart, figures, groupOf(kind), lines);
    if (chart.isEmpty())
        chart.emptyText = emptyText(kind, figures);
    else
        chart.summary =
            chart.timeline ? timelineSummary(chart, lines) : groupSummary(chart, figures);
    if (lines && known && figures.release.uncounted > 0)
        chart.summary +=
            QLatin1Char(' ') + Charts::tr("%Ln file change(s) that could not be read are left out.",
                                          nullptr, pluralOf(figures.release.uncounted));
    if (chart.drawn() < chart.bars.size())
        chart.summary +=
            QLatin1Char(' ') + Charts::tr("The %Ln largest are drawn; the table "
                                          "lists all.",
                                          nullptr, pluralOf(static_cast<qint64>(chart.drawn())));
    return chart;
}

TableData sheetOf(const ChartData& chart) {
    TableData sheet;
    sheet.emptyText = chart.emptyText;
    sheet.columns = {{chart.nameTitle}, {Charts::tr("Changesets"), {}, true}};
    for (const QString& series : chart.series)
        sheet.columns.push_back({series, {}, true});
    sheet.columns.push_back({Charts::tr("Share"), Charts::tr("Of the changesets"), true});
    const qint64 whole = changesetsOf(chart);
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
        const ChartBar& bar = chart.bars[i];
        const TableTarget target =
            bar.changesets > 0 ? TableTarget{chart.release, bar.query} : TableTarget{};
        std::vector<TableCell> row{{bar.name, {}, chart.barText(i), target},
                                   {countText(bar.changesets), bar.changesets, chart.barText(i)}};
        for (std::size_t series = 0; series < static_cast<std::size_t>(chart.series.size());
             ++series)
            row.push_back({countText(bar.values[series]),
                           bar.values[series],
                           {},
                           {},
                           0,
                           series == 0 ? TextColor::Added : TextColor::Removed});
        row.push_back({percentText(bar.changesets, whole), bar.changesets});
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

} // namespace mw::ui
