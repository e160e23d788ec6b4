#include "importer/line_import.h"

#include "base/utf8.h"
#include "git/commit.h"
#include "git/diff_settings.h"
#include "git/line_count.h"
#include "importer/import.h"
#include "importer/parallel.h"
#include "importer/release_import.h"
#include "importer/uncounted.h"
#include "store/write/writer.h"

#include <algorithm>
#include <chrono>
#include <memory>

namespace mw::importer {

namespace {

constexpr std::size_t changesets_in_a_run = 32;

struct CountedCommit {
    store::RowId commit;
    std::vector<store::PathLines> lines;
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
            counted.commits.push_back({tasks_[i].commit, count(i, counted)});
        return counted;
    }

private:
    git::ObjectId tree_of(const std::string& commit) const {
        if (commit.empty())
            return {};
        const auto id = git::ObjectId::from_bytes(commit.data());
        return git::parse_commit_links(repository_->read(id, git::ObjectType::commit).data()).tree;
    }

    std::vector<store::PathLines> count(std::size_t position, CountedRun& run) {
        const auto& task = tasks_[position];
        changes_.clear();
        git::compare_trees(*repository_, tree_of(task.first_parent), tree_of(task.oid), changes_);
        // The store knows paths as text and sorts them by its bytes.
        std::ranges::sort(changes_, {}, [](const git::TreeChange& change) {
            return git::path_text(change.path);
        });
        std::vector<store::PathLines> lines;
        lines.reserve(changes_.size());
        for (const auto& change : changes_) {
            const auto counted = git::count_lines(*repository_, change,
                                                  {settings_.of(change.path, change.old_mode),
                                                   settings_.of(change.path, change.new_mode)});
            if (counted.unread != git::Unread::none)
                run.uncounted.add(counted, change, position, git::to_hex(task.oid));
            else
                run.any_compared = run.any_compared ||
                                   (change.old_id != change.new_id && !counted.binary);
            lines.push_back({static_cast<std::int32_t>(counted.insertions),
                             static_cast<std::int32_t>(counted.deletions), counted.binary,
                             reason_of(counted.unread)});
        }
        return lines;
    }

    std::unique_ptr<git::Repository> repository_; ///< does not move: the settings read from it
    git::DiffSettingsReader settings_;
    const std::vector<store::LineTask>& tasks_;
    std::vector<git::TreeChange> changes_;
};

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
    const auto tasks = writer.tasks();
    meter.start(Stage::lines, static_cast<std::int64_t>(tasks.size()));
    UncountedFiles uncounted;
    bool any_compared = false;
    std::int64_t files = 0;
    for_each_run<CountedRun>(
        tasks.size(), worker_count(jobs), changesets_in_a_run, stop,
        [&] { return LineWorker(repository, range_end, tasks); },
        [&](const CountedRun& counted) {
            for (const auto& commit : counted.commits) {
                writer.add(commit.commit, commit.lines);
                files += std::ssize(commit.lines);
            }
            uncounted.add(counted.uncounted);
            any_compared = any_compared || counted.any_compared;
            meter.advance(static_cast<std::int64_t>(counted.commits.size()));
        });
    if (stop.stop_requested())
        throw Cancelled();
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
