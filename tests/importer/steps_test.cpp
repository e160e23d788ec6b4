// What a reader sees before, between and after the two steps of an import, and of one that is
// stopped or repeated.

#include "git/setup/error.h"
#include "importer/comparison.h"
#include "importer/steps/changed_entries.h"
#include "importer/steps/progress_meter.h"
#include "store/read/reader.h"
#include "store/user/annotations.h"
#include "support/git.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <stop_token>
#include <utility>

namespace mw::test {
namespace {

class Steps : public testing::Test {
protected:
    Steps() {
        repo_.tag("base", repo_.commit("MAINTAINERS", "A\n").file("file", "0\n"));
        for (int i = 0; i < 200; ++i)
            repo_.commit(fmt::format("d{}/file", i % 7), fmt::format("{}\nx\n", i));
        repo_.tag("v1", repo_.tip());
        repo_.commit("file", "1\n");
        repo_.tag("v2", repo_.tip());
        repo_.write();
    }

    importer::ImportRequest request(const std::string& from, const std::string& to) const {
        return request_for(database_, repo_.path(), from, to);
    }

    store::Release import(const std::string& from, const std::string& to) {
        return importer::run_import(request(from, to), {}, {});
    }

    std::optional<store::Release> stored() const {
        return store::Reader(database_).release("test");
    }

    /// Imports base..v1 and stops as soon as a stage reports.
    void import_until(importer::Stage stage) {
        std::stop_source stop;
        importer::ImportEvents events;
        events.progress = [&](const importer::Progress& progress) {
            if (progress.stage == stage)
                stop.request_stop();
        };
        EXPECT_THROW(importer::run_import(request("base", "v1"), events, stop.get_token()),
                     importer::Cancelled);
    }

