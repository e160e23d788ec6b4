#include "fetch/release_range.h"
#include "git/setup/error.h"

#include <gtest/gtest.h>

namespace mw::fetch {
namespace {

const std::vector<std::string> tags{
    "v2.6.39", "v2.6.39-rc7", "v2.6.39.1", "v3.0",     "v3.0-rc1",      "v4.19",
    "v4.20",   "v5.0",        "v5.0-rc1",  "v6.5",     "v6.6",          "v6.6-rc1",
    "v6.6.1",  "v6.7",        "v6.7-rc1",  "v6.7-rc2", "v6.7-rc10",     "v6.7-rc9",
    "v6.7.1",  "v6.7.2",      "v6.7.3",    "v6.8-rc1", "v5.11-dontuse", "next-20240101"};

TEST(ReleaseRange, StartsAfterTheReleaseBefore) {
    const auto from = [](const char* tag) { return range_of(tag, tags).from; };
    EXPECT_EQ(from("v6.7"), "v6.6");
    EXPECT_EQ(from("v6.7-rc1"), "v6.6");
    EXPECT_EQ(from("v6.7-rc2"), "v6.7-rc1");
    EXPECT_EQ(from("v6.7-rc10"), "v6.7-rc9");
    EXPECT_EQ(from("v6.8-rc1"), "v6.7");
    EXPECT_EQ(from("v6.7.3"), "v6.7.2");
    EXPECT_EQ(from("v6.7.1"), "v6.7");
    EXPECT_EQ(from("v5.0"), "v4.20");
    EXPECT_EQ(from("v5.0-rc1"), "v4.20");
    EXPECT_EQ(from("v3.0"), "v2.6.39");
    EXPECT_EQ(from("v2.6.39.1"), "v2.6.39");
}

TEST(ReleaseRange, HasItsCandidates) {
    EXPECT_EQ(range_of("v6.7", tags).candidates,
              (std::vector<std::string>{"v6.7-rc1", "v6.7-rc2", "v6.7-rc9", "v6.7-rc10"}));
    EXPECT_TRUE(range_of("v6.7-rc10", tags).candidates.empty());
    EXPECT_TRUE(range_of("v6.7.3", tags).candidates.empty());
    EXPECT_EQ(range_of("v6.7", tags).before_from, "v6.5");
    EXPECT_EQ(range_of("v6.7.2", tags).before_from, "v6.7");
}

TEST(ReleaseRange, OtherNamesAreNone) {
    for (const char* const name :
         {"", "v", "6.7", "v6", "v6.7-", "v6.7-rc", "v6.7-rc0", "v6.7-rc1x", "v6.7.1.2", "v6.7..1",
          "v-6.7", "v6.-7", "v6.7.1-rc1", "--upload-pack=x", "v2.6", "v99999999999.1", "v6.7 ",
          "v5.11-dontuse", "v6.7/../x"})
        EXPECT_FALSE(release_name(name)) << name;
    EXPECT_EQ(release_name("v2.6.35.4"), (ReleaseName{{2, 6, 35}, 0, 4}));
    EXPECT_EQ(release_name("v6.12-rc3"), (ReleaseName{{6, 12}, 3, 0}));
}

TEST(ReleaseRange, MistakesAreSentences) {
    const auto said = [](const std::string& tag) {
        try {
            range_of(tag, tags);
        } catch (const git::Error& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    EXPECT_NE(said("v6.9").find("its newest is v6.8-rc1"), std::string::npos) << said("v6.9");
    EXPECT_NE(said("next-20240101").find("v6.7-rc3"), std::string::npos);
    EXPECT_NE(said("v2.6.39-rc7").find("first"), std::string::npos);
    EXPECT_THROW(range_of("v6.7", {}), git::Error);
}

} // namespace
} // namespace mw::fetch
