#include "importer/growth.h"

#include "base/object_id.h"
#include "git/objects/tree_compare.h"
#include "importer/steps/changed_entries.h"
#include "importer/steps/commit_tree.h"
#include "interfaces/parse/exported_headers.h"
#include "store/read/reader.h"
#include "store/write/release_growth.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <unordered_set>
#include <utility>

namespace mw::importer {

namespace {

using Ids = std::unordered_set<git::ObjectId, git::ObjectIdHash>;

/// Whether what the ends of a range say of all files alike is no more what it was.
bool reads_otherwise(const git::Repository& repository, const git::ObjectId& old_end,
                     const git::ObjectId& new_end) {
    std::vector<git::TreeChange> changes;
    git::compare_trees(repository, tree_of(repository, old_end), tree_of(repository, new_end),
                       changes);
    return std::ranges::any_of(changes, [](const git::TreeChange& change) {
        return change.path.ends_with(".gitattributes") ||
               interfaces::ExportedHeaders::is_list(change.path);
    });
}

/// What is there already, as far as what comes depends on it.
class EarlierPart {
public:
    EarlierPart(const ImportRequest& request, const std::string& name)
        : writer_(request.database, name), old_maintainers_(writer_.kept_file("MAINTAINERS")),
          outline_(writer_.outline()) {
        for (const auto& subject : outline_) {
            const auto& node = nodes_.emplace_back(node_of(subject));
            ids_.insert(node.id);
            places_.push_back(subject.derived_place);
        }
    }

    std::size_t size() const { return outline_.size(); }
    bool has(const git::ObjectId& id) const { return ids_.contains(id); }

    /// Sorts anew what the new MAINTAINERS file says otherwise of. False where that is not to be
    /// told from the entries that changed.
    bool sort_by(const ReleaseSources& sources);

    ReleaseImport::Earlier take(store::ReleaseGrowth growth) {
        growth.verdicts = std::move(verdicts_);
        return {std::move(growth), std::move(nodes_), std::move(places_)};
    }

private:
    void sort_merges(const classify::Rules& rules);

