#include "document/document_index.h"

#include "document/index/document_index.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace mw::ui {

namespace {

constexpr int settleMilliseconds = 150;

std::filesystem::path filePath(const QString& text) {
    return std::filesystem::path(text.toStdU16String());
}

constexpr qint64 largestFile = 64 << 20;

QByteArray digestOf(const QString& name) {
    QFile file(name);
    if (file.size() > largestFile || !file.open(QIODevice::ReadOnly))
        return {};
    return QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
}

/// Where a document's file has gone: to a file beside it with the same content. Empty where there
/// is none.
QString movedTo(const QString& file, const QByteArray& digest) {
    constexpr qsizetype mostLookedAt = 50;
    const QFileInfoList near =
        QFileInfo(file).dir().entryInfoList(QDir::Files | QDir::Readable, QDir::Time);
    for (const QFileInfo& candidate : near.first(std::min(near.size(), mostLookedAt)))
        if (!digest.isEmpty() && digestOf(candidate.absoluteFilePath()) == digest)
            return candidate.absoluteFilePath();
    return {};
}

} // namespace

DocumentIndex::DocumentIndex(DocumentService& service, QObject* parent)
    : QObject(parent), service_(service) {
    settle_.setSingleShot(true);
    settle_.setInterval(settleMilliseconds);
    connect(&settle_, &QTimer::timeout, this, &DocumentIndex::readChanged);
    connect(&watcher_, &QFileSystemWatcher::fileChanged, this, &DocumentIndex::readLater);
}

void DocumentIndex::readLater(const QString& file) {
    touched_ << file;
    settle_.start();
}

void DocumentIndex::refresh() {
    service_.run(
        DocumentService::Lane::Jobs, this,
        [](DocumentEngine& engine, const std::stop_token&) {
            Listing listing{engine.documents(), {}, {}};
            for (const store::Document& document : listing.documents) {
                const QString file = toQString(document.file);
                const FileState state = stateOf(file);
                listing.states.insert(file, state);
                listing.digests.insert(file, digestOf(file));
                // The time of reading is known to the second: what was written in the same one may
                // have come later.
                if (state.size >= 0 && state.modified / 1000 >= document.added_at)
                    document::add_document(filePath(engine.database()), filePath(file),
                                           document.release);
            }
            return listing;
        },
        [this](const Listing& listing) { take(listing); },
        [this](const std::exception& error) { emit failed(errorText(error)); });
}

void DocumentIndex::take(const Listing& listing) {
    documents_ = listing.documents;
    digests_ = listing.digests;
    if (const QStringList old = watcher_.files(); !old.isEmpty())
        watcher_.removePaths(old);
    QStringList files;
    for (const store::Document& document : documents_)
        if (QFileInfo::exists(toQString(document.file)))
            files << toQString(document.file);
    if (!files.isEmpty())
        watcher_.addPaths(files);
    // What changed behind the reading, before it was watched, nobody else tells.
    for (const QString& file : files)
        if (stateOf(file) != listing.states.value(file))
            readLater(file);
    emit changed();
}

void DocumentIndex::index(const QString& file, const QString& release, std::function<void()> done) {
    service_.runAlways(
        DocumentService::Lane::Jobs, this,
        [file, release](DocumentEngine& engine) {
            return document::add_document(filePath(engine.database()), filePath(file),
                                          release.toStdString());
        },
        [this, done = std::move(done)](const store::Document&) {
            done();
            refresh();
        },
        [this](const std::exception& error) { emit failed(errorText(error)); });
}

void DocumentIndex::add(const QString& file, const QString& release) {
    const QString whole = QDir::cleanPath(QFileInfo(file).absoluteFilePath());
    index(whole, release, [this, whole] { emit added(whole); });
}

void DocumentIndex::remove(store::RowId document) {
    service_.runAlways(
        DocumentService::Lane::Jobs, this,
        [document](DocumentEngine& engine) {
            store::DocumentStore(filePath(engine.database())).remove(document);
            return true;
        },
        [this](bool) { refresh(); },
        [this](const std::exception& error) { emit failed(errorText(error)); });
}

void DocumentIndex::move(const QString& from, const QString& to) {
    const store::Document* const document = ofFile(from);
    if (!document)
        return;
    service_.runAlways(
        DocumentService::Lane::Jobs, this,
        [id = document->id, to, release = document->release](DocumentEngine& engine) {
            const std::filesystem::path database = filePath(engine.database());
            store::DocumentStore(database).move(id, to.toStdString());
            return document::add_document(database, filePath(to), release);
        },
        [this, from, to](const store::Document&) {
            emit moved(from, to);
            refresh();
        },
        [this](const std::exception& error) { emit failed(errorText(error)); });
}

void DocumentIndex::readChanged() {
    for (const QString& file : std::exchange(touched_, {})) {
        const store::Document* const document = ofFile(file);
        if (!document)
            continue;
        const QString release = toQString(document->release);
        if (QFileInfo::exists(file)) {
            index(file, release, [this, file] { emit fileChanged(file); });
            continue;
        }
        service_.run(
            DocumentService::Lane::Jobs, this,
            [file, digest = digests_.value(file)](DocumentEngine&, const std::stop_token&) {
                return movedTo(file, digest);
            },
            [this, file](const QString& now) {
                if (!now.isEmpty())
                    move(file, now);
            },
            [this](const std::exception& error) { emit failed(errorText(error)); });
    }
}

const store::Document* DocumentIndex::ofFile(const QString& file) const {
    const auto found = std::ranges::find(documents_, file.toStdString(), &store::Document::file);
    return found == documents_.end() ? nullptr : &*found;
}

} // namespace mw::ui
