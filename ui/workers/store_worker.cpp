#include "workers/store_worker.h"

#include "importer/data_files.h"
#include "importer/import.h"
#include "store/db/database_file.h"
#include "store/db/error.h"
#include "text/format.h"

#include <QElapsedTimer>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace mw::ui {

namespace {

std::filesystem::path pathOf(const QString& file) {
    return {file.toStdU16String()};
}

QString sentence(const std::exception& error) {
    return QString::fromUtf8(error.what());
}

/// A mistake is placed in bytes, the line edit counts UTF-16 units.
int characterPosition(const std::string& text, std::size_t bytes) {
    const std::size_t inside = std::min(bytes, text.size());
    return static_cast<int>(QString::fromUtf8(text.data(), static_cast<qsizetype>(inside)).size());
}

} // namespace

StoreWorker::StoreWorker(QString database) : database_(std::move(database)) {}

StoreWorker::~StoreWorker() = default;

bool StoreWorker::stale(RequestKind kind, RequestId id) const {
    return newest_[static_cast<std::size_t>(kind)] != id;
}

void StoreWorker::supersede(RequestKind kind, RequestId newest) {
    newest_[static_cast<std::size_t>(kind)] = newest;
    const std::lock_guard lock(mutex_);
    if (reader_ && running_ == kind)
        reader_->interrupt();
}

void StoreWorker::setRunning(std::optional<RequestKind> kind) {
    const std::lock_guard lock(mutex_);
    running_ = kind;
}

void StoreWorker::answer(RequestKind kind, RequestId id,
                         const std::function<void(store::Reader&)>& work) {
    while (reader_ && !stale(kind, id)) {
        setRunning(kind);
        try {
            work(*reader_);
            setRunning({});
            return;
        } catch (const store::Interrupted&) {
            // Stale by now, or hit by an interrupt meant for the request before: the loop decides.
        } catch (const std::exception& error) {
            setRunning({});
            emit failed(sentence(error));
            return;
        }
    }
    setRunning({});
}

void StoreWorker::open(RequestId id) {
    try {
        const std::filesystem::path file = pathOf(database_);
        store::bring_up_to_date(file);
        store::Reader reader(file);
        const std::lock_guard lock(mutex_);
        reader_.emplace(std::move(reader));
    } catch (const std::exception& error) {
        emit failed(sentence(error));
        return;
    }
    emit opened();
    loadReleases(id);
}

void StoreWorker::loadReleases(RequestId id) {
    answer(RequestKind::Releases, id, [&](store::Reader& reader) {
        auto releases = reader.releases();
        // There is always something to look at: also where the last release was removed.
        if (releases.empty()) {
            importer::add_bundled_release(pathOf(database_), importer::data_file("linux-6.7.tsv"));
            releases = reader.releases();
        }
        emit releasesLoaded(id, releases);
    });
}

void StoreWorker::loadSections(RequestId id, store::RowId release, std::optional<Seconds> asOf) {
    answer(RequestKind::Sections, id,
           [&](store::Reader& reader) { emit sectionsLoaded(id, reader.sections(release, asOf)); });
}

void StoreWorker::find(RequestId id, const store::CommitQuery& query) {
    answer(RequestKind::Find, id, [&](store::Reader& reader) {
        try {
            QElapsedTimer clock;
            clock.start();
            IdList ids(reader.find(query));
            FindFacts facts{clock.nsecsElapsed() / 1000, {}};
            if (ids.size() == 0)
                for (const store::EmptyTerm& term : reader.empty_terms(query))
                    facts.emptyTerms
                        << QString::fromStdString(query.text.substr(term.position, term.length));
            emit found(id, ids, facts);
        } catch (const store::QueryError& mistake) {
            emit queryMistaken(id, sentence(mistake),
                               characterPosition(query.text, mistake.position()));
        }
    });
}

void StoreWorker::complete(RequestId id, const QString& text, int cursor) {
    answer(RequestKind::Complete, id, [&](store::Reader& reader) {
        const std::string bytes = text.toStdString();
        const auto place = static_cast<std::size_t>(text.left(cursor).toUtf8().size());
        const store::Completion completion = reader.complete(bytes, place);
        emit completed(id, characterPosition(bytes, completion.begin),
                       characterPosition(bytes, completion.end), completion.suggestions);
    });
}

void StoreWorker::loadFacets(RequestId id, const store::CommitQuery& query) {
    answer(RequestKind::Facets, id, [&](store::Reader& reader) {
        try {
            emit facetsLoaded(id, reader.facets(query));
        } catch (const store::QueryError&) {
            // The search for the same text says what is wrong with it.
            emit facetsLoaded(id, {});
        }
    });
}

void StoreWorker::loadCommit(RequestId id, const CommitKey& key) {
    answer(RequestKind::Commit, id, [&](store::Reader& reader) {
        std::optional<store::CommitDetail> detail;
        if (key.oid.isEmpty()) {
            detail = reader.commit(key.row);
        } else {
            const std::string oid = key.oid.toStdString();
            detail = reader.commit_by_oid(oid, key.release);
            if (!detail && key.release)
                detail = reader.commit_by_oid(oid);
        }
        if (detail)
            emit commitLoaded(id, *detail);
        else
            emit commitMissing(id, tr("Commit %1 is not in this database: it belongs to none of "
                                      "the releases that were imported.")
                                       .arg(key.oid));
    });
}

} // namespace mw::ui
