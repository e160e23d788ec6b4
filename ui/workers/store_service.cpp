#include "workers/store_service.h"

#include "workers/list_reader.h"

#include <utility>

namespace mw::ui {

StoreService::StoreService(const QString& database, QObject* parent)
    : QObject(parent), worker_(new StoreWorker(database)),
      lists_(QStringLiteral("lists"), database) {
    thread_.setObjectName(QStringLiteral("store"));
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    connectAnswers();
    thread_.start();
}

StoreService::~StoreService() {
    references_.request_stop();
    typeAhead_.request_stop();
    for (std::size_t kind = 0; kind < requestKinds; ++kind)
        forget(static_cast<RequestKind>(kind));
    thread_.quit();
    thread_.wait();
}

void StoreService::connectAnswers() {
    connect(worker_, &StoreWorker::opened, this, &StoreService::opened);
    connect(worker_, &StoreWorker::failed, this, &StoreService::failed);
    connect(worker_, &StoreWorker::releasesLoaded, this, [this](RequestId id, const auto& all) {
        if (wanted(RequestKind::Releases, id))
            emit releases(all);
    });
    connect(worker_, &StoreWorker::sectionsLoaded, this, [this](RequestId id, const auto& counts) {
        if (wanted(RequestKind::Sections, id))
            emit sections(counts);
    });
    connect(worker_, &StoreWorker::found, this,
            [this](RequestId id, const IdList& ids, const FindFacts& facts) {
                if (wanted(RequestKind::Find, id))
                    emit found(ids, facts);
            });
    connect(worker_, &StoreWorker::completed, this,
            [this](RequestId id, int begin, int end, const auto& suggestions) {
                if (wanted(RequestKind::Complete, id))
                    emit completed(begin, end, suggestions);
            });
    connect(worker_, &StoreWorker::facetsLoaded, this, [this](RequestId id, const auto& counts) {
        if (wanted(RequestKind::Facets, id))
            emit facets(counts);
    });
    connect(worker_, &StoreWorker::queryMistaken, this,
            [this](RequestId id, const QString& sentence, int position) {
                if (wanted(RequestKind::Find, id))
                    emit queryMistaken(sentence, position);
            });
    connect(worker_, &StoreWorker::commitLoaded, this, [this](RequestId id, const auto& detail) {
        if (wanted(RequestKind::Commit, id))
            emit commit(detail);
    });
    connect(worker_, &StoreWorker::commitMissing, this,
            [this](RequestId id, const QString& sentence) {
                if (wanted(RequestKind::Commit, id))
                    emit commitMissing(sentence);
            });
}

RequestId StoreService::next(RequestKind kind) {
    newest_[static_cast<std::size_t>(kind)] = ++last_;
    worker_->supersede(kind, last_);
    return last_;
}

bool StoreService::wanted(RequestKind kind, RequestId id) const {
    return newest_[static_cast<std::size_t>(kind)] == id;
}

template <typename Work>
void StoreService::post(Work work) {
    QMetaObject::invokeMethod(worker_, std::move(work), Qt::QueuedConnection);
}

void StoreService::open() {
    post([worker = worker_, id = next(RequestKind::Releases)] { worker->open(id); });
}

void StoreService::requestReleases() {
    post([worker = worker_, id = next(RequestKind::Releases)] { worker->loadReleases(id); });
}

void StoreService::requestSections(store::RowId release, std::optional<Seconds> asOf) {
    post([worker = worker_, id = next(RequestKind::Sections), release, asOf] {
        worker->loadSections(id, release, asOf);
    });
}

void StoreService::find(const store::CommitQuery& query) {
    forget(RequestKind::Facets);
    typeAhead_.request_stop();
    post([worker = worker_, id = next(RequestKind::Find), query] { worker->find(id, query); });
}

void StoreService::complete(const QString& text, int cursor) {
    post([worker = worker_, id = next(RequestKind::Complete), text, cursor] {
        worker->complete(id, text, cursor);
    });
}

void StoreService::requestFacets(const store::CommitQuery& query) {
    post([worker = worker_, id = next(RequestKind::Facets), query] {
        worker->loadFacets(id, query);
    });
}

void StoreService::requestCommit(const CommitKey& key) {
    post([worker = worker_, id = next(RequestKind::Commit), key] { worker->loadCommit(id, key); });
}

std::stop_token StoreService::renewed(std::stop_source& source) {
    source.request_stop();
    source = {};
    return source.get_token();
}

void StoreService::requestReferences(const std::vector<store::RowId>& rows) {
    const auto stop = renewed(references_);
    lists_.run(
        this,
        [rows, stop](LazyReader& reader, const std::stop_token&) {
            return readReferences(reader.get(), rows, stop);
        },
        [this, stop](const std::optional<ReferenceLines>& read) {
            if (read && !stop.stop_requested())
                emit references(read->lines, read->count);
        },
        [this](const std::exception& error) { emit failed(QString::fromUtf8(error.what())); });
}

void StoreService::typeAhead(const IdList& ids, int from, const QString& start) {
    const auto stop = renewed(typeAhead_);
    lists_.run(
        this,
        [ids, from, start, stop](LazyReader& reader, const std::stop_token&) {
            return findLine(reader.get(), ids, from, start, stop);
        },
        [this, stop](const std::optional<int>& line) {
            if (line && !stop.stop_requested())
                emit typeAheadFound(*line);
        },
        [this](const std::exception& error) { emit failed(QString::fromUtf8(error.what())); });
}

void StoreService::forget(RequestKind kind) {
    next(kind);
}

} // namespace mw::ui
