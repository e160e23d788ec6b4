#include "workers/code_verifier.h"

#include "code_text/verify.h"
#include "store/read/reader.h"
#include "text/engine_text.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <unordered_set>

namespace mw::ui {

namespace {

/// Between two lists that are shown while it goes on; the first hit is shown at once.
constexpr qint64 partialMilliseconds = 400;
/// Texts of which it is kept what has them.
constexpr std::size_t mostKnown = 32;

/// The list while a text is looked for: what the query finds, without those that only may have the
/// text.
class PartialList {
public:
    PartialList(store::Reader& reader, const store::CommitQuery& query,
                const std::function<void(const Found&)>& show, std::vector<CodeMatches>& learned)
        : reader_(reader), query_(query), show_(show), learned_(learned) {
        clock_.start();
    }

    void take(const code_text::Step& step) {
        if (step.done == 0)
            begin(step);
        else
            add(step);
        done_ = step.done;
        if (done_ == candidates_ && allVerified_)
            learned_.emplace_back(step.text, matches_);
        const bool first = step.match && step.verified && !std::exchange(any_, true);
        if (first || shown_.hasExpired(partialMilliseconds)) {
            shown_.restart();
            show_(now());
        }
    }

    Found now() const {
        std::vector<store::RowId> left;
        for (const store::RowId id : all_)
            if (!open_.contains(id) && !unsure_.contains(id))
                left.push_back(id);
        FindFacts facts;
        facts.microseconds = clock_.nsecsElapsed() / 1000;
        facts.lookedAt = static_cast<qint64>(done_);
        facts.toLookAt = static_cast<qint64>(candidates_);
        return {IdList(std::move(left)), facts};
    }

private:
    void begin(const code_text::Step& step) {
        // What an earlier text has not is left out by now.
        all_ = reader_.find(query_);
        open_.clear();
        matches_.clear();
        for (const store::CommitRow& row : step.candidates)
            open_.insert(row.id);
        candidates_ = step.candidates.size();
        allVerified_ = true;
        shown_.start();
    }

    void add(const code_text::Step& step) {
        const store::RowId id = step.candidates[step.done - 1].id;
        allVerified_ = allVerified_ && step.verified;
        if (!step.verified)
            unsure_.insert(id);
        if (!step.match)
            return;
        matches_.push_back(id);
        open_.erase(id);
    }

    store::Reader& reader_;
    const store::CommitQuery& query_;
    const std::function<void(const Found&)>& show_;
    std::vector<CodeMatches>& learned_;
    std::vector<store::RowId> all_, matches_;
    std::unordered_set<store::RowId> open_;   ///< candidates that are not known to have it
    std::unordered_set<store::RowId> unsure_; ///< whose clone cannot say; of earlier texts, too
    std::size_t done_ = 0, candidates_ = 0;
    bool any_ = false, allVerified_ = true;
    QElapsedTimer clock_, shown_;
};

} // namespace

std::vector<CodeMatches> CodeVerifier::recall(store::Reader& reader,
                                              const store::CommitQuery& query) {
    std::vector<Import> imports;
    for (const store::Release& release : reader.releases())
        imports.emplace_back(release.id, release.imported_at, release.to_oid);
    if (std::exchange(imports_, imports) != imports)
        known_.clear();
    std::vector<CodeMatches> recalled;
    for (const store::CodeText& text : reader.unknown_code_texts(query))
        for (const Known& known : known_)
            if (known.release == query.release && known.matches.first == text) {
                reader.know_code_matches(text, query.release, known.matches.second);
                recalled.push_back(known.matches);
            }
    return recalled;
}

Verified CodeVerifier::verify(const store::CommitQuery& query,
                              const std::function<void(const Found&)>& partial,
                              const std::stop_token& enough, const std::stop_token& stop) {
    // A new one each time: what the last one was told of texts that could not be looked at, it
    // takes for found.
    store::Reader reader(std::filesystem::path(database_.toStdU16String()));
    std::stop_source either;
    const auto end = [&either] { either.request_stop(); };
    const std::stop_callback onEnough(enough, std::function<void()>(end));
    const std::stop_callback onStop(stop, std::function<void()>(end));
    Verified verified;
    verified.learned = recall(reader, query);
    const std::size_t recalled = verified.learned.size();
    PartialList list(reader, query, partial, verified.learned);
    const auto looked = code_text::look_into_clones(
        reader, query, [&list](const code_text::Step& step) { list.take(step); },
        either.get_token());
    for (std::size_t at = recalled; at < verified.learned.size(); ++at)
        known_.push_back({query.release, verified.learned[at]});
    if (known_.size() > mostKnown)
        known_.erase(known_.begin(), known_.end() - static_cast<std::ptrdiff_t>(mostKnown));
    verified.found = list.now();
    FindFacts& facts = verified.found.facts;
    facts.unfinished = enough.stop_requested() && facts.lookedAt < facts.toLookAt;
    if (looked.unverified > 0)
        facts.unverified = engineText(looked.trouble);
    else if (!either.stop_requested())
        verified.found.ids = IdList(reader.find(query));
    return verified;
}

} // namespace mw::ui
