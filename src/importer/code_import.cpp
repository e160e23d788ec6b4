#include "importer/code_import.h"

#include "base/object_id.h"
#include "git/setup/error.h"
#include "importer/release_import.h"
#include "importer/steps/changeset_contents.h"
#include "importer/steps/parallel.h"
#include "importer/steps/progress_meter.h"
#include "store/read/reader.h"
#include "store/sql/error.h"
#include "store/write/writer.h"

#include <string>
#include <utility>
#include <vector>

namespace mw::importer {

namespace {

constexpr std::size_t indexed_in_a_run = 32;

struct IndexedRun {
    std::vector<std::pair<std::size_t, std::string>> words; ///< by task
    bool any_read = false;                                  ///< the clone has contents
    std::int64_t unread = 0;                                ///< files
};

class IndexWorker {
public:
    IndexWorker(const git::Repository& repository, const git::ObjectId& range_end,
                const std::vector<store::LineTask>& tasks)
        : contents_(repository, range_end), tasks_(tasks) {}

    IndexedRun operator()(Run run) {
        IndexedRun indexed;
        for (std::size_t i = run.begin; i < run.end; ++i) {
            for (const auto& change : contents_.compare(tasks_[i]))
                if (contents_.count(change).unread != git::Unread::none)
                    ++indexed.unread;
            indexed.words.emplace_back(i, contents_.take_words());
        }
        indexed.any_read = contents_.any_read();
        return indexed;
    }

private:
    ChangesetContents contents_;
    const std::vector<store::LineTask>& tasks_;
};

store::Release index_from(const git::Repository& repository, const store::Release& release,
                          store::LineWriter& writer, ProgressMeter& meter,
                          const std::stop_token& stop) {
    const auto range_end = git::ObjectId::from_hex(release.to_oid).value_or(git::ObjectId{});
    const auto tasks = writer.all_tasks();
    bool any_read = false;
    std::int64_t unread = 0;
    meter.start(Stage::lines, static_cast<std::int64_t>(tasks.size()));
    for_each_run<IndexedRun>(
        tasks.size(), worker_count(0), indexed_in_a_run, stop,
        [&] { return IndexWorker(repository, range_end, tasks); },
        [&](IndexedRun& indexed) {
            for (const auto& [task, words] : indexed.words)
                writer.add_code(tasks[task].commit, words);
            any_read = any_read || indexed.any_read;
            unread += indexed.unread;
            meter.advance(static_cast<std::int64_t>(indexed.words.size()));
        });
    if (stop.stop_requested())
        throw Cancelled();
    meter.finish();
    if (!any_read && unread > 0)
        throw git::Error(
            "The clone {} lacks the contents of all {} files that '{}' changed, so its "
            "code cannot be searched. Fetch them with git, or import the release from "
            "a clone that has them.",
            repository.path().string(), unread, release.name);
    return writer.commit_code();
}

} // namespace

store::Release index_code(const std::filesystem::path& database, const std::string& release_name,
                          const ImportEvents& events, const std::stop_token& stop) {
    const auto release = store::Reader(database).release(release_name);
    if (!release)
        throw store::Error("{} has no release '{}'.", database.string(), release_name);
    if (release->code == store::CodeState::read)
        return *release;
    if (release->bundled || release->repository.empty())
        throw store::Error("'{}' was imported from no clone, so there is no code to index. Import "
                           "the release from a clone of the kernel.",
                           release->name);
    ProgressMeter meter(events.progress);
    try {
        const git::Repository repository(release->repository, stop);
        store::LineWriter writer(database, release->name);
        return index_from(repository, *release, writer, meter, stop);
    } catch (const git::Stopped&) {
        throw Cancelled();
    }
}

} // namespace mw::importer
