// A pull's message, taken apart into what it is made of.

#include "document/pull_text.h"

#include <gtest/gtest.h>

namespace mw::test {
namespace {

using document::blocks_of;

std::string told(std::string_view body) {
    std::string text;
    for (const auto& block : blocks_of(body)) {
        constexpr const char* marks[] = {"P", "I", "L", "H", "T"};
        text += marks[static_cast<std::size_t>(block.kind)];
        if (block.kind == document::PullBlock::Kind::item)
            text += std::to_string(block.depth);
        text += " " + block.text + "|";
    }
    return text;
}

TEST(PullText, JoinsTheLinesOfAParagraph) {
    EXPECT_EQ(told("Pull networking fixes\nfrom Jakub:\n\n \"Including fixes\n  from bpf.\"\n"),
              "P Pull networking fixes from Jakub:|P \"Including fixes from bpf.\"|");
}

TEST(PullText, KeepsListsWithWhatIsBelowThem) {
    EXPECT_EQ(told("Current release:\n\n - one: first\n   line two\n\n   more of one\n"
                   "   - inner\n\n - two\nAfter it\n"),
              "P Current release:|I0 one: first line two\nmore of one|I1 inner|I0 two|P After it|");
}

TEST(PullText, KeepsTitlesOneByOne) {
    EXPECT_EQ(told("* 'for-linus' of git://host/x: (2 commits)\n  net: a\n  - net: b\n\n"
                   "Ann Author (1):\n      usb: c\n\nFix up conflicts\n"),
              "H 'for-linus' of git://host/x: (2 commits)|T net: a|T - net: b|H Ann Author (1):|"
              "T usb: c|P Fix up conflicts|");
}

TEST(PullText, KeepsWhatIsIndentedAsItIs) {
    EXPECT_EQ(told("Try\n\n    make a\n      b\n\nthen go on\n"),
              "P Try|L make a\n  b|P then go on|");
}

TEST(PullText, LeavesTrailersAndSignaturesOut) {
    EXPECT_EQ(told("Text\n\nSigned-off-by: A <a@b>\n# Conflicts:\n#\tfile\n"
                   "-----BEGIN PGP SIGNATURE-----\nabc\n"),
              "P Text|");
    EXPECT_EQ(told(""), "");
    EXPECT_EQ(told("\n \t\n"), "");
}

} // namespace
} // namespace mw::test
