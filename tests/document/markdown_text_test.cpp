// Text as Markdown, parsed again: it is the very same text, and its addresses are links.

#include "document/markdown/cmark.h"
#include "document/write/markdown_text.h"
#include "document/write/numbers.h"
#include "document/write/web_address.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace mw::document;

std::string_view view(const char* text) {
    return text == nullptr ? std::string_view() : std::string_view(text);
}

/// What a reader of the Markdown sees, and where its links lead.
struct Seen {
    std::string text;
    std::vector<std::string> links;
    std::set<std::string> elements; ///< names of nodes beside text
};

Seen seen(const std::string& markdown) {
    const auto root = parse_markdown(markdown, {});
    const IteratorHandle nodes(cmark_iter_new(root.get()));
    Seen result;
    for (auto event = cmark_iter_next(nodes.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(nodes.get())) {
        auto* const node = cmark_iter_get_node(nodes.get());
        if (event == CMARK_EVENT_EXIT)
            continue;
        if (cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK)
            result.text += '\n';
        else if (const auto literal = view(cmark_node_get_literal(node)); !literal.empty())
            result.text += literal;
        if (cmark_node_get_type(node) == CMARK_NODE_LINK)
            result.links.emplace_back(view(cmark_node_get_url(node)));
        result.elements.insert(std::string(view(cmark_node_get_type_string(node))));
    }
    return result;
}

const std::set<std::string> plain{"document", "paragraph", "text", "softbreak", "link"};

bool is_plain(const Seen& result) {
    for (const auto& element : result.elements)
        if (!plain.contains(element))
            return false;
    return true;
}

/// In every place that text of other people is written to.
void expect_same(const std::string& text) {
    const auto paragraph = seen(markdown_text(text));
    EXPECT_EQ(paragraph.text, text) << markdown_text(text);
    EXPECT_TRUE(is_plain(paragraph)) << text;
    const auto in_words = seen(markdown_link(markdown_words(text), "https://example.org/"));
    EXPECT_EQ(in_words.text, text) << markdown_words(text);
    EXPECT_EQ(in_words.links, (std::vector<std::string>{"https://example.org/"})) << text;
    if (text.find('\n') != std::string::npos)
        return;
    EXPECT_EQ(seen("- " + markdown_text(text) + "\n").text, text);
    EXPECT_EQ(seen("# " + markdown_text(text) + "\n").text, text);
    EXPECT_EQ(seen("  > " + markdown_text(text) + "\n").text, text);
    EXPECT_EQ(seen("before\n" + markdown_text(text) + "\n").text, "before\n" + text);
    EXPECT_EQ(seen("| a | b |\n|---|---|\n| " + markdown_text(text) + " | c |\n").text,
              "ab" + text + "c");
}

} // namespace

TEST(MarkdownText, IsTheVerySameText) {
    for (const char* const text : {"plain words",
                                   "a_b _c_ __d__ e_ _f",
                                   "*x* **y** 2 * 3",
                                   "`code` ``more``",
                                   "C# and F #",
                                   "# no heading",
                                   "#include <linux/fs.h>",
                                   "title ##",
                                   "> no quote",
                                   "a > b < c",
                                   "<b>bold</b> <!-- x --> <?php ?> <a href=\"x\">",
                                   "&amp; &copy; &#65; &#x41; AT&T a&b;",
                                   "[x](y) [x][y] [x]: z ![i](j) [^1] [ ] [x]",
                                   "a|b | c",
                                   "|---|---|",
                                   ":--|--:",
                                   ":-",
                                   "---",
                                   "===",
                                   "***",
                                   "___",
                                   "- item",
                                   "+ item",
                                   "* item",
                                   "1. item",
                                   "1) item",
                                   "123456789. x",
                                   "6.7 is out",
                                   "4.",
                                   "~~gone~~ ~x~ ~~~",
                                   "\\ \\* \\\\ C:\\dir\\",
                                   "a\\|b",
                                   "``` fence",
                                   "    four blanks",
                                   " one blank",
                                   "\ta tab",
                                   "two  blanks",
                                   "x@y.example a_b@c.example",
                                   "10 % of $HOME and $PATH",
                                   "\"quoted\" 'too' -- and ...",
                                   "=> ->",
                                   "!\\[x\\]",
                                   "www. x",
                                   "http:// https:// ftp://",
                                   "HTTP/1.1",
                                   "::1 a::b :c:func:`x`",
                                   "@ann: #12 !34",
                                   "{x} ^y^",
                                   "+1 for \xe2\x80\x9cthis\xe2\x80\x9d"})
        expect_same(text);
}

TEST(MarkdownText, SeveralLinesStayOneParagraph) {
    for (const char* const text :
         {"a\n===\nb", "a\n---\nb", "a\n- b\n* c\n+ d\n1. e\n2) f", "a\n# b\n> c\n    d\n\te",
          "a | b\n---|---\nc | d", "a\n:--\nb", "a\n```\nb\n```", "a\n<div>\nb\n</div>",
          "[a]: http://x.example\nb", "a\n***\n___\nb", "a\n~~~\nb"})
        expect_same(text);
}

