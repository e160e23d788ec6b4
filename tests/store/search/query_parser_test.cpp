#include "store/language/query_parser.h"
#include "store/language/query_quoting.h"
#include "store/sql/error.h"
#include "support/cpu_clock.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>

namespace mw::store {
namespace {

/// The tree as text: all[...], any[...], not[...], and terms as field=value, "phrase" or prefix*.
std::string shape(const QueryNode& node) {
    if (node.kind == QueryNode::Kind::term) {
        const std::string field = node.field.empty() ? "" : node.field + "=";
        const std::string value = node.phrase ? '"' + node.value + '"' : node.value;
        return field + (node.whole ? "=" : "") + value + (node.prefix ? "*" : "");
    }
    std::string text = node.kind == QueryNode::Kind::all_of   ? "all["
                       : node.kind == QueryNode::Kind::any_of ? "any["
                                                              : "not[";
    for (const auto& child : node.children)
        text += (text.ends_with('[') ? "" : " ") + shape(child);
    return text + "]";
}

std::string shape_of(const std::string& query) {
    return shape(parse_query(query));
}

/// Where the mistake is; -1 for a query without one.
int mistake_at(const std::string& query) {
    try {
        parse_query(query);
        return -1;
    } catch (const QueryError& error) {
        EXPECT_STRNE(error.what(), "");
        return static_cast<int>(error.position());
    }
}

TEST(SearchQueries, Words) {
    EXPECT_EQ(shape_of(""), "all[]");
    EXPECT_EQ(shape_of("  \t\n "), "all[]");
    EXPECT_EQ(shape_of("one"), "all[one]");
    EXPECT_EQ(shape_of(" one  two "), "all[one two]");
    EXPECT_EQ(shape_of("\"a phrase\" more"), "all[\"a phrase\" more]");
    EXPECT_EQ(shape_of("pre* \"a phr\"*"), "all[pre* \"a phr\"*]");
}

TEST(SearchQueries, Operators) {
    EXPECT_EQ(shape_of("a OR b"), "all[any[a b]]");
    EXPECT_EQ(shape_of("a b OR c d"), "all[a any[b c] d]");
    EXPECT_EQ(shape_of("a OR b OR c"), "all[any[a b c]]");
    EXPECT_EQ(shape_of("-a -\"b c\" -(d e)"), "all[not[a] not[\"b c\"] not[all[d e]]]");
    EXPECT_EQ(shape_of("--a"), "all[not[not[a]]]");
    EXPECT_EQ(shape_of("(a OR b)c"), "all[all[any[a b]] c]");
    EXPECT_EQ(shape_of("a or b"), "all[a or b]");
    EXPECT_EQ(shape_of("ORDER"), "all[ORDER]");
    EXPECT_EQ(shape_of("well-known - x"), "all[well-known - x]");
}

TEST(SearchQueries, Fields) {
    EXPECT_EQ(shape_of("author:miller"), "all[author=miller]");
    EXPECT_EQ(shape_of("AUTHOR:Miller"), "all[author=Miller]");
    EXPECT_EQ(shape_of("author:\"David S. Miller\""), "all[author=\"David S. Miller\"]");
    EXPECT_EQ(shape_of("-path:net/*"), "all[not[path=net/*]]");
    EXPECT_EQ(shape_of("lines:>500 landed-after:2023-11-03T12:00"),
              "all[lines=>500 landed-after=2023-11-03T12:00]");
    for (const auto field : query_fields())
        EXPECT_EQ(shape_of(std::string(field) + ":x"), "all[" + std::string(field) + "=x]");
}

TEST(SearchQueries, QuotesWithinQuotesAreWrittenTwice) {
    EXPECT_EQ(shape_of(R"("say ""hi"" now")"), R"(all["say "hi" now"])");
    EXPECT_EQ(shape_of(R"("""")"), R"(all["""])");
    EXPECT_EQ(shape_of(R"("a\" b)"), R"(all["a\" b])");
    EXPECT_EQ(shape_of(R"("a" "b")"), R"(all["a" "b"])");
    EXPECT_EQ(shape_of(R"("a""b")"), R"(all["a"b"])");
    EXPECT_EQ(shape_of(R"(author:"Bob ""B"""*)"), R"(all[author="Bob "B""*])");
    EXPECT_EQ(mistake_at(R"("a"")"), 0);
    EXPECT_EQ(mistake_at(R"("")"), 0);
    EXPECT_EQ(mistake_at(R"(""")"), 0);
}

TEST(SearchQueries, WholeNames) {
    EXPECT_EQ(shape_of("author:=\"Ann Lee\" subsystem:=USB"),
              "all[author==\"Ann Lee\" subsystem==USB]");
    EXPECT_EQ(shape_of("author:\"=x\""), "all[author=\"=x\"]");
    EXPECT_EQ(shape_of("subject:=x lines:=5 =x"), "all[subject==x lines==5 =x]");
    EXPECT_EQ(shape_of("author:=="), "all[author===]");
    EXPECT_EQ(mistake_at("author:="), 0);
    EXPECT_NE(mistake_at("author:=a*"), -1);
}

/// Whatever characters a value has, the query means these.
TEST(SearchQueries, QuotedValuesComeBack) {
    std::mt19937 random(11);
    const std::vector<std::string> pieces{
        "\"", "\"\"", "\\", " ",  "(", ")",  "*",       "-",
        "=",  "a",    "ö",  "OR", ":", "\t", "author:", "\xF0\x9F\x90\xA7"};
    for (int i = 0; i < 5'000; ++i) {
        std::string value;
        for (auto left = 1 + random() % 6; left > 0; --left)
            value += pieces[random() % pieces.size()];
        for (const std::string& text : {"author:" + in_quotes(value), whole_term("author", value),
                                        whole_term("subsystem", value),
                                        "path:" + quoted_if_needed(value), in_quotes(value)}) {
            const auto tree = parse_query("x " + text + " y");
            ASSERT_EQ(tree.children.size(), 3U) << text;
            EXPECT_EQ(tree.children[1].value, value) << text;
            EXPECT_FALSE(tree.children[1].prefix) << text;
        }
    }
}

TEST(SearchQueries, PastedTitlesAreWords) {
    EXPECT_EQ(shape_of("net: a: fix it"), "all[net: a: fix it]");
    EXPECT_EQ(shape_of("x86/mm: fix"), "all[x86/mm: fix]");
    EXPECT_EQ(shape_of("Merge branch 'for-linus' of git://host/x"),
              "all[Merge branch 'for-linus' of git://host/x]");
}

TEST(SearchQueries, MistakesPointAtThePlace) {
    EXPECT_EQ(mistake_at("fork ("), 5);
    EXPECT_EQ(mistake_at("(a (b)"), 0);
    EXPECT_EQ(mistake_at("a )"), 2);
    EXPECT_EQ(mistake_at("a ()"), 2);
    EXPECT_EQ(mistake_at("a \"b"), 2);
    EXPECT_EQ(mistake_at("a \"\""), 2);
    EXPECT_EQ(mistake_at("a OR"), 2);
    EXPECT_EQ(mistake_at("OR a"), 0);
    EXPECT_EQ(mistake_at("a OR OR b"), 2);
    EXPECT_EQ(mistake_at("(OR)"), 1);
    EXPECT_EQ(mistake_at("a author:"), 2);
    EXPECT_EQ(mistake_at("author: b"), 0);
    EXPECT_EQ(mistake_at("größe )"), 8);
}

TEST(SearchQueries, StarsStandAtTheEndOfNames) {
    EXPECT_EQ(mistake_at("x author:foo*bar"), 12);
    EXPECT_EQ(mistake_at("path:*.c"), 5);
    EXPECT_EQ(mistake_at("path:=a*b"), 7);
    EXPECT_EQ(mistake_at("-path:drivers/**"), 14);
    for (const auto* text : {"committer:a*b", "author-domain:*.org", "employer:a*b",
                             "subsystem:a*b", "pull:a*b", "trailer:acked-by=a*b", "reported-by:a*b",
                             "config:A*B", "param:a*b", "syscall:a*b", "cve:2023*1"})
        EXPECT_NE(mistake_at(text), -1) << text;
    // Here it is meant as it stands.
    for (const auto* text : {"path:\"a*b\"", "author:\"a*b\"*", "author:a*", "path:net/*",
                             "code:char*p", "code:*p", "adds:**p*", "a*b", "*a", "subject:a*b"})
        EXPECT_EQ(mistake_at(text), -1) << text;
}

TEST(SearchQueries, NoStarStandsBehindWhatIsComparedAsAWhole) {
    EXPECT_EQ(mistake_at("is:cve*"), 6);
    for (const auto* text : {"lines:5*", "section:core*", "after:2023*", "before:2023*",
                             "landed-after:2023*", "landed-before:2023*", "new:config*",
                             "gone:config*", "changed:config*", "severity:high*"})
        EXPECT_NE(mistake_at(text), -1) << text;
    EXPECT_EQ(mistake_at("sha:abc*"), -1);
}

TEST(SearchQueries, OperatorsOfOtherLanguagesAreMistakes) {
    EXPECT_EQ(mistake_at("mm AND slab"), 3);
    EXPECT_EQ(mistake_at("AND"), 0);
    EXPECT_EQ(mistake_at("NOT mm"), 0);
    EXPECT_EQ(mistake_at("mm NOT(slab)"), 3);
    EXPECT_EQ(mistake_at("mm OR NOT slab"), 6);
    EXPECT_EQ(mistake_at("-NOT"), 1);
    for (const auto* text : {"mm and slab", "not mm", "\"AND\"", "\"do NOT\"", "subject:NOT",
                             "ANDROID", "NOTIFY", "AND_x", "Not And", "NOT*", "AND:"})
        EXPECT_EQ(mistake_at(text), -1) << text;
}

TEST(SearchQueries, SlipsOfFieldNamesAreMistakes) {
    for (const auto* slip : {"autor:miller", "a autohr:miller", "sectoin:core", "pathh:net",
                             "-subsytem:net", "landed-afer:2010", "commiter:\"a b\""})
        EXPECT_NE(mistake_at(slip), -1) << slip;
    for (const auto* title : {"autor: miller", "sched:fix", "net:x", "patch: a", "std::sort",
                              "\"autor:miller\"", "https://host", "patch:"})
        EXPECT_EQ(mistake_at(title), -1) << title;
    EXPECT_EQ(mistake_at("fork autor:miller"), 5);
}

/// The value that is under the cursor, '|' in the text.
TermAt term_under(std::string text) {
    const auto cursor = text.find('|');
    text.erase(cursor, 1);
    return term_at(text, cursor);
}

TEST(SearchQueries, TermUnderTheCursor) {
    const auto shown = [](const std::string& text) {
        const auto term = term_under(text);
        auto plain = text;
        plain.erase(plain.find('|'), 1);
        return term.field + "=" + plain.substr(term.value_begin, term.end - term.value_begin);
    };
    EXPECT_EQ(shown("|"), "=");
    EXPECT_EQ(shown("one t|wo"), "=two");
    EXPECT_EQ(shown("one| two"), "=one");
    EXPECT_EQ(shown("one  |  two"), "=");
    EXPECT_EQ(shown("author:mil|ler x"), "author=miller");
    EXPECT_EQ(shown("-AUTHOR:|"), "author=");
    EXPECT_EQ(shown("aut|hor:x"), "=author:");
    EXPECT_EQ(shown("author:\"a b|\" c"), "author=\"a b\"");
    EXPECT_EQ(shown("author:\"a |b"), "author=\"a b");
    EXPECT_EQ(shown("author:\"a \"\"b|\"\" c\" d"), "author=\"a \"\"b\"\" c\"");
    EXPECT_EQ(shown("author:=\"a b|\" c"), "author=\"a b\"");
    EXPECT_EQ(shown("author:=a|b c"), "author=ab");
    EXPECT_EQ(shown("(path:net/|)"), "path=net/");
    EXPECT_EQ(shown("net:|x"), "=net:x");
    EXPECT_EQ(term_at("ab", 99).end, 2U);
}

/// Any bytes give a query or a mistake with a position, and soon.
TEST(SearchQueries, AnyBytesAreAnsweredSoon) {
    constexpr std::chrono::milliseconds longest(10);
    std::mt19937 random(5);
    const std::vector<std::string> pieces{"author:", "OR",
                                          " ",       "\"",
                                          "(",       ")",
                                          "-",       "*",
                                          ":",       "is:",
                                          "a",       "ö",
                                          "\xFF",    std::string(1, '\0'),
                                          "lines:>", "autor:x",
                                          "\t",      "landed-before:",
                                          "\"\"",    "author:=",
                                          "a:"};
    const auto check = [&](const std::string& text) {
        const auto start = test::CpuClock::now();
        try {
            parse_query(text);
        } catch (const QueryError& error) {
            EXPECT_LE(error.position(), text.size());
            EXPECT_STRNE(error.what(), "");
        }
        term_at(text, text.size());
        EXPECT_LT(test::CpuClock::now() - start, longest) << text.size();
    };
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (auto left = random() % 30; left > 0; --left)
            if (random() % 3 == 0)
                text += static_cast<char>(random() % 256);
            else
                text += pieces[random() % pieces.size()];
        check(text);
        term_at(text, text.empty() ? 0 : random() % text.size());
    }
    for (const auto& piece : pieces) {
        std::string text;
        while (text.size() < 200'000)
            text += piece;
        check(text);
    }
    check(std::string(1'000'000, 'x') + ":x");
}

TEST(SearchQueries, NestingHasAnEnd) {
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '(') + "a" + std::string(depth, ')');
    };
    EXPECT_EQ(mistake_at(nested(100)), -1);
    EXPECT_EQ(mistake_at(nested(101)), 100);
    EXPECT_NE(mistake_at(std::string(100'000, '(')), -1);
    EXPECT_NE(mistake_at(std::string(100'000, '-') + "a"), -1);
}

} // namespace
} // namespace mw::store
