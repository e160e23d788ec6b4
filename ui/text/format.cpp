#include "text/format.h"

#include "base/utc_time.h"
#include "base/visible_text.h"
#include "store/rows/pull_title.h"
#include "text/section_titles.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <QTimeZone>

#include <algorithm>
#include <cstdlib>

namespace mw::ui {

namespace {

constexpr qsizetype quotedDigits = 12;

/// The C locale groups no digits; numbers of this size need it everywhere.
const QLocale& numberLocale() {
    static const QLocale locale =
        QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale();
    return locale;
}

struct Summary {
    Q_DECLARE_TR_FUNCTIONS(mw::ui::Summary)
};

} // namespace

QString toQString(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString shownText(std::string_view utf8) {
    return toQString(base::visible_text(utf8, base::ControlMarks::pictures));
}

QString shownText(const QString& text) {
    constexpr char16_t firstBlank = u' ', firstBeyondAscii = 0x7F;
    const bool plain = std::ranges::all_of(text, [](QChar c) {
        return (c >= firstBlank && c < firstBeyondAscii) || c == u'\n' || c == u'\t';
    });
    return plain ? text : shownText(std::string_view(text.toStdString()));
}

QString countText(std::int64_t count) {
    return numberLocale().toString(static_cast<qlonglong>(count));
}

QDateTime utcDateTime(Seconds time) {
    return QDateTime::fromSecsSinceEpoch(time, QTimeZone::utc());
}

Seconds utcStartOfDay(QDate day) {
    return day.startOfDay(QTimeZone::utc()).toSecsSinceEpoch();
}

QString dateText(std::optional<Seconds> time) {
    return time ? toQString(format_date(*time)) : QString();
}

QString timeText(std::optional<Seconds> time, int zone) {
    return time ? toQString(format_time(*time, zone)) : QString();
}

QString sectionTitle(classify::Section section) {
    if (const QString own = ownSectionTitle({section, classify::Subgroup::none}); !own.isEmpty())
        return own;
    return QCoreApplication::translate("mw::classify", classify::title(section).data());
}

QString subgroupTitle(classify::Subgroup subgroup) {
    if (const QString own = ownSectionTitle({classify::Section::hardware, subgroup});
        !own.isEmpty() && subgroup != classify::Subgroup::none)
        return own;
    return QCoreApplication::translate("mw::classify", classify::title(subgroup).data());
}

QString placeTitle(const classify::SectionKey& place) {
    if (place.subgroup == classify::Subgroup::none)
        return sectionTitle(place.section);
    return sectionTitle(place.section) + QStringLiteral(" › ") + subgroupTitle(place.subgroup);
}

QString placeLabel(const classify::SectionKey& place) {
    if (place.subgroup == classify::Subgroup::none || place.section != classify::Section::hardware)
        return placeTitle(place);
    const QString own = ownSectionTitle({place.section, classify::Subgroup::none});
    return (own.isEmpty() ? Summary::tr("Hardware") : own) + QStringLiteral(" › ") +
           subgroupTitle(place.subgroup);
}

QString placeLabelOfKey(std::string_view key) {
    const auto slash = key.find('/');
    const auto section = classify::section_from_key(key.substr(0, slash));
    const auto subgroup = classify::subgroup_from_key(
        slash == std::string_view::npos ? std::string_view() : key.substr(slash + 1));
    return section ? placeLabel({*section, subgroup.value_or(classify::Subgroup::none)})
                   : toQString(key);
}

QString shortOid(const QString& oid) {
    return oid.left(quotedDigits);
}

QString pullLabel(std::string_view title) {
    return shownText(store::pull_label(title));
}

QString commitReference(const store::CommitRow& row) {
    return shortOid(toQString(row.oid)) + QStringLiteral(" (\"") + toQString(row.subject) +
           QStringLiteral("\")");
}

QString releaseSummary(const store::Release& release) {
    QStringList parts;
    if (release.range_changesets)
        parts << Summary::tr("%Ln changeset(s) known here, of %1 in all", nullptr,
                             pluralOf(release.changesets))
                     .arg(countText(*release.range_changesets));
    else
        parts << Summary::tr("%Ln changeset(s)", nullptr, pluralOf(release.changesets));
    // Where no maintainer merged anything, all merges are pulls.
    const bool pullsAlone = release.pulls > 0 && release.pulls == release.merges;
    if (pullsAlone)
        parts << Summary::tr("%Ln pull(s)", nullptr, pluralOf(release.pulls));
    else if (release.merges > 0)
        parts << Summary::tr("%Ln merge(s)", nullptr, pluralOf(release.merges));
    if (release.pulls > 0 && !pullsAlone)
        parts.last() += Summary::tr(", %Ln of them pull(s)", nullptr, pluralOf(release.pulls));
    if (release.files > 0 && !release.bundled)
        parts << Summary::tr("%Ln file change(s)", nullptr, pluralOf(release.files));
    if (release.insertions && release.deletions)
        parts << QStringLiteral("+%1 −%2").arg(countText(*release.insertions),
                                               countText(*release.deletions));
    if (release.insertions && release.uncounted > 0)
        parts.last() += Summary::tr(" without %Ln file change(s) that could not be read", nullptr,
                                    pluralOf(release.uncounted));
    if (release.lines == store::LineState::pending)
        parts << Summary::tr("lines not counted yet");
    else if (release.lines == store::LineState::not_wanted)
        parts << Summary::tr("imported without line counts");
    return parts.join(QStringLiteral(" · "));
}

} // namespace mw::ui
