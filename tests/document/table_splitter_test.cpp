// Long lists, tables and paragraphs come in pieces that a widget can lay out one by one.

#include "document/markdown/markdown.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <regex>

namespace mw::test {
namespace {

using document::render_markdown;

std::string often(const std::string& text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i)
        all += text;
    return all;
}

std::size_t occurrences(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

/// Fails unless every element ends where it should.
void expect_balanced(const std::string& html) {
    std::vector<std::string> open;
    for (auto at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
        const auto end = html.find_first_of(" >", at);
        const auto name = html.substr(at + 1, end - at - 1);
        if (name == "br" || name == "hr")
            continue;
        if (!name.starts_with('/')) {
            open.push_back(name);
            continue;
        }
        ASSERT_FALSE(open.empty()) << html.substr(at, 80);
        ASSERT_EQ("/" + open.back(), name) << html.substr(at, 80);
        open.pop_back();
    }
    EXPECT_TRUE(open.empty());
}

std::size_t longest_between(const std::string& text, const std::string& end) {
    std::size_t longest = 0, start = 0;
    for (auto at = text.find(end); at != std::string::npos; at = text.find(end, at + 1)) {
        longest = std::max(longest, at - start);
        start = at;
    }
    return longest;
}

TEST(Pieces, ShortListsStayWhole) {
    const auto html = render_markdown(often("- item\n", 100)).html;
    EXPECT_EQ(occurrences(html, "<ul>"), 1U);
    EXPECT_EQ(occurrences(html, "<li>"), 100U);
}

TEST(Pieces, LongListsAreCutWithoutASeam) {
    const auto shown = render_markdown(often("- item\n", 250));
    EXPECT_EQ(occurrences(shown.html, "<ul"), 3U);
    EXPECT_EQ(occurrences(shown.html, "<li>"), 250U);
    EXPECT_EQ(shown.entries.size(), 250U);
    EXPECT_EQ(occurrences(shown.html, "<ul style=\"margin-bottom:0px;\">"), 1U);
    EXPECT_EQ(occurrences(shown.html, "<ul style=\"margin-top:0px;margin-bottom:0px;\">"), 1U);
    EXPECT_EQ(occurrences(shown.html, "<ul style=\"margin-top:0px;\">"), 1U);
    expect_balanced(shown.html);
}

TEST(Pieces, NumbersGoOn) {
    const auto html = render_markdown(often("7. item\n", 250)).html;
    for (const char* start : {"start=\"7\"", "start=\"107\"", "start=\"207\""})
        EXPECT_EQ(occurrences(html, start), 1U) << start;
    expect_balanced(html);
}

TEST(Pieces, ListsWithinListsToo) {
    const auto html =
        render_markdown("- outer\n\n" + often("  - inner\n", 250) + "\n- last\n").html;
    EXPECT_EQ(occurrences(html, "<ul"), 4U);
    EXPECT_EQ(occurrences(html, "<li>"), 252U);
    expect_balanced(html);
}

TEST(Pieces, TablesKeepTheirColumns) {
    const std::string head = "| name | what it is about |\n|---|---|\n";
    const auto row = "| `a` | " + often("words ", 12) + "|\n";
    EXPECT_EQ(occurrences(render_markdown(head + often(row, 49)).html, "width"), 0U);
    const auto html = render_markdown(head + often(row, 149)).html;
    EXPECT_EQ(occurrences(html, "<table"), 3U);
    EXPECT_EQ(occurrences(html, "<tr>"), 150U);
    EXPECT_EQ(occurrences(html, "<th width"), 2U);
    EXPECT_EQ(occurrences(html, "<td width"), 4U);
    expect_balanced(html);
    static const std::regex width("<t[hd] width=\"([0-9]+)%\">");
    std::vector<int> widths;
    for (std::sregex_iterator at(html.begin(), html.end(), width), end; at != end; ++at)
        widths.push_back(std::stoi((*at)[1]));
    ASSERT_EQ(widths.size(), 6U);
    EXPECT_EQ(widths[0], widths[2]);
    EXPECT_EQ(widths[1], widths[5]);
    EXPECT_LT(widths[0], widths[1]);
    EXPECT_LE(widths[0] + widths[1], 100);
    EXPECT_GE(widths[0] + widths[1], 98); // what rounding leaves of all
}

TEST(Pieces, ColumnsAreAlignedAsTheTableSays) {
    const auto html =
        render_markdown("| a | b | c | d |\n|---|--:|:-:|:--|\n| 1 | 2 | 3 | 4 |\n").html;
    EXPECT_EQ(occurrences(html, "<td>"), 2U);
    EXPECT_EQ(occurrences(html, "<td align=\"right\">2"), 1U);
    EXPECT_EQ(occurrences(html, "<td align=\"center\">3"), 1U);
    EXPECT_EQ(occurrences(html, "<th align=\"right\">b"), 1U);
}

TEST(Pieces, ParagraphsBreakWhateverIsOpenInThem) {
    const auto words = often("word ", 20'000);
    for (const std::string& text : std::vector<std::string>{
             words, "**" + words + "end**", "*a **" + words + "end** b*", "# " + words,
             "[" + words + "end](https://example.org)", "- " + words, "- a\n\n  " + words,
             "> " + words, "| a |\n|---|\n| " + words + " |",
             "[**" + words + "end**](https://git.kernel.org/linus/0123456789ab)"}) {
        SCOPED_TRACE(text.substr(0, 12));
        const auto html = render_markdown(text).html;
        expect_balanced(html);
        EXPECT_LT(longest_between(html, "<p>") == 0 ? longest_between(html, "</h1>")
                                                    : longest_between(html, "<p>"),
                  9'000U);
        // None is cut in two.
        EXPECT_EQ(occurrences(html, "word ") + occurrences(html, "word<"), 20'000U);
    }
}

TEST(Pieces, LinesOfCodeBreakTheirCharactersDoNot) {
    const auto html =
        render_markdown("```\nshort\n" + often("\u00e4\u20ac", 4'000) + "\nlast\n```\n").html;
    EXPECT_LT(longest_between(html, "\n"), 1'100U);
    std::string joined = html;
    std::erase(joined, '\n');
    EXPECT_EQ(occurrences(joined, "\u00e4\u20ac"), 4'000U);
    EXPECT_EQ(occurrences(html, "short\n"), 1U);
    expect_balanced(html);
    const auto lines = render_markdown("```\n" + often("a line of code\n", 1'000) + "```\n");
    EXPECT_EQ(occurrences(lines.html, "a line of code\n"), 1'000U);
}

TEST(Pieces, ReferencesCutByMarkupAreFound) {
    // The parser cuts its text where markup might begin.
    const auto shown = render_markdown("see 0123456789ab_, [0123456789ac and (0123456789ad)!");
    EXPECT_EQ(shown.references.size(), 2U);
    EXPECT_EQ(shown.entries.front().words, "see 0123456789ab_, [0123456789ac and (0123456789ad)!");
}

TEST(Pieces, AStartEndsBetweenParagraphs) {
    const std::string text = "# Title\n\nfirst\n\nsecond\n\nthird\n";
    EXPECT_EQ(document::start_of(text, 100), text);
    EXPECT_EQ(document::start_of(text, 18), "# Title\n\nfirst\n");
    EXPECT_EQ(document::start_of("one\ntwo\nthree\n", 5), "");
    const std::string code = "# Title\n\n```\ncode\n\nmore\n```\n\nwords\n";
    EXPECT_EQ(document::start_of(code, 22), "# Title\n");
    EXPECT_EQ(document::start_of(code, 30), "# Title\n\n```\ncode\n\nmore\n```\n");
}

} // namespace
} // namespace mw::test
