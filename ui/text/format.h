#pragma once

#include "store/model/records.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <string_view>

/// How values of the store read in the window. Plain functions; any thread.
namespace mw::ui {

/// The text as it is: for data.
QString toQString(std::string_view utf8);

/// For the eyes of a person: characters that show nothing, or that reorder others, are marked as
/// base::visible_text() does it. So is everything that shows text of a clone or a document.
QString shownText(std::string_view utf8);
QString shownText(const QString& text);

/// A whole number with the locale's group separators ("9,801").
QString countText(std::int64_t count);
/// The same for tr()'s %n, which picks the plural form and takes an int.
inline int pluralOf(std::int64_t count) {
    return static_cast<int>(count);
}

/// A moment in UTC, and the moment at which a day starts there. By way of QTimeZone::utc(): the
/// functions that take a Qt::TimeSpec are deprecated in newer Qt, QTimeZone::UTC is not in 6.4.
QDateTime utcDateTime(Seconds time);
Seconds utcStartOfDay(QDate day);

/// "2010-05-18", in UTC as git.kernel.org shows it; empty for an unknown time.
QString dateText(std::optional<Seconds> time);

/// Date, time and zone (format_time()), for tool tips; empty for an unknown time.
QString timeText(std::optional<Seconds> time, int zone = 0);

QString sectionTitle(classify::Section section);
QString subgroupTitle(classify::Subgroup subgroup);

/// "Hardware support › Sound".
QString placeTitle(const classify::SectionKey& place);

/// The same in a column's width: "Hardware › Sound".
QString placeLabel(const classify::SectionKey& place);

/// The same for a place's key, "hardware/usb"; the key itself where it is none.
QString placeLabelOfKey(std::string_view key);

/// The twelve digits that kernel people quote; fewer where fewer are known.
QString shortOid(const QString& oid);

/// What tells one pull from another, in a column's width: "tip/linux-2.6-tip x86-cpu-for-linus"
/// for "Merge branch 'x86-cpu-for-linus' of git://…/kernel/git/tip/linux-2.6-tip". A title that
/// names no tree stays as it is; an empty one stays empty.
QString pullLabel(std::string_view title);

/// `123456789abc ("subject")`, the form that a Fixes: trailer has.
QString commitReference(const store::CommitRow& row);

/// "9,801 changesets, 686 merges …": a release in one line.
QString releaseSummary(const store::Release& release);

} // namespace mw::ui
