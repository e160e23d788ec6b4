// Documents that mean harm: shown as text or not at all, in time that grows with their length.

#include "base/text.h"
#include "document/markdown/limit_markdown.h"
#include "document/markdown/markdown.h"
#include "support/cpu_clock.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <iostream>
#include <iterator>
#include <regex>
#include <set>

namespace mw::test {
namespace {

using document::render_markdown;

std::string repeated(const std::string& text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        all += text;
    return all;
}

/// Every tag of the HTML, as written; whatever else starts with '<' is a fault.
std::vector<std::string> tags_of(const std::string& html) {
    std::vector<std::string> tags;
    for (auto at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1))
        tags.push_back(html.substr(at, html.find('>', at) - at + 1));
    return tags;
}

/// Fails unless the HTML has our own elements alone, and addresses of our four kinds.
void expect_harmless(const std::string& html) {
    static const std::regex tag(
        "</?(h[1-6]|p|blockquote|ul|li|pre|code|tr|th|td|strong|em|s)>|<(hr|br)>|"
        "</(ol|table|a)>|<[ou]l( start=\"[0-9]+\")?( style=\"(margin-(top|bottom):0px;)+\")?>|"
        "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\"( width=\"100%\""
        "( style=\"(margin-(top|bottom):0px;)+\")?)?>|<t[hd]( width=\"[0-9]+%\")?( "
        "align=\"(right|center)\")?>|<a "
        "name=\"[-a-z0-9]+\">|<a( name=\"r[0-9]+\")? "
        "class=\"(web|commit|unknown|kerneldoc)\" "
        "href=\"(https?://[^\"<>\\s]+|commit:[0-9a-f]+|kerneldoc:Documentation/[^\"<>\\s]+)\">",
        std::regex::icase);
    for (const auto& found : tags_of(html))
        EXPECT_TRUE(std::regex_match(found, tag)) << found;
}

double seconds_of(const std::function<void()>& action) {
    const auto start = test::CpuClock::now();
    action();
    return std::chrono::duration<double>(test::CpuClock::now() - start).count();
}

TEST(Hostile, NothingButOurOwnElements) {
    for (const char* text : {"<script>alert(1)</script>",
                             "<p onclick=\"x()\">a</p>",
                             "a <b onmouseover=x>b</b>",
                             "<style>body{background:url(http://h/x)}</style>",
                             "<img src=http://h/pixel.gif>",
                             "<iframe src=\"file:///etc/passwd\"></iframe>",
                             "[a](javascript:alert(1))",
                             "[a](JaVaScRiPt:alert(1))",
                             "[a](<java\tscript:x>)",
                             "[a](&#106;avascript:x)",
                             "[a](data:text/html;base64,PHNjcmlwdD4=)",
                             "[a](file:///etc/passwd)",
                             "<javascript:x>",
                             "<file:///etc/passwd>",
                             "![a](http://h/pixel.gif)",
                             "![a](file:///etc/passwd)",
                             "![a](javascript:x \"t\")",
                             "[![a](http://h/a.png)](http://h/b)",
                             "[a](http://h/\"onclick=\"x)",
                             "[a](<http://h/ onclick=x>)",
                             "[a](http://h \"\"><script>\")",
                             "http://h/\"><script>",
                             "```\"><script>\n</code></pre><script>\n```",
                             "# <script>x</script>",
                             "| <script> |\n|---|\n| <img src=x> |",
                             "<!-- comment -->",
                             "<?php x ?>",
                             "<![CDATA[<script>]]>",
                             "&lt;script&gt;",
                             "a@example.org",
                             "<a@example.org>",
                             "www.example.org/<script>",
                             "ftp://h/x",
                             "[x]: javascript:x\n\n[x]",
                             "[`<script>`](http://h)",
                             "Documentation/\"onclick=x/a.rst",
                             "xmpp:a@b",
                             "mailto:a@b.c"}) {
        SCOPED_TRACE(text);
        expect_harmless(render_markdown(decode_text(text)).html);
    }
}

TEST(Hostile, ScriptsAreReadableText) {
    const auto html = render_markdown("a <script>alert('x')</script> b").html;
    EXPECT_NE(html.find("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"), std::string::npos);
}

TEST(Hostile, PicturesAreLinksAndTrackersStayUnread) {
    const auto html = render_markdown("![a dot](http://h.example/p.gif?id=1)").html;
    EXPECT_EQ(html.find("<img"), std::string::npos);
    EXPECT_NE(html.find("href=\"http://h.example/p.gif?id=1\">[image: a dot]</a>"),
              std::string::npos);
}

TEST(Hostile, NulAndControlCharacters) {
    const auto text =
        decode_text(std::string("a\0b <scr\0ipt>\x1b[31m\n\n[x](java\0script:y)", 37));
    EXPECT_EQ(text.find('\0'), std::string::npos);
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    const auto shown = render_markdown(text);
    expect_harmless(shown.html);
    EXPECT_NE(shown.html.find("a\xef\xbf\xbd"), std::string::npos);
}

TEST(Hostile, WrongEncodings) {
    EXPECT_EQ(decode_text("caf\xe9 \x93q\x94 \x80"), "café “q” €");
    EXPECT_EQ(decode_text("caf\xc3\xa9"), "café");
    EXPECT_EQ(decode_text("\xef\xbb\xbfx\r\ny\rz"), "x\ny\nz");
    EXPECT_EQ(decode_text(std::string("\xff\xfe<\0a\0", 6)), "<a");
    EXPECT_EQ(decode_text(std::string("\xfe\xff\0<\xd8\x3d\xde\x00", 8)), "<\U0001F600");
    EXPECT_EQ(decode_text(std::string("\xff\xfe\0\xd8", 4)), "\xef\xbf\xbd"); // half a pair
    EXPECT_EQ(decode_text("\x81\xff"), "\xef\xbf\xbdÿ");
    EXPECT_EQ(decode_text(""), "");
}

TEST(Hostile, ReadableDocumentsStayAsTheyAre) {
    const std::string text = "# T\n\n> > - a [x](y)\n>   1. b\n\n| a | b |\n|---|---|\n| `c` | d "
                             "|\n\n[x]: https://example.org\n";
    EXPECT_EQ(document::limit_markdown(text), text);
}

TEST(Hostile, LinesKeepTheirNumbers) {
    const auto text = repeated(">", 10'000) + "a\n" + std::string(5'000, ' ') + "b\n" +
                      repeated("[", 100'000) + "\n|" + repeated("-|", 1000) + "\n\n0123456789ab\n";
    const auto shown = render_markdown(text);
    ASSERT_EQ(shown.references.size(), 1U);
    EXPECT_EQ(shown.references.front().line, 6);
    EXPECT_EQ(text.substr(shown.references.front().offset), "0123456789ab\n");
}

/// What parsers are known to choke on, each about a megabyte. The limit is far above what any takes
/// and far below what one that grows with the square would.
struct Attack {
    const char* name;
    std::string text;
};

std::vector<Attack> attacks(std::size_t mega) {
    std::vector<Attack> all;
    const auto repeat = [&](const char* name, const std::string& unit) {
        all.push_back({name, repeated(unit, mega / unit.size())});
    };
    all.push_back({"quotes 10,000 deep", repeated(repeated(">", 10'000) + "\n", 100)});
    all.push_back({"lists 10,000 deep", repeated(repeated("- ", 10'000) + "a\n", 50)});
    all.push_back({"numbers 10,000 deep", repeated(repeated("1. ", 10'000) + "a\n", 35)});
    std::string stairs;
    for (std::size_t depth = 0; stairs.size() < mega; ++depth)
        stairs += std::string(2 * depth, ' ') + "- a\n";
    all.push_back({"lists deeper line by line", stairs});
    std::string quoted;
    for (std::size_t depth = 1; quoted.size() < mega; ++depth)
        quoted += repeated(">", depth) + "a\n";
    all.push_back({"quotes deeper line by line", quoted});
    all.push_back({"one long word", std::string(mega, 'a')});
    all.push_back({"one long line of words", repeated("word ", mega / 5)});
    all.push_back({"one long line of ids", repeated("0123456789ab ", mega / 13)});
    all.push_back({"one long code line", "    " + std::string(mega, 'x')});
    repeat("opening brackets", "[");
    repeat("brackets", "[a]");
    repeat("pictures without an end", "![l");
    repeat("links without an end", "[a](");
    repeat("links with a space", "[a](<b");
    repeat("references", "[a][");
    repeat("strong", "**a ");
    repeat("emphasis", "*a_ ");
    repeat("underscores", "_");
    repeat("nested emphasis", "_a __a ");
    repeat("strikes", "~~a ~");
    repeat("backticks", "`a``b```c");
    repeat("less-than", "<");
    repeat("tags", "<a ");
    repeat("comments", "<!--");
    repeat("declarations", "<!A ");
    repeat("instructions", "<?");
    repeat("cdata", "<![CDATA[");
    repeat("entities", "&");
    repeat("addresses", "http://a");
    repeat("addresses with a bracket", "http://a)");
    repeat("www", "www._");
    repeat("www and colons", "www.:");
    repeat("mail", "a@a.");
    repeat("at signs", "@");
    repeat("colons", ":");
    repeat("backslashes", "\\");
    repeat("bars", "|");
    repeat("table heads", "|-");
    repeat("hex", "0123456789abcdef");
    repeat("dots", "Documentation/.");
    repeat("hosts", "git.kernel.org/");
    all.push_back({"underscores and a letter",
                   std::string(mega / 2, '_') + "a" + std::string(mega / 2, '_')});
    all.push_back({"wide table", "|" + repeated("a|", 60'000) + "\n|" + repeated("-|", 60'000) +
                                     "\n" + repeated("a\n", 100'000)});
    all.push_back({"definitions", "[a]: http://" + std::string(mega / 2, 'x') + "\n\n" +
                                      repeated("[a]\n\n", mega / 10)});
    all.push_back({"definition with a long title", "[a]: http://h '" +
                                                       repeated("title\n", mega / 12) + "'\n\n" +
                                                       repeated("[a]\n\n", mega / 10)});
    std::string many;
    for (int i = 0; many.size() < mega; ++i)
        many += "[a" + std::to_string(i) + "]: x\n";
    all.push_back({"many definitions", many});
    repeat("lines that look like lists", "2. [[[[[[[[\n");
    repeat("indented lines that look like lists", "     - [[[[[[[[\n");
    repeat("lines that look like a table", "|a|\n|-|-|\n[[[[[[[[[[\n");
    all.push_back({"lines after a table", "> |a|\n> |-|\n" + repeated("[[[[[[[[[[\n", mega / 11)});
    repeat("headings", "# a\n");
    repeat("underlined headings", "a\n=\n");
    repeat("rules", "***\n");
    repeat("fences", "```\n");
    repeat("html blocks", "<div>\n");
    repeat("blank lines", "\n");
    repeat("blank items", "-\n");
    repeat("quotes and lists", "> - ");
    repeat("tabs", "\t");
    repeat("tabs and items", "-\t");
    return all;
}

/// A paragraph whose start has the parser, or us, go through all of it again and again.
std::vector<Attack> paragraph_attacks(std::size_t mega) {
    std::vector<Attack> all;
    const auto repeat = [&](const char* name, const std::string& unit) {
        all.push_back({name, repeated(unit, mega / unit.size())});
    };
    all.push_back({"references in a long paragraph",
                   "[1]: https://git.kernel.org/linus/0123456789ab\n\n" +
                       repeated("[a][1] ", 1000) + repeated("words and words\n", mega / 16)});
    std::string cited = repeated("words of hex: 0123456 \n", mega / 24);
    for (int i = 0; i < 1000; ++i)
        cited += "[a][" + std::to_string(i) + "] ";
    for (int i = 0; i < 1000; ++i)
        cited += (i == 0 ? "\n\n[" : "\n[") + std::to_string(i) +
                 "]: https://git.kernel.org/linus/" + std::to_string(10'000'000'000 + i) + "ab";
    all.push_back({"references to many ids", cited});
    all.push_back({"open pictures and letters", repeated("![", 2000) + repeated("w", mega)});
    all.push_back(
        {"dead brackets and letters", repeated("[", 3900) + "[a](b)" + repeated("w", mega)});
    all.push_back({"open comments and letters", repeated("<!--", 2000) + repeated("x", mega)});
    all.push_back({"open titles and letters", repeated("[a](b (", 1000) + repeated("x", mega)});
    repeat("items with an open comment", "2. <!--\n");
    repeat("items with an open title", "2. [a](b (\n");
    return all;
}

TEST(Hostile, NothingTakesLong) {
    auto all = attacks(1 << 19);
    std::ranges::move(paragraph_attacks(1 << 19), std::back_inserter(all));
    for (const auto& attack : all) {
        document::Rendered shown;
        const auto seconds = seconds_of([&] { shown = render_markdown(attack.text); });
        EXPECT_LT(seconds, 2.5) << attack.name;
        RecordProperty(attack.name, std::to_string(seconds));
        if (seconds > 0.3)
            std::cerr << attack.name << ": " << seconds << " s\n";
        EXPECT_LT(shown.html.size(), 40 * attack.text.size()) << attack.name;
        SCOPED_TRACE(attack.name);
        std::set<std::string> kinds;
        for (auto& tag : tags_of(shown.html))
            kinds.insert(tag.starts_with("<a") || tag.starts_with("<ol") ? tag.substr(0, 3)
                                                                         : std::move(tag));
        EXPECT_LT(kinds.size(), 60U);
    }
}

/// A document four times as long takes about four times as long, not sixteen times.
TEST(Hostile, LongerParagraphsTakeLongerInProportion) {
    const auto small = paragraph_attacks(1 << 19), large = paragraph_attacks(1 << 21);
    for (std::size_t i = 0; i < small.size(); ++i) {
        const auto one = seconds_of([&] { render_markdown(small[i].text); });
        const auto four = seconds_of([&] { render_markdown(large[i].text); });
        EXPECT_LT(four, 10 * one + 0.5) << small[i].name << ": " << one << " s, " << four << " s";
    }
}

/// The longest run without an end of a paragraph or a line, and the deepest nesting of blocks.
TEST(Hostile, MarksAreCountedOverAllLinesOfAParagraph) {
    const std::string marks = "word " + std::string(1000, '*') + "\n";
    std::string paragraph, list;
    for (int line = 0; line < 6; ++line) {
        paragraph += marks;
        list += "- " + marks;
    }
    EXPECT_NE(document::limit_markdown(paragraph).find("\\*"), std::string::npos);
    EXPECT_EQ(document::limit_markdown(list), list) << "each item is a paragraph of its own";
}

TEST(Hostile, AWidgetCanLayItOut) {
    for (const auto& attack : attacks(1 << 17)) {
        const auto html = render_markdown(attack.text).html;
        std::size_t start = 0, longest = 0, depth = 0, deepest = 0;
        for (std::size_t at = html.find_first_of("<\n"); at != std::string::npos;
             at = html.find_first_of("<\n", at + 1)) {
            const std::string_view rest = std::string_view(html).substr(at, 12);
            if (rest.starts_with("</p>") || rest.starts_with("<br>") || rest.starts_with("\n")) {
                longest = std::max(longest, at - start);
                start = at;
            }
            if (rest.starts_with("<blockquote") || rest.starts_with("<ul") ||
                rest.starts_with("<ol"))
                deepest = std::max(deepest, ++depth);
            if (rest.starts_with("</blockquote") || rest.starts_with("</ul") ||
                rest.starts_with("</ol"))
                --depth;
        }
        // Text is cut at 8 KiB; markup around it and escaped characters make it longer.
        EXPECT_LT(longest, 400'000U) << attack.name;
        EXPECT_LE(deepest, 24U) << attack.name;
        EXPECT_EQ(depth, 0U) << attack.name;
    }
}

TEST(Hostile, TooLargeIsASentence) {
    try {
        render_markdown(std::string((64 << 20) + 1, '\n'));
        FAIL();
    } catch (const document::TooLarge& error) {
        EXPECT_NE(std::string(error.what()).find("up to 64 MiB"), std::string::npos);
    }
}

TEST(Large, FiveMegabytesWithTwentyThousandReferences) {
    std::string text = "# A release\n\n";
    for (int i = 0; i < 20'000; ++i) {
        if (i % 500 == 0)
            text += "\n## Section " + std::to_string(i) + "\n\n";
        text += "- **Entry " + std::to_string(i) +
                "** does something that people have waited for, " +
                repeated("with words that say what it is, ", 4) +
                "([commit](https://git.kernel.org/linus/" + std::to_string(100'000'000'000 + i) +
                "abcdef))\n";
    }
    text +=
        "\n" + repeated("Words that fill the paragraph, one after the other, until it ends.\n\n",
                        (5'000'000 - text.size()) / 68);
    EXPECT_GT(text.size(), 4'900'000U);
    document::Rendered shown;
    const auto seconds = seconds_of([&] { shown = render_markdown(text); });
    std::cout << "5 MB with 20,000 references: " << seconds << " s\n";
    EXPECT_LT(seconds, 2); // on a machine with other work to do; well under a second by itself
    ASSERT_EQ(shown.references.size(), 20'000U);
    for (const auto& reference : {shown.references.front(), shown.references.back()})
        EXPECT_EQ(text.substr(reference.offset, reference.id.size()), reference.id);
}

} // namespace
} // namespace mw::test
