// What a query finds in a release of four commits.

#include "store/language/query_parser.h"
#include "store/sample_release.h"
#include "store/search/query_search.h"
#include "store/sql/error.h"

#include <fmt/format.h>

#include <exception>
#include <random>

namespace mw::test {
namespace {

using store::CommitQuery;
using store::QueryError;
using Subjects = std::vector<std::string>;

class Search : public StoreTest {
protected:
    Search() {
        auto net = commit('a', "net: ipv4: größe of the oops");
        net.body = "The regression came with the last release.";
        net.paths = {{"net/ipv4/tcp.c", 'M', false, {}, {}},
                     {"Documentation/networking/ip.txt", 'M', false, {}, {}}};
        net.trailers = {{"Reported-by", "R E Porter <r@example.org>"},
                        {"Fixes", "0123456789ab (\"net: ipv4: begin\")"}};
        net.place = {classify::Section::networking, classify::Subgroup::none};
        net.subsystem = "NETWORKING [IPv4/IPv6]";
        net.pull = 2;
        net.landed_time = 3'000'000;

        auto usb = commit('b', "usb: storage: handle 100% of_devices");
        usb.author = {"Björn Töpel", "bjorn@example.org"};
        usb.author_time = 2'000'000;
        usb.place = {classify::Section::hardware, classify::Subgroup::usb};
        usb.paths = {{"drivers/usb/storage/usb.c", 'A', false, {}, {}}};
        usb.pull = 2;
        usb.landed_time = 3'000'000;

        auto pull = commit('c', "Merge branch 'usb' of git://host/usb");
        pull.kind = store::CommitKind::pull;
        pull.parents = raw_id('d') + raw_id('b');
        pull.landed_time = 3'000'000;

        auto direct = commit('d', "Linux 0.2");
        direct.body = "Nothing but a number.";
        direct.place = {classify::Section::internal, classify::Subgroup::none};
        direct.landed_time = 4'000'000;
        write("test", {net, usb, pull, direct});
    }

