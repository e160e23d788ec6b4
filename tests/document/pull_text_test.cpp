// A pull's message, taken apart into what it is made of.

#include "ranking/pull_text.h"

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

TEST(PullText, ProseHasNothingOfTheRequest) {
    const std::string own = "This adds a thing that people have waited for.";
    for (const std::string& around : std::vector<std::string>{
             "* akpm: (173 commits)\n  genalloc: use a\n  ia64: use b",
             "* master.kernel.org:/home/rmk/linux-2.6-arm: (21 commits)\n  ARM: a",
             "* tag 'x' of git://host/y: (1 commit)\n  a: b",
             "Ann Author (2):\n      usb: a\n      usb: b",
             "The following changes since commit 0123456789ab:",
             "are available in the git repository at:",
             "  git://git.kernel.org/pub/scm/linux/kernel/git/a/b.git tags/x",
             "for you to fetch changes up to 0123456789ab:",
             "----------------------------------------",
             " fs/a/file.c                |   12 ++--\n 3 files changed, 5 insertions(+)",
             " create mode 100644 fs/a/file.c",
             "Hi Linus,",
             "Please pull from",
             "Much less trivial conflicts in a/b.c resolved as\nper somebody's merge.",
             "Manual merge to take Al's version of a.c.",
             "Thanks,\nAnn",
             "Fix up trivial conflicts in a.c\n\nHopefully even close to correctly.",
             "Fixed up a patch that doesn't compile in the merge.\n\nThanks to Ann for "
             "noticing.",
             "[ I re-did the commits to get rid of a merge.\n  - Linus ]",
             "Conflicts:\n\n\ta/b.c\n\tc/d.c",
             "Manual fixups by hand.",
             "Fixed up a.c due to a revert.\n\n(The latter is odd.)"}) {
        EXPECT_EQ(document::prose_of(own + "\n\n" + around + "\n"), own) << around;
        EXPECT_EQ(document::prose_of(around + "\n\n" + own + "\n"), own) << around;
    }
    EXPECT_EQ(document::prose_of(own + "\n-- \nAnn\n"), own);
    // What stands at the margin is no file of the conflict; its second letter may be a blank.
    for (const std::string goes_on : {"A thing is new.", "I add it."})
        for (const std::string file : {"\ta/b.c", " a/b.c"})
            EXPECT_EQ(document::prose_of("Conflicts:\n" + file + '\n' + goes_on), goes_on);
    EXPECT_EQ(document::prose_of(own + "\n\nThe following is an automated git shortlog grouped by "
                                       "driver:\n\namd-pmc:\n - Make a thing static\n"),
              own);
    for (const char* kept :
         {"- fix conflicts in the address map", "a | b is what it was", "Use git://host/x to test"})
        EXPECT_FALSE(document::prose_of(kept).empty()) << kept;
}

} // namespace
} // namespace mw::test
