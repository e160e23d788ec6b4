#include "classify/title.h"

#include <gtest/gtest.h>

namespace mw::classify {
namespace {

using Scopes = std::vector<std::string>;

TEST(Title, WhatStandsBeforeTheColonsIsTheScope) {
    EXPECT_EQ(read_title("net: phy: marvell: Add support").scopes, Scopes{"net: phy: marvell"});
    EXPECT_EQ(read_title("Linux 6.7-rc1").scopes, Scopes{});
}

TEST(Title, PartsOfAListAreScopesOfTheirOwn) {
    EXPECT_EQ(read_title("x86, mm: Fix it").scopes, (Scopes{"x86, mm", "x86", "mm"}));
}

TEST(Title, TagsAndDashesAreScopes) {
    EXPECT_EQ(read_title("[SCSI] lpfc: Fix it").scopes, Scopes{"scsi: lpfc"});
    EXPECT_EQ(read_title("ALSA: hda - Fix it").scopes, Scopes{"alsa: hda"});
    EXPECT_EQ(read_title("[PATCH 3/4] mm: Fix it").scopes, Scopes{"mm"});
}

TEST(Title, RevertIsAboutWhatItReverts) {
    EXPECT_EQ(read_title("Revert \"drm/i915: Fix it\"").scopes, Scopes{"drm/i915"});
}

TEST(Title, PatchNumbersAreNoPartOfTheScope) {
    EXPECT_EQ(read_title("ARM: 6104/1: nomadik-gpio: use clk API").scopes,
              Scopes{"arm: nomadik-gpio"});
    EXPECT_EQ(read_title("V4L/DVB (12795): tm6000: fix").scopes, Scopes{"v4l/dvb: tm6000"});
}

TEST(Title, ALongSentenceBeforeAColonIsNoScope) {
    EXPECT_EQ(read_title("Fix what nobody has ever seen before: the end").scopes, Scopes{});
}

TEST(Title, StatementIsWhatFollowsAsWritten) {
    EXPECT_EQ(statement_of("power: supply: Introduce MM8013 fuel gauge driver"),
              "Introduce MM8013 fuel gauge driver");
    EXPECT_EQ(statement_of("[SCSI] lpfc: Add  FCoE"), "Add FCoE");
    EXPECT_EQ(statement_of("hwmon: (lm90) Add MAX6648"), "Add MAX6648");
    EXPECT_EQ(statement_of("Add support for S3"), "Add support for S3");
}

} // namespace
} // namespace mw::classify
