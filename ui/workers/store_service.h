#pragma once

#include "workers/code_verifier.h"
#include "workers/lazy_reader.h"
#include "workers/store_engine.h"
#include "workers/work_thread.h"

#include <QObject>

namespace mw::ui {

enum class RequestKind {
    Releases,
    Sections,
    Find,
    Commit,
    Complete,
    Facets,
    References,
    TypeAhead
};

/// The window's way to the database: hands requests to a StoreEngine on a thread of its own, and
/// passes on the answers that are still wanted. What looks at a whole list runs on another thread,
/// so that nobody waits for it. Every request returns at once; of each kind only the newest is
/// answered. GUI thread. Owns the threads; the destructor ends what runs.
class StoreService : public QObject {
    Q_OBJECT

public:
    explicit StoreService(const QString& database, QObject* parent = nullptr);

    /// Makes the file with the bundled release when there is none; then opened(), releases().
    void open();
    void requestReleases();
    void requestSections(store::RowId release, std::optional<Seconds> asOf = {});
    /// Also ends a count of facets: a list is wanted sooner than how it spreads. Where the clones
    /// must be asked, found() comes again and again, with facts.looking but for the last time.
    void find(const store::CommitQuery& query);
    /// What the clones are asked for is enough: what was found by then is the answer.
    void stopLooking();
    /// cursor counts characters of the text.
    void complete(const QString& text, int cursor);
    void requestFacets(const store::CommitQuery& query);
    void requestCommit(const CommitKey& key);
    /// Each row as a kernel developer cites it, a line each.
    void requestReferences(const std::vector<store::RowId>& rows);
    /// The first line at or after from whose subject starts so; goes round at the end. Another list
    /// ends it.
    void typeAhead(const IdList& ids, int from, const QString& start);
    /// No answer to an earlier request of that kind is wanted any more.
    void forget(RequestKind kind);

signals:
    void opened();
    void releases(const std::vector<mw::store::Release>& releases);
    void sections(const std::vector<mw::store::SectionCount>& counts);
    void found(const mw::ui::IdList& ids, const mw::ui::FindFacts& facts);
    /// The characters from begin to end are what a suggestion replaces.
    void completed(int begin, int end, const std::vector<mw::store::Suggestion>& suggestions);
    void facets(const mw::store::Facets& facets);
    void queryMistaken(const QString& sentence, int position);
    void commit(const mw::store::CommitDetail& detail);
    void commitMissing(const QString& sentence);
    void references(const QString& lines, int count);
    void typeAheadFound(int line);
    void failed(const QString& sentence);

private:
    /// Asks the engine, once it is open, and gives the answer to done.
    template <typename Ask, typename Done>
    void ask(RequestKind kind, Ask question, Done done);
    WorkThread<StoreEngine>::Failure failure();
    void verify(const store::CommitQuery& query);
    void takeVerified(const store::CommitQuery& query, const Verified& verified);

    WorkThread<StoreEngine> store_;
    WorkThread<LazyReader> lists_;
    std::stop_source enough_;
    WorkThread<CodeVerifier> verifier_;
};

} // namespace mw::ui
