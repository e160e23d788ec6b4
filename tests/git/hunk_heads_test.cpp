// The heads of hunks: what git prints behind "@@ ... @@" with the kernel's attributes.

#include "base/utf8.h"
#include "git/diff/patch.h"
#include "git/text/hunk_heads.h"
#include "support/cpu_clock.h"
#include "support/git.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <tuple>
#include <utility>

namespace mw::git {
namespace {

const std::string attributes =
    "*.[ch] diff=cpp\n*.dts diff=dts\n*.dts[io] diff=dts\n*.rs diff=rust\n"
    "*.py diff=python\n*.pl diff=perl\n*.sh diff=bash\n*.md diff=markdown\n"
    "*.go diff=golang\n*.java diff=java\n*.rb diff=ruby\n*.tex diff=tex\n"
    "*.html diff=html\n*.ini diff=ini\n*.odd diff=no-such-driver\n";

/// A few lines that change nothing of what is above them.
std::string filling(int number) {
    std::string text;
    for (int i = 0; i < 8; ++i)
        text += fmt::format("\t{}{};\n", number, i);
    return text;
}

/// Every line of a language's file followed by enough of the same for hunks of their own.
const std::map<std::string, std::vector<std::string>> written_files = {
    {"a.c",
     {"int f(void)",
      "{",
      "out:",
      "  err_free:",
      "case_label: /* why */",
      "static const struct foo bar = {",
      "#define FOO 1",
      "public:",
      "::ns::f()",
      "struct a {",
      "  int indented;",
      "_start:",
      "default: foo();",
      "void very_long_function_name_that_goes_on_and_on(struct device *dev, unsigned long flags, "
      "int rc)",
      "EXPORT_SYMBOL(f);",
      "/* comment */",
      "} // end",
      "gr\xC3\xB6\xC3\x9F"
      "e()",
      "int carriage(void)\r",
      "label:\r",
      "$vms",
      "x"}},
    {"a.h", {"struct h {", "extern int f(void);", "# define X", "enum { A,"}},
    {"a.dts",
     {"/dts-v1/;", "/ {", "\tcpus {", "\t&uart0 {", "&i2c1 {", "\tcompatible = \"x\";",
      "\tstatus = \"okay\"", "\tlabel: node@1 {", "\t/ {", "#include <x.dtsi>", "\tprop;"}},
    {"a.dtsi", {"&gpio {"}},
    {"a.dtso", {"&overlay {", "fragment@0 {"}},
    {"a.rs",
     {"pub(crate) fn f() {", "    fn g(", "impl<T> X for Y {", "mod tests;", "mod tests {",
      "    pub unsafe extern \"C\" fn x() {", "macro_rules! m {", "pub struct S;",
      "    async fn h() {", "trait T {", "let x = 1;", "enum E {", "const fn k() {", "union U {"}},
    {"a.py",
     {"class A:", "    def f(self):", "    async def g():", "x = 1", "def", "if a:", "@decorator",
      "class\tB:"}},
    {"a.pl",
     {"package Foo;", "sub f {", "sub g", "sub h($$);", "sub k($$) : lvalue { # c", "BEGIN {",
      "=head1 NAME", "my $x;", "END"}},
    {"a.sh", {"f() {", "function g {", "  h () (", "if true; then", "x=1"}},
    {"a.md", {"# Title", "   ### Deep", "    # code", "#nothing", "text", "####### seven"}},
    {"a.go",
     {"func f() {", "type T struct {", "\tfunc literal", "type I interface {", "type X int",
      "var x"}},
    {"a.java",
     {"public class A {", "  void f(int a)", "  return f(a)", "  if (x) {", "interface B {"}},
    {"a.rb", {"class A", "  def f", "module M", "x = 1"}},
    {"a.tex", {"\\section{A}", "\\subsubsection*{B}", "\\chapter{C}", "text"}},
    {"a.html", {"<h1>A</h1>", "  <H2 class=\"x\">B</H2>", "<p>"}},
    {"a.odd", {"int f(void)", "  g", "out:"}},
    {"a.S", {"SYM_FUNC_START(x)", ".Llabel:", "\tmov x0, x1", "1:", "label:", "_start:"}},
    {"Makefile", {"obj-y += a.o", "all: x", "\tcommand", ".PHONY: all", "$(obj)/x:", "ifdef A"}},
    {"Kconfig", {"config FOO", "\tbool \"x\"", "menu \"X\"", "if FOO", "  help"}},
};

/// Without what stands behind a name or its parentheses.
std::string names_alone(const std::string& heads) {
    std::string names;
    for (auto line : test::split(heads, '\n')) {
        line.erase(line.find_last_not_of(" ({") + 1);
        if (!line.empty())
            names += line + "\n";
    }
    return names;
}

TEST(HunkHeads, AreThoseOfGit) {
    const test::TempDir folder;
    test::RepoBuilder repo(folder / "repo");
    auto before = repo.commit(".gitattributes", attributes);
    auto after = repo.commit();
    for (const auto& [path, lines] : written_files) {
        std::string old_text, new_text;
        int number = 10;
        for (const auto& line : lines) {
            old_text += line + "\n" + filling(number) + "old\n" + filling(number + 1);
            new_text += line + "\n" + filling(number) + "new\n" + filling(number + 1);
            number += 2;
        }
        before.file(path, old_text);
        after.file(path, new_text);
    }
    repo.write();
    const auto tree = folder / "tree";
    test::run_git(repo.path(), {"worktree", "add", "-q", tree.string(), after.id()});
    PatchReader reader(repo.path());
    for (const auto& [path, lines] : written_files)
        for (const int context : {0, 1, 3, 20}) {
            std::string heads, expected;
            PatchOptions options;
            options.context = static_cast<std::uint32_t>(context);
            for (const auto& hunk : reader.file(after.id(), path, 100'000, options).hunks)
                heads += hunk.header + "\n";
            const auto shown = test::run_git(tree, {"diff", fmt::format("-U{}", context),
                                                    after.id() + "~1", after.id(), "--", path});
            for (const auto& line : test::split(shown, '\n'))
                if (line.starts_with("@@"))
                    expected += to_utf8(line) + "\n";
            if (path == "a.sh") // how much of the line it shows depends on git's version
                std::tie(heads, expected) = std::pair(names_alone(heads), names_alone(expected));
            EXPECT_EQ(heads, expected) << path << " -U" << context;
        }
}

TEST(HunkHeads, OfInsertionsAndOfFilesWithoutNewlines) {
    const test::TempDir folder;
    test::RepoBuilder repo(folder / "repo");
    repo.commit(".gitattributes", "*.c diff=cpp\n")
        .file("a.c", "int f(void)\n{\n" + filling(1) + "}");
    const auto after = repo.commit("a.c", "int f(void)\n{\n" + filling(1) + "}\nint g(void)\n{\n}");
    repo.write();
    const auto tree = folder / "tree";
    test::run_git(repo.path(), {"worktree", "add", "-q", tree.string(), after.id()});
    PatchReader reader(repo.path());
    for (const int context : {0, 1, 3}) {
        PatchOptions options;
        options.context = static_cast<std::uint32_t>(context);
        const auto shown = test::run_git(
            tree, {"diff", fmt::format("-U{}", context), after.id() + "~1", after.id()});
        for (const auto& hunk : reader.file(after.id(), "a.c", 100, options).hunks)
            EXPECT_NE(shown.find("\n" + hunk.header + "\n"), std::string::npos) << hunk.header;
    }
}

/// git asks the locale's regular expressions, which find nothing in a line that is no UTF-8.
TEST(HunkHeads, OfBytesThatAreNoUtf8) {
    EXPECT_EQ(HunkHeads::of_driver("cpp").head("latin\xE9()"), "latin\xE9()");
}

TEST(HunkHeads, OfDriversThatOnlyTheNewestGitHas) {
    const auto& ini = HunkHeads::of_driver("ini");
    EXPECT_EQ(HunkHeads::of_driver("perl").head("sub k($$) {"), "($$)"); // leaves a group behind
    EXPECT_EQ(ini.head("[section] # why"), "[section]");
    EXPECT_EQ(ini.head(" [other]"), " [other]");
    EXPECT_FALSE(ini.head("key=value"));
    EXPECT_EQ(HunkHeads::of_driver("bash").head("  h () ( # why"), "h () ( # why");
}

TEST(HunkHeads, TakeTimeInProportionToTheFile) {
    const auto start = test::CpuClock::now();
    for (const auto* driver : {"cpp", "dts", "rust", "python", "perl", "bash", "java", "html",
                               "tex", "golang", "markdown", "ini", "ruby", ""})
        for (const auto* piece :
             {"a", " ", "pub ", "a.", "(", "<h1 ", "static ", "sub a(", "f()", "\\sub"}) {
            std::string line;
            while (line.size() < 200'000)
                line += piece;
            std::string text;
            for (int i = 0; i < 10; ++i)
                text += line + "\n";
            HunkHeadFinder finder(text, HunkHeads::of_driver(driver));
            for (std::size_t at = 1; at < 10; ++at)
                finder.before(at);
        }
    EXPECT_LT(test::CpuClock::now() - start, std::chrono::seconds(30));
}

TEST(HunkHeads, OfOwnRulesThatCannotBeReadAreNone) {
    EXPECT_FALSE(HunkHeads("^(").head("int f(void)"));
}

} // namespace
} // namespace mw::git
