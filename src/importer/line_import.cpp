#include "importer/line_import.h"

#include "base/message.h"
#include "base/object_id.h"
#include "base/utf8.h"
#include "git/setup/error.h"
#include "importer/import.h"
#include "importer/interface_comparison.h"
#include "importer/interface_contents.h"
#include "importer/reclassify.h"
#include "importer/release_import.h"
#include "importer/steps/changeset_contents.h"
#include "importer/steps/parallel.h"
#include "importer/steps/uncounted.h"
#include "interfaces/compare/attribution.h"
#include "store/sql/error.h"
#include "store/write/writer.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>
#include <set>
#include <string>

namespace mw::importer {

namespace {

constexpr std::size_t changesets_in_a_run = 32;

struct CountedCommit {
    std::size_t task;
    std::vector<store::PathLines> lines;
    store::CommitEvents events;
    std::string words; ///< ChangesetContents::take_words()
};

struct CountedRun {
    std::vector<CountedCommit> commits;
    UncountedFiles uncounted;
    bool any_read = false; ///< the clone has contents
};

class LineWorker {
public:
    LineWorker(const git::Repository& repository, const git::ObjectId& range_end,
               const std::vector<store::LineTask>& tasks,
               const interfaces::ExportedHeaders& exported)
        : contents_(repository, range_end), tasks_(tasks), exported_(exported) {}

    CountedRun operator()(Run run) {
        CountedRun counted;
        for (std::size_t i = run.begin; i < run.end; ++i)
            count(i, counted);
        counted.any_read = contents_.any_read();
        return counted;
    }

private:
    void count(std::size_t position, CountedRun& run) {
        const auto& task = tasks_[position];
        CountedCommit commit{position, {}, {}, {}};
        auto& changes = contents_.compare(task);
        // The store knows paths as text and sorts them by its bytes.
        std::ranges::sort(
            changes, {}, [](const git::TreeChange& change) { return git::path_text(change.path); });
        commit.lines.reserve(changes.size());
        for (const auto& change : changes) {
            const auto counted = contents_.count(change, interface_visitor(change.path, commit));
            if (counted.unread != git::Unread::none)
                run.uncounted.add(counted, change, position, git::to_hex(task.oid));
            commit.lines.push_back({static_cast<std::int32_t>(counted.insertions),
                                    static_cast<std::int32_t>(counted.deletions), counted.binary,
                                    reason_of(counted.unread)});
        }
        commit.words = contents_.take_words();
        run.commits.push_back(std::move(commit));
    }

    /// Looks at what a changeset does to a file that tells of interfaces; empty for other files.
    git::TextVisitor interface_visitor(const std::string& path, CountedCommit& commit) const {
        const auto source = interfaces::source_of(path, exported_);
        if (source == interfaces::Source::none)
            return {};
        return [source, &path, &commit](std::string_view old_text, std::string_view new_text) {
            auto events = interfaces::find_events(source, path, old_text, new_text);
            if (source == interfaces::Source::code && !events.empty())
                commit.events.code.push_back(path);
            std::ranges::move(events, std::back_inserter(commit.events.events));
        };
    }

    ChangesetContents contents_;
    const std::vector<store::LineTask>& tasks_;
    const interfaces::ExportedHeaders& exported_;
};

/// What is known of interfaces while the changesets are read.
class InterfaceFinder {
public:
    InterfaceFinder(const git::Repository& repository, const store::Release& release);

    /// Headers that either end of the range gives to user space.
    const interfaces::ExportedHeaders& exported() const { return exported_; }

    /// See fetch_interface_contents().
    base::Message fetch(const std::vector<store::LineTask>& changesets,
                        const git::FetchConsent& consent, const std::stop_token& stop) const {
        return from_ && to_
                   ? fetch_interface_contents(repository_, trees_, changesets, consent, stop)
                   : base::Message();
    }

    /// oid: raw bytes.
    void add(store::RowId commit, const std::string& oid, store::CommitEvents events);

