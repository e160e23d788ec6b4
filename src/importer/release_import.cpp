#include "importer/release_import.h"

#include "base/message.h"
#include "git/history/bringing_merges.h"
#include "git/text/commit.h"
#include "importer/steps/commit_reader.h"
#include "importer/steps/parallel.h"
#include "store/sql/stop_scope.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <thread>

namespace mw::importer {

namespace {

constexpr std::size_t commits_in_a_run = 64;

/// What writing costs for each commit, about, beside threads that read: an import begins to write
/// when what was read takes as long to be written as the rest takes to be read. Both are over at
/// about the same time then, and the file is locked no longer than it takes to write.
constexpr double seconds_to_write = 150e-6;
/// Fewer are written in no time.
constexpr std::size_t fewest_to_write_early = 2'000;
/// Where the rest is read within so many seconds nobody minds the lock, and writing begins at once.
constexpr double short_lock = 3;
/// Before that many were read nothing can be said.
constexpr std::size_t fewest_to_guess = 512;

bool is_time_to_write(std::size_t read, std::size_t all, double seconds) {
    const auto left = static_cast<double>(all - read) / static_cast<double>(read) * seconds;
    return all >= fewest_to_write_early && read >= fewest_to_guess &&
           left <= std::max(short_lock, static_cast<double>(read) * seconds_to_write);
}

/// A clock that was so wrong that no calendar has its day must not stretch every chart.
Seconds landing_time(Seconds commit_time) {
    constexpr Seconds end_of_9999 = 253'402'300'799;
    return std::clamp<Seconds>(commit_time, 0, end_of_9999);
}

} // namespace

int worker_count(int wanted) {
    if (wanted > 0)
        return wanted;
    return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

/// What one thread does with a run of commits; owns its repository handle and its classifier.
class ReleaseImport::Worker {
public:
    explicit Worker(const ReleaseImport& import)
        : import_(import), history_(import.history_), reader_(import.repository_),
          classifier_(import.sources_.rules, import.sources_.maintainers) {}

    Batch operator()(Run run) {
        Batch batch;
        batch.reserve(run.end - run.begin);
        for (std::size_t position = run.begin; position < run.end; ++position)
            batch.push_back({position, read(position)});
        return batch;
    }

private:
    store::NewCommit read(std::size_t position) {
        const auto index = static_cast<git::History::Index>(position);
        const auto& entry = history_.commits()[position];
        auto commit = read(entry, kind_of(index));
        commit.landed_time = landing_time(history_.commits()[entry.landed_by].commit_time);
        if (!entry.mainline && history_.is_merge(entry.landed_by))
            commit.pull = entry.landed_by;
        if (const auto merge = import_.bringing_[position];
            commit.pull && merge != git::History::none && merge != *commit.pull)
            commit.brought_by = merge;
        if (commit.kind == store::CommitKind::changeset)
            classify(entry, commit);
        else // Its place follows when all it brought has one.
            commit.reason = base::Message("not sorted yet").stored();
        return commit;
    }

    store::NewCommit read(const git::History::Commit& entry, store::CommitKind kind) {
        if (import_.ahead_ == nullptr)
            return reader_.read(entry, kind);
        if (auto read = import_.ahead_->take(entry.id))
            return *std::move(read);
        if (const auto object = import_.ahead_->object_of(entry.id))
            return reader_.read(entry, kind, *object);
        return reader_.read(entry, kind);
    }

    std::string title_of(const git::ObjectId& merge) const {
        if (import_.ahead_ != nullptr)
            if (const auto object = import_.ahead_->object_of(merge))
                return git::parse_commit(merge, *object).subject;
        const auto object = reader_.repository().read(merge, git::ObjectType::commit);
        return git::parse_commit(merge, object.data()).subject;
    }

    store::CommitKind kind_of(git::History::Index index) const {
        if (!history_.is_merge(index))
            return store::CommitKind::changeset;
        return history_.commits()[index].mainline ? store::CommitKind::pull
                                                  : store::CommitKind::branch_merge;
    }

    void classify(const git::History::Commit& entry, store::NewCommit& commit) {
        // Commits that landed together are neighbours, so a pull's title is read about once.
        if (entry.landed_by != pull_) {
            pull_ = entry.landed_by;
            pull_title_ =
                history_.is_merge(pull_) ? title_of(history_.commits()[pull_].id) : std::string();
        }
        classify::Subject subject;
        subject.title = commit.subject;
        subject.pull_title = pull_title_;
        for (const auto& file : commit.paths) {
            subject.paths.emplace_back(file.path);
            subject.statuses.push_back(file.status);
        }
        auto verdict = classifier_.classify(subject);
        commit.place = verdict.place;
        commit.subsystem = std::move(verdict.subsystem);
        commit.reason = verdict.reason.stored();
        commit.adds = std::move(verdict.adds);
    }

    const ReleaseImport& import_;
    const git::History& history_;
    CommitReader reader_;
    classify::Classifier classifier_;
    git::History::Index pull_ = git::History::none;
    std::string pull_title_;
};

ReleaseImport::ReleaseImport(const ImportRequest& request, const git::Repository& repository,
                             const git::History& history, ReleaseSources sources,
                             ProgressMeter& meter, std::stop_token stop)
    : request_(request), repository_(repository), history_(history), sources_(std::move(sources)),
      meter_(meter), stop_(std::move(stop)) {}

store::Release ReleaseImport::run(const store::Release& meta, const std::string& fingerprint,
                                  double seconds_before) {
    const auto started = std::chrono::steady_clock::now();
    const auto seconds_since_start = [&started] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    };
    const std::size_t count = history_.commits().size();
    meter_.start(Stage::reading, static_cast<std::int64_t>(count));
    const store::StopScope scope(stop_);
    store::ReleaseWriter writer(request_.database, meta, fingerprint,
                                earlier_ ? std::optional(std::move(earlier_->growth))
                                         : std::nullopt);
    writer.expect(count);
    if (!sources_.maintainers_text.empty())
        writer.keep_file("MAINTAINERS", sources_.maintainers_text);
    if (sources_.mailmap)
        writer.keep_file(".mailmap", *sources_.mailmap);
    std::vector<classify::SectionKey> places(count);
    // This thread writes what they read: another one would only take turns with it.
    const int readers = std::max(1, worker_count(request_.jobs) - 1);
    auto contents = read_graph();
    if (ahead_ != nullptr)
        ahead_->finish();
    for_each_run<Batch>(
        count, readers, commits_in_a_run, stop_, [this] { return Worker(*this); },
        [&](Batch& batch) {
            if (stop_.stop_requested())
                return;
            for (const auto& item : batch) {
                writer.add(item.position, item.commit);
                places[item.position] = item.commit.place;
                if (item.commit.kind != store::CommitKind::changeset)
                    merge_titles_.emplace(item.position, item.commit.subject);
            }
            if (!writer.is_writing() &&
                is_time_to_write(writer.size(), count, seconds_since_start()))
                writer.start_writing();
            meter_.advance(static_cast<std::int64_t>(batch.size()));
        });
    if (stop_.stop_requested())
        throw Cancelled();
    meter_.finish();

    place_merges(writer, contents, places);
    meter_.start(Stage::indexing, static_cast<std::int64_t>(writer.size()));
    auto release =
        writer.commit(seconds_before + seconds_since_start(), [this](std::size_t written) {
            if (stop_.stop_requested())
                throw Cancelled();
            meter_.at(static_cast<std::int64_t>(written));
        });
    meter_.finish();
    return release;
}

git::MergeContents ReleaseImport::read_graph() {
    std::vector<git::MergeContents::Node> nodes;
    std::vector<bool> mainline;
    for (git::History::Index i = 0; i < history_.commits().size(); ++i) {
        const auto parents = history_.parents(i);
        nodes.push_back({history_.commits()[i].id, {parents.begin(), parents.end()}});
        mainline.push_back(history_.commits()[i].mainline);
    }
    // What came before this history was brought by what came before it.
    bringing_ = git::bringing_merges(nodes, mainline);
    if (!earlier_)
        return git::MergeContents(nodes);
    auto all = std::move(earlier_->nodes);
    std::ranges::move(nodes, std::back_inserter(all));
    return git::MergeContents(all);
}

void ReleaseImport::place_merges(store::ReleaseWriter& writer, git::MergeContents& contents,
                                 const std::vector<classify::SectionKey>& places) {
    // A merge back from the mainline brings what landed before.
    std::vector<classify::SectionKey> all_places;
    if (earlier_)
        all_places = std::move(earlier_->places);
    const auto before = all_places.size();
    all_places.insert(all_places.end(), places.begin(), places.end());
    for (git::History::Index i = 0; i < places.size(); ++i) {
        if (stop_.stop_requested())
            throw Cancelled();
        if (!history_.is_merge(i))
            continue;
        std::vector<classify::SectionKey> brought;
        for (const auto position : contents.brought(before + i))
            brought.push_back(all_places[position]);
        const auto verdict =
            classify::classify_merge(*sources_.rules, merge_titles_.at(i), brought);
        writer.set_place(i, verdict.place, verdict.reason.stored());
    }
}

} // namespace mw::importer
