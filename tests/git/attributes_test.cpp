// What .gitattributes says, against git's own answers in a work tree of the same commit.

#include "git/diff/attributes.h"
#include "git/diff/diff_settings.h"
#include "git/diff/line_count.h"
#include "git/diff/patch.h"
#include "git/objects/tree_compare.h"
#include "git/text/wildmatch.h"
#include "support/cpu_clock.h"
#include "support/git.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>

namespace mw::git {
namespace {

namespace fs = std::filesystem;

class AttributesTest : public ::testing::Test {
protected:
    /// Where git reads the attributes of a commit: older versions know no --attr-source.
    fs::path work_tree(const test::Commit& commit) {
        const auto tree = folder_ / "tree";
        test::run_git(repo_.path(), {"worktree", "add", "-q", tree.string(), commit.id()});
        return tree;
    }

    static std::string text_of(const DiffAttribute& attribute) {
        switch (attribute.state) {
        case DiffAttribute::State::set:
            return "set";
        case DiffAttribute::State::unset:
            return "unset";
        case DiffAttribute::State::driver:
            return attribute.driver;
        case DiffAttribute::State::unspecified:
            break;
        }
        return "unspecified";
    }

    /// `git check-attr`, and whether Attributes says the same.
    void same_as_git(const test::Commit& commit, const std::vector<std::string>& paths) {
        std::string input;
        for (const auto& path : paths)
            input += path + '\0';
        const auto answers = test::split(
            test::run_git(work_tree(commit), {"check-attr", "-z", "--stdin", "diff"}, input), '\0');
        ASSERT_EQ(answers.size(), 3 * paths.size());
        const Repository repository(repo_.path());
        Attributes attributes(repository, *ObjectId::from_hex(commit.id()));
        for (std::size_t i = 0; i < paths.size(); ++i)
            EXPECT_EQ(text_of(attributes.diff(paths[i])), answers[3 * i + 2]) << paths[i];
    }

