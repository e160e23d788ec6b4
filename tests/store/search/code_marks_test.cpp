// Where what a query asks for in lines stands in them.

#include "store/search/code_marks.h"
#include "store/sql/error.h"

#include <gtest/gtest.h>

#include <string>

namespace mw::test {
namespace {

using store::CodeSide;

/// The line with "[]" around what is marked.
std::string marked(const char* query, std::string line, CodeSide side) {
    const auto ranges = store::CodeMarks(query).ranges(line, side);
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
        line.insert(range->end, "]");
        line.insert(range->begin, "[");
    }
    return line;
}

TEST(CodeMarks, StandAtWholeNames) {
    const char* const line = "\tmutex_lock(&a->mutex_lock); /* mutex_lock_nested */";
    EXPECT_EQ(marked("code:mutex_lock", line, CodeSide::added),
              "\t[mutex_lock](&a->[mutex_lock]); /* mutex_lock_nested */");
    EXPECT_EQ(marked("code:mutex_l*", line, CodeSide::removed),
              "\t[mutex_lock](&a->[mutex_lock]); /* [mutex_lock_nested] */");
    EXPECT_EQ(marked("code:\"mutex_lock(&a\"", line, CodeSide::added),
              "\t[mutex_lock(&a]->mutex_lock); /* mutex_lock_nested */");
    EXPECT_EQ(marked("code:\"lock(&a\"", line, CodeSide::added), line);
}

TEST(CodeMarks, AreOfTheSideThatIsAskedFor) {
    EXPECT_EQ(marked("adds:x", "x", CodeSide::added), "[x]");
    EXPECT_EQ(marked("adds:x", "x", CodeSide::removed), "x");
    EXPECT_EQ(marked("removes:x", "x", CodeSide::added), "x");
    EXPECT_EQ(marked("removes:x", "x", CodeSide::removed), "[x]");
    EXPECT_EQ(marked("function:x", "x", CodeSide::removed), "x");
    EXPECT_EQ(marked("function:do_fork", " long do_fork(int a)", CodeSide::head),
              " long [do_fork](int a)");
    EXPECT_EQ(marked("net -code:x (code:y OR adds:xy) code:\"x y\"", "x y xy", CodeSide::added),
              "[x y] [xy]");
}

TEST(CodeMarks, AreNoneForOtherQueries) {
    EXPECT_TRUE(store::CodeMarks("").empty());
    EXPECT_TRUE(store::CodeMarks("net author:x -code:y").empty());
    EXPECT_FALSE(store::CodeMarks("net code:y").empty());
    EXPECT_THROW(store::CodeMarks("(code:y"), store::QueryError);
}

} // namespace
} // namespace mw::test
