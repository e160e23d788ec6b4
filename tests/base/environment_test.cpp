#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

namespace {

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

// mw_set_environment() in tests/CMakeLists.txt.
TEST(Environment, OfATestIsNotThatOfThePersonWhoRunsIt) {
    // Which ctest sets for every test.
    if (variable("CTEST_INTERACTIVE_DEBUG_MODE").empty()) {
        GTEST_SKIP() << "started by hand, in the environment of a person";
    }
    EXPECT_TRUE(variable("MERGEWINDOW_DATA").ends_with("/data"));
    EXPECT_TRUE(variable("XDG_CONFIG_HOME").ends_with("/no-config"));
    EXPECT_TRUE(variable("XDG_CACHE_HOME").ends_with("/no-cache"));
}

} // namespace
