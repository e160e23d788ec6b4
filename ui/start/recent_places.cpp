#include "start/recent_places.h"

#include "core/page.h"
#include "document/document_index.h"
#include "session/session.h"
#include "session/settings.h"
#include "text/format.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <utility>

namespace mw::ui {

namespace {

constexpr std::size_t placesKept = 24, placesShown = 8;

constexpr std::array<const char*, RecentPlaces::ColumnCount> recentTitles{
    QT_TRANSLATE_NOOP("mw::ui::RecentPlaces", "Name"),
    QT_TRANSLATE_NOOP("mw::ui::RecentPlaces", "What"),
    QT_TRANSLATE_NOOP("mw::ui::RecentPlaces", "Last looked at"),
};

QString settingsKey(const QString& database) {
    return QStringLiteral("recent/") +
           QString::fromLatin1(
               QCryptographicHash::hash(database.toUtf8(), QCryptographicHash::Sha256)
                   .toHex()
                   .left(16));
}

} // namespace

RecentPlaces::RecentPlaces(Session& session, DocumentIndex& library, const QString& database,
                           bool remembers, QObject* parent)
    : RowModel(parent), session_(session), library_(library), key_(settingsKey(database)),
      remembers_(remembers) {
    read();
    connect(&session_.navigation(), &Navigation::changed, this, &RecentPlaces::follow);
    connect(&session_, &Session::releasesChanged, this, &RecentPlaces::show);
    connect(&library_, &DocumentIndex::changed, this, &RecentPlaces::show);
}

void RecentPlaces::follow(const Location& location, const Location& before) {
    // Where a start comes back to was not looked at anew.
    const bool comesBack = before.release.isEmpty() && !all_.empty();
    if (location.release != before.release && !location.release.isEmpty() && !comesBack)
        touch({location.release, {}, QDateTime::currentDateTimeUtc()});
    const Page::Kind kind = Page::parse(location.page).kind;
    if (location.page != before.page && (kind == Page::Kind::File || kind == Page::Kind::KernelDoc))
        touch({location.release, location.page, QDateTime::currentDateTimeUtc()});
}

void RecentPlaces::touch(RecentPlace place) {
    std::erase_if(all_, [&](const RecentPlace& one) { return one.samePlace(place); });
    all_.insert(all_.begin(), std::move(place));
    if (all_.size() > placesKept)
        all_.resize(placesKept);
    write();
    show();
}

void RecentPlaces::read() {
    if (!remembers_)
        return;
    const QStringList lines =
        QString::fromUtf8(Settings().value(key_)).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        const QStringList words = line.split(QLatin1Char('\t'));
        if (words.size() == 3)
            all_.push_back(
                {words[1], words[2], QDateTime::fromSecsSinceEpoch(words[0].toLongLong())});
    }
}

void RecentPlaces::write() const {
    if (!remembers_)
        return;
    QStringList lines;
    for (const RecentPlace& place : all_)
        lines << QString::number(place.time.toSecsSinceEpoch()) + QLatin1Char('\t') +
                     place.release + QLatin1Char('\t') + place.page;
    Settings().setValue(key_, lines.join(QLatin1Char('\n')).toUtf8());
}

void RecentPlaces::show() {
    std::vector<RecentPlace> shown;
    for (const RecentPlace& place : all_) {
        const Page page = Page::parse(place.page);
        const bool there =
            page.kind == Page::Kind::File
                ? library_.ofFile(page.target) != nullptr
                : std::ranges::find(session_.releases(), place.release.toStdString(),
                                    &store::Release::name) != session_.releases().end();
        if (there && shown.size() < placesShown)
            shown.push_back(place);
    }
    replaceRows(std::move(shown), false);
}

QString RecentPlaces::title(const RecentPlace& place) const {
    if (place.page.isEmpty())
        return place.release;
    const Page page = Page::parse(place.page);
    const store::Document* const document = library_.ofFile(page.target);
    return document && !document->title.empty() ? toQString(document->title) : page.shortName();
}

QVariant RecentPlaces::cell(int line, int column, int role) const {
    const RecentPlace& recent = place(line);
    if (role == Qt::ToolTipRole)
        return recent.page.isEmpty() ? recent.release : Page::parse(recent.page).target;
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case TitleColumn:
        return title(recent);
    case WhatColumn:
        return recent.page.isEmpty() ? tr("Release") : tr("Document on %1").arg(recent.release);
    default:
        return recent.time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    }
}

QVariant RecentPlaces::headerCell(int column, int role) const {
    return role == Qt::DisplayRole ? tr(recentTitles[static_cast<std::size_t>(column)])
                                   : QVariant();
}

} // namespace mw::ui
