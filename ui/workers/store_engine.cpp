#include "workers/store_engine.h"

#include "importer/data/data_files.h"
#include "importer/import.h"
#include "store/db/database_file.h"
#include "text/engine_text.h"
#include "text/format.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <utility>

namespace mw::ui {

namespace {

/// While it lives, a stop interrupts what the reader does.
auto interruptedBy(const std::stop_token& stop, store::Reader& reader) {
    return std::stop_callback(stop, std::function<void()>([&reader] { reader.interrupt(); }));
}

std::filesystem::path pathOf(const QString& file) {
    return {file.toStdU16String()};
}

/// A mistake is placed in bytes, the line edit counts UTF-16 units.
int characterPosition(const std::string& text, std::size_t bytes) {
    const std::size_t inside = std::min(bytes, text.size());
    return static_cast<int>(QString::fromUtf8(text.data(), static_cast<qsizetype>(inside)).size());
}

} // namespace

void StoreEngine::open() {
    const std::filesystem::path file = pathOf(database_);
    store::bring_up_to_date(file);
    reader_.emplace(file);
    // A newer program may know more of the release that it brings.
    if (std::ranges::any_of(reader_->releases(), &store::Release::bundled) &&
        QFileInfo(database_).isWritable())
        importer::add_bundled_release(file, importer::data_file("linux-6.7.tsv"));
}

std::vector<store::Release> StoreEngine::releases() {
    auto releases = reader_->releases();
    // There is always something to look at: also where the last release was removed.
    if (releases.empty()) {
        importer::add_bundled_release(pathOf(database_), importer::data_file("linux-6.7.tsv"));
        releases = reader_->releases();
    }
    return releases;
}

std::vector<store::SectionCount> StoreEngine::sections(store::RowId release,
                                                       std::optional<Seconds> asOf,
                                                       const std::stop_token& stop) {
    const auto interrupt = interruptedBy(stop, *reader_);
    return reader_->sections(release, asOf);
}

std::variant<Found, QueryMistake, MustVerify> StoreEngine::find(const store::CommitQuery& query,
                                                                const std::stop_token& stop) {
    const auto interrupt = interruptedBy(stop, *reader_);
    try {
        QElapsedTimer clock;
        clock.start();
        // A list of what only may have a text would look like one of what has it.
        if (!reader_->unknown_code_texts(query).empty())
            return MustVerify{};
        IdList ids(reader_->find(query));
        FindFacts facts;
        facts.microseconds = clock.nsecsElapsed() / 1000;
        if (ids.size() == 0)
            for (const store::EmptyTerm& term : reader_->empty_terms(query)) {
                const QString typed =
                    QString::fromStdString(query.text.substr(term.position, term.length));
                if (term.unknown.empty())
                    facts.emptyTerms << typed;
                else
                    facts.unknownTerms.emplace_back(typed, engineText(term.unknown));
            }
        return Found{std::move(ids), std::move(facts)};
    } catch (const store::QueryError& mistake) {
        return QueryMistake{errorText(mistake), characterPosition(query.text, mistake.position())};
    }
}

void StoreEngine::know(
    const std::vector<std::pair<store::CodeText, std::vector<store::RowId>>>& learned,
    std::optional<store::RowId> release) {
    for (const auto& [text, commits] : learned)
        reader_->know_code_matches(text, release, commits);
}

Completed StoreEngine::complete(const QString& text, int cursor, const std::stop_token& stop) {
    const auto interrupt = interruptedBy(stop, *reader_);
    const std::string bytes = text.toStdString();
    const auto place = static_cast<std::size_t>(text.left(cursor).toUtf8().size());
    store::Completion completion = reader_->complete(bytes, place);
    return {characterPosition(bytes, completion.begin), characterPosition(bytes, completion.end),
            std::move(completion.suggestions)};
}

store::Facets StoreEngine::facets(const store::CommitQuery& query, const std::stop_token& stop) {
    const auto interrupt = interruptedBy(stop, *reader_);
    try {
        return reader_->unknown_code_texts(query).empty() ? reader_->facets(query)
                                                          : store::Facets();
    } catch (const store::QueryError&) {
        return {};
    }
}

std::optional<store::CommitDetail> StoreEngine::commit(const CommitKey& key,
                                                       const std::stop_token& stop) {
    const auto interrupt = interruptedBy(stop, *reader_);
    if (key.oid.isEmpty())
        return reader_->commit(key.row);
    const std::string oid = key.oid.toStdString();
    auto detail = reader_->commit_by_oid(oid, key.release);
    if (!detail && key.release)
        detail = reader_->commit_by_oid(oid);
    return detail;
}

} // namespace mw::ui
