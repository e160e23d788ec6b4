// Who is one person: the same answer in the sidebar, the facets, the charts, the comparison and the
// search, over several releases by the newest mailmap.

#include "store/rows/people.h"
#include "store/sample_release.h"
#include "store/stats/breakdowns.h"
#include "store/stats/comparison.h"
#include "store/stats/figures.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

namespace mw::test {
namespace {

using store::BreakdownKind;
using store::FigureKind;
using Numbers = std::map<std::string, std::int64_t>;

/// The authors of a release with their changesets, by each of the four that count them, and by the
/// query that leads to them. Each query must find as many as the number beside it.
class Counts {
public:
    Counts(std::filesystem::path file, store::Release release)
        : file_(std::move(file)), release_(std::move(release)), reader_(file_) {}

    Numbers sidebar(BreakdownKind kind) {
        Numbers numbers;
        for (const auto& way : store::Breakdowns(file_).list(scope(), kind)) {
            numbers[way.term] += way.changesets;
            expect(way.term, way.changesets);
        }
        return numbers;
    }

    Numbers facets() {
        Numbers numbers;
        const auto all = reader_.facets(scope(), 1'000'000);
        for (const auto& author : all.authors) {
            numbers[author.term] += author.hits;
            expect(author.term, author.hits);
        }
        for (const auto* values : {&all.sections, &all.subsystems, &all.pulls, &all.weeks})
            for (const auto& value : *values)
                expect(value.term, value.hits);
        return numbers;
    }

    Numbers charts(FigureKind kind) {
        Numbers numbers;
        for (const auto& bar : store::Figures(file_).count(release_.id, kind, {}, 1'000'000)) {
            numbers[bar.query] += bar.changesets;
            expect(bar.query, bar.changesets);
        }
        return numbers;
    }

    Numbers comparison() {
        Numbers numbers;
        const store::Side side{release_.id, {}};
        for (const auto& person : store::Comparison(file_).authors({&side, 1})) {
            numbers[person.query] += person.changesets.front();
            expect(person.query, person.changesets.front());
        }
        return numbers;
    }

    void expect_one_answer() {
        const auto people = charts(FigureKind::author);
        EXPECT_EQ(sidebar(BreakdownKind::author), people);
        EXPECT_EQ(facets(), people);
        EXPECT_EQ(comparison(), people);
        const auto totals = store::Comparison(file_).totals({release_.id, {}});
        EXPECT_EQ(totals.authors, static_cast<std::int64_t>(people.size()));
        const auto newcomers = charts(FigureKind::first_time_author);
        EXPECT_EQ(totals.first_time_authors.value_or(0),
                  static_cast<std::int64_t>(newcomers.size()));
        for (const auto kind :
             {FigureKind::day, FigureKind::section, FigureKind::subsystem, FigureKind::domain})
            charts(kind);
        for (const auto kind : {BreakdownKind::pull, BreakdownKind::subsystem,
                                BreakdownKind::committer, BreakdownKind::day, BreakdownKind::week})
            sidebar(kind);
    }

private:
    store::CommitQuery scope() const {
        store::CommitQuery query;
        query.release = release_.id;
        return query;
    }

    void expect(const std::string& text, std::int64_t number) {
        auto query = scope();
        query.text = text;
        EXPECT_EQ(static_cast<std::int64_t>(reader_.find(query).size()), number)
            << release_.name << ": " << text;
        // The same where it narrows a list, between other terms.
        query.text = "is:changeset " + text + " -fixes:none";
        if (!release_.bundled) {
            EXPECT_EQ(static_cast<std::int64_t>(reader_.find(query).size()), number)
                << release_.name << ": " << query.text;
        }
    }

    std::filesystem::path file_;
    store::Release release_;
    store::Reader reader_;
};

class People : public StoreTest {
protected:
    static store::NewCommit by(const std::string& name, const std::string& email,
                               Seconds landed = 1'000'000) {
        static int made = 0;
        auto commit = StoreTest::commit('a', "x: " + std::to_string(++made));
        commit.oid = raw_id('a');
        for (int at = 0, rest = made; at < 4; ++at, rest /= 26)
            commit.oid[static_cast<std::size_t>(at)] = static_cast<char>('a' + rest % 26);
        commit.author = {name, email};
        commit.landed_time = landed;
        return commit;
    }

    store::Release write(const std::string& name, const std::vector<store::NewCommit>& commits,
                         const std::string& mailmap, const std::string& repository = "/clone") {
        store::Release meta;
        meta.name = name;
        meta.repository = repository;
        store::ReleaseWriter writer(file_, meta, "fingerprint of " + name);
        writer.keep_file(store::mailmap_file, mailmap);
        for (std::size_t i = 0; i < commits.size(); ++i)
            writer.add(i, commits[i]);
        return writer.commit(0);
    }

