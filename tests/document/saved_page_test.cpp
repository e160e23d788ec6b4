// Pages as people save them: the layouts, links and encodings that the world has.

#include "document/markdown/markdown.h"
#include "document/read/read_document.h"
#include "document/read/saved_page.h"

#include <gtest/gtest.h>

namespace mw::test {
namespace {

using document::markdown_of_html;
using document::resolved;

std::string in_page(const std::string& body, const std::string& head = {}) {
    return "<!DOCTYPE html><html><head>" + head + "</head><body>" + body + "</body></html>";
}

TEST(SavedPage, KnowsWhereItCameFrom) {
    using document::page_address;
    EXPECT_EQ(
        page_address("<html><!-- saved from url=(0031)https://example.org/Articles/1/ --><head>"),
        "https://example.org/Articles/1/");
    EXPECT_EQ(page_address(in_page("", "<base href='https://example.org/a'>")),
              "https://example.org/a");
    EXPECT_EQ(page_address(in_page("", "<link rel=\"stylesheet\" href=\"x.css\">"
                                       "<link rel=\"canonical\" href=\"https://example.org/b\">")),
              "https://example.org/b");
    EXPECT_EQ(
        page_address(in_page("", "<meta property=\"og:url\" content=\"http://example.org/c\">")),
        "http://example.org/c");
    EXPECT_EQ(page_address(in_page("", "<base href=\"javascript:x\">")), "");
    EXPECT_EQ(page_address(in_page("", "<base href=\"file:///home/ann/a.html\">")), "");
    EXPECT_EQ(page_address("<base href=\"https://a b"), "");
}

TEST(SavedPage, RelativeLinks) {
    const std::string page = "https://example.org/a/b/page.html?x=1#top";
    EXPECT_EQ(resolved("/Articles/1/", page), "https://example.org/Articles/1/");
    EXPECT_EQ(resolved("other.html", page), "https://example.org/a/b/other.html");
    EXPECT_EQ(resolved("../up.html#p", page), "https://example.org/a/up.html#p");
    EXPECT_EQ(resolved("../../../../up", page), "https://example.org/up");
    EXPECT_EQ(resolved("//cdn.example.org/x", page), "https://cdn.example.org/x");
    EXPECT_EQ(resolved("?y=2", page), "https://example.org/a/b/page.html?y=2");
    EXPECT_EQ(resolved("x", "https://example.org"), "https://example.org/x");
    EXPECT_EQ(resolved("#part", page), "");
    EXPECT_EQ(resolved("page_files/x.png", page), "");
    for (const char* own : {"https://h/x", "javascript:x", "data:x", "mailto:a@b", "file:///x"})
        EXPECT_EQ(resolved(own, page), own);
    EXPECT_EQ(resolved("x.html", ""), "x.html");
    EXPECT_EQ(
        markdown_of_html(in_page("<p><a href=\"/linus/0123456789ab\">c</a> <a href=\"#x\">here</a> "
                                 "<a href=\"java&#10;script:x\">j</a>",
                                 "<base href=https://git.kernel.org/>")),
        "[c](<https://git.kernel.org/linus/0123456789ab>) here j\n\n");
}

TEST(SavedPage, LayoutsByTables) {
    const auto markdown = markdown_of_html(
        in_page("<table width=100%><tr><td class=left><a href=\"https://example.org/\">Home</a><br>"
                "<a href=\"https://example.org/x\">Archive</a></td><td><h1>The merge window</h1>"
                "<font size=-1><i>By Ann</i></font><p>First paragraph<p>Second, with a table:"
                "<table border=1><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>"
                "<center><b>Part</b></center></td></tr></table>"));
    EXPECT_NE(markdown.find(
                  "# The merge window\n\n*By Ann*\n\nFirst paragraph\n\nSecond, with a table:\n\n"
                  "| a | b |\n|---|---|\n| 1 | 2 |\n\n**Part**\n"),
              std::string::npos)
        << markdown;
}

TEST(SavedPage, TablesWithAParagraphInEachCell) {
    // As Sphinx writes them, that is docs.kernel.org.
    EXPECT_EQ(markdown_of_html(
                  "<table><caption><span>Modes</span></caption><thead><tr><th><p>name</p></th>"
                  "<th><p>use</p></th></tr></thead><tbody><tr><td><p><code>a|b</code></p></td>"
                  "<td><p>one</p></td></tr></tbody></table>"),
              "Modes\n\n| name | use |\n|---|---|\n| `a\\|b` | one |\n\n");
    EXPECT_EQ(
        markdown_of_html("<table><tr><td><p>one</p></td></tr><tr><td><p>two</p></td></tr></table>"),
        "one\n\ntwo\n\n");
}

TEST(SavedPage, PagesOfForges) {
    const auto markdown = markdown_of_html(in_page(
        "<article class=\"markdown-body\"><h2>Usage<a class=anchor href=\"#usage\" "
        "aria-label=\"Permalink\">"
        "<svg><path d=x></path></svg></a></h2><div class=highlight><pre><span "
        "class=pl-k>make</span> all\n"
        "<code>x</code></pre></div><p>Call <code>f(*a)</code>, <code>a`b</code> or <a "
        "href=\"https://example.org/\"><code>g</code></a>.</p><ul "
        "class=contains-task-list><li><input "
        "type=checkbox checked> "
        "done</li><li>deep<ul><li>deeper<ul><li>deepest</li></ul></li></ul></li></ul>"
        "<details><summary>More</summary><p>Hidden</p></details><button>Copy</button></article>"));
    EXPECT_NE(markdown.find("## Usage\n\n```\nmake all\nx\n```\n\n"), std::string::npos)
        << markdown;
    EXPECT_NE(markdown.find("Call `f(*a)`, ``a`b`` or [`g`](<https://example.org/>).\n\n"),
              std::string::npos)
        << markdown;
    EXPECT_NE(markdown.find("- done\n\n- deep\n\n  - deeper\n\n    - deepest\n"), std::string::npos)
        << markdown;
    EXPECT_NE(markdown.find("More\n\nHidden\n"), std::string::npos) << markdown;
    EXPECT_EQ(markdown.find("Copy"), std::string::npos);
}

TEST(SavedPage, Definitions) {
    EXPECT_EQ(markdown_of_html(
                  "<dl><dt>one</dt><dd>first</dd><dt><code>two</code><dd><p>second</p><p>more</p>"
                  "<ul><li>a</ul><dd>again</dl><p>after"),
              "- **one**\n\n  first\n\n- **`two`**\n\n  second\n\n  more\n\n  - a\n\n  "
              "again\n\nafter\n\n");
    EXPECT_EQ(markdown_of_html("<dl><dt><strong>-c</strong>, <b>--clean</b><dd>cleans</dl>"),
              "- **-c, --clean**\n\n  cleans\n\n");
    EXPECT_EQ(markdown_of_html("<ul><li>x<dt>stray</dt></ul>"), "- x\n\n  stray\n\n");
    EXPECT_EQ(markdown_of_html("<ul><li>x<dl><dt>one<dd>first</dl>y</ul>"),
              "- x\n\n  - **one**\n\n    first\n\n  y\n\n");
}

TEST(SavedPage, BreaksBetweenParagraphs) {
    EXPECT_EQ(markdown_of_html("<p>one<br>two<br><br>three<br><br><br>four<br>"),
              "one\\\ntwo\n\nthree\n\nfour\n\n");
    EXPECT_EQ(markdown_of_html("<p>He said <q>no</q>, <tt>x</tt>"),
              "He said \u201cno\u201d, `x`\n\n");
}

TEST(SavedPage, CodeThatDoesNotEndWithItsParagraph) {
    EXPECT_EQ(markdown_of_html("<p><code>a<p>b</code> *c*"), "`a`\n\n`b`\n\n\\*c\\*\n\n");
    EXPECT_EQ(markdown_of_html("<p><code>a <b>b</b> c</code>d"), "`a `**`b`**` c`d\n\n");
    EXPECT_EQ(markdown_of_html("<p>x<code> </code>y<code></code>z"), "x yz\n\n");
}

TEST(SavedPage, WhatABrowserHides) {
    EXPECT_EQ(
        markdown_of_html("<p>a<span hidden>b</span><span style=\"Display : none\">c</span>"
                         "<div hidden=until-found>d</div><div style=\"display:block\">e</div>"),
        "a\n\nd\n\ne\n\n");
}

TEST(SavedPage, FormsThatAreThePage) {
    const std::string words = "<h1>Title</h1><p>Many words that make the page what it is.</p>";
    EXPECT_EQ(markdown_of_html(in_page("<form action=/x>" + words + "<input value=gone></form>")),
              "# Title\n\nMany words that make the page what it is.\n\n");
    EXPECT_EQ(
        markdown_of_html(in_page("<form>User: <input></form>" + words + "<form>Search</form>")),
        "# Title\n\nMany words that make the page what it is.\n\n");
}

TEST(SavedPage, Encodings) {
    EXPECT_EQ(markdown_of_html("<meta charset=windows-1252><p>\x93quoted\x94 \x96 \x80"),
              "\u201cquoted\u201d \u2013 \u20ac\n\n");
    EXPECT_EQ(
        markdown_of_html("<meta http-equiv=Content-Type content=\"text/html; charset=shift_jis\">"
                         "<p>\x83\x4a"),
        "\u30ab\n\n");
    EXPECT_EQ(markdown_of_html("<meta charset=utf-16><p>plain"), "plain\n\n");
    EXPECT_EQ(markdown_of_html("\xef\xbb\xbf<meta charset=koi8-r><p>\xc3\xa9"), "\u00e9\n\n");
    std::string little = "\xff\xfe", big = "\xfe\xff", bare;
    for (const char c : std::string("<p>wide</p>")) {
        little.append(1, c).append(1, '\0');
        big.append(1, '\0').append(1, c);
        bare.append(1, c).append(1, '\0');
    }
    EXPECT_EQ(markdown_of_html(little), "wide\n\n");
    EXPECT_EQ(markdown_of_html(big), "wide\n\n");
    EXPECT_EQ(markdown_of_html(bare), "wide\n\n");
}

} // namespace
} // namespace mw::test
