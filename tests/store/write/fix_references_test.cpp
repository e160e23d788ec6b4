// Which commits a message says that it corrects, and what is known of a corrected commit. The forms
// are those of kernel history; each line below stands there, or something very much like it.

#include "base/characters.h"
#include "base/object_id.h"
#include "store/language/commit_ids.h"
#include "store/sample_release.h"
#include "store/write/fix_references.h"
#include "support/cpu_clock.h"

#include <fmt/format.h>

#include <chrono>
#include <random>

namespace mw::test {
namespace {

using store::CommitKind;
using store::ReferenceKind;

std::string found(std::string_view body, std::string_view subject = "net: x",
                  CommitKind kind = CommitKind::changeset) {
    std::string text;
    for (const auto& reference : store::find_fix_references(subject, body, kind))
        text += (reference.kind == ReferenceKind::fixes ? "f " : "r ") + reference.target + ";";
    return text;
}

const std::string full = "0123456789abcdef0123456789abcdef01234567";

TEST(Fixes, AreKnownInEveryDressOfTheId) {
    for (const auto* line :
         {"Fixes: 1234567890ab (\"net: x\")",
          "fixes: commit 1234567890AB (\"net: x\")",
          "FIXES: 1234567890ab",
          "Fixes: <1234567890ab> (\"net: x\")",
          "Fixes: [1234567890ab] (\"net: x\")",
          "Fixes: (1234567890ab) net: x",
          "Fixes: \"1234567890ab\"",
          "Fixes: '1234567890ab' (\"net: x\")",
          "Fixes: `1234567890ab`",
          "Fixes: #1234567890ab",
          "Fixes:1234567890ab(\"net: x\")",
          "Fixes:\t\t1234567890ab",
          "Fixes:\u00A01234567890ab\u00A0(\"net:\u00A0x\")",
          "Fixes: 1234567890ab: (\"net: x\")",
          "Fixes: 1234567890ab, net: x",
          "Fixes: 1234567890ab.",
          "Fixes: 1234567890abi (\"net\")",
          "Fixes: commit: 1234567890ab",
          "Fixes: upstream commit 1234567890ab",
          "Fixes: the commit 1234567890ab",
          "Fixes: sha1 1234567890ab",
          "Fixes: commit (1234567890ab)",
          "Fixes: v6.1-5-g1234567890ab (\"net: x\")",
          "Fixes: v5.0-rc1-1234-g1234567890ab",
          "Fixes: next-20230101-3-g1234567890ab",
          "Fixes: https://git.kernel.org/linus/1234567890ab",
          "Fixes: https://git.kernel.org/torvalds/c/1234567890ab (\"net: x\")",
          "Fixes: <https://git.kernel.org/stable/c/1234567890ab>",
          "Fixes: http://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/commit/"
          "?h=v6.1&id=1234567890ab",
          "Fixes: https://git.kernel.org/cgit/linux/kernel/git/x.git/patch/?id=1234567890ab",
          "Fixes: http://git.kernel.org/?p=linux/kernel/git/x.git;a=commit;h=1234567890ab",
          "Fixes: https://github.com/torvalds/linux/commit/1234567890ab",
          "Fixes: https://github.com/torvalds/linux/commit/1234567890ab#diff-1",
          "Fixes: https://gitlab.com/x/linux/-/commit/1234567890ab",
          "Fixes: https://kernel.googlesource.com/x/linux/+/1234567890ab",
          "Fixes: torvalds/linux@1234567890ab",
          "Fixes: (\"net: x\") 1234567890ab",
          "Fixes: \"net: x\" (commit 1234567890ab)",
          "Fixes: net: x (1234567890ab)",
          "Fixes:\n1234567890ab (\"net: x\")",
          "Fixes: commit\n  1234567890ab (\"net: x\")",
          "Fixes: 1234567890ab (\"net: a title so long\n       that it goes on\")",
          "Really-Fixes: 1234567890ab (\"net: x\")",
          "This fixes: 1234567890ab",
          "Fix: 1234567890ab",
          "Fixed: 1234567890ab (\"net: x\")",
          "Fixes commit: 1234567890ab",
          "Fixes-commit: 1234567890ab",
          "Fixes tag: 1234567890ab",
          "  Fixes: 1234567890ab",
          "- Fixes: 1234567890ab",
          "[Fixes: 1234567890ab]",
          "(Fixes: 1234567890ab (\"net: x\"))",
          "4. Fixes: commit 1234567890ab (\"net: x\")",
          "* Fixes: 1234567890ab",
          "Fixes : 1234567890ab",
          "Fixes: 1234567890ab (\"net: x\") # v6.5+",
          "Fixes: 1234567890ab (\"net: x\").",
          "Fixes: 1234567890ab (net: x() in y)",
          "Fixes: 1234567890ab (\u201Cnet: x\u201D)",
          "Fixes: 1234567890ab \"net: x\" # v6.5+"})
        EXPECT_EQ(found(line), "f 1234567890ab;") << line;
    EXPECT_EQ(found("Fixes: 1234567"), "f 1234567;");
    EXPECT_EQ(found("Fixes: 12345678"), "f 12345678;");
    EXPECT_EQ(found("Fixes: " + full), "f " + full + ";");
}

TEST(Fixes, AreKnownApartFromTheLastParagraph) {
    EXPECT_EQ(found("Text.\n\nFixes: 1234567890ab (\"x\")\n\nSigned-off-by: A <a@x>\n\nMore text."),
              "f 1234567890ab;");
    EXPECT_EQ(found("Text.\nFixes: 1234567890ab (\"x\")\nMore text."), "f 1234567890ab;");
}

TEST(CommitIds, AWordIsNotTakenOffTheLettersBehindIt) {
    for (const char* text : {"commitabcdef01234", "shaabcdef01234", "the_abcdef01234"})
        EXPECT_EQ(store::read_commit_id(text, 0).id, "") << text;
    for (const char* text : {"commit abcdef01234", "sha:abcdef01234", "the abcdef01234"})
        EXPECT_EQ(store::read_commit_id(text, 0).id, "abcdef01234") << text;
}

TEST(Fixes, MayBeSeveralOnALine) {
    const std::string both = "f 1234567890ab;f 234567890abc;";
    for (const auto* line :
         {"Fixes: 1234567890ab, 234567890abc", "Fixes: 1234567890ab 234567890abc",
          "Fixes: 1234567890ab and 234567890abc", "Fixes: 1234567890ab; 234567890abc",
          "Fixes: 1234567890ab & 234567890abc", "Fixes: 1234567890ab,234567890abc",
          "Fixes: 1234567890ab (\"a: b, c and d\"), 234567890abc (\"e\")",
          "Fixes: commits 1234567890ab (\"a\") and 234567890abc (\"e\")",
          "Fixes: commit 1234567890ab (\"a\"), and commit 234567890abc (\"e\")",
          "Fixes: 1234567890ab (\"a\")\n       234567890abc (\"e\")",
          "Fixes: 1234567890ab (\"a\"),\n       234567890abc (\"e\")",
          "Fixes: 1234567890ab (\"a\")\nFixes: 234567890abc (\"e\")",
          "Fixes: 1234567890ab (\"a title\n that goes on\"), 234567890abc (\"e\")"})
        EXPECT_EQ(found(line), both) << line;
    EXPECT_EQ(found("Fixes: 1234567\nFixes: 1234567"), "f 1234567;");
    // A list ends where nothing leads on to the next.
    for (const auto* line : {"Fixes: 1234567890ab (\"a\")\n234567890abc (\"e\") is to blame, too.",
                             "Fixes: 1234567890ab (\"a\")\n\nThe commit 234567890abc needs it.",
                             "Fixes: 1234567890ab (\"a\") (234567890abc in stable)"})
        EXPECT_EQ(found(line), "f 1234567890ab;") << line;
}

TEST(Fixes, AreKnownInSentences) {
    for (const auto* text :
         {"Fixes commit 1234567890ab (\"x\").", "Fix commit 1234567890ab.",
          "(Fixes commit 1234567890ab)", "Fixes 1234567890ab (\"net: x\")",
          "This fixes a regression introduced by 1234567890ab.",
          "Fix the regression introduced by commit 1234567890ab (\"USB:\nx\")",
          "Fix build breakage caused by\ncommit 1234567890ab.", "Fix typo in commit 1234567890ab.",
          "Fixes a bug which was added in commit 1234567890ab", "Fixup for commit 1234567890ab",
          "Something. This patch also fixes a leak due to 1234567890ab (\"x\").",
          "Fixed build errors introduced by commit 1234567890ab (ip: x)"})
        EXPECT_EQ(found(text), "f 1234567890ab;") << text;
    EXPECT_EQ(found("", "ALSA: emu10k1: fix faulty commit 1234567890ab"), "f 1234567890ab;");
    // A merge tells what others fixed.
    EXPECT_EQ(
        found("Fix a regression caused by commit 1234567890ab", "Merge tag 'x'", CommitKind::pull),
        "");
}

TEST(Fixes, AreNotInvented) {
    for (const auto* text :
         {"Fixes: https://bugs/1234567",
          "Fixes: 123456",
          "Fixes: deadbeefs",
          "Link: 1234567890ab",
          "Fixes: https://bugzilla.kernel.org/show_bug.cgi?id=12345678",
          "Fixes: https://lore.kernel.org/r/20250212-bam-dma-fixes-v1-3-f560889e65d8@linaro.org",
          "Fixes: 12345678-1234-1234-1234-123456789abc",
          "Fixes: 1234567.patch",
          "Fixes: 1234567890ab^",
          "Fixes: defaced walls",
          "Fixes: CVE-2010-2492",
          "Fixes:",
          "Fixes:\n\n1234567890ab is the culprit",
          "> Fixes: 1234567890ab (\"x\")",
          "The fixes in 1234567890ab were wrong.",
          "It was fixed by commit 1234567890ab.",
          "Fixed in commit 1234567890ab already.",
          "Fixed by commit 1234567890ab.",
          "This fix is ported from commit 1234567890ab.",
          "It comes from \"net: fix x\" (commit 1234567890ab).",
          "Fix this the way commit x did. See commit 1234567890ab.",
          "Fix it as commit 1234567890ab did.",
          "Fix 88e1101 detection.",
          "Fix build after 1400037.",
          "If you want \"Fixes: something\", it would be commit 1234567890ab",
          "Please use correct style 'Fixes: 1234567890ab (\"x\")'",
          "We cannot fix this like commit 1234567890ab."})
        EXPECT_EQ(found(text), "") << text;
    EXPECT_EQ(found("Fixes: " + std::string(41, 'a')), "");
    EXPECT_EQ(found(""), "");
}

TEST(Reverts, AreKnownInTheWordsPeopleUse) {
    for (const auto* text :
         {"This reverts commit 1234567890ab.",
          "This reverts commit\n1234567890ab, which",
          "This reverts 1234567890ab.",
          "this reverts commit 1234567890ab",
          "This reverts upstream commit 1234567890ab.",
          "This partially reverts commit 1234567890ab",
          "This patch reverts commit 1234567890ab (\"x\")",
          "This effectively reverts 1234567890ab",
          "This commit basically reverts changeset 1234567890ab",
          "This patch revert 1234567890ab1",
          "It reverts parts of commit 1234567890ab by",
          "Note: this reverts commit 1234567890ab",
          "This reverts the SLUB parts of 1234567890ab.",
          "This reverts most of commit 1234567890ab",
          "This patch reverts the change introduced by commit 1234567890ab.",
          "Revert commit 1234567890ab (\"x\") until it works.",
          "Partially revert 1234567890ab",
          "So revert commit\n1234567890ab (\"x\")",
          "Hence, revert part of 1234567890ab and",
          "Revert 1234567890ab.",
          "Reverts: 1234567890ab",
          "Revert: 1234567890ab",
          "Reverts-commit: 1234567890ab",
          "Revert-of: 1234567890ab",
          "This is a revert of 1234567890ab.",
          "This is a partial revert of commit 1234567890ab",
          "Partial revert of commit 1234567890ab",
          "This is basically a revert of 1234567890ab",
          "[Ann: clean revert of 1234567890ab to make it work on 6.6]",
          "Fix this by reverting that part of commit 1234567890ab.",
          "Let's do it here as well by reverting commit 1234567890ab.",
          "Reverted 1234567890ab as well.",
          "I only partially reverted 1234567890ab (\"x\").",
          "Revert \"net: x\" (1234567890ab)",
          "Reverts commit \"net: x\" (commit 1234567890ab).",
          "Revert\n\n    commit 1234567890ab\n    Author: A",
          "This reverts:\n\n1234567890ab",
          "Revert the following patch:\n\n  1234567890ab x",
          "Effectively reverts 1234567890ab",
          "This reverts https://git.kernel.org/linus/1234567890ab",
          "This reverts v6.1-5-g1234567890ab.",
          "This reverts <1234567890ab>",
          "This reverts commit 1234567890ab, reversing\nchanges made to 234567890abc.",
          "This reverts commit 1234567890ab which is commit 234567890abc upstream."})
        EXPECT_EQ(found(text).substr(0, 14), "r 1234567890ab") << text;
    EXPECT_EQ(found("", "x86: revert commit 1234567 (\"y\")"), "r 1234567;");
    EXPECT_EQ(found("", "[MIPS] Partially revert 1234567890ab"), "r 1234567890ab;");
    EXPECT_EQ(found("", "Revert \"net: x\" (1234567890ab)"), "r 1234567890ab;");
}

TEST(Reverts, MayBeSeveral) {
    const std::string both = "r 1234567890ab;r 234567890abc;";
    for (const auto* text :
         {"This reverts commit 1234567890ab (\"a\") and\n234567890abc (\"b\").",
          "This reverts commits 1234567890ab and 234567890abc.",
          "This reverts two commits:\n1234567890ab a: b\n234567890abc c: d\n\nThey broke it.",
          "This reverts the following 2 "
          "commits:\n\n1234567890ab\n(\"a\")\n\n234567890abc\n(\"b\")\n"
          "\nSigned-off-by: A <a@x>",
          "The patch reverts these commits:\n - 1234567890ab (\"a\n   b\")\n - 234567890abc "
          "(\"c\")"})
        EXPECT_EQ(found(text), both) << text;
}

TEST(Reverts, AreNotInvented) {
    for (const auto* text : {"This reverts commits",
                             "This is not a revert of 1234567890ab.",
                             "This does not revert commit 1234567890ab.",
                             "No need to revert commit 1234567890ab.",
                             "It was reverted by commit 1234567890ab.",
                             "Reverted by commit 1234567890ab.",
                             "which got reverted in commit 1234567890ab",
                             "The plan was to fix it and then revert 1234567890ab.",
                             "Since we reverted 1234567890ab (\"x\"), it works.",
                             "It can be worked around by reverting commit 1234567890ab.",
                             "Reverting commit 1234567890ab makes things work.",
                             "The previous revert of 1234567890ab left out this.",
                             "un-revert: commit 1234567890ab",
                             "We could simply revert 1234567890ab now but I feel that",
                             "If it reverts, commit 1234567890ab is to blame.",
                             "> This reverts commit 1234567890ab.",
                             "This reverts to the behaviour of commit 1234567890ab.",
                             "This reverts commit 1234567890ab~1.",
                             "This reverts commit 1234567890ab^.",
                             "Reverted in commit 1234567890ab.",
                             "The change in \"net: revert x\" (commit 1234567890ab) broke it.",
                             "Revert \"net: x\"\n\ncommit 1234567890ab upstream."})
        EXPECT_EQ(found(text), "") << text;
    EXPECT_EQ(found("[ Upstream commit 1234567890ab ]", "Revert \"net: x\""), "");
    EXPECT_EQ(found("commit 1234567890ab upstream.", "net: revert x"), "");
}

TEST(References, AreLookedForWhereThereCanBeAnId) {
    const auto has_run = [](std::string_view text) {
        std::size_t digits = 0;
        for (const char c : text) {
            digits = is_hex(c) ? digits + 1 : 0;
            if (digits == 7)
                return true;
        }
        return false;
    };
    std::mt19937 random(5);
    for (int i = 0; i < 20'000; ++i) {
        std::string text(random() % 40, ' ');
        for (auto& c : text)
            c = random() % 5 == 0 ? "g \nZ"[random() % 4] : "0123456789abcdefABCDEF"[random() % 22];
        ASSERT_EQ(store::may_have_commit_id(text), has_run(text)) << text;
    }
}

TEST(References, SayTheirLine) {
    const auto found = store::find_fix_references(
        "Revert 123456a", "Text.\n\nFixes: 234567890abc (\"x\")\n\nThis reverts commit 3456789.\n");
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].line, 0U);
    EXPECT_EQ(found[1].line, 3U);
    EXPECT_EQ(found[2].line, 5U);
}

