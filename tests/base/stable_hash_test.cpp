// What is stored and compared later is the same in every program and on every machine.

#include "base/stable_hash.h"

#include <gtest/gtest.h>

#include <string_view>

namespace mw::base {
namespace {

TEST(StableHash, IsFnv1aOf64Bits) {
    // The vectors of draft-eastlake-fnv.
    EXPECT_EQ(stable_hash(""), 0xcbf29ce484222325U);
    EXPECT_EQ(stable_hash("a"), 0xaf63dc4c8601ec8cU);
    EXPECT_EQ(stable_hash("foobar"), 0x85944171f73967e8U);
    EXPECT_EQ(stable_hash("bar", stable_hash("foo")), stable_hash("foobar"));
    EXPECT_NE(stable_hash(std::string_view("a\0", 2)), stable_hash("a"));
}

} // namespace
} // namespace mw::base
