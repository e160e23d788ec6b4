#pragma once

#include "store/read/reader.h"
#include "workers/id_list.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <stop_token>
#include <utility>
#include <variant>
#include <vector>

namespace mw::ui {

/// What is known of a search beside its hits.
struct FindFacts {
    qint64 microseconds = 0; ///< from query to row ids, without waiting for earlier requests
    /// Of an empty result: the terms that nothing matches, as they were typed.
    QStringList emptyTerms;
    /// Of an empty result: of which terms it is not known what has them, as they were typed, and
    /// why.
    std::vector<std::pair<QString, QString>> unknownTerms;
    /// Of a text that is looked for in the clones: how many changesets were looked at, of how many.
    qint64 lookedAt = 0, toLookAt = 0;
    bool looking = false;    ///< more may be found
    bool unfinished = false; ///< the person wanted no more of it
    QString unverified;      ///< what could not be looked at, and why: it is none of the found
};

struct Found {
    IdList ids;
    FindFacts facts;
};

/// What is wrong with a query.
struct QueryMistake {
    QString sentence;
    int position = 0; ///< counts characters of the text
};

/// The clones must be asked first (CodeVerifier).
struct MustVerify {};

struct Completed {
    int begin = 0, end = 0; ///< the characters that a suggestion replaces
    std::vector<store::Suggestion> suggestions;
};

/// Names one commit: by object id, or by row where the entry has none.
struct CommitKey {
    QString oid;
    store::RowId row = 0;
    std::optional<store::RowId> release; ///< looked for there first
};

/// The Reader of the store's thread, and what is asked of it. A stop interrupts the query that
/// runs, which then throws store::Interrupted. Belongs to the thread that uses it.
class StoreEngine {
public:
    explicit StoreEngine(QString database) : database_(std::move(database)) {}

    /// Makes the file, or brings an older one up to date. Throws store::Error.
    void open();
    bool isOpen() const { return reader_.has_value(); }

    // What follows needs open() to have succeeded.
    /// Adds the bundled release where there is none.
    std::vector<store::Release> releases();
    std::vector<store::SectionCount> sections(store::RowId release, std::optional<Seconds> asOf,
                                              const std::stop_token& stop);
    std::variant<Found, QueryMistake, MustVerify> find(const store::CommitQuery& query,
                                                       const std::stop_token& stop);
    /// What the clones said; until the file changes.
    void know(const std::vector<std::pair<store::CodeText, std::vector<store::RowId>>>& learned,
              std::optional<store::RowId> release);
    /// cursor counts characters of the text.
    Completed complete(const QString& text, int cursor, const std::stop_token& stop);
    /// Nothing for a query that is wrong, or of which the clones must be asked first: the search
    /// for it says what is.
    store::Facets facets(const store::CommitQuery& query, const std::stop_token& stop);
    std::optional<store::CommitDetail> commit(const CommitKey& key, const std::stop_token& stop);

private:
    const QString database_;
    std::optional<store::Reader> reader_;
};

} // namespace mw::ui
