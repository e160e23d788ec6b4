// The same comparison on a real kernel clone, for a person who has one:
// MERGEWINDOW_TEST_CLONE=clone MERGEWINDOW_TEST_RANGE=v2.6.34..v2.6.35 tests/run.sh -R RealClone

#include "importer/comparison.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace mw::test {
namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe)
    return value == nullptr ? "" : value;
}

TEST(RealClone, IsReadAsGitReadsIt) {
    const auto clone = environment("MERGEWINDOW_TEST_CLONE");
    const auto range = environment("MERGEWINDOW_TEST_RANGE");
    const auto dots = range.find("..");
    if (clone.empty() || dots == std::string::npos)
        GTEST_SKIP() << "MERGEWINDOW_TEST_CLONE and MERGEWINDOW_TEST_RANGE name no clone and range";
    import_and_compare(clone, range.substr(0, dots), range.substr(dots + 2));
}

} // namespace
} // namespace mw::test
