// Messages, people, trailers and path names as kernel history has them, compared with git.

#include "importer/comparison.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace mw::test {
namespace {

class Messages : public testing::Test {
protected:
    Messages() { repo_.tag("base", repo_.commit("file", "0\n")); }

    Commit commit(const std::string& message) {
        return repo_.commit("file", message.substr(0, 10) + std::to_string(++number_))
            .message(message);
    }

    Imported compare() {
        repo_.write();
        return import_and_compare(repo_.path(), "base", "master");
    }

    TempDir folder_;
    RepoBuilder repo_{folder_ / "repo"};
    int number_ = 0;
};

TEST_F(Messages, SubjectsAndBodies) {
    commit("one line without an end");
    commit("two lines\nof a subject\n\nand a body\n");
    commit("\n\n  leading blanks  \n\n\n\nbody   \n\n\n");
    commit("subject\n \t \nbody after a line of blanks\n");
    commit("tabs\tand  several   spaces\n\n\tindented body\n\n    more\n");
    commit("carriage\r\nreturns\r\n\r\nin the body\r\n");
    commit("subject\n\n\n# not a comment\n");
    commit(std::string(3000, 's') + "\n\n" + std::string(100'000, 'b') + "\n");
    compare();
}

TEST_F(Messages, EmptyMessages) {
    commit("");
    commit("\n");
    commit(" \n\t\n");
    compare();
}

TEST_F(Messages, Utf8) {
    const auto change = commit("x86: größer, 更大, \xF0\x9F\x90\xA7\n\nÜber den Wolken\n");
    const auto imported = compare();
    EXPECT_EQ(imported.commits.at(change.id()).row.subject, "x86: größer, 更大, \xF0\x9F\x90\xA7");
}

TEST_F(Messages, EncodingHeader) {
    const auto latin1 = commit("Gr\xFC\xDF"
                               "e\n\n\xC4rger\n\nSigned-off-by: J\xFCrgen <j@x>\n")
                            .encoding("ISO-8859-1")
                            .author("J\xFCrgen <j@x>");
    const auto japanese = commit("\x93\xFA\x96\x7B\n").encoding("Shift_JIS");
    const auto unknown = commit("plain\n").encoding("no-such-encoding");
    const auto imported = compare();
    EXPECT_EQ(imported.commits.at(latin1.id()).row.subject, "Grüße");
    EXPECT_EQ(imported.commits.at(latin1.id()).row.author, "Jürgen");
    EXPECT_EQ(imported.commits.at(latin1.id()).body, "Ärger\n\nSigned-off-by: Jürgen <j@x>");
    EXPECT_EQ(imported.commits.at(japanese.id()).row.subject, "日本");
    EXPECT_EQ(imported.commits.at(unknown.id()).row.subject, "plain");
}

TEST_F(Messages, Latin1AndBrokenUtf8WithoutAHeader) {
    const auto latin1 = commit("caf\xE9\n\nbody \xA7\n").author("Andr\xE9 <a@x>");
    const auto mixed = commit("caf\xE9 and café\n");
    const auto cut = commit("cut \xE6\x9B\n");
    const auto overlong = commit("\xC0\xAF \xED\xA0\x80 \xF8\x88\x80\x80\x80 \xFF\n");
    const auto imported = compare();
    EXPECT_EQ(imported.commits.at(latin1.id()).row.subject, "café");
    EXPECT_EQ(imported.commits.at(latin1.id()).body, "body §");
    EXPECT_EQ(imported.commits.at(latin1.id()).row.author, "André");
    EXPECT_EQ(imported.commits.at(mixed.id()).row.subject, "café and café");
    for (const auto& change : {cut, overlong})
        EXPECT_NE(imported.commits.at(change.id()).row.subject, "");
}

TEST_F(Messages, Trailers) {
    commit("net: fix\n\nText.\n\nFixes: 0123456789ab (\"net: break\")\n"
           "Reported-by: A <a@x>\nSigned-off-by: B <b@x>\n");
    commit("folded\n\nLink: https://host/\n  more\n\tof it\nAcked-by: C <c@x>\n");
    commit("no trailers: at all\n\nJust: a sentence\nwith a colon.\n");
    commit("enough of them\n\nSome words\nSigned-off-by: D <d@x>\n[d: changed]\nCc: e@x\n");
    commit("too few of them\n\none\ntwo\nthree\nfour\nfive\nSigned-off-by: D <d@x>\n");
    commit("cherry\n\n(cherry picked from commit 0123456789)\nSigned-off-by: D <d@x>\n");
    commit("two blocks\n\nAcked-by: A <a@x>\n\nSigned-off-by: B <b@x>\n\n\n");
    commit("only: a title\n");
    commit("Signed-off-by: in the title <t@x>\nAcked-by: below <b@x>\n");
    commit("odd keys\n\nKey with space: x\nCC : y\nempty:\n-x: y\nA_b: z\n");
    commit("indent\n\n  Indented: x\nSigned-off-by: B <b@x>\n");
    commit("divider\n\nAcked-by: A <a@x>\n---\nSigned-off-by: B <b@x>\n");
    commit("comment\n\nAcked-by: A <a@x>\n# comment\nCc: stable\n");
    commit("crlf\r\n\r\nAcked-by: A <a@x>\r\nSigned-off-by: B <b@x>\r\n");
    commit("wide\n\nSigned-off-by: J\xC3\xBCrgen <j@x>\n");
    compare();
}

/// git takes a list of conflicts, as it once wrote them below a merge's message, for no part of it.
TEST_F(Messages, ConflictsBlock) {
    commit("conflicts alone\n\nConflicts:\n\tfile/one.c\n\tfile/two.c\n");
    commit("below trailers\n\nSigned-off-by: A <a@x>\n\nConflicts:\n\n\tfile/one.c\n");
    commit("beside trailers\n\nSigned-off-by: A <a@x>\nConflicts:\n\tfile/one.c\n\n\n");
    commit("above trailers\n\nConflicts:\n\tfile/one.c\n\nSigned-off-by: A <a@x>\n");
    commit("commented\n\nSigned-off-by: A <a@x>\n\n# Conflicts:\n#\tfile/one.c\n");
    commit("not a list\n\nConflicts: none\n");
    compare();
}

TEST_F(Messages, OddPeople) {
    commit("no name\n").author("<nobody@x>");
    commit("no address\n").author("Nobody <>");
    commit("many words\n").author("A. \"B\" C, Jr. (D) <e@x>").committer("F <g h@x>");
    commit("blanks\n").author("Spaced   Out   <s@x>");
    commit("blanks within\n").author("A < a@x >").committer("B <\tb@x>");
    compare();
}

TEST_F(Messages, Mailmap) {
    repo_.commit(".mailmap", "# one spelling for each\n"
                             "Proper Name <proper@x> <old@x>\n"
                             "Proper Name <proper@x> Other <shared@x>\n"
                             "Only Name <name@x>\n"
                             "<new@x> <address-alone@x>\n"
                             "Caf\xC3\xA9 <c@x> Cafe <C@X>\n"
                             "Blank <b@x> < blank@x >\n"
                             "Latin <l@x> M\xFCller <latin@x>\n"
                             "Nobody Known <>\nNameless <n@x> <>\n"
                             "Twice One <twice@x>\nTwice Two <twice@x>\n");
    for (const auto* who :
         {"A <old@x>", "A <OLD@X>", "Other <shared@x>", "OTHER <shared@x>", "Else <shared@x>",
          "B <name@x>", "C <address-alone@x>", "cafe <c@x>", "D <twice@x>", "E <unknown@x>",
          "F < old@x >", "G <blank@x>", "H < blank@x >", "I < BLANK@x >", "M\xFCller <latin@x>",
          "M\xC3\xBCller <latin@x>", "Nobody <>"})
        commit(std::string("by ") + who + "\n").author(who).committer(who);
    compare();
}

TEST_F(Messages, PathNames) {
    const auto odd = repo_.commit("a \"quoted\" name", "1\n")
                         .file("a\ttab", "2\n")
                         .file("a\nnewline", "3\n")
                         .file("back\\slash", "4\n")
                         .file(" leading and trailing ", "5\n")
                         .file("größe/日本.c", "6\n")
                         .file("latin1-\xE9/\xFC.c", "7\n")
                         .file("-dash", "8\n")
                         .file("a'b%c_d*e?", "9\n")
                         .file(std::string(200, 'd') + "/" + std::string(200, 'f'), "10\n");
    repo_.commit("latin1-\xE9/\xFC.c", "7\n8\n").remove("a\nnewline");
    // Other bytes, and other text: these two stay apart.
    repo_.commit("latin1-\xE9/\xFC.c", "9\n").file("latin1-\xE8/\xFC.c", "1\n");
    const auto imported = compare();
    std::vector<std::string> paths;
    for (const auto& change : imported.commits.at(odd.id()).paths)
        paths.push_back(change.path);
    EXPECT_TRUE(std::ranges::find(paths, "a \"quoted\" name") != paths.end());
    EXPECT_TRUE(std::ranges::find(paths, "a\ttab") != paths.end());
    EXPECT_TRUE(std::ranges::find(paths, "latin1-\\351/\\374.c") != paths.end());
}

} // namespace
} // namespace mw::test