TEST(MarkdownText, AddressesAreLinksToWhatTheyAre) {
    using Links = std::vector<std::string>;
    const std::vector<std::pair<std::string, Links>> cases = {
        {"(http://people.example/~ann/bench.html)", {"http://people.example/~ann/bench.html"}},
        {"<https://bugs.example/show?id=1&x=2>", {"https://bugs.example/show?id=1&x=2"}},
        {"(https://docs.example/_static_/a.html)", {"https://docs.example/_static_/a.html"}},
        {"see https://x.example/a_(b)_c, or https://y.example.",
         {"https://x.example/a_(b)_c", "https://y.example"}},
        {"[1] https://x.example/*a*?q=[1]#f", {"https://x.example/*a*?q=[1]#f"}},
        {"[https://x.example/a], {ftp://x.example/b}",
         {"https://x.example/a", "ftp://x.example/b"}},
        {"'https://x.example/a' \"https://x.example/b\"",
         {"https://x.example/a", "https://x.example/b"}},
        {"https://x.example/?a=1&copy;=2&amp;b", {"https://x.example/?a=1&copy;=2&amp;b"}},
        {"*https://x.example/a* _https://x.example/b_",
         {"https://x.example/a", "https://x.example/b"}},
        {"https://x.example/a|https://x.example/b", {"https://x.example/a", "https://x.example/b"}},
        {"Link:https://x.example/r/20-1@y.example/", {"https://x.example/r/20-1@y.example/"}},
        {"www.x.example/_a_ (www.y.example/b)",
         {"http://www.x.example/_a_", "http://www.y.example/b"}},
        {"\xe2\x80\x9chttps://x.example/a\xe2\x80\x9d \xe2\x80\x94", {"https://x.example/a"}},
        {"HTTPS://X.example/`x`", {"HTTPS://X.example/"}},
        {"https://x.example/%20~$&'()*+,;=:@", {"https://x.example/%20~$&'()*+,;=:@"}},
        {"javascript:alert(1) data:text/html,x", {}},
        {"http:// or https://, not ftp://", {}},
        {"xhttp://a_b_ 1http://x.example/_a_", {"http://x.example/_a_"}},
    };
    for (const auto& [text, links] : cases) {
        expect_same(text);
        EXPECT_EQ(seen(markdown_text(text)).links, links) << markdown_text(text);
    }
}

TEST(MarkdownText, LinksLeadWhereTheyShould) {
    for (const char* const address :
         {"https://x.example/a_b_(c)?d=1&copy;e&amp;f", "https://x.example/a b", "x.html#y*z*"})
        EXPECT_EQ(seen(markdown_link("words", address)).links, std::vector<std::string>{address});
    EXPECT_EQ(seen("| a |\n|---|\n| " + markdown_link("w", "https://x.example/a|b") + " |\n").links,
              std::vector<std::string>{"https://x.example/a%7Cb"});
}

TEST(MarkdownText, InvisibleCharactersAreMarked) {
    EXPECT_EQ(seen(markdown_text("a\u202eb\u200bc\x1b[0m")).text, "a<U+202E>b<U+200B>c^[[0m");
    EXPECT_EQ(seen(markdown_code("a\u202eb")).text, "a<U+202E>b\n");
}

TEST(MarkdownText, CodeIsWhatItWas) {
    for (const std::string text : {"  a\n\tb  \n\n*c* <d> &amp;", "```\nx\n````", "~~~", "\n\nx"}) {
        const auto shown = seen(markdown_code(text));
        EXPECT_EQ(shown.text, text + "\n");
        EXPECT_EQ(shown.elements, (std::set<std::string>{"code_block", "document"}));
    }
}

/// Whatever is beside whatever: pieces that mean something, put together by chance.
TEST(MarkdownText, AnyTextIsTheVerySameText) {
    const std::vector<std::string> pieces = {"\\",
                                             "`",
                                             "*",
                                             "_",
                                             "[",
                                             "]",
                                             "(",
                                             ")",
                                             "<",
                                             ">",
                                             "&",
                                             "#",
                                             "+",
                                             "-",
                                             "=",
                                             "~",
                                             "|",
                                             ":",
                                             "!",
                                             ".",
                                             "1.",
                                             "a",
                                             "b",
                                             " ",
                                             "  ",
                                             "\n",
                                             "\"",
                                             "'",
                                             "@",
                                             "x@y.example",
                                             "amp;",
                                             "&#33;",
                                             "http://",
                                             "https://x.example",
                                             "www.x.example",
                                             "/_a_",
                                             "ftp://f.example/",
                                             "\t",
                                             "---",
                                             "```",
                                             "<b>",
                                             "-->",
                                             "{",
                                             "}",
                                             "$",
                                             "^",
                                             "%20",
                                             "\xc3\xa9",
                                             "\xe2\x80\x9d"};
    std::mt19937 random(12);
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (auto left = 1 + random() % 12; left > 0; --left)
            text += pieces[random() % pieces.size()];
        // Blanks at a line's end and empty lines are no text.
        for (std::size_t at = 0; at < text.size();)
            if (const bool end = at + 1 == text.size() || text[at + 1] == '\n';
                end && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n'))
                text.erase(std::exchange(at, at > 0 ? at - 1 : 0), 1);
            else
                ++at;
        if (text.starts_with('\n'))
            text.erase(0, 1);
        if (text.empty())
            continue;
        expect_same(text);
        if (testing::Test::HasFailure())
            FAIL() << "round " << round << ": " << text;
    }
}

TEST(Numbers, AreGroupedAsInArticles) {
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(999), "999");
    EXPECT_EQ(grouped(9'842), "9,842");
    EXPECT_EQ(grouped(1'256'219), "1,256,219");
    EXPECT_EQ(grouped(-1'000), "-1,000");
}

TEST(WebAddress, TakesTimeInProportion) {
    std::string text;
    for (int i = 0; i < 200'000; ++i)
        text += "http://";
    text += std::string(1'000'000, '.');
    std::size_t found = 0;
    for (std::size_t at = 0; at < text.size();)
        if (const auto length = web_address_length(text, at); length > 0) {
            at += length;
            ++found;
        } else {
            ++at;
        }
    EXPECT_EQ(found, 1U);
}
