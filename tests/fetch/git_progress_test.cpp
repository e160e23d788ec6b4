#include "fetch/download_meter.h"
#include "fetch/git_progress.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace mw::fetch {
namespace {

using Step = GitProgress::Step;

TEST(GitProgress, LinesAreRead) {
    EXPECT_EQ(git_progress_of("remote: Enumerating objects: 1234, done."),
              (GitProgress{Step::preparing, 1234, 0, 0, 0}));
    EXPECT_EQ(git_progress_of("remote: Counting objects:   7% (12/170)        "),
              (GitProgress{Step::preparing, 12, 170, 0, 0}));
    EXPECT_EQ(git_progress_of("Receiving objects:  12% (1200/10000)"),
              (GitProgress{Step::receiving, 1200, 10000, 0, 0}));
    EXPECT_EQ(git_progress_of("Receiving objects:  12% (1200/10000), 1.50 MiB | 512.00 KiB/s"),
              (GitProgress{Step::receiving, 1200, 10000, 1'572'864, 524'288}));
    EXPECT_EQ(git_progress_of("Receiving objects: 100% (5/5), 610 bytes | 610.00 KiB/s, done."),
              (GitProgress{Step::receiving, 5, 5, 610, 624'640}));
    EXPECT_EQ(git_progress_of("Resolving deltas: 100% (8/8), done."),
              (GitProgress{Step::resolving, 8, 8, 0, 0}));
    for (const char* const line : {"", "fatal: early EOF", "Receiving objects: ", "remote: ",
                                   "Receiving objects: 12% (1200", "From git://host/linux"})
        EXPECT_FALSE(git_progress_of(line)) << line;
}

TEST(GitProgress, TextIsCutIntoLines) {
    std::vector<std::string> lines;
    GitLines cut([&lines](std::string_view line) { lines.emplace_back(line); });
    cut.add("Counting: 1\rCoun");
    cut.add("ting: 2\n");
    cut.add("fatal: end");
    cut.finish();
    EXPECT_EQ(lines, (std::vector<std::string>{"Counting: 1", "Counting: 2", "fatal: end"}));
}

TEST(DownloadMeter, ThePartsMakeOneDownload) {
    std::vector<DownloadProgress> seen;
    DownloadMeter meter([&seen](const DownloadProgress& progress) { seen.push_back(progress); });
    meter.expect(100'000'000, 2);
    EXPECT_EQ(seen.back().bytes_expected, 100'000'000);
    meter.start_part(0.5);
    meter.take({Step::receiving, 50, 100, 20'000'000, 1'000'000});
    EXPECT_EQ(seen.back().part, 1);
    EXPECT_EQ(seen.back().bytes, 20'000'000);
    EXPECT_EQ(seen.back().bytes_expected, 80'000'000); // 40 in this part, as much again
    EXPECT_DOUBLE_EQ(*seen.back().seconds_left, 60);
    meter.take({Step::receiving, 100, 100, 40'000'000, 1'000'000});
    meter.start_part(0.5);
    EXPECT_EQ(seen.back().bytes, 40'000'000);
    meter.take({Step::receiving, 10, 100, 1'000'000, 1'000'000});
    EXPECT_EQ(seen.back().bytes, 41'000'000);
    EXPECT_EQ(seen.back().bytes_expected, 50'000'000);
}

TEST(DownloadMeter, WhatIsThereIsNotExpected) {
    DownloadProgress last;
    DownloadMeter meter([&last](const DownloadProgress& progress) { last = progress; });
    meter.expect(100, 4);
    meter.skip_part(0.25);
    meter.start_part(0.25);
    EXPECT_EQ(last.part, 2);
    EXPECT_EQ(last.bytes_expected, 75);
}

} // namespace
} // namespace mw::fetch