TEST(References, TakeTimeInProportionToTheMessage) {
    const auto seconds = [](const std::string& piece) {
        std::string text;
        while (text.size() < 1'000'000)
            text += piece;
        const auto start = test::CpuClock::now();
        store::find_fix_references("x", text);
        return std::chrono::duration<double>(test::CpuClock::now() - start).count();
    };
    for (const auto* piece :
         {"revert ", "Fixes:", "Fixes: (\"", "This reverts\n", "by reverting ", "a", "(",
          "\"revert ", "Fixes: commit\n", "revert of of ", "so revert ",
          "This reverts: 1234567890ab\n", "fixes ", "fixes: a ", "Fixes 1234567a "})
        EXPECT_LT(seconds(piece), 10) << piece;
}

class Corrections : public StoreTest {};

TEST_F(Corrections, AreKnownAtTheCorrectedCommit) {
    auto broken = commit('a', "broken");
    auto fix = commit('b', "fix");
    const auto id = git::to_hex(raw_id('a'));
    fix.body = "Text.\n\nFixes: <" + id.substr(0, 12) + "> (\"broken\")\n\nMore.";
    auto revert = commit('c', "Revert \"broken\"");
    revert.body = "This reverts commit " + id + ".\n";
    write("test", {broken, fix, revert});
    write("again", {fix});
    const auto detail = store::Reader(file_).commit_by_oid(id).value();
    ASSERT_EQ(detail.corrections.size(), 2U);
    EXPECT_EQ(detail.corrections[0].subject, "fix");
    EXPECT_EQ(detail.corrections[0].kind, ReferenceKind::fixes);
    EXPECT_EQ(detail.corrections[0].line, 3);
    EXPECT_EQ(detail.corrections[0].words, "Fixes: <" + id.substr(0, 12) + "> (\"broken\")");
    EXPECT_EQ(detail.corrections[1].subject, revert.subject);
    EXPECT_EQ(detail.corrections[1].kind, ReferenceKind::reverts);
    EXPECT_EQ(detail.corrections[1].line, 1);
    write("test", {broken});
    EXPECT_EQ(store::Reader(file_).commit_by_oid(id)->corrections.size(), 1U);
}

} // namespace
} // namespace mw::test
