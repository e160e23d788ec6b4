#include "workers/store_service.h"

#include "text/engine_text.h"
#include "text/format.h"
#include "workers/list_reader.h"

#include <type_traits>
#include <utility>

namespace mw::ui {

StoreService::StoreService(const QString& database, QObject* parent)
    : QObject(parent), store_(QStringLiteral("store"), database),
      lists_(QStringLiteral("lists"), database), verifier_(QStringLiteral("clones"), database) {}

WorkThread<StoreEngine>::Failure StoreService::failure() {
    return [this](const std::exception& error) { emit failed(errorText(error)); };
}

template <typename Ask, typename Done>
void StoreService::ask(RequestKind kind, Ask question, Done done) {
    using Answer = std::invoke_result_t<Ask, StoreEngine&, const std::stop_token&>;
    store_.runLatest(
        kind, this,
        [question = std::move(question)](StoreEngine& engine, const std::stop_token& stop) {
            // A database that could not be opened was complained of when that was tried.
            return engine.isOpen() ? std::optional<Answer>(question(engine, stop)) : std::nullopt;
        },
        [done = std::move(done)](const std::optional<Answer>& answer) {
            if (answer)
                done(*answer);
        },
        failure());
}

void StoreService::open() {
    store_.run(
        this,
        [](StoreEngine& engine, const std::stop_token&) {
            engine.open();
            return true;
        },
        [this](bool) { emit opened(); }, failure());
    requestReleases();
}

void StoreService::requestReleases() {
    ask(
        RequestKind::Releases,
        [](StoreEngine& engine, const std::stop_token&) { return engine.releases(); },
        [this](const auto& all) { emit releases(all); });
}

void StoreService::requestSections(store::RowId release, std::optional<Seconds> asOf) {
    ask(
        RequestKind::Sections,
        [release, asOf](StoreEngine& engine, const std::stop_token& stop) {
            return engine.sections(release, asOf, stop);
        },
        [this](const auto& counts) { emit sections(counts); });
}

void StoreService::find(const store::CommitQuery& query) {
    forget(RequestKind::Facets);
    forget(RequestKind::TypeAhead);
    verifier_.cancel();
    ask(
        RequestKind::Find,
        [query](StoreEngine& engine, const std::stop_token& stop) {
            return engine.find(query, stop);
        },
        [this, query](const std::variant<Found, QueryMistake, MustVerify>& answer) {
            if (std::holds_alternative<MustVerify>(answer)) {
                verify(query);
                return;
            }
            if (const auto* mistake = std::get_if<QueryMistake>(&answer)) {
                emit queryMistaken(mistake->sentence, mistake->position);
                return;
            }
            const auto& [ids, facts] = std::get<Found>(answer);
            emit found(ids, facts);
        });
}

void StoreService::stopLooking() {
    enough_.request_stop();
}

void StoreService::verify(const store::CommitQuery& query) {
    enough_ = {};
    verifier_.run(
        this,
        [this, query, enough = enough_.get_token(),
         tell = verifier_.reporter(this)](CodeVerifier& verifier, const std::stop_token& stop) {
            const auto show = [this, stop, tell](const Found& part) {
                tell([this, stop, part] {
                    if (stop.stop_requested())
                        return;
                    FindFacts facts = part.facts;
                    facts.looking = true;
                    emit found(part.ids, facts);
                });
            };
            return verifier.verify(query, show, enough, stop);
        },
        [this, query](const Verified& verified) { takeVerified(query, verified); }, failure());
}

void StoreService::takeVerified(const store::CommitQuery& query, const Verified& verified) {
    // Facets, and the same list in another order, are counted there.
    if (!verified.learned.empty())
        store_.run(
            this,
            [learned = verified.learned, release = query.release](StoreEngine& engine,
                                                                  const std::stop_token&) {
                engine.know(learned, release);
                return true;
            },
            [](bool) {}, failure());
    emit found(verified.found.ids, verified.found.facts);
}

void StoreService::complete(const QString& text, int cursor) {
    ask(
        RequestKind::Complete,
        [text, cursor](StoreEngine& engine, const std::stop_token& stop) {
            return engine.complete(text, cursor, stop);
        },
        [this](const Completed& answer) {
            emit completed(answer.begin, answer.end, answer.suggestions);
        });
}

void StoreService::requestFacets(const store::CommitQuery& query) {
    ask(
        RequestKind::Facets,
        [query](StoreEngine& engine, const std::stop_token& stop) {
            return engine.facets(query, stop);
        },
        [this](const store::Facets& counts) { emit facets(counts); });
}

void StoreService::requestCommit(const CommitKey& key) {
    ask(
        RequestKind::Commit,
        [key](StoreEngine& engine, const std::stop_token& stop) {
            return engine.commit(key, stop);
        },
        [this, oid = key.oid](const std::optional<store::CommitDetail>& detail) {
            if (detail)
                emit commit(*detail);
            else
                emit commitMissing(tr("Commit %1 is not in this database: it belongs to none of "
                                      "the releases that were imported.")
                                       .arg(oid));
        });
}

void StoreService::requestReferences(const std::vector<store::RowId>& rows) {
    lists_.runLatest(
        RequestKind::References, this,
        [rows](LazyReader& reader, const std::stop_token& stop) {
            return readReferences(reader.get(), rows, stop);
        },
        [this](const std::optional<ReferenceLines>& read) {
            if (read)
                emit references(read->lines, read->count);
        },
        failure());
}

void StoreService::typeAhead(const IdList& ids, int from, const QString& start) {
    lists_.runLatest(
        RequestKind::TypeAhead, this,
        [ids, from, start](LazyReader& reader, const std::stop_token& stop) {
            return findLine(reader.get(), ids, from, start, stop);
        },
        [this](const std::optional<int>& line) {
            if (line)
                emit typeAheadFound(*line);
        },
        failure());
}

void StoreService::forget(RequestKind kind) {
    store_.forget(kind);
    lists_.forget(kind);
    if (kind == RequestKind::Find)
        verifier_.cancel();
}

} // namespace mw::ui
