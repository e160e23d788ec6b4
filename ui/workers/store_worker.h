#pragma once

#include "store/read/reader.h"
#include "workers/id_list.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <array>
#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace mw::ui {

/// One request; ids grow, and a newer request of a kind makes the older ones of it worthless.
using RequestId = quint64;

enum class RequestKind { Releases, Sections, Find, Commit, Complete, Facets };
constexpr std::size_t requestKinds = 6;

/// What is known of a search beside its hits.
struct FindFacts {
    qint64 microseconds = 0; ///< from query to row ids, without waiting for earlier requests
    /// Of an empty result: the terms that nothing matches, as they were typed.
    QStringList emptyTerms;
};

/// Names one commit: by object id, or by row where the entry has none.
struct CommitKey {
    QString oid;
    store::RowId row = 0;
    std::optional<store::RowId> release; ///< looked for there first
};

/// Owns the Reader of the worker thread and answers one request after the other by signal. Lives
/// on the thread that StoreService runs; supersede() alone may be called from any thread.
class StoreWorker : public QObject {
    Q_OBJECT

public:
    explicit StoreWorker(QString database);
    ~StoreWorker() override;

    /// Requests of that kind older than this one need no answer; one that runs is interrupted.
    void supersede(RequestKind kind, RequestId newest);

    void open(RequestId id);
    void loadReleases(RequestId id);
    void loadSections(RequestId id, store::RowId release, std::optional<Seconds> asOf);
    void find(RequestId id, const store::CommitQuery& query);
    /// cursor counts characters of the text.
    void complete(RequestId id, const QString& text, int cursor);
    void loadFacets(RequestId id, const store::CommitQuery& query);
    void loadCommit(RequestId id, const CommitKey& key);

signals:
    /// The database is there and can be read; sent before the first releasesLoaded().
    void opened();
    void releasesLoaded(quint64 id, const std::vector<mw::store::Release>& releases);
    void sectionsLoaded(quint64 id, const std::vector<mw::store::SectionCount>& counts);
    void found(quint64 id, const mw::ui::IdList& ids, const mw::ui::FindFacts& facts);
    /// The characters from begin to end are what a suggestion replaces.
    void completed(quint64 id, int begin, int end,
                   const std::vector<mw::store::Suggestion>& suggestions);
    void facetsLoaded(quint64 id, const mw::store::Facets& facets);
    /// position counts characters of the text.
    void queryMistaken(quint64 id, const QString& sentence, int position);
    void commitLoaded(quint64 id, const mw::store::CommitDetail& detail);
    void commitMissing(quint64 id, const QString& sentence);
    void failed(const QString& sentence);

private:
    bool stale(RequestKind kind, RequestId id) const;
    /// Runs one request against the reader; repeats it when an interrupt hit the wrong one.
    void answer(RequestKind kind, RequestId id, const std::function<void(store::Reader&)>& work);
    void setRunning(std::optional<RequestKind> kind);

    const QString database_;
    std::array<std::atomic<RequestId>, requestKinds> newest_{};
    std::mutex mutex_; ///< guards reader_ as a pointer, and running_
    std::optional<store::Reader> reader_;
    std::optional<RequestKind> running_;
};

} // namespace mw::ui