    store::SectionWriter writer_;
    const std::string old_maintainers_;
    const std::vector<store::StoredSubject> outline_;
    std::vector<git::MergeContents::Node> nodes_;
    Ids ids_;
    std::vector<classify::SectionKey> places_;
    std::vector<store::StoredVerdict> verdicts_;
};

bool EarlierPart::sort_by(const ReleaseSources& sources) {
    if (sources.maintainers_text == old_maintainers_)
        return true;
    const auto changed = changed_entries(old_maintainers_, sources.maintainers_text);
    const auto names_files = [](const std::string& text) {
        return classify::Maintainers::parse(text)->has_patterns();
    };
    if (!changed || sources.maintainers == nullptr || !names_files(old_maintainers_))
        return false;
    const auto before = classify::Maintainers::parse(changed->before),
               after = classify::Maintainers::parse(changed->after);
    classify::Classifier classifier(sources.rules, sources.maintainers);
    const auto first = outline_.front().commit;
    bool moved = false;
    writer_.for_each_touching(
        [&](const std::string& path) {
            return !before->matches(path).empty() || !after->matches(path).empty();
        },
        [&](const store::StoredSubject& stored) {
            auto decided = classifier.classify(subject_of(stored));
            auto& place = places_[static_cast<std::size_t>(stored.commit - first)];
            moved = moved || place != decided.place;
            place = decided.place;
            verdicts_.push_back({stored.commit, decided.place, std::move(decided.subsystem),
                                 decided.reason.stored(), std::move(decided.adds)});
        });
    if (moved)
        sort_merges(*sources.rules);
    return true;
}

void EarlierPart::sort_merges(const classify::Rules& rules) {
    git::MergeContents contents(nodes_);
    for (std::size_t i = 0; i < outline_.size(); ++i) {
        if (outline_[i].kind == store::CommitKind::changeset)
            continue;
        std::vector<classify::SectionKey> brought;
        for (const auto position : contents.brought(i))
            brought.push_back(places_[position]);
        auto decided = classify::classify_merge(rules, outline_[i].title, brought);
        places_[i] = decided.place;
        verdicts_.push_back({outline_[i].commit, decided.place, {}, decided.reason.stored(), {}});
    }
}

/// What came, where the old end is on the mainline; nothing otherwise.
std::optional<git::History> history_behind(const git::Repository& repository, const Range& range,
                                           const git::ObjectId& old_end, const EarlierPart& earlier,
                                           const std::stop_token& stop) {
    auto history =
        git::History::read(repository, range.from, range.to, stop, {},
                           [&earlier](const git::ObjectId& id) { return earlier.has(id); });
    if (stop.stop_requested())
        throw Cancelled();
    const auto commits = history.commits();
    const auto oldest = std::ranges::find_if(commits, &git::History::Commit::mainline);
    if (oldest == commits.end() || !history.cut_off().empty())
        return std::nullopt;
    const auto parents =
        history.parents(static_cast<git::History::Index>(oldest - commits.begin()));
    if (parents.empty() || parents.front() != old_end)
        return std::nullopt;
    return history;
}

bool is_of_mainline(const store::CommitRow& row) {
    return row.kind == store::CommitKind::pull ||
           (row.kind == store::CommitKind::changeset && row.pull.empty());
}

/// Notes the tag that ends the merge window, be it among what came or what was there.
void find_grown_window_end(const git::Repository& repository, const git::History& history,
                           store::Reader& reader, store::RowId release, store::Release& meta) {
    Ids mainline;
    for (const auto& commit : history.commits())
        if (commit.mainline)
            mainline.insert(commit.id);
    find_window_end(
        repository,
        [&](const git::ObjectId& id) {
            if (mainline.contains(id))
                return true;
            const auto row = reader.find_oid(id.hex(), release);
            if (!row)
                return false;
            const auto rows = reader.rows(std::array{*row});
            return !rows.empty() && is_of_mainline(rows.front());
        },
        meta);
}

/// Whether the release was made of the same things, but for where it ends.
bool goes_on(const store::Release& release, const ImportRequest& request,
             const git::Repository& repository, const Range& range, const RulesFiles& rules) {
    const auto old_end = git::ObjectId::from_hex(release.to_oid);
    return old_end && *old_end != range.to && repository.contains(*old_end) &&
           release.from_is_ancestor && release.from_oid == range.from.hex() && !release.shallow &&
           !repository.is_shallow() && repository.replacement_fingerprint() == 0 &&
           request.lines == (release.lines != store::LineState::not_wanted) &&
           store::release_fingerprint(request.database, release.name) ==
               fingerprint_of(repository, {range.from, *old_end}, rules);
}

} // namespace

std::optional<store::Release> grow_release(const ImportRequest& request,
                                           const git::Repository& repository, const Range& range,
                                           const ReadRules& rules, ProgressMeter& meter,
                                           const std::stop_token& stop) {
    const auto started = std::chrono::steady_clock::now();
    const auto name = request.name.empty() ? request.to : request.name;
    auto growth = store::growth_of(request.database, name);
    if (!growth)
        return std::nullopt;
    store::Reader reader(request.database);
    const auto old = reader.release(name);
    if (!old || !goes_on(*old, request, repository, range, rules.files))
        return std::nullopt;
    const auto old_end = *git::ObjectId::from_hex(old->to_oid);
    EarlierPart earlier(request, name);
    if (earlier.size() != growth->commits)
        return std::nullopt;
    meter.start(Stage::walking, 0);
    const auto history = history_behind(repository, range, old_end, earlier, stop);
    if (!history || reads_otherwise(repository, old_end, range.to))
        return std::nullopt;
    meter.finish();

    auto meta = describe(request, repository, range);
    find_grown_window_end(repository, *history, reader, old->id, meta);
    auto sources = read_sources(request, repository, range, rules.read, meter, stop, meta);
    if (!earlier.sort_by(sources))
        return std::nullopt;
    ReleaseImport import(request, repository, *history, std::move(sources), meter, stop);
    import.go_on_from(earlier.take(std::move(*growth)));
    const std::chrono::duration<double> before = std::chrono::steady_clock::now() - started;
    return import.run(meta, fingerprint_of(repository, range, rules.files), before.count());
}

} // namespace mw::importer