    /// Nothing where the clone lacks a file that it takes. Once.
    std::optional<std::vector<interfaces::InterfaceChange>> find(int jobs,
                                                                 const std::stop_token& stop);

private:
    const git::Repository& repository_;
    const bool from_is_ancestor_;
    std::optional<git::ObjectId> from_, to_; ///< nothing where the clone has no such commit
    InterfaceTrees trees_;
    interfaces::ExportedHeaders exported_;
    interfaces::Attribution attribution_;
    std::set<std::string> code_;
};

InterfaceFinder::InterfaceFinder(const git::Repository& repository, const store::Release& release)
    : repository_(repository), from_is_ancestor_(release.from_is_ancestor) {
    const auto known = [&](const std::string& hex) {
        const auto id = git::ObjectId::from_hex(hex);
        return id && repository.contains(*id) ? id : std::nullopt;
    };
    from_ = known(release.from_oid);
    to_ = known(release.to_oid);
    if (!from_ || !to_)
        return;
    trees_ = read_interface_trees({repository, *from_}, {repository, *to_});
    exported_ = trees_.from.exported;
    exported_.add(trees_.to.exported);
}

void InterfaceFinder::add(store::RowId commit, const std::string& oid, store::CommitEvents events) {
    code_.insert(events.code.begin(), events.code.end());
    // Row ids of a release ascend as its changesets landed.
    attribution_.add(static_cast<std::size_t>(commit), git::to_hex(oid), std::move(events.events));
}

std::optional<std::vector<interfaces::InterfaceChange>>
InterfaceFinder::find(int jobs, const std::stop_token& stop) {
    if (!from_ || !to_)
        return std::nullopt;
    // What a range does to a file of C, its changesets did, unless it parts from another line.
    interfaces::TreeComparison::CodeFilter wanted;
    if (from_is_ancestor_)
        wanted = [this](const std::string& path) { return code_.contains(path); };
    auto found = compare_interfaces({repository_, *from_}, {repository_, *to_}, std::move(trees_),
                                    jobs, stop, wanted);
    if (stop.stop_requested())
        throw Cancelled::while_counting();
    if (!found.unread.empty())
        return std::nullopt;
    return attribution_.attribute(std::move(found.differences));
}

std::vector<base::Message> remarks_of(const base::Message& uncounted,
                                      const base::Message& trouble) {
    std::vector<base::Message> remarks;
    if (!uncounted.empty())
        remarks.push_back(uncounted);
    if (!trouble.empty())
        remarks.push_back(base::Message(base::Advice::allow_fetch,
                                        "What changed at the edges could not be read: git could "
                                        "not bring the files that it is read from ({}).",
                                        trouble));
    return remarks;
}

/// As count_release_lines().
store::Release count_lines(const std::filesystem::path& database, const std::string& release_name,
                           const git::Repository& repository, const git::ObjectId& range_end,
                           int jobs, const std::optional<git::FetchConsent>& consent,
                           ProgressMeter& meter, const std::stop_token& stop) {
    const auto started = std::chrono::steady_clock::now();
    const auto seconds = [&started] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    };
    store::LineWriter writer(database, release_name);
    const auto release = writer.release();
    const auto tasks = writer.tasks();
    InterfaceFinder finder(repository, release);
    base::Message trouble; // with bringing what a partial clone lacks
    if (consent && repository.is_partial()) {
        meter.start(Stage::fetching, 0);
        trouble = finder.fetch(tasks, *consent, stop);
    }
    meter.start(Stage::lines, static_cast<std::int64_t>(tasks.size()));
    UncountedFiles uncounted;
    bool any_read = false;
    std::int64_t files = 0;
    for_each_run<CountedRun>(
        tasks.size(), worker_count(jobs), changesets_in_a_run, stop,
        [&] { return LineWorker(repository, range_end, tasks, finder.exported()); },
        [&](CountedRun& counted) {
            for (auto& commit : counted.commits) {
                const auto& task = tasks[commit.task];
                writer.add(task.commit, commit.lines);
                writer.add_code(task.commit, commit.words);
                writer.add_events(task.commit, commit.events);
                finder.add(task.commit, task.oid, std::move(commit.events));
                files += std::ssize(commit.lines);
            }
            uncounted.add(counted.uncounted);
            any_read = any_read || counted.any_read;
            meter.advance(static_cast<std::int64_t>(counted.commits.size()));
        });
    if (stop.stop_requested())
        throw Cancelled::while_counting();
    writer.pack_code();
    const auto total = uncounted.total();
    if (uncounted.all_left_out() && !any_read && total > 0 && !writer.goes_on()) {
        meter.finish();
        return store::LineWriter(database, release_name)
            .commit({store::LineState::unavailable, seconds(), total, remarks_of({}, trouble)});
    }
    writer.for_each_events(
        [&](store::RowId commit, const std::string& oid, store::CommitEvents events) {
            finder.add(commit, oid, std::move(events));
        });
    const auto had_symbols = store::SectionWriter(database, release_name).with_symbols();
    if (auto changes = finder.find(jobs, stop))
        writer.set_interfaces(std::move(*changes));
    meter.finish();
    const auto state = total == 0 ? store::LineState::counted : store::LineState::partly;
    auto counted =
        writer.commit({state, seconds(), total, remarks_of(uncounted.remark(files), trouble)});
    name_new_hardware(database, release_name, had_symbols);
    return counted;
}

} // namespace

store::Release count_release_lines(const std::filesystem::path& database,
                                   const std::string& release_name,
                                   const git::Repository& repository,
                                   const git::ObjectId& range_end, int jobs,
                                   const std::optional<git::FetchConsent>& consent,
                                   ProgressMeter& meter, std::stop_token stop) {
    try {
        return count_lines(database, release_name, repository, range_end, jobs, consent, meter,
                           stop);
    } catch (const git::Stopped&) {
        throw Cancelled::while_counting();
    } catch (const store::Interrupted&) {
        throw Cancelled::while_counting();
    }
}

} // namespace mw::importer
