// What stands beside the hits: facets, completion, highlighting, and which term finds nothing.

#include "base/object_id.h"
#include "store/language/query_parser.h"
#include "store/sample_release.h"
#include "store/search/highlight.h"
#include "store/sql/error.h"
#include "store/user/annotations.h"
#include "store/user/cve_store.h"

#include <algorithm>
#include <set>

namespace mw::test {
namespace {

using store::FacetValue;
using Texts = std::vector<std::string>;

class SearchHelp : public StoreTest {
protected:
    SearchHelp() {
        auto one = commit('a', "net: fix the fix");
        one.body = "Größe of net_device.\n\nReported-by: R E Porter <r@example.org>";
        one.trailers = {{"Reported-by", "R E Porter <r@example.org>"}};
        one.place = {classify::Section::networking, classify::Subgroup::none};
        one.subsystem = "NETWORKING DRIVERS";
        one.pull = 3;
        one.landed_time = 1'288'569'600; // Monday 2010-11-01, 00:00
        one.paths = {{"drivers/net/a.c", 'M', false, {}, {}}};
        auto two = commit('b', "usb: fix");
        two.author = {"Jane \"J\" Doe", "jane@example.org"};
        two.place = {classify::Section::hardware, classify::Subgroup::usb};
        two.subsystem = "NETWORKING";
        two.landed_time = 1'288'569'599; // the Sunday before
        two.paths = {{"drivers/usb/b.c", 'M', false, {}, {}}, {"fs/x y.c", 'M', false, {}, {}}};
        auto three = commit('c', "usb: more fixes");
        three.place = two.place;
        three.subsystem = "NETWORKING";
        three.pull = 3;
        three.landed_time = one.landed_time;
        auto pull = commit('d', "Merge branch 'net'");
        pull.kind = store::CommitKind::pull;
        pull.parents = raw_id('x') + raw_id('c');
        pull.landed_time = one.landed_time;
        write("test", {one, two, three, pull});
    }

    store::Facets facets(const std::string& text, std::size_t most = 50) {
        store::CommitQuery query;
        query.text = text;
        return store::Reader(file_).facets(query, most);
    }

    static Texts shown(const std::vector<FacetValue>& values) {
        Texts texts;
        for (const auto& value : values)
            texts.push_back(value.label + ' ' + std::to_string(value.hits));
        return texts;
    }

    Texts suggestions(const std::string& text, std::size_t cursor = std::string::npos) {
        Texts texts;
        const auto completion = store::Reader(file_).complete(text, std::min(cursor, text.size()));
        for (const auto& suggestion : completion.suggestions)
            texts.push_back(std::string(text).replace(
                completion.begin, completion.end - completion.begin, suggestion.text));
        return texts;
    }

    Texts empty_terms(const std::string& text) {
        store::CommitQuery query;
        query.text = text;
        Texts texts;
        for (const auto& term : store::Reader(file_).empty_terms(query))
            texts.push_back(text.substr(term.position, term.length));
        return texts;
    }

    /// Why the first term is not known to have nothing.
    std::string unknown(const std::string& text) {
        store::CommitQuery query;
        query.text = text;
        const auto terms = store::Reader(file_).empty_terms(query);
        return terms.empty() ? "is found" : terms.front().unknown.english();
    }

