// The manual has one source in each language, and what it says of options is what the option parser
// says.

#include "base/error.h"
#include "cli/command_line.h"
#include "completion/scripts.h"
#include "manual/manual.h"
#include "store/db/schema.h"
#include "store/language/query_parser.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <regex>

namespace mw::test {
namespace {

std::string source_of(const std::string& name) {
    std::ifstream file(std::filesystem::path(MW_MANUAL) / name);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// As a reader sees a page: without the marks for fonts, and hyphens as they are.
std::string read(std::string page) {
    page = std::regex_replace(page, std::regex(R"(\\f\[[A-Z]*\])"), "");
    return std::regex_replace(page, std::regex(R"(\\-)"), "-");
}

class Manual : public CommandLine {
protected:
    std::string page(const std::string& name) {
        const auto result = run({"generate", "man", std::string(MW_MANUAL) + "/" + name + ".md",
                                 "--day", "2026-11-29"});
        EXPECT_EQ(result.status, 0) << result.errors;
        return read(result.output);
    }
};

TEST_F(Manual, HasEveryCommandAndOptionOfTheParser) {
    const std::string manual = page("mergewindow-cli");
    const std::string help = run({"--help"}).output;
    // CLI11 2.6 has room between the two.
    const std::regex option("\n +(-[a-z],)? *(--[a-z-]+)"), command("\n  ([a-z]+) ");
    int commands = 0, options = 0;
    for (std::sregex_iterator at(help.begin(), help.end(), command), end; at != end; ++at) {
        const std::string name = (*at)[1];
        ++commands;
        const auto part = manual.find(".SS " + name + "\n");
        ASSERT_NE(part, std::string::npos) << name;
        const std::string words = manual.substr(part, manual.find("\n.S", part + 1) - part);
        const std::string own = run({name, "--help"}).output;
        for (std::sregex_iterator it(own.begin(), own.end(), option); it != end; ++it) {
            if ((*it)[2] == "--help")
                continue;
            ++options;
            EXPECT_NE(words.find((*it)[2].str()), std::string::npos) << name << (*it)[2];
        }
    }
    EXPECT_GT(commands, 20);
    EXPECT_GT(options, 50);
}

TEST_F(Manual, IsHtmlForTheWindow) {
    const std::string source = std::string(MW_MANUAL) + "/mergewindow-cli.md";
    const auto result = run({"generate", "html", source});
    EXPECT_EQ(result.status, 0) << result.errors;
    for (const char* const part : {"<h1", "The command line</h1>", "import</h3>", "--no-lines"})
        EXPECT_NE(result.output.find(part), std::string::npos) << part;
    EXPECT_EQ(result.output.find("<!--"), std::string::npos);
}

TEST_F(Manual, NamesEveryFieldAndKindOfTheQueryLanguage) {
    const std::string manual = source_of("mergewindow-cli.md"),
                      readme = source_of("../../README.md");
    for (const auto field : store::query_fields()) {
        EXPECT_NE(manual.find("**" + std::string(field) + ":**"), std::string::npos) << field;
        EXPECT_NE(readme.find('`' + std::string(field) + ':'), std::string::npos) << field;
    }
    for (const auto kind : store::query_kinds())
        EXPECT_NE(manual.find("`" + std::string(kind) + "`"), std::string::npos) << kind;
}

TEST_F(Manual, NamesTheBackupOfTheVersionBefore) {
    const auto backup = fmt::format("mergewindow.db.schema-{}.backup", store::schema_version() - 1);
    for (const auto* text : {"mergewindow.md", "mergewindow-cli.md", "../../README.md"})
        EXPECT_NE(source_of(text).find(backup), std::string::npos) << text << ": " << backup;
}

TEST_F(Manual, OptionsHaveNamesForTheirValues) {
    const std::string help = run({"--help-all"}).output + run({"--help"}).output;
    EXPECT_EQ(help.find("TEXT"), std::string::npos) << help;
    const std::string manual = page("mergewindow-cli");
    EXPECT_EQ(manual.find("TEXT"), std::string::npos);
    EXPECT_EQ(manual.find("UINT"), std::string::npos);
}

TEST(ManualSource, ACommandThatIsNotThereIsAMistake) {
    const completion::Program program{{"p", "does", {}, {}}, {{"go", "Go on", {}, {}}}};
    EXPECT_THROW(manual::with_options("## Commands\n\n### stay\n", program), base::Error);
    const auto text = manual::with_options("# T\n\n## Commands\n\n## Files\n", program);
    EXPECT_EQ(text, "# T\n\n## Commands\n\n### go\n\n**go**\n\nGo on.\n\n## Files\n");
}

TEST(ManualSource, TermsAndCodeInAPage) {
    const auto page =
        manual::man_page("# The program\n\n## Name\n\np - does\n\n## Files\n\n"
                         "- **a**, **b**: one `x`\n- **c**: two\n\n  more\n\n    code\n",
                         {"p", "2026-11-29", "0.1"});
    EXPECT_EQ(page, ".\\\" Made of resources/manual/p.md.\n"
                    ".TH \"P\" \"1\" \"2026-11-29\" \"Merge Window 0.1\" \"User Commands\"\n"
                    ".SH NAME\np \\- does\n.SH FILES\n"
                    ".TP\n\\f[B]a\\f[], \\f[B]b\\f[]\none \\f[B]x\\f[]\n"
                    ".TP\n\\f[B]c\\f[]\ntwo\n.IP\nmore\n.IP\ncode\n");
}

TEST(ManualSource, ParagraphsBelowOneAnotherStayApart) {
    const auto page =
        manual::man_page("# T\n\n## Files\n\none\n\ntwo\n", {"p", "2026-11-29", "0.1"});
    EXPECT_TRUE(page.ends_with(".SH FILES\none\n.PP\ntwo\n")) << page;
}

TEST(ManualSource, ATermMayEndBehindItsBoldPart) {
    const auto page =
        manual::man_page("# T\n\n## Files\n\n- **f**s: files\n", {"p", "2026-11-29", "0.1"});
    EXPECT_TRUE(page.ends_with(".TP\n\\f[B]f\\f[]s\nfiles\n")) << page;
}

/// Headings are in capitals in any alphabet, and the name is the program's alone.
TEST(ManualSource, APageInAnotherLanguage) {
    const auto page =
        manual::man_page("# Ü\n\n## Name\n\np - tut\n\n## Rückgabewerte ß\n\nkeine für p\n",
                         {"p.de", "2026-11-29", "0.1"});
    EXPECT_EQ(page, ".\\\" Made of resources/manual/p.de.md.\n"
                    ".TH \"P\" \"1\" \"2026-11-29\" \"Merge Window 0.1\" \"\"\n"
                    ".SH NAME\np \\- tut\n.SH RÜCKGABEWERTE ß\nkeine für p\n");
}

TEST(CompletionOfZsh, KnowsTheProgramsOptionsBehindACommandToo) {
    using completion::ValueKind;
    completion::Program program;
    program.name = "p";
    program.options.push_back({{"--db"}, "Database", {ValueKind::file, "FILE", {}}});
    program.commands.push_back({"go", "Go on", {}, {}});
    const auto script = completion::zsh_script(program);
    const std::string option = "'--db[Database]:FILE:_files'";
    const auto first = script.find(option), second = script.find(option, first + 1);
    ASSERT_NE(first, std::string::npos) << script;
    ASSERT_NE(second, std::string::npos) << script;
    EXPECT_LT(first, script.find("case $state"));
    EXPECT_GT(second, script.find("    go)\n"));
}

/// zsh shows a phrase up to the next mark that it takes for one of its own.
TEST(CompletionOfZsh, MarksInAPhraseAreNoneOfZshs) {
    completion::Program program;
    program.name = "p";
    program.options.push_back({{"--at"}, "Time [UTC], as 12:30", {}});
    program.commands.push_back({"go", "Go on: don't stop", {}, {}});
    const auto script = completion::zsh_script(program);
    EXPECT_NE(script.find(R"('--at[Time \[UTC\], as 12\:30]')"), std::string::npos) << script;
    EXPECT_NE(script.find(R"('go:Go on\: don'\''t stop')"), std::string::npos) << script;
}

/// What bash itself makes of it is asked by tests/start/completion.sh.
TEST(CompletionOfBash, OffersWhatACommandTakesWithoutAnOption) {
    using completion::ValueKind;
    completion::Program program;
    program.name = "p";
    program.commands.push_back(
        {"read", "Read one", {}, {{{}, "File", {ValueKind::file, "FILE", {}}}}});
    program.commands.push_back({"go", "Go on", {}, {}});
    const auto script = completion::bash_script(program);
    EXPECT_TRUE(script.ends_with("    case $command in\n"
                                 "    read) _p_files -f ;;\n"
                                 "    '') _p_words 'read go' ;;\n"
                                 "    esac\n}\n\ncomplete -F _p p\n"))
        << script;
}

TEST(CompletionOfFish, OffersFilesWhereACommandTakesThemAndLettersOfOptions) {
    using completion::ValueKind;
    completion::Program program;
    program.name = "p";
    program.options.push_back({{"-j", "--json"}, "Lines of JSON", {}});
    program.commands.push_back(
        {"read", "Read one", {}, {{{}, "File", {ValueKind::file, "FILE", {}}}}});
    program.commands.push_back(
        {"go", "Go on", {}, {{{}, "Place", {ValueKind::word, "PLACE", {}}}}});
    EXPECT_EQ(completion::fish_script(program),
              "# fish completion for p, made from its option parser\n\n"
              "complete -c p -f\n"
              "complete -c p -s j -l json -d 'Lines of JSON'\n"
              "\ncomplete -c p -n __fish_use_subcommand -a read -d 'Read one'\n"
              "complete -c p -n '__fish_seen_subcommand_from read' -F\n"
              "\ncomplete -c p -n __fish_use_subcommand -a go -d 'Go on'\n");
}

} // namespace
} // namespace mw::test
