#include "session/settings.h"

#include <algorithm>

namespace mw::ui {

namespace {

QString stored(std::string_view key) {
    return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
}

} // namespace

Location Settings::place(const QString& database) const {
    Location place;
    if (settings_.value(QStringLiteral("place/database")).toString() != database)
        return place;
    const auto text = [this](const char* key) {
        return settings_.value(QStringLiteral("place/") + QLatin1String(key)).toString();
    };
    place.release = text("release");
    place.section.section = classify::section_from_key(text("section").toStdString());
    const auto subgroup = classify::subgroup_from_key(text("subgroup").toStdString());
    if (place.section.section && subgroup && *subgroup != classify::Subgroup::none)
        place.section.subgroup = subgroup;
    place.filter = text("filter");
    place.commit = text("commit");
    place.page = text("page");
    place.pagePlace = text("pagePlace").toInt();
    place.allReleases = text("allReleases") == QLatin1String("1");
    if (const QString moment = text("asOf"); !moment.isEmpty())
        place.asOf = moment.toLongLong();
    const QStringList ways = settings_.value(QStringLiteral("place/ways")).toStringList();
    for (qsizetype at = 0; at + 2 < ways.size(); at += 3)
        place.refinements.push_back({static_cast<Breakdown>(std::clamp(
                                         ways[at].toInt(), 0, static_cast<int>(Breakdown::Time))),
                                     ways[at + 1], ways[at + 2]});
    return place;
}

void Settings::setPlace(const QString& database, const Location& place) {
    const auto store = [this](const char* key, const QString& value) {
        settings_.setValue(QStringLiteral("place/") + QLatin1String(key), value);
    };
    const SectionChoice& choice = place.section;
    store("database", database);
    store("release", place.release);
    store("section", choice.section ? stored(classify::key(*choice.section)) : QString());
    store("subgroup", choice.subgroup ? stored(classify::key(*choice.subgroup)) : QString());
    store("filter", place.filter);
    store("commit", place.commit);
    store("page", place.page);
    store("pagePlace", QString::number(place.pagePlace));
    store("allReleases", QString::number(place.allReleases));
    store("asOf", place.asOf ? QString::number(*place.asOf) : QString());
    QStringList ways;
    for (const Refinement& way : place.refinements)
        ways << QString::number(static_cast<int>(way.way)) << way.term << way.label;
    settings_.setValue(QStringLiteral("place/ways"), ways);
}

} // namespace mw::ui
