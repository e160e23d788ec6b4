// Commit objects as they are written, by git and by others: fields that are missing or odd, and
// trailers as git-interpret-trailers(1) finds them.

#include "git/text/commit.h"
#include "support/git.h"
#include "support/git_reference.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

namespace mw::git {
namespace {

const std::string tree_line = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n";
const std::string committer_line = "committer C <c@x> 1300000000 +0000\n";

Commit parse(const std::string& object) {
    return parse_commit(ObjectId(), object);
}

TEST(CommitObject, HasAllItsFields) {
    const std::string parent(40, 'a'), other(40, 'b');
    const auto commit = parse(tree_line + "parent " + parent + "\nparent " + other +
                              "\nauthor A B <a@x> 1200000000 -0130\n" + committer_line +
                              "\nsubject\n\nbody\n\nAcked-by: D <d@x>\n");
    EXPECT_EQ(commit.tree.hex(), "4b825dc642cb6eb9a060e54bf8d69288fbee4904");
    ASSERT_EQ(commit.parents.size(), 2U);
    EXPECT_EQ(commit.parents[1].hex(), other);
    EXPECT_EQ(commit.author.name, "A B");
    EXPECT_EQ(commit.author.email, "a@x");
    EXPECT_EQ(commit.author.time, 1'200'000'000);
    EXPECT_EQ(commit.author.zone, -130);
    EXPECT_EQ(commit.committer.name, "C");
    EXPECT_EQ(commit.subject, "subject");
    EXPECT_EQ(commit.body, "body\n\nAcked-by: D <d@x>");
    ASSERT_EQ(commit.trailers.size(), 1U);
    EXPECT_EQ(commit.trailers[0].key, "Acked-by");
    EXPECT_EQ(commit.trailers[0].value, "D <d@x>");
}

TEST(CommitObject, SkipsHeadersOfManyLines) {
    const auto commit =
        parse(tree_line + "author A <a@x> 1 +0000\n" + committer_line +
              "gpgsig -----BEGIN PGP SIGNATURE-----\n \n author Mallory <m@x> 2 +0000\n"
              " -----END PGP SIGNATURE-----\nmergetag object " +
              std::string(40, 'c') + "\n type commit\n tag v1\n \n encoding nonsense\n\nsubject\n");
    EXPECT_EQ(commit.author.name, "A");
    EXPECT_EQ(commit.subject, "subject");
}

/// A line "parent" further on is another's header, as a line of a mergetag that lost its blank.
TEST(CommitObject, ParentsAreThoseThatFollowTheTree) {
    const test::TempDir dir;
    test::RepoBuilder repo(dir / "repo");
    const auto one = repo.commit("a", "1"), two = repo.commit("a", "2");
    repo.write();
    const std::string author = "author A <a@x> 1300000000 +0000\n",
                      first = "parent " + one.id() + '\n', second = "parent " + two.id() + '\n';
    for (const auto& head :
         {first + second + author + committer_line, first + author + second + committer_line,
          first + author + committer_line + second, author + first + second + committer_line}) {
        const auto object = tree_line + head + "\nsubject\n";
        const auto id =
            test::run_git(repo.path(),
                          {"hash-object", "-t", "commit", "-w", "--stdin", "--literally"}, object)
                .substr(0, 40);
        const auto line = test::run_git(repo.path(), {"log", "-1", "--format=%P", id});
        std::string parents;
        for (const auto& parent : parse(object).parents)
            parents += (parents.empty() ? "" : " ") + parent.hex();
        EXPECT_EQ(parents + '\n', line) << head;
        EXPECT_EQ(parse(object).parents, parse_commit_links(object).parents);
    }
}

TEST(CommitObject, GoesOnWithoutItsFields) {
    EXPECT_EQ(parse("").subject, "");
    EXPECT_EQ(parse("\n").subject, "");
    EXPECT_EQ(parse("\nsubject").subject, "subject");
    EXPECT_EQ(parse(tree_line).body, "");
    EXPECT_EQ(parse("author nobody\n\n").author.name, "nobody");
    EXPECT_EQ(parse("author <\n\n").author.email, "");
    EXPECT_FALSE(parse("author > < 5 +0000\n\n").author.time);
    EXPECT_FALSE(parse("author A <a@x>\n\n").author.time);
    EXPECT_FALSE(parse("author A <a@x> soon\n\n").author.time);
    EXPECT_EQ(parse("author A <a@x> 99999999999999999999999 +0000\n\n").author.name, "A");
    EXPECT_EQ(parse("author A <a@x> 5 nonsense\n\n").author.zone, 0);
    EXPECT_EQ(parse("parent 123\n\n").parents.size(), 1U);
}
TEST(CommitObject, AddressesWithBracketsAreReadAsGitReadsThem) {
    test::TempDir folder;
    test::RepoBuilder repo(folder / "repo");
    repo.commit();
    repo.write();
    const std::string tree = test::run_git(repo.path(), {"rev-parse", "HEAD^{tree}"});
    for (const auto* author : {"A <a@x>> 1200000000 +0000", "A <a <b@x> 1200000000 +0000",
                               "A <a@x> <b@x> 1200000000 +0000", "A B<a@x> 1200000000 +0000",
                               "A <a@x>1200000000 +0000", "A <> 1200000000 +0000"}) {
        const std::string object =
            "tree " + tree + "author " + author + "\n" + committer_line + "\nsubject\n";
        const auto id =
            test::run_git(repo.path(),
                          {"hash-object", "-t", "commit", "-w", "--stdin", "--literally"}, object)
                .substr(0, 40);
        const auto fields = test::split(
            test::run_git(repo.path(), {"log", "-1", "--format=%an%x00%ae%x00%at", id}), '\0');
        const auto commit = parse(object);
        EXPECT_EQ(commit.author.name, fields.at(0)) << author;
        EXPECT_EQ(commit.author.email, fields.at(1)) << author;
        const auto time = commit.author.time ? std::to_string(*commit.author.time) : "";
        EXPECT_EQ(time + "\n", fields.at(2)) << author;
    }
}

TEST(CommitObject, DatesAreReadAsGitReadsThem) {
    test::TempDir folder;
    test::RepoBuilder repo(folder / "repo");
    repo.commit();
    repo.write();
    const std::string tree = test::run_git(repo.path(), {"rev-parse", "HEAD^{tree}"});
    for (const auto* date :
         {"1700000000 --700", "1700000000 +9999", "1700000000 -0030", "1700000000 +0060",
          "1700000000 +99999", "1700000000", "1700000000+0100", "-100 +0000", "1700000000 +0530x",
          "1700000000\t+0530", "1700000000 5", "abc +0000", "1700000000 +", "0 +0000",
          "99999999999999 +0000", "99999999999999999999999 +0100", "1700000000 +99999999999",
          "9223372036854775808 +0100", "1700000000 +0\f"}) {
        const std::string object =
            "tree " + tree + "author A <a@x> " + date + "\n" + committer_line + "\nsubject\n";
        const auto id =
            test::run_git(repo.path(),
                          {"hash-object", "-t", "commit", "-w", "--stdin", "--literally"}, object)
                .substr(0, 40);
        const auto expected =
            test::run_git(repo.path(), {"log", "-1", "--date=raw", "--format=%ad", id});
        const auto author = parse(object).author;
        const auto sign = author.zone < 0 ? "-" : "+";
        EXPECT_EQ(author.time
                      ? fmt::format("{} {}{:04}\n", *author.time, sign, std::abs(author.zone))
                      : "\n",
                  expected)
            << date;
    }
}

TEST(CommitObject, BlanksAreThoseOfGit) {
    test::TempDir folder;
    test::RepoBuilder repo(folder / "repo");
    repo.commit();
    repo.write();
    const std::string tree = test::run_git(repo.path(), {"rev-parse", "HEAD^{tree}"});
    for (const auto* message :
         {"x: title\n\f\nstill the title\n\nbody\n", "x: title\n\v\n\nbody\n", "\f\n\nx\n\nbody\n",
          "x\n\nbody\n\f\n\nFixes: 1\n\fAcked-by: A <a@x>\n", "x\n \t\r\n\nbody\n",
          "x\n\nAcked-by: A\n\vB\n", "x\f \n\nbody\n", "x\n\nAcked-by: A\n\f\nCc: B\n"}) {
        const std::string object =
            "tree " + tree + "author A <a@x> 1 +0000\n" + committer_line + "\n" + message;
        const auto id =
            test::run_git(repo.path(),
                          {"hash-object", "-t", "commit", "-w", "--stdin", "--literally"}, object)
                .substr(0, 40);
        const auto commit = parse(object);
        EXPECT_EQ(commit.subject + "\n",
                  test::run_git(repo.path(), {"log", "-1", "--format=%s", id}))
            << message;
        std::string trailers;
        for (const auto& trailer : commit.trailers)
            trailers += trailer.key + ": " + trailer.value + "\n";
        EXPECT_EQ(trailers + "\n",
                  test::run_git(repo.path(), {"log", "-1", "--format=%(trailers:only,unfold)", id}))
            << message;
    }
}

TEST(CommitObject, LinksAreWhatTheWholeParserSays) {
    const std::string object = tree_line + "parent " + std::string(40, 'a') + "\nparent " +
                               std::string(40, 'b') + "\nauthor A <a@x> 1 +0000\n" +
                               committer_line + "\nparent in the message\n";
    const auto links = parse_commit_links(object);
    const auto commit = parse(object);
    EXPECT_EQ(links.tree, commit.tree);
    EXPECT_EQ(links.parents, commit.parents);
    EXPECT_EQ(links.commit_time, commit.committer.time);
    EXPECT_EQ(parse_commit_links("").parents.size(), 0U);
}

/// Messages put together from lines that matter to the rules, in any order.
std::string random_message(std::mt19937& random) {
    static const std::vector<std::string> lines{
        "",
        "",
        "",
        "words without a colon",
        "Signed-off-by: A <a@x>",
        "Signed-off-by:no space",
        "Acked-by: B <b@x>",
        "Link: https://host/path",
        "note: some words",
        "two words: value",
        "  indented",
        "\tindented: with a colon",
        "(cherry picked from commit 0123456789)",
        "# comment",
        "---",
        "[a: changed b]",
        ": no key",
        "Key:",
        " ",
    };
    std::string message = "subject\n";
    for (unsigned left = random() % 14; left > 0; --left)
        message += lines[random() % lines.size()] + "\n";
    return message;
}

TEST(Trailers, RandomMessagesHaveThoseThatGitFinds) {
    test::TempDir folder;
    test::RepoBuilder repo(folder / "repo");
    std::mt19937 random(20'240'101);
    repo.tag("base", repo.commit());
    std::vector<std::string> messages;
    for (int i = 0; i < 1500; ++i) {
        messages.push_back(random_message(random));
        repo.commit().message(messages.back());
    }
    repo.write();
    const auto reference = test::git_log(repo.path(), "base", "master");
    const auto commits = repo.commits();
    for (std::size_t i = 0; i < messages.size(); ++i) {
        std::vector<std::pair<std::string, std::string>> trailers;
        for (const auto& trailer : parse_trailers(messages[i]))
            trailers.emplace_back(trailer.key, trailer.value);
        EXPECT_EQ(trailers, reference.at(commits[i + 1].id()).trailers) << messages[i];
    }
}

} // namespace
} // namespace mw::git