    TempDir folder_;
    RepoBuilder repo_{folder_ / "repo"};
    std::filesystem::path database_ = folder_ / "test.db";
};

TEST_F(Steps, CanBeBrowsedBeforeLinesAreCounted) {
    bool browsable = false;
    importer::ImportEvents events;
    events.browsable = [&](const store::Release& release) {
        browsable = true;
        EXPECT_EQ(release.lines, store::LineState::pending);
        const auto imported = read_release(database_, "test");
        EXPECT_EQ(imported.release.lines, store::LineState::pending);
        EXPECT_EQ(imported.changesets.size(), 200U);
        EXPECT_EQ(imported.release.insertions, std::nullopt);
        EXPECT_TRUE(imported.faults.empty());
    };
    const auto release = importer::run_import(request("base", "v1"), events, {});
    EXPECT_TRUE(browsable);
    EXPECT_EQ(release.lines, store::LineState::counted);
    expect_as_git_says(read_release(database_, "test"), repo_.path(), "base", "v1");
}

TEST_F(Steps, WithoutLines) {
    auto no_lines = request("base", "v1");
    no_lines.lines = false;
    const auto release = importer::run_import(no_lines, {}, {});
    EXPECT_EQ(release.lines, store::LineState::not_wanted);
    EXPECT_EQ(release.insertions, std::nullopt);
    EXPECT_EQ(release.files, 200);
    // Asked for later, they are counted.
    EXPECT_EQ(import("base", "v1").lines, store::LineState::counted);
    expect_as_git_says(read_release(database_, "test"), repo_.path(), "base", "v1");
}

TEST_F(Steps, OneJobAndManyGiveTheSame) {
    for (const int jobs : {1, 7}) {
        auto with_jobs = request("base", "v1");
        with_jobs.jobs = jobs;
        importer::run_import(with_jobs, {}, {});
        expect_as_git_says(read_release(database_, "test"), repo_.path(), "base", "v1");
        std::filesystem::remove(database_);
    }
}

TEST_F(Steps, ProgressNamesEveryStageAndEndsComplete) {
    std::map<importer::Stage, importer::Progress> last;
    importer::ImportEvents events;
    events.progress = [&](const importer::Progress& progress) { last[progress.stage] = progress; };
    importer::run_import(request("base", "v1"), events, {});
    EXPECT_EQ(last.size(), 4U);
    EXPECT_EQ(last[importer::Stage::walking].done, 200);
    EXPECT_EQ(last[importer::Stage::reading].done, 200);
    EXPECT_EQ(last[importer::Stage::reading].total, 200);
    EXPECT_EQ(last[importer::Stage::indexing].done, 200);
    EXPECT_EQ(last[importer::Stage::indexing].total, 200);
    EXPECT_EQ(last[importer::Stage::lines].done, 200);
    EXPECT_EQ(last[importer::Stage::lines].total, 200);
}

TEST(Stages, AreNamedByWhatIsDone) {
    using importer::Stage;
    EXPECT_STREQ(importer::to_string(Stage::walking), "finding commits");
    EXPECT_STREQ(importer::to_string(Stage::fetching),
                 "having git fetch what the partial clone lacks");
    EXPECT_STREQ(importer::to_string(Stage::reading), "reading changesets");
    EXPECT_STREQ(importer::to_string(Stage::indexing), "finishing");
    EXPECT_STREQ(importer::to_string(Stage::lines), "counting lines");
}

TEST(ProgressMeter, TheFirstStepHasARate) {
    importer::Progress last;
    importer::ProgressMeter meter([&](const importer::Progress& progress) { last = progress; });
    meter.start(importer::Stage::lines, 3);
    EXPECT_EQ(last.total, 3);
    EXPECT_EQ(last.rate, 0);
    EXPECT_EQ(last.seconds_left, std::nullopt);
    meter.at(1);
    meter.finish();
    EXPECT_EQ(last.done, 1);
    ASSERT_GT(last.rate, 0);
    ASSERT_TRUE(last.seconds_left);
    EXPECT_DOUBLE_EQ(*last.seconds_left, 2 / last.rate);
}

/// A comment or an empty line does not end an entry.
TEST(ChangedEntries, AreWhole) {
    const std::string other = "B\nM:\tb\n\n", rest = "\n# of more\nF:\tx/\n";
    const auto changed =
        importer::changed_entries(other + "A\nM:\ta" + rest, other + "A\nM:\tc" + rest);
    ASSERT_TRUE(changed);
    EXPECT_EQ(changed->before, "A\nM:\ta" + rest + '\n');
    EXPECT_EQ(changed->after, "A\nM:\tc" + rest + '\n');
}

TEST(ChangedEntries, OneOfTwoThatAreTheSame) {
    const std::string one = "A\nM:\ta\nF:\tx/\n";
    const auto changed = importer::changed_entries(one + one, one);
    ASSERT_TRUE(changed);
    EXPECT_EQ(changed->before, one + '\n');
    EXPECT_EQ(changed->after, "");
}

TEST_F(Steps, StoppedInTheFirstStepLeavesTheFileAsItWas) {
    import_until(importer::Stage::reading);
    EXPECT_FALSE(std::filesystem::exists(database_) && stored().has_value());
    import("v1", "v2");
    const auto before = read_bytes(database_);
    import_until(importer::Stage::walking);
    EXPECT_EQ(read_bytes(database_), before);
    import_until(importer::Stage::reading);
    import_until(importer::Stage::indexing);
    EXPECT_EQ(stored()->from_rev, "v1");
    EXPECT_EQ(stored()->changesets, 1);
    expect_as_git_says(read_release(database_, "test"), repo_.path(), "v1", "v2");
}

TEST_F(Steps, StoppedAtTheLinesIsTakenUpAgain) {
    import_until(importer::Stage::lines);
    EXPECT_EQ(stored()->lines, store::LineState::pending);
    EXPECT_EQ(stored()->changesets, 200);
    const auto id = stored()->id;

    std::set<importer::Stage> stages;
    importer::ImportEvents events;
    events.progress = [&](const importer::Progress& progress) { stages.insert(progress.stage); };
    importer::run_import(request("base", "v1"), events, {});
    EXPECT_EQ(stages, std::set{importer::Stage::lines});
    EXPECT_EQ(stored()->id, id);
    expect_as_git_says(read_release(database_, "test"), repo_.path(), "base", "v1");
}

TEST_F(Steps, LinesCanBeResumedByName) {
    import_until(importer::Stage::lines);
    const auto release = importer::resume_lines(database_, "test", {}, {});
    EXPECT_EQ(release.lines, store::LineState::counted);
    expect_as_git_says(read_release(database_, "test"), repo_.path(), "base", "v1");
}

TEST_F(Steps, AnotherRangeIsNotTakenUp) {
    import_until(importer::Stage::lines);
    import("v1", "v2");
    expect_as_git_says(read_release(database_, "test"), repo_.path(), "v1", "v2");
}

TEST_F(Steps, RefreshReplacesTheReleaseAndNoOther) {
    auto other = request("base", "v1");
    other.name = "other";
    importer::run_import(other, {}, {});
    import("base", "v1");
    import("v1", "v2");
    EXPECT_EQ(store::Reader(database_).releases().size(), 2U);
    expect_as_git_says(read_release(database_, "test"), repo_.path(), "v1", "v2");
    expect_as_git_says(read_release(database_, "other"), repo_.path(), "base", "v1");
}

TEST_F(Steps, ReaderKeepsTheOldReleaseWhileItIsReplaced) {
    import("v1", "v2");
    store::Reader reader(database_);
    importer::ImportEvents events;
    bool looked = false;
    events.progress = [&](const importer::Progress& progress) {
        // The stage's first report: its last one comes when the new release is there.
        if (progress.stage != importer::Stage::indexing || std::exchange(looked, true))
            return;
        EXPECT_EQ(reader.release("test")->changesets, 1);
    };
    importer::run_import(request("base", "v1"), events, {});
    EXPECT_TRUE(looked);
    EXPECT_EQ(reader.release("test")->changesets, 200);
}

/// A note does not wait for an import that reads: the database is locked while it is written.
TEST_F(Steps, NotesAreTakenWhileAReleaseIsRead) {
    import("v1", "v2");
    const auto noted = run_git(repo_.path(), {"rev-parse", "v2^{commit}"}).substr(0, 40);
    store::AnnotationStore personal(database_);
    int taken = 0;
    importer::ImportEvents events;
    events.progress = [&](const importer::Progress& progress) {
        // Called on the thread that writes: were the database locked, this would wait for itself.
        if (progress.stage == importer::Stage::indexing)
            return;
        personal.change({noted},
                        [&](store::Annotation& mark) { mark.note = fmt::to_string(++taken); });
    };
    auto both = request("base", "v2");
    importer::run_import(both, events, {});
    EXPECT_GE(taken, 4);
    const auto commit = store::Reader(database_).commit_by_oid(noted);
    ASSERT_TRUE(commit && commit->row.personal);
    EXPECT_EQ(commit->row.personal->note, fmt::to_string(taken));
    expect_as_git_says(read_release(database_, "test"), repo_.path(), "base", "v2");
}

/// What is kept until it is written has no name, and takes no memory.
TEST_F(Steps, NothingIsLeftBesideTheDatabase) {
    const auto files = [&] {
        std::set<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
            names.insert(entry.path().filename().string());
        return names;
    };
    import("v1", "v2");
    const auto before = files();
    import_until(importer::Stage::reading);
    import_until(importer::Stage::indexing);
    import("base", "v1");
    EXPECT_EQ(files(), before);
}

TEST_F(Steps, FailureLeavesTheOldRelease) {
    import("v1", "v2");
    const auto before = read_bytes(database_);
    EXPECT_THROW(import("v2", "v1"), git::Error); // an empty range
    EXPECT_THROW(import("v1", "no-such-revision"), git::Error);
    EXPECT_THROW(import("v1", "v1:file"), git::Error);
    EXPECT_EQ(read_bytes(database_), before);
}

} // namespace
} // namespace mw::test
