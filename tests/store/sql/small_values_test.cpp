#include "base/calendar.h"
#include "base/utc_time.h"
#include "store/rows/pull_title.h"

#include <gtest/gtest.h>

namespace mw::store {
namespace {

TEST(TimeValues, AreRead) {
    constexpr Seconds day = 1'698'969'600; // 2023-11-03
    EXPECT_EQ(parse_time("2023-11-03"), day);
    EXPECT_EQ(parse_time("2023-11-03T12:30"), day + 12 * 3600 + 30 * 60);
    EXPECT_EQ(parse_time("2023-11-03 12:30:15Z"), day + 12 * 3600 + 30 * 60 + 15);
    EXPECT_EQ(parse_time("1698969600"), day);
    EXPECT_EQ(parse_time("@1698969600"), day);
    EXPECT_EQ(parse_time("@0"), 0);
    EXPECT_EQ(parse_time("@2023"), 2023);
    EXPECT_EQ(parse_time("@-1"), -1);
    EXPECT_EQ(parse_time("100000000"), 100'000'000);
    EXPECT_EQ(parse_time("2023"), 1'672'531'200);
    EXPECT_EQ(parse_time("2023-11"), 1'698'796'800);
    EXPECT_EQ(parse_time("20231103"), day);
    EXPECT_EQ(parse_time("1970"), 0);
    EXPECT_EQ(parse_time("2024-02-29"), 1'709'164'800);
    EXPECT_EQ(parse_time("1969-12-31"), -86'400);
    for (const auto* wrong : {"",
                              "yesterday",
                              "2023-13-01",
                              "2023-02-30",
                              "2023-02-29",
                              "2023-11-3",
                              "2023-11-03T",
                              "2023-11-03T24:00",
                              "2023-11-03T12:60",
                              "2023-11-03T12:00:60",
                              "2023-11-03x",
                              "2023-11-03T12:00:00+01:00",
                              "99999999999999999999",
                              "20-11-03",
                              "-2023-11-03",
                              "12 ",
                              "0",
                              "1",
                              "12",
                              "202",
                              "20231",
                              "202311",
                              "2023110",
                              "20231301",
                              "20230229",
                              "2023-",
                              "2023-1",
                              "2023-11-",
                              "2023-13",
                              "2023x",
                              "2023T12:00",
                              "2023-11T12:00",
                              "@",
                              "@x",
                              "@1x",
                              "@ 1",
                              "-1",
                              "@99999999999999999999",
                              "2023 11",
                              "2023/11/03",
                              "20231103T12:00x"})
        EXPECT_EQ(parse_time(wrong), std::nullopt) << wrong;
}

TEST(TimeValues, AreShownAsClocksShowedThem) {
    EXPECT_EQ(format_time(1'698'969'600), "2023-11-03 00:00:00 +0000");
    EXPECT_EQ(format_time(1'698'969'600, 530), "2023-11-03 05:30:00 +0530");
    EXPECT_EQ(format_time(1'698'969'600, -130), "2023-11-02 22:30:00 -0130");
    EXPECT_EQ(format_time(-1), "1969-12-31 23:59:59 +0000");
    // As `git log --date=iso` has them.
    EXPECT_EQ(format_time(1'700'000'000, 9999), "2023-11-19 02:52:20 +9999");
    EXPECT_EQ(format_time(1'700'000'000, 60), "2023-11-14 23:13:20 +0060");
    EXPECT_EQ(format_time(1'700'000'000, 99999), "2023-12-26 14:52:20 +99999");
    EXPECT_EQ(format_time(1'700'000'000, -30), "2023-11-14 21:43:20 -0030");
    EXPECT_EQ(format_time(99'999'999'999'999), "3170843-11-07 09:46:39 +0000");
    EXPECT_EQ(format_time(9'999'999'999'999'999, 100), "316889355-01-25 18:46:39 +0100");
    EXPECT_EQ(format_time(67'768'036'191'676'800, 100), "1970-01-01 00:00:00 +0000");
    EXPECT_EQ(format_time(951'782'400), "2000-02-29 00:00:00 +0000");
    EXPECT_EQ(format_date(99'999'999'999'999), "3170843-11-07");
    for (const Seconds day : {Seconds{0}, Seconds{-86'400}, Seconds{253'402'300'800} * 4,
                              Seconds{-62'167'219'200 - 86'400}, Seconds{1'698'969'600}})
        EXPECT_EQ(parse_time(day_to_read(day)), day);
}

TEST(PullTitles, AreShortenedToOwnerTreeAndTag) {
    EXPECT_EQ(pull_label("Merge tag 'x-1' of git://host.org/davem/net-next.git"),
              "davem/net-next x-1");
    EXPECT_EQ(pull_label("Merge git://host.org/pub/scm/x.git"), "host.org/x");
    EXPECT_EQ(pull_label("Merge git://host.org/davem//net/"), "davem/net");
    EXPECT_EQ(pull_label("Merge branch 'x' of ../../../git/linux"), "git/linux x"); // no server
    EXPECT_EQ(pull_label("Merge branch 'topic'"), "Merge branch 'topic'");
}

TEST(PullTitles, NameTheirSource) {
    const auto source = [](const char* title) {
        const auto [tree, tag] = parse_pull_title(title);
        return tree + "|" + tag;
    };
    EXPECT_EQ(source("Merge tag 'io_uring-futex-2023-10-30' of git://git.kernel.dk/linux"),
              "git://git.kernel.dk/linux|io_uring-futex-2023-10-30");
    EXPECT_EQ(source("Merge branch 'for-linus' of git://host/tree"), "git://host/tree|");
    EXPECT_EQ(source("Merge branches 'a', 'b' and 'c' of git://host/tree into x"),
              "git://host/tree|");
    EXPECT_EQ(source("Merge git://host/tree"), "git://host/tree|");
    EXPECT_EQ(source("Merge master.kernel.org:/home/rmk/linux-2.6-arm"),
              "master.kernel.org:/home/rmk/linux-2.6-arm|");
    EXPECT_EQ(source("Merge branch 'topic' into master"), "|");
    EXPECT_EQ(source("Merge branch 'topic'"), "|");
    EXPECT_EQ(source("Merge tag 'v1'"), "|v1");
    EXPECT_EQ(source("Merge tag 'unclosed"), "|unclosed");
    EXPECT_EQ(source("Merge "), "|");
    EXPECT_EQ(source(""), "|");
    EXPECT_EQ(source("net: fix a merge of git://host/tree"), "|");
}

} // namespace
} // namespace mw::store
