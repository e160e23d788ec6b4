// Markdown shown: links to commits and documentation, outline, entries and their places.

#include "document/markdown/markdown.h"

#include <gtest/gtest.h>

namespace mw::test {
namespace {

using document::link_of;
using document::LinkKind;
using document::render_markdown;

constexpr const char* id = "0123456789abcdef0123456789abcdef01234567";

std::string html_of(const std::string& text) {
    return render_markdown(text).html;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(Link, CommitAddresses) {
    const std::string full = id;
    for (
        const std::string& address : std::vector<std::string>{
            "https://git.kernel.org/linus/" + full, "http://git.kernel.org/torvalds/c/" + full,
            "git.kernel.org/linus/" + full, "https://git.kernel.org/netdev/net-next/c/" + full,
            "https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/commit/?id=" + full,
            "https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/commit/mm/slub.c?h="
            "v6.7&id=" +
                full,
            "https://git.kernel.org/cgit/linux/kernel/git/x/y.git/patch/?id=" + full + "#n3",
            "https://git.kernel.org/tip/" + full,
            "HTTPS://GitHub.com/torvalds/linux/commit/" + full,
            "https://github.com/torvalds/linux/pull/12/commits/" + full}) {
        const auto link = link_of(address);
        EXPECT_EQ(link.kind, LinkKind::commit) << address;
        EXPECT_EQ(link.commit, full) << address;
        EXPECT_EQ(link.target, "commit:" + full) << address;
    }
    EXPECT_EQ(link_of("https://git.kernel.org/linus/0123ABC").commit, "0123abc");
}

TEST(Link, CommitPagesOfOtherForges) {
    const std::string full = id;
    for (const std::string& address :
         std::vector<std::string>{"https://source.denx.de/u-boot/u-boot/-/commit/" + full,
                                  "https://git.example.org/cgit/barebox/commit/?id=" + full,
                                  "https://git.example.org/?p=a.git;a=commitdiff;h=" + full,
                                  "https://kernel.googlesource.com/pub/scm/git/git/+/" + full,
                                  "https://codeberg.org/a/b/commit/" + full + "#diff"}) {
        const auto link = link_of(address);
        EXPECT_EQ(link.kind, LinkKind::commit) << address;
        EXPECT_EQ(link.commit, full) << address;
        EXPECT_EQ(link.page, address);
    }
    EXPECT_EQ(link_of("https://git.kernel.org/linus/" + full).page, "");
}

TEST(Link, OtherAddressesStayWebLinks) {
    for (const std::string& address : std::vector<std::string>{
             "https://git.kernel.org/linus/0123456789abcdef0123456789abcdef012345678",
             "https://git.kernel.org/linus/xyz", "https://git.kernel.org@example.org/linus/0123456",
             "https://example.org/linus/0123456789ab", "https://github.com/torvalds/linux",
             "https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/log/?id=0123456"})
        EXPECT_EQ(link_of(address).kind, LinkKind::web) << address;
}

TEST(Link, KernelDocumentation) {
    EXPECT_EQ(link_of("https://docs.kernel.org/admin-guide/cgroup-v2.html#memory").target,
              "kerneldoc:Documentation/admin-guide/cgroup-v2.rst#memory");
    EXPECT_EQ(link_of("https://docs.kernel.org/6.7/bpf/index.html").target,
              "kerneldoc:Documentation/bpf/index.rst");
    EXPECT_EQ(link_of("https://www.kernel.org/doc/html/latest/mm/ksm.html").target,
              "kerneldoc:Documentation/mm/ksm.rst");
    EXPECT_EQ(link_of("Documentation/mm/ksm.rst").target, "kerneldoc:Documentation/mm/ksm.rst");
    EXPECT_EQ(link_of("Documentation/../../etc/passwd.txt").kind, LinkKind::none);
    EXPECT_EQ(link_of("https://docs.kernel.org/").kind, LinkKind::web);
}

TEST(Link, OnlyTheWebIsOpened) {
    for (const char* address :
         {"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd",
          "vbscript:x", "mailto:a@example.org", "//example.org/x", "page.html", "#top", "",
          "commit:0123456789ab", "kerneldoc:Documentation/x.rst", "http://", "qrc:/x", "ftp://h/x"})
        EXPECT_EQ(link_of(address).kind, LinkKind::none) << address;
    EXPECT_EQ(link_of("https://example.org/\"onclick='x'<>").target,
              "https://example.org/%22onclick=%27x%27%3C%3E");
}

TEST(Link, BareIdsStandAlone) {
    const auto ids = [](const std::string& text) {
        std::vector<std::string> found;
        for (const auto& link : document::links_in_text(text))
            found.push_back(link.link.commit);
        return found;
    };
    using Ids = std::vector<std::string>;
    EXPECT_EQ(ids("see 0123456789ab, (fedcba987654) and 0123456789AB."),
              (Ids{"0123456789ab", "fedcba987654", "0123456789ab"}));
    EXPECT_EQ(ids("0123456789ab..fedcba987654"), (Ids{"0123456789ab", "fedcba987654"}));
    EXPECT_EQ(ids("“0123456789ab”"), (Ids{"0123456789ab"}));
    for (const char* text :
         {"0123456789a", "x0123456789ab", "0123456789abx", "0x0123456789ab", "0123456789ab_",
          "550e8400-e29b-41d4-a716-446655440000", "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
          "mm_0123456789ab", "ann@0123456789ab", "20231103.0123456789ab@example.org",
          "0123456789abcdef0123456789abcdef012345678", "0123456789ab.dtsi"})
        EXPECT_EQ(ids(text), Ids{}) << text;
}

TEST(Link, ShortIdsNeedToBeCalledOne) {
    const auto ids = [](const std::string& text, const std::string& before = {}) {
        std::vector<std::string> found;
        for (const auto& link : document::links_in_text(text, before))
            found.push_back(link.link.commit);
        return found;
    };
    using Ids = std::vector<std::string>;
    for (const char* text :
         {"commit 0123abc", "Commit 0123abc,", "in commit [0123abc]", "Fixes: 0123abc (\"a: b\")",
          "fixes: 0123abc", "reverts commit 0123abc.", "this changeset 0123abc", "commit `0123abc`",
          "0123abc (\"mm: add a thing\")", "v6.7-rc1-34-g0123abc", "commit\n0123abc"})
        EXPECT_EQ(ids(text), Ids{"0123abc"}) << text;
    EXPECT_EQ(ids("acceded (\"mm: add a thing\")"), Ids{"acceded"});
    EXPECT_EQ(ids("0123abc went in", "see commit "), Ids{"0123abc"});
    EXPECT_EQ(ids("0123abc went in", "see "), Ids{});
    EXPECT_EQ(ids("and 0123abc went in", "see commit "), Ids{});
    for (const char* text :
         {"0123abc", "a commit acceded to", "commit 012abc", "commitment 0123abc",
          "recommit 0123abc x", "commit to 0123abc", "-g0123abc", "x-g0123abc"})
        EXPECT_EQ(ids(text), Ids{}) << text;
}

TEST(Link, NumbersWordsAndAddressesAreNoIds) {
    for (const char* text : {"107374182400 bytes", "1699012800000 ms", "deadbeefcafe",
                             "faceddeadbeef", "ffffffff81234567", "RIP: 0010:ffffffff81234567",
                             "ffff888012345678", "0xdeadbeef12345678", "c0:ff:ee:c0:ff:ee",
                             "2001:db8:85a3:0:0:8a2e:370:7334", "20231103120000"})
        EXPECT_TRUE(document::links_in_text(text).empty()) << text;
    // Forty digits are never anything else.
    EXPECT_EQ(document::links_in_text(std::string(40, '1')).size(), 1U);
}

TEST(Link, NamesInTheTextThatLeadToTheWeb) {
    const auto target = [](const std::string& text) {
        const auto links = document::links_in_text(text);
        return links.size() == 1 && links[0].link.kind == LinkKind::web ? links[0].link.target
                                                                        : std::string();
    };
    EXPECT_EQ(target("see open(2)."), "https://man7.org/linux/man-pages/man2/open.2.html");
    EXPECT_EQ(target("(epoll_wait(2))"), "https://man7.org/linux/man-pages/man2/epoll_wait.2.html");
    EXPECT_EQ(target("git-describe(1)"),
              "https://man7.org/linux/man-pages/man1/git-describe.1.html");
    EXPECT_EQ(target("CVE-2023-12345,"), "https://www.cve.org/CVERecord?id=CVE-2023-12345");
    EXPECT_EQ(target("lore.kernel.org/r/20231103.1@example.org"),
              "https://lore.kernel.org/r/20231103.1@example.org");
    for (const char* text :
         {"BIT(3)", "f(2)", "open(9)", "open(2", "open()", "open(22)", "x_open (2)", "Open(2)",
          "CVE-2023-123", "CVE-2023", "CVE-2023-12345a", "XCVE-2023-12345", "CVE-20231-2345"})
        EXPECT_EQ(target(text), "") << text;
}

TEST(Link, NamesMayFollowOneAnotherWithoutABlank) {
    EXPECT_EQ(document::links_in_text("open(2)read(2)").size(), 2U);
}

TEST(Link, DocumentationInSourceBrowsers) {
    for (const char* address :
         {"https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/tree/Documentation/"
          "networking/tcp_ao.rst?h=v6.7",
          "https://github.com/torvalds/linux/blob/master/Documentation/networking/tcp_ao.rst",
          "https://elixir.bootlin.com/linux/v6.7/source/Documentation/networking/tcp_ao.rst"})
        EXPECT_EQ(link_of(address).target, "kerneldoc:Documentation/networking/tcp_ao.rst")
            << address;
    EXPECT_EQ(link_of("https://github.com/a/b/blob/master/Documentation/x.c").kind, LinkKind::web);
    EXPECT_EQ(link_of("https://example.org/blob/Documentation/x.rst").kind, LinkKind::web);
}

TEST(Markdown, ReferencesWithSurroundings) {
    for (const char* text : {"`0123456789ab`",
                             "(0123456789ab)",
                             "[0123456789ab]",
                             "\"0123456789ab\"",
                             "**0123456789ab**",
                             "see commit\n0123abc for more",
                             "commit `0123abc`",
                             "commit **0123abc**",
                             "Fixes: 0123abc (\"a: b\")",
                             "| 0123456789ab |\n|---|",
                             "> 0123456789ab",
                             "# 0123456789ab",
                             "```\ncommit 0123abc\n```",
                             "[a thing](https://git.kernel.org/linus/0123abc)",
                             "<https://git.kernel.org/linus/0123abc>",
                             "https://git.kernel.org/linus/0123abc.",
                             "(https://git.kernel.org/torvalds/c/0123abc)",
                             "0123456789ab..\nand more",
                             "merge 0123456789ab\n",
                             "[a\nthing](\nhttps://git.kernel.org/linus/0123abc\n)"})
        EXPECT_EQ(render_markdown(text).references.size(), 1U) << text;
}

TEST(Markdown, WordsBetweenLinksStandThereOnce) {
    const std::string words = "Before CVE-2023-1234, between open(2) and after.";
    std::string text;
    bool in_tag = false;
    for (const char c : render_markdown(words + "\n").html) {
        in_tag = in_tag || c == '<';
        if (!in_tag)
            text += c;
        in_tag = in_tag && c != '>';
    }
    EXPECT_NE(text.find(words), std::string::npos) << text;
}

TEST(Markdown, ReferencesBecomeLinks) {
    const std::string full = id;
    const auto shown = render_markdown("- one ([commit](https://git.kernel.org/linus/" + full +
                                       "))\n- two `fedcba987654`,\n  then "
                                       "https://git.kernel.org/torvalds/c/abcdef1\n");
    ASSERT_EQ(shown.references.size(), 3U);
    EXPECT_EQ(shown.references[0].id, full);
    EXPECT_EQ(shown.references[1].id, "fedcba987654");
    EXPECT_EQ(shown.references[2].id, "abcdef1");
    EXPECT_TRUE(contains(shown.html, "class=\"commit\" href=\"commit:" + full + "\">commit</a>"));
    EXPECT_TRUE(contains(shown.html, "href=\"commit:abcdef1\""));
    EXPECT_FALSE(contains(shown.html, "href=\"http"));
}

TEST(Markdown, ReferencesKnowTheirPlaceAndEntry) {
    const std::string text =
        "# Title\n\nA paragraph\nabout 0123456789ab.\n\n- item one\n- **Clock**: "
        "new\n  at fedcba987654\n\n  more of it: 0123456789AB\n\n[later]\n\n"
        "[later]: https://git.kernel.org/linus/1234567\n";
    const auto shown = render_markdown(text);
    ASSERT_EQ(shown.references.size(), 4U);
    EXPECT_EQ(shown.references[0].line, 4);
    EXPECT_EQ(text.substr(shown.references[0].offset, 12), "0123456789ab");
    EXPECT_EQ(shown.references[1].line, 8);
    EXPECT_EQ(text.substr(shown.references[1].offset, 12), "fedcba987654");
    EXPECT_EQ(shown.references[2].line, 10);
    EXPECT_EQ(text.substr(shown.references[2].offset, 12), "0123456789AB");
    EXPECT_EQ(shown.references[3].line, 12); // the block: its address stands elsewhere
    const auto& paragraph = shown.entries[shown.references[0].entry];
    EXPECT_EQ(paragraph.words, "A paragraph about 0123456789ab.");
    EXPECT_EQ(paragraph.line, 3);
    EXPECT_FALSE(paragraph.item);
    const auto& item = shown.entries[shown.references[1].entry];
    EXPECT_EQ(item.words, "Clock: new at fedcba987654 more of it: 0123456789AB");
    EXPECT_EQ(item.lead, "Clock");
    EXPECT_TRUE(item.item);
    EXPECT_EQ(shown.references[1].entry, shown.references[2].entry);
    EXPECT_EQ(item.end_reference - item.first_reference, 2U);
    for (const auto& reference : shown.references)
        EXPECT_TRUE(contains(shown.html, "<a name=\"" + reference.anchor + "\" "));
}

TEST(Markdown, OutlineHasAnchorsOfItsOwn) {
    const auto shown = render_markdown("## Before\n# The *title*\n## Same\ntext\n\nSame\n----\n");
    ASSERT_EQ(shown.outline.size(), 4U);
    EXPECT_EQ(shown.title, "The title");
    EXPECT_EQ(shown.outline[1].text, "The title");
    EXPECT_EQ(shown.outline[1].level, 1);
    EXPECT_EQ(shown.outline[3].line, 6);
    EXPECT_NE(shown.outline[2].anchor, shown.outline[3].anchor);
    for (const auto& heading : shown.outline)
        EXPECT_TRUE(contains(shown.html, "<a name=\"" + heading.anchor + "\"></a>"));
}

TEST(Markdown, UnknownCommitsLookDifferent) {
    int asked = 0;
    document::RenderOptions options;
    options.known = [&asked](const std::string& commit) {
        ++asked;
        return commit == "0123456789ab";
    };
    const auto shown = render_markdown("0123456789ab fedcba987654 fedcba987654", options);
    EXPECT_EQ(asked, 2);
    EXPECT_TRUE(contains(shown.html, "class=\"commit\" href=\"commit:0123456789ab\""));
    EXPECT_TRUE(contains(shown.html, "class=\"unknown\" href=\"commit:fedcba987654\""));
}

TEST(Markdown, CommitsOfOtherHistoriesAreLeftToTheBrowser) {
    const std::string page = std::string("https://example.org/a/-/commit/") + id;
    const auto shown_where = [&](bool known) {
        document::RenderOptions options;
        options.known = [known](const std::string&) { return known; };
        return render_markdown("[it](" + page + ")", options);
    };
    EXPECT_TRUE(contains(shown_where(true).html, "href=\"commit:" + std::string(id)));
    EXPECT_EQ(shown_where(true).references.size(), 1U);
    EXPECT_TRUE(contains(shown_where(false).html, "class=\"web\" href=\"" + page));
    EXPECT_TRUE(shown_where(false).references.empty());
}

TEST(Markdown, TablesListsAndInlineMarkup) {
    const auto html = html_of("| a | b |\n|---|---|\n| 0123456789ab | ~~x~~ |\n\n3. *three*\n4. "
                              "**four**\n\n> quote\n\n```\ncode <b>\n```\n\n---\n");
    for (const char* part :
         {"<th>a</th>", "<td><a name", "<s>x</s>", "<ol start=\"3\">", "<em>three</em>",
          "<strong>four</strong>", "<blockquote>", "<pre>code &lt;b&gt;", "<hr>"})
        EXPECT_TRUE(contains(html, part)) << part << "\n" << html;
}

TEST(Markdown, DocumentationIsNamedByTheEntry) {
    const auto shown = render_markdown("- see Documentation/mm/ksm.rst and "
                                       "[this](https://docs.kernel.org/bpf/index.html)\n");
    ASSERT_EQ(shown.entries.size(), 1U);
    EXPECT_EQ(
        shown.entries[0].documents,
        (std::vector<std::string>{"Documentation/mm/ksm.rst", "Documentation/bpf/index.rst"}));
}

TEST(Markdown, StopsWhenTold) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(render_markdown("text", {}, stop.get_token()), document::Stopped);
}

} // namespace
} // namespace mw::test
