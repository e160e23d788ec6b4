// Saved pages and texts, turned into Markdown.

#include "document/markdown/markdown.h"
#include "document/read/read_document.h"
#include "support/cpu_clock.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <chrono>
#include <iostream>

namespace mw::test {
namespace {

using document::markdown_of_html;
using document::markdown_of_plain;

TEST(HtmlArticle, KeepsWhatCarriesMeaning) {
    EXPECT_EQ(markdown_of_html(
                  "<!DOCTYPE html><html><head><title>No</title><style>p{}</style></head><body>"
                  "<h1>The &amp; title</h1><p>One <b>bold </b>and <i>slanted</i>\n word.<br>Next."
                  "<ul><li>first<li><a href=\"https://git.kernel.org/linus/0123456789ab\">second"
                  "</a><ol><li>inner</ol></ul><blockquote><p>said</p></blockquote><pre>a *b*\n  c"
                  "</pre></body></html>"),
              std::string("# The \\& title\n\nOne **bold** and *slanted* word.\\\nNext.\n\n"
                          "- first\n\n- [second](<https://git.kernel.org/linus/"
                          "0123456789ab>)\n\n  1. inner\n\n> said\n\n```\na *b*\n  c\n```\n\n"));
}

TEST(HtmlArticle, DropsWhatRunsOrTracks) {
    const auto markdown =
        markdown_of_html("<p>a<script>alert('b')</script><style>c{}</style><noscript>d</noscript>"
                         "<iframe src=\"http://e\">e</iframe><img src=\"http://h/pixel.gif\">"
                         "<a href=\"javascript:f()\">g</a><form><input "
                         "value=h><p>i</form><svg><text>j</text></svg>");
    EXPECT_EQ(markdown, "ag\n\n");
}

TEST(HtmlArticle, Tables) {
    EXPECT_EQ(markdown_of_html("<table><tr><th>a<th>b|c<tr><td>1</td><td>2</td></tr></table>"),
              "| a | b\\|c |\n|---|---|\n| 1 | 2 |\n\n");
    // A table that lays out the page is no table.
    EXPECT_EQ(markdown_of_html("<table><tr><td><h2>Title</h2><p>Text</td></tr></table>"),
              "## Title\n\nText\n\n");
}

TEST(HtmlArticle, RulesPartWhatIsAroundThem) {
    const auto markdown = markdown_of_html("<p>One<hr><p>Two");
    EXPECT_TRUE(markdown.starts_with("One\n\n---\n")) << markdown;
    EXPECT_TRUE(markdown.ends_with("\nTwo\n\n")) << markdown;
}

TEST(HtmlArticle, TextCannotBecomeMarkup) {
    const std::string text =
        "1. no list # no heading *no emphasis* [no](link) <b> `x` a_b_c | ~~y~~";
    const auto shown = document::render_markdown(markdown_of_html(
        "<p>1. no list # no heading *no emphasis* [no](link) &lt;b&gt; `x` a_b_c | "
        "~~y~~</p>"));
    ASSERT_EQ(shown.entries.size(), 1U);
    EXPECT_EQ(shown.entries[0].words, text);
    EXPECT_FALSE(shown.entries[0].item);
}

TEST(HtmlArticle, ReadsItsCharset) {
    EXPECT_EQ(markdown_of_html("<meta charset=koi8-r><p>\xcc\xc9\xce"), "лин\n\n");
    EXPECT_EQ(markdown_of_html("<meta charset=utf-8><p>\xc3\xa9 \xe2\x80\x9c"), "é “\n\n");
    EXPECT_EQ(markdown_of_html("<p>\xe9 \x93"), "é “\n\n");
    EXPECT_EQ(markdown_of_html("<meta charset=nonsense><p>x"), "x\n\n");
}

TEST(HtmlArticle, AddressesInAndBesideLinksStayWhole) {
    const auto html =
        document::render_markdown(
            markdown_of_html("<p>See <a href=\"https://x.example/_a_\">https://x.example/_a_</a>, "
                             "wow!<a href=\"https://y.example/\">y</a> "
                             "<b>at:</b>https://z.example/_z_ <i>a</i>_b_ "
                             "<a href=\"https://w.example/\">www.w.example/*</a></p>"))
            .html;
    for (const char* part :
         {"href=\"https://x.example/_a_\">https://x.example/_a_</a>, wow!<a class=\"web\" "
          "href=\"https://y.example/\">y</a>",
          "</strong><a class=\"web\" href=\"https://z.example/_z_\">https://z.example/_z_</a>",
          "<em>a</em>_b_", "href=\"https://w.example/\">www.w.example/*</a>"})
        EXPECT_NE(html.find(part), std::string::npos) << part << "\n" << html;
}

TEST(HtmlArticle, HostilePagesCostNoMoreThanTheirLength) {
    const auto repeated = [](const std::string& unit) {
        std::string all;
        while (all.size() < (1 << 20))
            all += unit;
        return all;
    };
    for (const char* unit : {"<div>",
                             "<p>",
                             "<ul><li>",
                             "<dl><dt>x<dd>",
                             "<code>`",
                             "<form>",
                             "<br>x",
                             "<table><caption>x",
                             "<base href=http://h/",
                             "<link ",
                             "<b>",
                             "<a href=http://h>",
                             "<table>",
                             "<table><tr><td>",
                             "<blockquote>",
                             "</div>",
                             "<div></p></span>",
                             "<!--",
                             "<",
                             "&",
                             "&amp",
                             "<a",
                             "<br>",
                             "\xff",
                             "<pre>",
                             "<h1>",
                             "<td>",
                             "a",
                             "<font><p>",
                             "<script>",
                             "<dl><dt><dd>",
                             "<img alt=x src=http://h/>"}) {
        const auto start = test::CpuClock::now();
        const auto shown = document::render_markdown(markdown_of_html(repeated(unit)));
        const std::chrono::duration<double> seconds = test::CpuClock::now() - start;
        EXPECT_LT(seconds.count(), 5) << unit;
        if (seconds.count() > 0.5)
            std::cout << unit << ": " << seconds.count() << " s\n";
    }
    EXPECT_EQ(markdown_of_html(std::string("a\0b", 3)), "a\xef\xbf\xbd"
                                                        "b\n\n");
    EXPECT_EQ(markdown_of_html(""), "");
}

TEST(PlainArticle, ParagraphsListsAndHeadings) {
    EXPECT_EQ(
        markdown_of_plain("Title\n=====\n\n  One *two*\n  three\n\n  * item\n    goes on\n  o "
                          "second\n\nAfter #1\n"),
        "# Title\n\nOne \\*two\\*\nthree\n\n- item\n  goes on\n- second\n\nAfter #1\n");
    const auto shown = document::render_markdown(
        markdown_of_plain("See https://git.kernel.org/linus/0123456789ab_ for <b>\n"));
    EXPECT_NE(shown.html.find("&lt;b&gt;"), std::string::npos);
}

TEST(PlainArticle, QuotesOfMails) {
    EXPECT_EQ(markdown_of_plain("Ann wrote:\n> one\n> two\n>\n> > older\n> three\nMine *now*\n"),
              "Ann wrote:\n\n> one\n> two\n>\n>> older\n\n> three\n\nMine \\*now\\*\n");
    const auto shown =
        document::render_markdown(markdown_of_plain("> - a\n> - b\n>> c\nx > y\n\n>From here\n"));
    EXPECT_NE(shown.html.find("<li>"), std::string::npos);
    EXPECT_NE(shown.html.find("x &gt; y"), std::string::npos);
}

TEST(PlainArticle, HeadsOfMails) {
    EXPECT_EQ(
        markdown_of_plain("From: Ann <a@b.c>\nSubject: [GIT PULL] *new*\nDate: today\n\nText\n"),
        "# \\[GIT PULL\\] \\*new\\*\n\nFrom: Ann \\<a@b.c>\\\nDate: today\n\nText\n");
}

TEST(PlainArticle, ListsWithinLists) {
    EXPECT_EQ(markdown_of_plain("Text:\n - one\n   goes on\n   - inner\n     more\n\n - two\n\n"
                                "1) first\n2) second\n\n10. tenth\n\nIn\n2011. it\n5. was\n"),
              "Text:\n\n- one\n  goes on\n  - inner\n    more\n\n- two\n\n1. first\n2. second\n\n"
              "10. tenth\n\nIn\n2011\\. it\n5\\. was\n");
}

TEST(PlainArticle, HeadingsOfEveryUnderline) {
    EXPECT_EQ(
        markdown_of_plain("=====\nTitle\n=====\n\n1. Part\n~~~~~~~\nText\n\nSub\n---\n\n"
                          "------\nlong text with a short line below\n---\n"),
        "# Title\n\n### 1\\. Part\n\nText\n\n## Sub\n\n---\nlong text with a short line below\n"
        "\\---\n");
}

TEST(PlainArticle, CodeAndDiagramsStayAsTheyAre) {
    EXPECT_EQ(markdown_of_plain("  Run\n\n      make *x*\n        # y\n\n      z\n\n  and wait\n"),
              "Run\n\n````\nmake *x*\n  # y\n\nz\n````\n\nand wait\n");
    EXPECT_EQ(markdown_of_plain("Run\n\n    make\nthen\n"), "Run\n\n````\nmake\n````\nthen\n");
    EXPECT_EQ(markdown_of_plain("- item\n\n    of it\n"), "- item\n\n  of it\n");
    EXPECT_EQ(markdown_of_plain("\n        The title\n\nText\n"), "\nThe title\n\nText\n");
}

TEST(PlainArticle, BlanksAtTheEndOfALineAreLeftOut) {
    EXPECT_EQ(markdown_of_plain("Run\n\n    make \t\nthen\n"), "Run\n\n````\nmake\n````\nthen\n");
    EXPECT_EQ(markdown_of_plain(" - one   \n"), "- one\n");
}

TEST(PlainArticle, HostileTexts) {
    for (const std::string& unit : std::vector<std::string>{
             "\n", ">", "> \n", " ", "- ", "-\n", "=\n", "    x\n\n", "x\n===\n", "1. ", "\t"}) {
        std::string text;
        while (text.size() < (1 << 20))
            text += unit;
        const auto shown = document::render_markdown(markdown_of_plain(text));
        EXPECT_EQ(shown.references.size(), 0U);
    }
}

TEST(Article, KindsByNameAndContent) {
    using document::DocumentKind;
    EXPECT_EQ(document::kind_of_article("a.MD", "<html>"), DocumentKind::markdown);
    EXPECT_EQ(document::kind_of_article("a.htm", "x"), DocumentKind::html);
    EXPECT_EQ(document::kind_of_article("a", "\n <!DOCTYPE HTML PUBLIC"), DocumentKind::html);
    EXPECT_EQ(document::kind_of_article("a.txt", "x"), DocumentKind::plain);
}

TEST(Article, FilesThatCannotBeRead) {
    TempDir folder;
    for (const auto& path : {folder / "absent.md", folder.path()}) {
        try {
            document::read_article(path);
            ADD_FAILURE() << path;
        } catch (const document::ReadError& error) {
            EXPECT_NE(std::string(error.what()).find(path.string()), std::string::npos);
        }
    }
    write_bytes(folder / "a.html", "<p>0123456789ab");
    EXPECT_EQ(document::read_article(folder / "a.html"), "0123456789ab\n\n");
}

} // namespace
} // namespace mw::test
