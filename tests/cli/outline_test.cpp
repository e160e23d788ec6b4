// What 'outline', 'search code:' and 'figures --by identifier' print.

#include "cli/command_line.h"

#include <algorithm>

namespace mw::test {
namespace {

class Outline : public CommandLine {
protected:
    Outline() {
        write_small_history();
        const auto result = import("base", "v1");
        EXPECT_EQ(result.status, 0) << result.errors;
    }
};

TEST_F(Outline, HasARowForEachNode) {
    const auto rows = json_lines({"outline", "test"});
    ASSERT_EQ(rows.size(), 4U);
    std::vector<std::string> kinds;
    for (const auto& row : rows) {
        EXPECT_EQ(row.size(), 8U);
        kinds.push_back(row.at("kind"));
    }
    EXPECT_EQ(kinds, (std::vector<std::string>{"release", "pull", "changeset", "changeset"}));
    EXPECT_TRUE(rows[0].at("oid").is_null());
    EXPECT_EQ(rows[0].at("changesets"), 2);
    EXPECT_TRUE(rows[1].at("parent").is_null());
    EXPECT_EQ(rows[1].at("changesets"), 1);
    EXPECT_EQ(rows[2].at("parent"), rows[1].at("oid"));
    EXPECT_EQ(rows[2].at("depth"), 2);
    EXPECT_EQ(rows[2].at("title"), "net: a: count to two");
    EXPECT_EQ(rows[1].at("insertions"), rows[2].at("insertions"));
    EXPECT_TRUE(rows[3].at("parent").is_null());

    EXPECT_EQ(json_lines({"outline", "test", "--depth", "1"}).size(), 3U);
    const auto pull = rows[1].at("oid").get<std::string>();
    const auto part = json_lines({"outline", pull.substr(0, 12)});
    ASSERT_EQ(part.size(), 2U);
    EXPECT_EQ(part[0].at("depth"), 0);
    EXPECT_EQ(part[1].at("parent"), pull);
}

TEST_F(Outline, IsForPersonsToo) {
    const auto text = run({"outline", "test"}).output;
    EXPECT_NE(text.find("[1 changeset]"), std::string::npos) << text;
    const auto markdown = run({"outline", "test", "--markdown"}).output;
    EXPECT_NE(markdown.find("\n    - [net: a: count to two]("), std::string::npos) << markdown;
    EXPECT_NE(markdown.find("- test (2 changesets"), std::string::npos) << markdown;
}

TEST_F(Outline, GoesIntoDraftsAndExports) {
    const std::string item = "    - [net: a: count to two](";
    EXPECT_EQ(run({"draft"}).output.find("## Outline"), std::string::npos);
    const auto draft = run({"draft", "--outline"}).output;
    EXPECT_NE(draft.find("## Outline\n\n- test (2 changesets"), std::string::npos) << draft;
    EXPECT_NE(draft.find(item), std::string::npos) << draft;
    const auto all = run({"export", "--format", "markdown", "--outline"}).output;
    EXPECT_NE(all.find("- test (2 changesets"), std::string::npos) << all;
    EXPECT_NE(all.find(item), std::string::npos) << all;
    // Only what is written, and the way to it.
    const auto part =
        run({"export", "--format", "markdown", "--outline", "--query", "count"}).output;
    EXPECT_NE(part.find("- test (1 changeset,"), std::string::npos) << part;
    EXPECT_NE(part.find(item), std::string::npos) << part;
    const auto html = run({"export", "--format", "html", "--outline"}).output;
    EXPECT_NE(html.find("<h2>Outline</h2>\n<ul>\n<li>test (2 changesets"), std::string::npos);
    const auto count = [&html](const char* what) {
        std::size_t found = 0;
        const auto start = html.find("<h2>Outline");
        for (auto at = html.find(what, start); at != std::string::npos;
             at = html.find(what, at + 1))
            ++found;
        return found;
    };
    EXPECT_EQ(count("<ul>"), count("</ul>"));
    EXPECT_EQ(count("<li>"), count("</li>"));
    EXPECT_EQ(count("<li>"), 4U);
}

TEST_F(Outline, OfNothingIsRefused) {
    for (const auto* wrong : {"nothing", "ffffffffffff"}) {
        const auto result = run({"outline", wrong});
        EXPECT_EQ(result.status, 1);
        EXPECT_NE(result.errors.find("Releases are: test"), std::string::npos) << result.errors;
    }
    EXPECT_EQ(run({"outline"}).status, 2);
}

TEST_F(Outline, AndTheCodeBelowItIsSearched) {
    const auto found = json_lines({"search", "adds:two"});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].at("subject"), "net: a: count to two");
    EXPECT_EQ(run({"search", "code:\"+ +\""}).status, 1);
    const auto rows = json_lines({"figures", "--by", "identifier", "--added"});
    ASSERT_FALSE(rows.empty());
    EXPECT_TRUE(rows[0].contains("query"));
    EXPECT_EQ(run({"figures", "--by", "identifier"}).status, 1);
}

TEST_F(Outline, AnIndexIsMadeOnce) {
    const auto done = run({"index"});
    EXPECT_EQ(done.status, 0) << done.errors;
    EXPECT_EQ(done.output, "There is no release whose code is still to be indexed.\n");
    EXPECT_EQ(run({"index", "--release", "test"}).output, "test: its code can be searched.\n");
    EXPECT_EQ(run({"index", "--release", "none"}).status, 1);
}

TEST_F(CommandLine, ExportsOfLinesAreOfWhatTheCloneHas) {
    repo_.tag("base", repo_.commit("a.c", "one\n"));
    repo_.commit("a.c", "one\nalpha(x);\nbeta;\n").message("both names");
    repo_.commit("b.c", "alpha(beta);\n").message("the text");
    repo_.tag("v1", repo_.tip());
    repo_.write();
    ASSERT_EQ(import("base", "v1").status, 0);
    EXPECT_EQ(json_lines({"search", "code:alpha code:beta"}).size(), 2U);
    const auto found = json_lines({"search", "code:\"alpha(beta)\""});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].at("subject"), "the text");
    const auto written = run({"export", "--format", "csv", "--query", "code:\"alpha(beta)\""});
    EXPECT_EQ(written.status, 0) << written.errors;
    EXPECT_EQ(std::ranges::count(written.output, '\n'), 2) << written.output;
}

} // namespace
} // namespace mw::test
