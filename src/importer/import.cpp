#include "importer/import.h"

#include "git/setup/error.h"
#include "importer/growth.h"
#include "importer/import_parts.h"
#include "importer/line_import.h"
#include "importer/project.h"
#include "importer/reclassify.h"
#include "importer/release_import.h"
#include "importer/steps/read_ahead.h"
#include "importer/steps/shallow_range.h"
#include "store/read/reader.h"
#include "store/sql/error.h"

#include <chrono>
#include <unordered_set>

namespace mw::importer {

namespace {

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

git::History read_history(const git::Repository& repository, const ImportRequest& request,
                          const Range& range, ReadAhead& ahead, ProgressMeter& meter,
                          const std::stop_token& stop) {
    meter.start(Stage::walking, 0);
    auto history = git::History::read(
        repository, range.from, range.to, stop,
        [&](const git::History::Commit& commit, std::size_t parents, git::RawObject object) {
            ahead.found(commit, parents, std::move(object));
            meter.advance(1);
        });
    if (stop.stop_requested())
        throw Cancelled();
    meter.finish();
    refuse_cut_off(repository, history, {request.from, request.to});
    if (history.commits().empty())
        throw git::Error("The range {0}..{1} is empty: everything in {1} is in {0} "
                         "already. Swap the two, or choose a later end.",
                         request.from, request.to);
    return history;
}

/// Says that commits are not what their ids stand for.
void note_replacements(const git::Repository& repository, const git::History& history,
                       std::vector<base::Message>& remarks) {
    std::vector<std::string> replaced, grafted;
    for (const auto& commit : history.commits()) {
        if (repository.is_replaced(commit.id))
            replaced.push_back(commit.id.hex());
        if (repository.is_grafted(commit.id))
            grafted.push_back(commit.id.hex());
    }
    const auto named = [](const std::vector<std::string>& ids) {
        return ids.size() == 1 ? base::Message("Commit {} of this range is", ids.front())
                               : base::Message("{} commits of this range (the first is {}) are",
                                               ids.size(), ids.front());
    };
    if (!replaced.empty())
        remarks.push_back(base::Message(
            "{} replaced in the clone {} (git replace) and read as 'git log' reads it: "
            "as the replacement. With GIT_NO_REPLACE_OBJECTS=1 in the environment an "
            "import reads what was there before.",
            named(replaced), repository.path().string()));
    if (!grafted.empty())
        remarks.push_back(
            base::Message("{} given other parents by the file info/grafts of the clone "
                          "{}, and read with them, as 'git log' does.",
                          named(grafted), repository.path().string()));
    const auto others = repository.replaced_count() - replaced.size();
    if (others > 0)
        remarks.push_back(
            others == 1 ? base::Message("The clone {} replaces an object that is no commit of this "
                                        "range ('git replace' run there lists all); where the "
                                        "range needs it, it is read as replaced.",
                                        repository.path())
                        : base::Message("The clone {} replaces {} objects that are no commits of "
                                        "this range ('git replace' run there lists all); where the "
                                        "range needs them, they are read as replaced.",
                                        repository.path(), others));
}

store::Release describe(const ImportRequest& request, const git::Repository& repository,
                        const Range& range, const git::History& history) {
    auto meta = describe(request, repository, range);
    meta.from_is_ancestor = history.starts_at_ancestor();
    if (!meta.from_is_ancestor)
        meta.remarks.push_back(
            base::Message("{} is not an ancestor of {}: the range holds what is in "
                          "{} and not in {}, from where the two part.",
                          request.from, request.to, request.to, request.from));
    meta.shallow = repository.is_shallow();
    if (auto doubt = doubt_about(repository, history, {request.from, request.to}))
        meta.remarks.push_back(std::move(*doubt));
    note_replacements(repository, history, meta.remarks);
    std::unordered_set<git::ObjectId, git::ObjectIdHash> mainline;
    for (const auto& commit : history.commits())
        if (commit.mainline)
            mainline.insert(commit.id);
    find_window_end(
        repository, [&mainline](const git::ObjectId& id) { return mainline.contains(id); }, meta);
    return meta;
}

/// The release of that name when it lacks nothing but its lines.
std::optional<store::Release> unfinished(const ImportRequest& request, const std::string& name,
                                         const std::string& fingerprint) {
    if (!request.lines || store::release_fingerprint(request.database, name) != fingerprint)
        return std::nullopt;
    auto release = store::Reader(request.database).release(name);
    return release && release->lines == store::LineState::pending ? release : std::nullopt;
}

store::Release import_names(const ImportRequest& request, const git::Repository& repository,
                            const Range& range, const ReadRules& rules,
                            const std::string& fingerprint, ProgressMeter& meter,
                            std::stop_token stop) {
    const auto started = std::chrono::steady_clock::now();
    if (auto grown = grow_release(request, repository, range, rules, meter, stop))
        return *std::move(grown);
    ReadAhead ahead(repository, worker_count(request.jobs) - 1, stop);
    const auto history = read_history(repository, request, range, ahead, meter, stop);
    auto meta = describe(request, repository, range, history);
    auto sources = read_sources(request, repository, range, rules.read, meter, stop, meta);
    ReleaseImport import(request, repository, history, std::move(sources), meter, std::move(stop));
    import.take_from(ahead);
    return import.run(meta, fingerprint, seconds_since(started));
}

store::Release import_release(const ImportRequest& request, const ImportEvents& events,
                              const std::stop_token& stop) {
    ProgressMeter meter(events.progress);
    const git::Repository repository(request.repository, stop);
    const Range range{repository.resolve_commit(request.from),
                      repository.resolve_commit(request.to)};
    const auto files = rules_for_import(request.rules, repository, range.to);
    const ReadRules rules{files, files.load()};
    const auto fingerprint = fingerprint_of(repository, range, rules.files);

    auto release =
        unfinished(request, request.name.empty() ? request.to : request.name, fingerprint);
    if (!release)
        release = import_names(request, repository, range, rules, fingerprint, meter, stop);
    keep_project(request, repository, rules.files, *rules.read, release->name);
    if (events.browsable)
        events.browsable(*release);
    if (release->lines == store::LineState::pending)
        release = count_release_lines(
            request.database, release->name, repository, range.to, request.jobs,
            request.fetch ? std::optional(git::FetchConsent::given()) : std::nullopt, meter, stop);
    return *release;
}

} // namespace

store::Release run_import(const ImportRequest& request, const ImportEvents& events,
                          std::stop_token stop) {
    try {
        return import_release(request, events, stop);
    } catch (const git::Stopped&) {
        throw Cancelled();
    } catch (const store::Interrupted&) {
        throw Cancelled();
    }
}

store::Release resume_lines(const std::filesystem::path& database, const std::string& release_name,
                            const ImportEvents& events, std::stop_token stop) {
    const auto release = store::Reader(database).release(release_name);
    if (!release)
        throw store::Error("{} has no release '{}'.", database.string(), release_name);
    if (release->lines != store::LineState::pending)
        return *release;
    ProgressMeter meter(events.progress);
    try {
        const git::Repository repository(release->repository, stop);
        const auto end = git::ObjectId::from_hex(release->to_oid).value_or(git::ObjectId{});
        return count_release_lines(database, release->name, repository, end, 0, std::nullopt, meter,
                                   stop);
    } catch (const git::Stopped&) {
        throw Cancelled::while_counting();
    }
}

} // namespace mw::importer