    std::string names(const store::Release& release, FigureKind kind = FigureKind::author) {
        std::set<std::string> sorted;
        for (const auto& bar : store::Figures(file_).count(release.id, kind))
            sorted.insert(bar.name);
        std::string text;
        for (const auto& name : sorted)
            text.append(text.empty() ? "" : ", ").append(name);
        return text;
    }
};

TEST_F(People, AreCountedAlikeEverywhere) {
    Counts(file_,
           StoreTest::write("odd", {by("Ann Other", "ann@x.example"), by("Ann Other", ""),
                                    by("ann other", "ANN@home.example"), by("Eric Bénard", "e@x"),
                                    by("eric benard", "e@y"), by("", "nameless@x"), by("", "@"),
                                    by("nameless@x", "n@z"), by(" Ann Other ", "b@x"),
                                    by("Mary Ann Other", "m@x"), by("Ann", "o@x")}))
        .expect_one_answer();
}

/// Whatever a name is made of, the query behind its bar means it and nobody else.
TEST_F(People, OfAnyNameAreFoundAgain) {
    std::vector<store::NewCommit> commits;
    for (const std::string name : {R"(Bob "B" Jones)",
                                   R"("quoted")",
                                   R"(")",
                                   R"("")",
                                   R"(back\slash)",
                                   R"(ends in \)",
                                   R"(\"both\")",
                                   "A (b) C",
                                   "(",
                                   ")",
                                   "OR",
                                   "-minus",
                                   "*",
                                   "star*",
                                   "=",
                                   "=Ann",
                                   "a:b",
                                   "author:x",
                                   "two  blanks",
                                   "tab\there",
                                   ".",
                                   "?",
                                   "日本 太郎",
                                   "Ünï Çödé",
                                   "Ș ț",
                                   "\xF0\x9F\x90\xA7",
                                   "a\"",
                                   "\"a",
                                   "Lee",
                                   "Ann Lee",
                                   "x\x1b[31m",
                                   "% _ '"})
        for (const std::string email : {"same@host.org", "", "odd \"one\"@host.org.uk"})
            commits.push_back(by(name, email));
    for (const std::string email : {"<>", "a@b@c.org", "@c.org", "x@C.ORG ", "a@", "no-domain"})
        commits.push_back(by("Of Addresses", email));
    for (std::size_t i = 0; i < commits.size(); ++i)
        commits[i].subsystem = commits[i].author.name;
    Counts(file_, StoreTest::write("names", commits)).expect_one_answer();
}

TEST_F(People, AreNamedByTheMailmap) {
    const auto release = write("v2", {by("Old", "old@x"), by("Old", "Old@X"), by("Else", "e@x")},
                               "New <new@x> <old@x>\n");
    EXPECT_EQ(names(release), "Else, New");
    const auto row = store::Reader(file_).rows(store::Reader(file_).find({})).front();
    EXPECT_EQ(row.author, "New");
    EXPECT_EQ(row.email, "new@x");
    Counts(file_, release).expect_one_answer();
}

/// The map is asked about the bytes that git has, not about what they are shown as.
TEST_F(People, AreAskedForInTheBytesThatWereWritten) {
    const auto release =
        write("v2", {by("M\xFCller", "m@x"), by("Müller", "m@x"), by("A", " a@x "), by("A", "a@x")},
              "Latin <l@x> M\xFCller <m@x>\nBlank <b@x> < a@x >\n");
    EXPECT_EQ(names(release), "A, Blank, Latin, Müller");
}

TEST_F(People, OfAnEarlierReleaseAreNamedByTheNewestMap) {
    const auto second = write("v2", {by("Old Name", "old@one.example", 100)}, "");
    const auto third =
        write("v3", {by("Old Name", "old@one.example", 200), by("Carol", "c@x", 200)},
              "New Name <new@two.example> <old@one.example>\n");
    EXPECT_EQ(names(third, FigureKind::first_time_author), "Carol");
    EXPECT_EQ(names(second), "New Name");
    Counts(file_, second).expect_one_answer();
    Counts(file_, third).expect_one_answer();
    // Imported in the other order it is the same.
    const auto again = write("v2", {by("Old Name", "old@one.example", 100)}, "");
    EXPECT_EQ(names(again), "New Name");
    EXPECT_EQ(names(third, FigureKind::first_time_author), "Carol");
}

/// A map that takes back what an older one said is followed as well.
TEST_F(People, AreTwoAgainWhereTheNewestMapSaysSo) {
    const auto old = write("v2", {by("Ann", "a@x", 100)}, "Ann <a@x> <b@x>\nWrong <w@x> <a@x>\n");
    EXPECT_EQ(names(old), "Wrong");
    const auto now = write("v3", {by("Bob", "b@x", 200)}, "# nobody\n");
    EXPECT_EQ(names(old), "Ann");
    EXPECT_EQ(names(now), "Bob");
    EXPECT_EQ(names(now, FigureKind::first_time_author), "Bob");
}

/// Another project's map says nothing about these people; where two speak, the later one is right.
TEST_F(People, OfSeveralClonesAreNamedByTheNewestMapOfEach) {
    const auto linux = write("linux", {by("Old", "old@x", 100)}, "New <new@x> <old@x>\n", "/linux");
    const auto other = write("other", {by("Old", "old@x", 200), by("O", "o@x", 200)},
                             "Other <other@x> <o@x>\n", "/other");
    EXPECT_EQ(names(linux), "New");
    EXPECT_EQ(names(other), "New, Other");
}

/// A real database with as many releases as there are.
TEST_F(People, OfARealReleaseAreCountedAlikeEverywhere) {
    const char* const file = std::getenv("MERGEWINDOW_TEST_DB"); // NOLINT(concurrency-mt-unsafe)
    if (file == nullptr)
        GTEST_SKIP() << "MERGEWINDOW_TEST_DB names no database";
    for (const auto& release : store::Reader(file).releases())
        Counts(file, release).expect_one_answer();
}

TEST(Domains, AreWhatStandsBehindTheLastAt) {
    EXPECT_EQ(store::mail_domain("a@Example.ORG"), "example.org");
    EXPECT_EQ(store::mail_domain("a@b@c.org "), "c.org");
    EXPECT_EQ(store::mail_domain("a@"), "");
    EXPECT_EQ(store::mail_domain("nobody"), "");
    EXPECT_EQ(store::mail_domain(""), "");
}

} // namespace
} // namespace mw::test