    test::TempDir folder_;
    test::RepoBuilder repo_{folder_ / "repo"};
};

const std::string root_file = "# comment\n"
                              "\n"
                              "*.c diff=cpp\n"
                              "*.[hH] diff=cpp text\n"
                              "*.dat -diff\n"
                              "*.svg binary\n"
                              "*.bin diff\n"
                              "  leading.txt -diff\r\n"
                              "[attr]picture -diff -text\n"
                              "[attr]photo picture\n"
                              "[attr]loop loop diff=loop\n"
                              "*.png picture\n"
                              "*.jpg photo\n"
                              "*.loop loop\n"
                              "\"with blank.txt\" -diff\n"
                              "\"tab\\there.txt\" -diff\n"
                              "\"octal\\303\\244.txt\" -diff\n"
                              "\"never closed -diff\n"
                              "/anchored.txt -diff\n"
                              "deep/*.x -diff\n"
                              "deep/**/y.z -diff\n"
                              "**/anywhere.q -diff\n"
                              "trail/** -diff\n"
                              "folder/ -diff\n"
                              "!negative.txt -diff\n"
                              "\\!literal.txt -diff\n"
                              "bad.txt -diff b@d\n"
                              "two.txt diff -diff\n"
                              "two.txt diff=one diff=two\n"
                              "un.txt -diff\n"
                              "un.txt !diff\n"
                              "keep.txt -diff\n"
                              "keep.txt text\n"
                              "empty.txt diff=\n"
                              "minus.txt -diff=x\n"
                              "*.mac picture !picture\n"
                              "*.mac2 -picture\n"
                              "no-newline.txt -diff";

TEST_F(AttributesTest, AreThoseOfGit) {
    repo_.commit(".gitattributes", root_file)
        .file("deep/.gitattributes",
              "*.c -diff\n*.dat !diff\n[attr]forbidden -diff\n*.f forbidden\n/here.txt -diff\n"
              "sub/there.txt -diff\n*.svg diff=xml\n")
        .file("deep/sub/.gitattributes", "\xEF\xBB\xBF*.c diff=deepest\n*.png !diff\n")
        .file("x/x", "x");
    const auto end = repo_.tip();
    repo_.write();
    std::vector<std::string> paths;
    for (const auto* name : {"a.c",
                             "a.h",
                             "a.H",
                             "a.dat",
                             "a.svg",
                             "a.bin",
                             "leading.txt",
                             "a.png",
                             "a.jpg",
                             "a.loop",
                             "with blank.txt",
                             "tab\there.txt",
                             "octal\xC3\xA4.txt",
                             "\"never",
                             "anchored.txt",
                             "a.x",
                             "y.z",
                             "anywhere.q",
                             "folder",
                             "negative.txt",
                             "!negative.txt",
                             "!literal.txt",
                             "bad.txt",
                             "two.txt",
                             "un.txt",
                             "keep.txt",
                             "empty.txt",
                             "minus.txt",
                             "a.mac",
                             "a.mac2",
                             "no-newline.txt",
                             "a.f",
                             "here.txt",
                             "there.txt",
                             "other"})
        for (const auto* folder :
             {"", "deep/", "deep/sub/", "deep/sub/more/", "folder/", "trail/", "trail/x/", "else/"})
            paths.push_back(std::string(folder) + name);
    same_as_git(end, paths);
}

TEST_F(AttributesTest, OfTheCloneComeFirst) {
    const auto end = repo_.commit(".gitattributes", "*.c diff=cpp\n*.h -diff\n[attr]mine -diff\n");
    repo_.write();
    fs::create_directories(repo_.path() / "info");
    std::ofstream(repo_.path() / "info/attributes") << "*.h diff\n[attr]mine diff=mine\n*.m mine\n"
                                                       "deep/*.c !diff\n";
    same_as_git(end, {"a.c", "a.h", "a.m", "deep/a.c", "deep/b/a.c"});
}

TEST_F(AttributesTest, OfRandomPatternsAreThoseOfGit) {
    std::mt19937 random(7);
    const auto word = [&](std::string_view letters, unsigned longest) {
        std::string text;
        for (auto length = 1 + random() % longest; length > 0; --length)
            text += letters[random() % letters.size()];
        return text;
    };
    std::string lines;
    for (int i = 0; i < 400; ++i) {
        auto pattern = word("aab/**?.[]!^-\\", 9);
        if (pattern.front() == '!' || pattern.front() == '-')
            pattern.insert(0, 1, 'a');
        lines += pattern + " diff=" + std::to_string(i) + "\n";
    }
    std::vector<std::string> paths;
    for (int i = 0; i < 1500; ++i) {
        std::string path = word("aab.", 3);
        for (auto depth = random() % 4; depth > 0; --depth)
            path += '/' + word("aab.-]!^", 3);
        // git looks at paths as a file system has them.
        if (("/" + path + "/").find("/./") == std::string::npos &&
            ("/" + path + "/").find("/../") == std::string::npos)
            paths.push_back(path);
    }
    const auto end = repo_.commit(".gitattributes", lines);
    repo_.write();
    same_as_git(end, paths);
}

TEST_F(AttributesTest, DecideWhatIsCounted) {
    repo_.commit("x/x", "x");
    const std::string text = "a\nb\n", zeros("a\0b\n", 4);
    auto change = repo_.commit(".gitattributes", root_file);
    for (const auto* path : {"a.dat", "a.svg", "a.png", "deep/a.dat", "a.txt", "un.txt", "a.c"})
        change.file(path, text);
    for (const auto* path : {"a.bin", "b.txt", "b.dat"})
        change.file(path, zeros);
    change.file("empty.dat", "")
        .file("old.svg", text)
        .file("mode.dat", text)
        .file("mode.txt", zeros);
    change.symlink("link.dat", "a.dat").file("plain.txt", text);
    auto second = repo_.commit();
    second.remove("old.svg").executable("mode.dat", text).executable("mode.txt", zeros);
    second.executable("plain.txt", text).symlink("link.dat", "a.svg").file("a.bin", zeros + zeros);
    second.remove("a.dat").symlink("a.dat", "target");
    repo_.write();
    const auto tree = work_tree(second);
    const Repository repository(repo_.path());
    DiffSettingsReader settings(repository, *ObjectId::from_hex(second.id()));
    for (const auto& commit : {change, second}) {
        const auto tree_id = [&](const std::string& revision) {
            return *ObjectId::from_hex(
                test::run_git(repo_.path(), {"rev-parse", revision + "^{tree}"}).substr(0, 40));
        };
        std::vector<TreeChange> changes;
        compare_trees(repository, tree_id(commit.id() + "~1"), tree_id(commit.id()), changes);
        std::string counted;
        std::ranges::sort(changes, {}, &TreeChange::path);
        for (const auto& one : changes) {
            const auto count = LineCounter(repository)
                                   .count(one, {settings.of(one.path, one.old_mode),
                                                settings.of(one.path, one.new_mode)});
            counted += (count.binary ? "-\t-"
                                     : std::to_string(count.insertions) + "\t" +
                                           std::to_string(count.deletions)) +
                       "\t" + one.path + "\n";
        }
        EXPECT_EQ(counted, test::run_git(tree, {"show", "--numstat", "--no-renames",
                                                "--format=", commit.id()}));
    }
}

TEST_F(AttributesTest, DecideWhatIsShown) {
    repo_.commit("a.dat", "a\n").file("a.bin", std::string("a\0b\n", 4)).file("a.txt", "a\n");
    const auto change = repo_.commit("a.dat", "b\n").file("a.bin", std::string("b\0b\n", 4));
    const auto end = repo_.commit(".gitattributes", root_file);
    repo_.write();
    PatchReader reader(repo_.path());
    PatchOptions options;
    EXPECT_FALSE(reader.file(change.id(), "a.dat", 100, options).binary);
    EXPECT_TRUE(reader.file(change.id(), "a.bin", 100, options).binary);
    options.attributes = end.id();
    EXPECT_TRUE(reader.file(change.id(), "a.dat", 100, options).binary);
    const auto shown = reader.file(change.id(), "a.bin", 100, options);
    EXPECT_FALSE(shown.binary);
    EXPECT_EQ(shown.hunks.size(), 1U);
}

TEST_F(AttributesTest, OfADriverMayStandInTheConfiguration) {
    const auto end = repo_.commit(".gitattributes", "*.x diff=bin\n*.y diff=text\n*.z diff=odd\n");
    repo_.write();
    test::run_git(repo_.path(), {"config", "diff.bin.binary", "true"});
    test::run_git(repo_.path(), {"config", "diff.text.binary", "false"});
    test::run_git(repo_.path(), {"config", "diff.odd.xfuncname", "!^no\n^ *(f[a-z]+)"});
    const Repository repository(repo_.path());
    DiffSettingsReader settings(repository, *ObjectId::from_hex(end.id()));
    EXPECT_EQ(settings.of("a.x", 0100644).text, TextRule::binary);
    EXPECT_EQ(settings.of("a.y", 0100644).text, TextRule::text);
    EXPECT_EQ(settings.of("a.y", 0120000).text, TextRule::by_content);
    const auto odd = settings.of("a.z", 0100755);
    EXPECT_EQ(odd.text, TextRule::by_content);
    EXPECT_EQ(odd.heads->head("  foo bar"), "foo");
    EXPECT_FALSE(odd.heads->head("no foo"));
}

/// What C says of ASCII, which git says as well; a slash is in no set.
TEST(Wildmatch, KnowsTheClassesOfCharacters) {
    const std::vector<std::pair<std::string, int (*)(int)>> classes = {
        {"alnum", std::isalnum}, {"alpha", std::isalpha}, {"blank", std::isblank},
        {"cntrl", std::iscntrl}, {"digit", std::isdigit}, {"graph", std::isgraph},
        {"lower", std::islower}, {"print", std::isprint}, {"punct", std::ispunct},
        {"space", std::isspace}, {"upper", std::isupper}, {"xdigit", std::isxdigit}};
    for (const auto& [name, has] : classes)
        for (int c = 1; c < 0x80; ++c)
            EXPECT_EQ(wildmatch("[[:" + name + ":]]", std::string(1, static_cast<char>(c))),
                      has(c) != 0 && c != '/')
                << name << ' ' << c;
}

TEST(Wildmatch, TakesNoLongTime) {
    std::string pattern;
    for (int i = 0; i < 200; ++i)
        pattern += i % 2 == 0 ? "*a" : "**/";
    const auto start = test::CpuClock::now();
    EXPECT_FALSE(wildmatch(pattern + "b", std::string(3000, 'a')));
    EXPECT_FALSE(wildmatch(std::string(1000, '*') + "b", std::string(4000, 'a')));
    EXPECT_TRUE(wildmatch("a/**/b", "a/b"));
    EXPECT_LT(test::CpuClock::now() - start, std::chrono::seconds(10));
}

} // namespace
} // namespace mw::git
