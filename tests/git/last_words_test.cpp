// What is told a person of what git wrote.

#include "git/setup/git_command.h"

#include <gtest/gtest.h>

namespace mw::test {
namespace {

using git::last_words;

TEST(LastWords, AreThoseOfTheLastLine) {
    EXPECT_EQ(last_words("fatal: bad object 1234\n"), "bad object 1234");
    EXPECT_EQ(last_words("remote: Counting\rremote: done\r\nfatal: the remote end hung up\n\n"),
              "the remote end hung up");
    EXPECT_EQ(last_words("warning: one\nerror: two"), "error: two");
    EXPECT_EQ(last_words(""), "");
    EXPECT_EQ(last_words("\n\n"), "");
}

/// Below what failed git gives advice that is the same for everything.
TEST(LastWords, AreNotTheAdviceBelowThem) {
    const std::string advice = "fatal: Could not read from remote repository.\n\nPlease make sure "
                               "you have the correct access rights\nand the repository exists.\n";
    EXPECT_EQ(last_words("fatal: '/none' does not appear to be a git repository\n" + advice),
              "'/none' does not appear to be a git repository");
    EXPECT_EQ(last_words("ssh: Could not resolve hostname none\n" + advice),
              "ssh: Could not resolve hostname none");
    EXPECT_EQ(last_words(advice), "and the repository exists.");
}

/// Of two connections that failed the first is the one that was asked for.
TEST(LastWords, AreThoseAboveTheFirstAdvice) {
    const std::string advice = "fatal: Could not read from remote repository.\n\nPlease make sure "
                               "you have the correct access rights\nand the repository exists.\n";
    EXPECT_EQ(last_words("ssh: Could not resolve hostname none\n" + advice + advice),
              "ssh: Could not resolve hostname none");
}

} // namespace
} // namespace mw::test
