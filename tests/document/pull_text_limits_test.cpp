// Which lines of a pull's message are what, and which words name a title, on both sides of a limit.

#include "ranking/pull_text.h"
#include "ranking/pull_title_list.h"

#include <gtest/gtest.h>

namespace mw::test {
namespace {

TEST(PullTextLimits, AListOfTitlesSaysWhereItComesFrom) {
    for (const char* line :
         {"* tag 'x':", "* akpm: (2 commits)", "* akpm: (1 commit)",
          "* 'for-linus' of master.kernel.org:/home/x", "* git://host/x", "* ssh://host/x y"})
        EXPECT_TRUE(document::starts_title_list(line)) << line;
    for (const char* line : {"* fix: a thing", "* one of them", "* one", "'x' of host:/y"})
        EXPECT_FALSE(document::starts_title_list(line)) << line;
}

TEST(PullTextLimits, AShortlogHasANumberBehindTheName) {
    for (const char* line : {"Ann Author (3):", "A (12):"})
        EXPECT_TRUE(document::starts_shortlog(line)) << line;
    for (const char* line : {"Renamed by foo():", "foo(3):", "Ann (and others):", "Ann ():",
                             " Ann Author (3):", "Ann Author (3)"})
        EXPECT_FALSE(document::starts_shortlog(line)) << line;
}

TEST(PullTextLimits, TheSumOfADiffstatMayBeOfDeletionsAlone) {
    EXPECT_TRUE(document::is_request(" 3 files changed, 5 insertions(+)"));
    EXPECT_TRUE(document::is_request(" 3 files changed, 5 deletions(-)"));
    EXPECT_TRUE(document::is_request(" 1 file changed, 1 insertion(+), 1 deletion(-)"));
    EXPECT_FALSE(document::is_request("The interface has changed, which nobody noticed"));
}

TEST(PullTextLimits, AllLettersAndDigitsAreOfAWord) {
    for (const auto& [title, part] :
         {std::pair("mm: freeze zone reclaim", "free one reclaim"),
          std::pair("mm: abcd abef", "bcd bef"), std::pair("drm: x9abc y9def", "abc def"),
          std::pair("drm: x0abc y0def", "abc def"), std::pair("drm: x_abc y_def", "abc def")}) {
        EXPECT_TRUE(document::is_named_in(title, title)) << title;
        EXPECT_FALSE(document::is_named_in(title, part)) << title;
    }
}

} // namespace
} // namespace mw::test
