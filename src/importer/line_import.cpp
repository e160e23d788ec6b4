#include "importer/line_import.h"

#include "base/object_id.h"
#include "base/utf8.h"
#include "git/commit.h"
#include "git/diff_settings.h"
#include "git/line_count.h"
#include "importer/import.h"
#include "importer/interface_comparison.h"
#include "importer/parallel.h"
#include "importer/release_import.h"
#include "importer/uncounted.h"
#include "interfaces/attribution.h"
#include "store/write/writer.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace mw::importer {

namespace {

constexpr std::size_t changesets_in_a_run = 32;

struct CountedCommit {
    std::size_t task;
    std::vector<store::PathLines> lines;
    std::vector<interfaces::Event> events;
    std::vector<std::string> code; ///< files of C among those that the events are of
};

struct CountedRun {
    std::vector<CountedCommit> commits;
    UncountedFiles uncounted;
    bool any_compared = false; ///< contents were read, so that the clone has some
};

class LineWorker {
public:
    LineWorker(const git::Repository& repository, const git::ObjectId& range_end,
               const std::vector<store::LineTask>& tasks)
        : repository_(std::make_unique<git::Repository>(repository.reopen())),
          settings_(*repository_, range_end), tasks_(tasks) {}

    CountedRun operator()(Run run) {
        CountedRun counted;
        for (std::size_t i = run.begin; i < run.end; ++i)
            count(i, counted);
        return counted;
    }

private:
    git::ObjectId tree_of(const std::string& commit) const {
        if (commit.empty())
            return {};
        const auto id = git::ObjectId::from_bytes(commit.data());
        return git::parse_commit_links(repository_->read(id, git::ObjectType::commit).data()).tree;
    }

    void count(std::size_t position, CountedRun& run) {
        const auto& task = tasks_[position];
        CountedCommit commit{position, {}, {}, {}};
        changes_.clear();
        git::compare_trees(*repository_, tree_of(task.first_parent), tree_of(task.oid), changes_);
        // The store knows paths as text and sorts them by its bytes.
        std::ranges::sort(changes_, {}, [](const git::TreeChange& change) {
            return git::path_text(change.path);
        });
        commit.lines.reserve(changes_.size());
        for (const auto& change : changes_) {
            const auto counted =
                git::count_lines(*repository_, change,
                                 {settings_.of(change.path, change.old_mode),
                                  settings_.of(change.path, change.new_mode)},
                                 git::largest_compared, interface_visitor(change.path, commit));
            if (counted.unread != git::Unread::none)
                run.uncounted.add(counted, change, position, git::to_hex(task.oid));
            else
                run.any_compared =
                    run.any_compared || (change.old_id != change.new_id && !counted.binary);
            commit.lines.push_back({static_cast<std::int32_t>(counted.insertions),
                                    static_cast<std::int32_t>(counted.deletions), counted.binary,
                                    reason_of(counted.unread)});
        }
        run.commits.push_back(std::move(commit));
    }

    /// Looks at what a changeset does to a file that tells of interfaces; empty for other files.
    static git::TextVisitor interface_visitor(const std::string& path, CountedCommit& commit) {
        const auto source = interfaces::source_of(path);
        if (source == interfaces::Source::none)
            return {};
        return [source, &path, &commit](std::string_view old_text, std::string_view new_text) {
            auto events = interfaces::find_events(source, path, old_text, new_text);
            if (source == interfaces::Source::code && !events.empty())
                commit.code.push_back(path);
            std::ranges::move(events, std::back_inserter(commit.events));
        };
    }

    std::unique_ptr<git::Repository> repository_; ///< does not move: the settings read from it
    git::DiffSettingsReader settings_;
    const std::vector<store::LineTask>& tasks_;
    std::vector<git::TreeChange> changes_;
};

/// What is known of interfaces while the changesets are read.
struct InterfaceFinder {
    /// Nothing where the clone lacks a file that it takes.
    std::optional<std::vector<interfaces::InterfaceChange>> find(const git::Repository& repository,
                                                                 const store::Release& release,
                                                                 int jobs,
                                                                 const std::stop_token& stop);

    interfaces::Attribution attribution;
    std::set<std::string> code;
};

std::optional<std::vector<interfaces::InterfaceChange>>
InterfaceFinder::find(const git::Repository& repository, const store::Release& release, int jobs,
                      const std::stop_token& stop) {
    const auto from = git::ObjectId::from_hex(release.from_oid),
               to = git::ObjectId::from_hex(release.to_oid);
    if (!from || !to || !repository.contains(*from))
        return std::nullopt;
    // What a range does to a file of C, its changesets did, unless it parts from another line.
    interfaces::TreeComparison::CodeFilter wanted;
    if (release.from_is_ancestor)
        wanted = [this](const std::string& path) { return code.contains(path); };
    auto found = compare_interfaces({repository, *from}, {repository, *to}, jobs, stop, wanted);
    if (stop.stop_requested())
        throw Cancelled();
    if (!found.unread.empty())
        return std::nullopt;
    return attribution.attribute(std::move(found.differences));
}

} // namespace

store::Release count_release_lines(const std::filesystem::path& database,
                                   const std::string& release_name,
                                   const git::Repository& repository,
                                   const git::ObjectId& range_end, int jobs, ProgressMeter& meter,
                                   std::stop_token stop) {
    const auto started = std::chrono::steady_clock::now();
    const auto seconds = [&started] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    };
    store::LineWriter writer(database, release_name);
    const auto release = writer.release();
    const auto tasks = writer.tasks();
    InterfaceFinder finder;
    meter.start(Stage::lines, static_cast<std::int64_t>(tasks.size()));
    UncountedFiles uncounted;
    bool any_compared = false;
    std::int64_t files = 0;
    for_each_run<CountedRun>(
        tasks.size(), worker_count(jobs), changesets_in_a_run, stop,
        [&] { return LineWorker(repository, range_end, tasks); },
        [&](CountedRun counted) {
            for (auto& commit : counted.commits) {
                const auto& task = tasks[commit.task];
                writer.add(task.commit, commit.lines);
                finder.code.insert(commit.code.begin(), commit.code.end());
                finder.attribution.add(commit.task, git::to_hex(task.oid),
                                       std::move(commit.events));
                files += std::ssize(commit.lines);
            }
            uncounted.add(counted.uncounted);
            any_compared = any_compared || counted.any_compared;
            meter.advance(static_cast<std::int64_t>(counted.commits.size()));
        });
    if (stop.stop_requested())
        throw Cancelled();
    if (!uncounted.all_left_out() || any_compared)
        if (auto changes = finder.find(repository, release, jobs, stop))
            writer.set_interfaces(std::move(*changes));
    meter.finish();
    const auto total = uncounted.total();
    if (total == 0)
        return writer.commit({store::LineState::counted, seconds()});
    if (uncounted.all_left_out() && !any_compared)
        return store::LineWriter(database, release_name)
            .commit({store::LineState::unavailable, seconds(), total});
    return writer.commit({store::LineState::partly, seconds(), total, uncounted.remark(files)});
}

} // namespace mw::importer