    static Texts marked(const std::string& query, const std::string& text,
                        const std::string& field = "subject") {
        Texts texts;
        for (const auto& range : store::Highlighter(query).ranges(text, field))
            texts.push_back(text.substr(range.begin, range.end - range.begin));
        return texts;
    }
};

TEST_F(SearchHelp, FacetsCountTheHits) {
    const auto found = facets("fix");
    EXPECT_EQ(found.hits, 3);
    EXPECT_EQ(shown(found.sections), (Texts{"hardware/usb 2", "networking 1"}));
    EXPECT_EQ(shown(found.subsystems), (Texts{"NETWORKING 2", "NETWORKING DRIVERS 1"}));
    EXPECT_EQ(shown(found.authors), (Texts{"Ann Author 2", "Jane \"J\" Doe 1"}));
    EXPECT_EQ(shown(found.pulls), (Texts{"Merge branch 'net' 2", "directly 1"}));
    EXPECT_EQ(shown(found.weeks), (Texts{"2010-10-25 1", "2010-11-01 2"}));
    EXPECT_EQ(facets("fix", 1).sections.size(), 1U);
    EXPECT_EQ(shown(facets("fix", 1).authors), Texts{"Ann Author 2"});
    EXPECT_EQ(facets("nothinghasthis").hits, 0);
    EXPECT_TRUE(facets("nothinghasthis").weeks.empty());
}

TEST_F(SearchHelp, FacetsCountWhatHadLandedByAMoment) {
    store::CommitQuery query;
    query.text = "fix";
    query.as_of = 1'288'569'599; // that Sunday
    const auto found = store::Reader(file_).facets(query);
    EXPECT_EQ(found.hits, 1);
    EXPECT_EQ(shown(found.authors), (Texts{"Jane \"J\" Doe 1"}));
    EXPECT_EQ(shown(found.weeks), (Texts{"2010-10-25 1"}));
}

TEST_F(SearchHelp, FacetsNarrowToWhatTheyCount) {
    for (const std::string text : {"fix", "", "fix OR usb"}) {
        const auto found = facets(text);
        for (const auto* values :
             {&found.sections, &found.subsystems, &found.authors, &found.pulls, &found.weeks})
            for (const auto& value : *values)
                EXPECT_EQ(find(text + ' ' + value.term).size(),
                          static_cast<std::size_t>(value.hits))
                    << value.term;
    }
}

TEST_F(SearchHelp, Completion) {
    EXPECT_EQ(suggestions("sub"), (Texts{"subject:", "subsystem:"}));
    EXPECT_EQ(suggestions("SUBS"), Texts{"subsystem:"});
    EXPECT_EQ(suggestions("fix -sec"), Texts{"fix -section:"});
    EXPECT_EQ(suggestions("(sec"), Texts{"(section:"});
    EXPECT_EQ(suggestions("").size(), std::min<std::size_t>(20, store::query_fields().size()));
    EXPECT_EQ(suggestions("section:net fix", 11), Texts{"section:networking fix"});
    EXPECT_EQ(suggestions("section:hardware/u"), Texts{"section:hardware/usb"});
    EXPECT_EQ(suggestions("section:hardware").front(), "section:hardware");
    EXPECT_EQ(suggestions("subsystem:netw"),
              (Texts{"subsystem:NETWORKING", "subsystem:\"NETWORKING DRIVERS\""}));
    EXPECT_EQ(suggestions("subsystem:driv"), Texts{"subsystem:\"NETWORKING DRIVERS\""});
    EXPECT_EQ(suggestions("subsystem:\"networking d"), Texts{"subsystem:\"NETWORKING DRIVERS\""});
    EXPECT_EQ(suggestions("author:a"), Texts{"author:\"Ann Author\""});
    EXPECT_EQ(suggestions("author:auth"), Texts{"author:\"Ann Author\""});
    EXPECT_EQ(suggestions("author:example"),
              (Texts{"author:\"Ann Author\"", "author:\"Jane \"\"J\"\" Doe\"",
                     "author:\"Carl Committer\"", "author:\"R E Porter\""}));
    EXPECT_EQ(suggestions("author:\"Jane \"\"J"), Texts{"author:\"Jane \"\"J\"\" Doe\""});
    EXPECT_EQ(suggestions("author:=jan"), Texts{"author:=\"Jane \"\"J\"\" Doe\""});
    EXPECT_EQ(suggestions("release:"), Texts{"release:test"});
    EXPECT_EQ(suggestions("is:un"), (Texts{"is:unread", "is:unseen"}));
    EXPECT_EQ(suggestions("path:"), (Texts{"path:drivers/", "path:fs/"}));
    EXPECT_EQ(suggestions("path:drivers/n"), Texts{"path:drivers/net/"});
    EXPECT_EQ(suggestions("path:fs/"), Texts{"path:\"fs/x y.c\""});
    EXPECT_EQ(suggestions("trailer:rep"), Texts{"trailer:Reported-by="});
    EXPECT_EQ(
        suggestions("net: "), suggestions("").empty() ? Texts{} : [&] {
            auto fields = suggestions("");
            for (auto& field : fields)
                field.insert(0, "net: ");
            return fields;
        }());
    for (const auto* odd : {"\"", "((", "author:\"", "- ", "author:\"x\"y", "\xFF:", "::", "-"})
        for (std::size_t cursor = 0; cursor <= std::string(odd).size(); ++cursor)
            EXPECT_NO_THROW(suggestions(odd, cursor)) << odd;
}

TEST_F(SearchHelp, SuggestionsAreQueries) {
    // Nobody gave a configuration, which they say.
    const std::set<std::string> of_a_configuration = {"is:built", "is:cannot-tell", "is:not-built"};
    const auto is_query = [&](const std::string& text) {
        if (of_a_configuration.contains(text))
            EXPECT_THROW(find(text), store::QueryError) << text;
        else
            EXPECT_NO_THROW(find(text)) << text;
    };
    for (const std::string field : {"section:", "subsystem:", "author:", "path:", "release:", "is:",
                                    "reported-by:", "committer:"})
        for (const auto& text : suggestions(field))
            is_query(text);
    for (const auto kind : store::query_kinds())
        is_query("is:" + std::string(kind));
}

TEST_F(SearchHelp, TermsThatFindNothing) {
    EXPECT_EQ(empty_terms("fix nowhere author:\"no one\" -absent"),
              (Texts{"nowhere", "author:\"no one\""}));
    EXPECT_EQ(empty_terms("net usb"), Texts{});
    EXPECT_EQ(empty_terms("fix OR nowhere*"), Texts{"nowhere*"});
}

TEST_F(SearchHelp, WhatWasNeverReadIsNotKnown) {
    // Lines are not counted here, files and CVE records were not read.
    for (const auto* text : {"lines:>100", "lines:3", "new:config", "gone:param", "changed:syscall",
                             "config:smp", "param:quiet", "syscall:futex"})
        EXPECT_NE(unknown(text).find("'test'"), std::string::npos) << text << ": " << unknown(text);
    for (const auto* text :
         {"is:cve", "IS:CVE-fix", "is:cve-cause", "cve:2023-52454", "cve:2023*", "severity:>7"}) {
        EXPECT_EQ(unknown(text), "No CVE records were read yet.") << text;
        EXPECT_EQ(empty_terms(text), Texts{text});
    }
    for (const auto* text : {"nowhere", "is:noted", "author:nobody", "is:new-hardware"})
        EXPECT_EQ(unknown(text), "") << text;
    EXPECT_EQ(unknown("is:cve fix"), unknown("is:cve"));
}

/// A newer release that was not read either is not what was searched.
TEST_F(SearchHelp, WhatIsNotKnownIsSaidOfTheReleaseThatIsSearched) {
    auto later = commit('f', "net: later");
    later.landed_time = 1'388'569'600;
    write("later", {later});
    store::Reader reader(file_);
    for (const std::string release : {"test", "later"}) {
        store::CommitQuery query;
        query.text = "lines:>100";
        query.release = reader.release(release)->id;
        const auto terms = reader.empty_terms(query);
        ASSERT_EQ(terms.size(), 1U);
        EXPECT_NE(terms[0].unknown.english().find('\'' + release + '\''), std::string::npos)
            << terms[0].unknown.english();
    }
}

TEST_F(SearchHelp, CveRecordsMakeItKnown) {
    store::CveStore cves(file_);
    store::CveRow record;
    record.id = "CVE-2023-1";
    record.commits = {{std::string(40, '0'), true}}; // of a release that is not here
    cves.replace({record});
    EXPECT_NE(unknown("is:cve").find("another release"), std::string::npos) << unknown("is:cve");
    EXPECT_NE(unknown("severity:>7").find("score"), std::string::npos);
    record.score = 7.8;
    record.vector = "CVSS:3.1/AV:L";
    cves.replace({record});
    EXPECT_EQ(unknown("is:cve"), "");
    EXPECT_EQ(unknown("severity:>7"), "");
}

TEST_F(SearchHelp, CveRecordsOfTheProgramSayWhatTheySay) {
    store::CveRow record;
    record.id = "CVE-2023-1";
    record.commits = {{git::to_hex(raw_id('a')), true}};
    store::CveStore(file_).add_unless_read({record});
    EXPECT_EQ(empty_terms("is:cve-fix"), Texts{});
    EXPECT_EQ(unknown("is:cve-cause"), "");
    EXPECT_NE(unknown("severity:>7").find("score"), std::string::npos);
}

TEST_F(SearchHelp, Highlights) {
    EXPECT_EQ(marked("fix", "net: fix the fixes, prefix"), (Texts{"fix", "fix", "fix"}));
    EXPECT_EQ(marked("\"fix\"", "net: fix the fixes, prefix"), Texts{"fix"});
    EXPECT_EQ(marked("fix*", "fixes prefix"), Texts{"fix"});
    EXPECT_EQ(marked("mm", "mm: comma"), Texts{"mm"});
    EXPECT_EQ(marked("read_multis", "IORING_OP_READ_MULTISHOT"), Texts{"READ_MULTIS"});
    EXPECT_EQ(marked("naive", "a naïve naïvety"), (Texts{"naïve", "naïvety"}));
    EXPECT_EQ(marked("große", "die GRÖSSE der Größe"), Texts{"Größe"});
    EXPECT_EQ(marked("a fix -the", "the fix a"), (Texts{"fix", "a"}));
    EXPECT_EQ(marked("net: OR \"net fix\"", "net: fix"), Texts{"net: fix"});
    EXPECT_EQ(marked("body:fix", "fix"), Texts{});
    EXPECT_EQ(marked("body:fix", "fix", "body"), Texts{"fix"});
    EXPECT_EQ(marked("author:jane", "jane", "subject"), Texts{});
    EXPECT_EQ(marked("author:\"jane d\"", "Jane Doe <jane@x>", "author"), Texts{});
    EXPECT_EQ(marked("author:jan", "Jané <jane@x>", "author"), (Texts{"Jané", "jan"}));
    EXPECT_EQ(marked("path:net/a", "drivers/net/a.c", "path"), Texts{"net/a"});
    EXPECT_EQ(marked("reported-by:porter", "Reported-by: R E Porter", "body"), Texts{"Porter"});
    EXPECT_EQ(marked("reviewed-by:porter", "Reviewed-by: R E Porter", "body"), Texts{"Porter"});
    EXPECT_EQ(marked("tested-by:porter", "Tested-by: R E Porter", "body"), Texts{"Porter"});
    EXPECT_EQ(marked("", "text"), Texts{});
    EXPECT_EQ(marked("x86", "for x86-64", ""), Texts{"x86"});
    EXPECT_THROW(store::Highlighter("("), store::QueryError);
}

/// Whatever is found is marked somewhere, and nothing is marked in what is not.
TEST_F(SearchHelp, HighlightsAgreeWithTheSearch) {
    for (const std::string query : {"fix", "ixes", "usb:", "more*", "\"the fix\"", "net_dev", "the",
                                    "größe", "grosse", "fi", "\"usb fix\"", "e-fi"}) {
        store::CommitQuery wanted;
        wanted.text = query;
        store::Reader reader(file_);
        const auto found = reader.find(wanted);
        for (const auto id : reader.find({})) {
            const auto commit = reader.commit(id).value();
            const bool hit = std::ranges::find(found, id) != found.end();
            EXPECT_EQ(hit, !marked(query, commit.row.subject).empty() ||
                               !marked(query, commit.body, "body").empty())
                << query << ": " << commit.row.subject;
        }
    }
}

TEST_F(SearchHelp, WhatAPersonDid) {
    EXPECT_EQ(find("is:unread").size(), 3U);
    const auto hex = [](char digit) {
        std::string text;
        for (int i = 0; i < 20; ++i)
            text += "6" + std::string(1, static_cast<char>(digit - 'a' + '1'));
        return text;
    };
    store::AnnotationStore personal(file_);
    personal.change({hex('a')}, [](store::Annotation& commit) { commit.note = "look again"; });
    personal.change({hex('b'), hex('d')}, [](store::Annotation& commit) {
        commit.bookmarked = true;
        commit.read_at = 1;
    });
    EXPECT_EQ(find("is:noted"), Texts{"net: fix the fix"});
    EXPECT_EQ(find("is:bookmarked"), (Texts{"usb: fix", "Merge branch 'net'"}));
    EXPECT_EQ(find("is:read"), (Texts{"usb: fix", "Merge branch 'net'"}));
    EXPECT_EQ(find("is:unread"), (Texts{"net: fix the fix", "usb: more fixes"}));
    EXPECT_EQ(find("-is:noted fix").size(), 2U);
    EXPECT_EQ(find("is:mentioned"), Texts{});
    EXPECT_EQ(find("is:direct"), Texts{"usb: fix"});
    EXPECT_EQ(find("-is:changeset"), Texts{"Merge branch 'net'"});
}

} // namespace
} // namespace mw::test