    const std::string net_ = "net: ipv4: größe of the oops";
    const std::string usb_ = "usb: storage: handle 100% of_devices";
    const std::string pull_ = "Merge branch 'usb' of git://host/usb";
    const std::string linux_ = "Linux 0.2";
};

TEST_F(Search, Words) {
    EXPECT_EQ(find(""), (Subjects{net_, usb_, linux_}));
    EXPECT_EQ(find("oops"), Subjects{net_});
    EXPECT_EQ(find("OOPS"), Subjects{net_});
    EXPECT_EQ(find("regression"), Subjects{net_});
    EXPECT_EQ(find("größe"), Subjects{net_});
    EXPECT_EQ(find("regr*"), Subjects{net_});
    EXPECT_EQ(find("regr"), Subjects{net_}); // a part of a word, from three letters on
    EXPECT_EQ(find("\"regr\""), Subjects{});
    EXPECT_EQ(find("\"last release\""), Subjects{net_});
    EXPECT_EQ(find("\"release last\""), Subjects{});
    EXPECT_EQ(find("oops OR number"), (Subjects{net_, linux_}));
    EXPECT_EQ(find("-oops"), (Subjects{usb_, linux_}));
    EXPECT_EQ(find("-(oops OR number)"), Subjects{usb_});
    EXPECT_EQ(find("subject:number"), Subjects{});
    EXPECT_EQ(find("body:number"), Subjects{linux_});
    EXPECT_EQ(find("net: ipv4: größe of the oops"), Subjects{net_});
    EXPECT_EQ(find("100%"), Subjects{usb_});
}

TEST_F(Search, People) {
    EXPECT_EQ(find("author:björn"), Subjects{usb_});
    EXPECT_EQ(find("author:ann"), (Subjects{net_, linux_}));
    EXPECT_EQ(find("author:\"Ann Author\""), (Subjects{net_, linux_}));
    EXPECT_EQ(find("author:ann@example.org"), (Subjects{net_, linux_}));
    EXPECT_EQ(find("author:=\"ann AUTHOR\""), (Subjects{net_, linux_}));
    EXPECT_EQ(find("author:=\"Ann Author <ann@example.org>\""), (Subjects{net_, linux_}));
    EXPECT_EQ(find("author:=Ann"), Subjects{});
    EXPECT_EQ(find("author:=\"Bjorn Topel\""), Subjects{usb_});
    EXPECT_EQ(find("author-domain:example.org"), (Subjects{net_, usb_, linux_}));
    EXPECT_EQ(find("author-domain:org"), Subjects{});
    EXPECT_EQ(find("reported-by:=\"R E Porter\""), Subjects{net_});
    EXPECT_EQ(find("reported-by:=Porter"), Subjects{});
    EXPECT_EQ(find("committer:carl"), (Subjects{net_, usb_, linux_}));
    EXPECT_EQ(find("reported-by:porter"), Subjects{net_});
    EXPECT_EQ(find("fixes:0123456789ab"), Subjects{net_});
    EXPECT_EQ(find("trailer:example.org"), Subjects{net_});
    EXPECT_EQ(find("trailer:reported-by=porter"), Subjects{net_});
    // The whole id, of which the trailer has the start.
    EXPECT_EQ(find("trailer:Fixes=0123456789ab" + std::string(28, 'c')), Subjects{net_});
    EXPECT_EQ(find("trailer:Fixes=0123456789aa" + std::string(28, 'c')), Subjects{});
}

TEST_F(Search, Places) {
    EXPECT_EQ(find("path:net/ipv4"), Subjects{net_});
    EXPECT_EQ(find("path:tcp.c"), Subjects{net_});
    EXPECT_EQ(find("path:usb"), Subjects{usb_});
    EXPECT_EQ(find("section:hardware"), Subjects{usb_});
    EXPECT_EQ(find("section:hardware/usb"), Subjects{usb_});
    EXPECT_EQ(find("section:hardware.pci"), Subjects{});
    EXPECT_EQ(find("subsystem:ipv4"), Subjects{net_});
    EXPECT_EQ(find("pull:usb"), (Subjects{net_, usb_}));
    EXPECT_EQ(find("pull:" + std::string(12, '6')), Subjects{});
    EXPECT_EQ(find("pull:636363"), (Subjects{net_, usb_})); // 'c' is 0x63
    EXPECT_EQ(find("release:test"), (Subjects{net_, usb_, linux_}));
}

TEST_F(Search, IdsTimesAndKinds) {
    EXPECT_EQ(find("sha:6161"), Subjects{net_});
    EXPECT_EQ(find("sha:61616"), Subjects{net_});
    EXPECT_EQ(find("sha:61617"), Subjects{});
    EXPECT_EQ(find("sha:" + std::string(40, '6')), Subjects{});
    EXPECT_EQ(find("is:merge"), Subjects{pull_});
    EXPECT_EQ(find("is:pull"), Subjects{pull_});
    EXPECT_EQ(find("is:changeset"), (Subjects{net_, usb_, linux_}));
    EXPECT_EQ(find("after:1970-01-20"), Subjects{usb_});
    EXPECT_EQ(find("before:1970-01-20"), (Subjects{net_, linux_}));
    EXPECT_EQ(find("landed-after:@3000001"), Subjects{linux_});
    EXPECT_EQ(find("landed-before:@4000000"), (Subjects{net_, usb_}));
    EXPECT_EQ(find("landed-after:1970"), (Subjects{net_, usb_, linux_}));
    EXPECT_EQ(find("landed-after:1970-03"), Subjects{});
    EXPECT_EQ(find("landed-before:1970-03"), (Subjects{net_, usb_, linux_}));
    EXPECT_EQ(find("landed-after:19700205"), Subjects{linux_});
}

TEST_F(Search, ConditionsAndOrder) {
    CommitQuery query;
    query.sort = store::SortKey::subject;
    EXPECT_EQ(find(query), (Subjects{linux_, net_, usb_}));
    query.descending = true;
    EXPECT_EQ(find(query), (Subjects{usb_, net_, linux_}));
    query.limit = 1;
    EXPECT_EQ(find(query), Subjects{usb_});
    query = {};
    query.as_of = 3'500'000;
    EXPECT_EQ(find(query), (Subjects{net_, usb_}));
    query.section = classify::Section::hardware;
    EXPECT_EQ(find(query), Subjects{usb_});
    query.descending = true;
    query.section.reset();
    EXPECT_EQ(find(query), (Subjects{usb_, net_}));
}

TEST_F(Search, MistakesInValues) {
    for (const auto* wrong :
         {"section:nowhere", "section:hardware/nowhere", "section:hardware/", "lines:many",
          "lines:>", "lines:>=>5", "lines:><5", "is:good", "after:yesterday", "sha:xyz", "sha:123",
          "...", "author:,", "author:*", "path:/", "reported-by:*", "*", "release:none",
          "autor:ann"}) {
        try {
            find(wrong);
            ADD_FAILURE() << wrong << " was taken";
        } catch (const QueryError& error) {
            EXPECT_LE(error.position(), std::string(wrong).size());
        }
    }
}

TEST_F(Search, EachFieldIsLookedForOrHasAMistake) {
    for (const auto field : store::query_fields())
        try {
            find(std::string(field) + ":20xx");
        } catch (const QueryError&) {
            continue; // no other error
        }
}

/// Any bytes are a query or a mistake in one; never an error of SQLite's.
TEST_F(Search, RandomQueries) {
    const std::vector<std::string> pieces{
        "a",       " ",        "\"",   "(",        ")",      "-",        "OR ",   "*",     ":",
        "author:", "path:",    "is:",  "lines:>",  "after:", "sha:",     "fork",  "oops",  "'",
        "%",       "_",        "\\",   ";",        "NEAR",   "AND",      "NOT",   "^",     "+",
        "{",       "}",        "[",    "\xFF",     "ö",      "\xC3",     "0",     "merge", "2010",
        "fixes:",  "section:", "core", "trailer:", "=",      "subject:", "pull:", "\n",    "\t"};
    std::mt19937 random(11);
    int taken = 0;
    for (int i = 0; i < 3000; ++i) {
        std::string query;
        for (unsigned left = 1 + random() % 8; left > 0; --left)
            query += pieces[random() % pieces.size()];
        try {
            find(query);
            ++taken;
        } catch (const QueryError& error) {
            EXPECT_LE(error.position(), query.size()) << query;
        } catch (const std::exception& error) {
            ADD_FAILURE() << "'" << query << "': " << error.what();
        }
    }
    EXPECT_GT(taken, 300);
}

TEST_F(Search, LongQueriesAreAnsweredOrRefused) {
    std::string words, alternatives = "a", fields;
    for (int i = 0; i < 5000; ++i) {
        words += fmt::format("word{} ", i);
        alternatives += fmt::format(" OR word{}", i);
        fields += fmt::format("author:name{} ", i);
    }
    for (const auto& query : {words, alternatives, fields, std::string(100'000, 'x'),
                              std::string("a\0b", 3), std::string(1, '\0')}) {
        try {
            find(query);
        } catch (const QueryError&) {
        } catch (const std::exception& error) {
            ADD_FAILURE() << query.substr(0, 20) << "…: " << error.what();
        }
    }
}

/// Which makes it quicker; all of a large file would count as this program's memory.
TEST_F(Search, MapsAPartOfTheFile) {
    SQLite::Database database(file_.string());
    store::MentionIndex mentions(database);
    store::QuerySearch(database, mentions).find({});
    const auto mapped = database.execAndGet("PRAGMA mmap_size").getInt64();
    EXPECT_GT(mapped, 0);
    EXPECT_LE(mapped, 100'000'000);
}

} // namespace
} // namespace mw::test
