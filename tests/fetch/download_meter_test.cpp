// What is told of a download while it goes on.

#include "fetch/download_meter.h"
#include "fetch/release_fetch.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <optional>

namespace mw::fetch {
namespace {

DownloadProgress told_of(std::int64_t expected, const GitProgress& git) {
    DownloadProgress told;
    DownloadMeter meter([&told](const DownloadProgress& progress) { told = progress; });
    meter.expect(expected, 1);
    meter.start_part(1);
    meter.take(git);
    return told;
}

TEST(DownloadMeter, TellsTheTimeThatIsLeftOnceItKnowsTheRate) {
    const auto known = told_of(1000, {GitProgress::Step::receiving, 1, 100, 200, 400});
    EXPECT_EQ(known.bytes_expected, 1000);
    ASSERT_TRUE(known.seconds_left);
    EXPECT_EQ(*known.seconds_left, 2);
    EXPECT_FALSE(told_of(1000, {GitProgress::Step::receiving, 1, 100, 200, 0}).seconds_left);
    EXPECT_FALSE(told_of(0, {GitProgress::Step::receiving, 1, 100, 0, 400}).seconds_left);
}

TEST(ReleaseFetch, OfTheWholeHistoryExpectsAllOfIt) {
    const test::TempDir folder;
    test::RepoBuilder repo(folder / "repo");
    repo.tag("v6.6", repo.commit("Makefile", "6.6\n"));
    repo.tag("v6.7", repo.commit("Makefile", "6.7\n"));
    repo.write();
    std::int64_t planned = 0;
    std::optional<std::int64_t> first;
    FetchEvents events;
    events.planned = [&](const FetchPlan& plan) { planned = plan.bytes_expected; };
    events.progress = [&](const DownloadProgress& progress) {
        if (progress.parts > 0 && !first)
            first = progress.bytes_expected;
    };
    FetchRequest request{"v6.7", repo.path().string(), folder / "whole.git", true};
    fetch_release(request, events, {});
    const auto name = release_name("v6.7").value();
    EXPECT_EQ(planned, expected_bytes(name, true));
    EXPECT_EQ(first, planned);
    EXPECT_GT(planned, expected_bytes(name, false));
}

} // namespace
} // namespace mw::fetch
