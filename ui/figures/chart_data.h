#pragma once

#include "figures/release_figures.h"
#include "table/table.h"

#include <QString>

#include <optional>
#include <vector>

namespace mw::ui {

/// The charts of a release, in the order of their tabs.
enum class ChartKind {
    Days,
    Sections,
    Subsystems,
    Lines,
    LinesPerDay,
    Authors,
    Domains,
    Newcomers,
    Reviewers,
    Testers,
    Reporters,
    Employers,
};
constexpr int chartKinds = 12;

/// One bar, or two where lines are added and removed.
struct ChartBar {
    QString name;
    QString query;
    std::vector<qint64> values; ///< one for each series
    qint64 changesets = 0;
};

/// A chart, ready to be drawn and to be read out. Plain values; any thread.
struct ChartData {
    struct Mark {
        qreal place = 0; ///< in bars from the left
        QString text;
    };

    ChartKind kind = ChartKind::Days;
    QString title;   ///< "Changesets landed per day"
    QString of;      ///< "v2.6.35", "v2.6.35 as of 2010-05-20 12:00"
    QString summary; ///< what it shows, in a sentence or two

    QString nameTitle;     ///< what a bar stands for: "Day"
    QStringList series;    ///< empty: changesets alone
    bool timeline = false; ///< bars stand, a day each; else they lie, largest first
    std::vector<ChartBar> bars;
    std::optional<Mark> mark;
    QString emptyText; ///< why there are no bars
    QString release;

    bool isEmpty() const { return bars.empty(); }
    /// Bars that are drawn: so many of a long list as can be looked at.
    std::size_t drawn() const;
    /// "2010-05-18: 512 changesets".
    QString barText(std::size_t bar) const;
};

/// "Days": what a tab is called.
QString chartTabTitle(ChartKind kind);
/// "landed-per-day": what a file is called.
QString chartFileName(ChartKind kind);

ChartData chartOf(const ReleaseFigures& figures, ChartKind kind);

/// Every bar as a line.
TableData sheetOf(const ChartData& chart);

} // namespace mw::ui
