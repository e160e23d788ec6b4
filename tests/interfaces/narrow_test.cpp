// Where two versions of a file are cut down to what differs.

#include "interfaces/parse/narrow.h"

#include <gtest/gtest.h>

#include <string>

namespace mw::test {
namespace {

TEST(Narrow, CutsAtWholeLinesAlone) {
    const auto entries = [](const std::string& help) {
        return "config A\n\tbool\n\thelp\n\t  " + help + "\n\nconfig B\n\tbool\n";
    };
    // What both share at the end begins within a line, with a word that an entry begins with.
    const auto before = entries("1if so"), after = entries("2if so");
    std::string_view old_part = before, new_part = after;
    interfaces::narrow(interfaces::Source::kconfig, old_part, new_part);
    EXPECT_EQ(old_part, "config A\n\tbool\n\thelp\n\t  1if so\n\n");
    EXPECT_EQ(new_part, "config A\n\tbool\n\thelp\n\t  2if so\n\n");
}

} // namespace
} // namespace mw::test
