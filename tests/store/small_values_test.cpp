#include "base/utc_time.h"
#include "store/db/pull_title.h"

#include <gtest/gtest.h>

namespace mw::store {
namespace {

TEST(TimeValues, AreRead) {
    constexpr Seconds day = 1'698'969'600; // 2023-11-03
    EXPECT_EQ(parse_time("2023-11-03"), day);
    EXPECT_EQ(parse_time("2023-11-03T12:30"), day + 12 * 3600 + 30 * 60);
    EXPECT_EQ(parse_time("2023-11-03 12:30:15Z"), day + 12 * 3600 + 30 * 60 + 15);
    EXPECT_EQ(parse_time("1698969600"), day);
    EXPECT_EQ(parse_time("0"), 0);
    EXPECT_EQ(parse_time("2024-02-29"), 1'709'164'800);
    EXPECT_EQ(parse_time("1969-12-31"), -86'400);
    for (const auto* wrong :
         {"", "yesterday", "2023-13-01", "2023-02-30", "2023-02-29", "2023-11-3", "2023-11-03T",
          "2023-11-03T24:00", "2023-11-03T12:60", "2023-11-03T12:00:60", "2023-11-03x",
          "2023-11-03T12:00:00+01:00", "99999999999999999999", "20-11-03", "-2023-11-03", "12 "})
        EXPECT_EQ(parse_time(wrong), std::nullopt) << wrong;
}

TEST(TimeValues, AreShownAsClocksShowedThem) {
    EXPECT_EQ(format_time(1'698'969'600), "2023-11-03 00:00:00 +0000");
    EXPECT_EQ(format_time(1'698'969'600, 330), "2023-11-03 05:30:00 +0530");
    EXPECT_EQ(format_time(1'698'969'600, -90), "2023-11-02 22:30:00 -0130");
    EXPECT_EQ(format_time(-1), "1969-12-31 23:59:59 +0000");
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
