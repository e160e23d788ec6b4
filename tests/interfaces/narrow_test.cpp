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

/// Their pieces need what stands above them: the heading of a section, the folder of an entry.
TEST(Narrow, LeavesSmallKindsOfFilesWhole) {
    using interfaces::Source;
    const std::string before = "one\n===\n\na\n\ntwo\n===\n\nb\n",
                      after = "one\n===\n\na\n\ntwo\n===\n\nc\n\nthree\n===\n\nb\n";
    for (const auto source :
         {Source::sysctl_doc, Source::abi_doc, Source::syscall_table, Source::unistd_header,
          Source::binding, Source::changes_doc, Source::min_tool_version, Source::kbuild}) {
        std::string_view old_part = before, new_part = after;
        interfaces::narrow(source, old_part, new_part);
        EXPECT_EQ(old_part, before) << static_cast<int>(source);
        EXPECT_EQ(new_part, after) << static_cast<int>(source);
    }
}

} // namespace
} // namespace mw::test
