// CVE records in the database: which commits they mark, and what a search finds by them.

#include "base/object_id.h"
#include "store/sample_release.h"
#include "store/sql/error.h"
#include "store/user/cve_store.h"

namespace mw::test {
namespace {

using Subjects = std::vector<std::string>;

class Cves : public StoreTest {
protected:
    static std::string hex(char digit) { return git::to_hex(raw_id(digit)); }

    store::CveCounts read() {
        return store::CveStore(file_).replace({
            {"CVE-2023-1000", 7.8, "HIGH", "CVSS:3.1/X", {{hex('a'), true}, {hex('b'), false}}},
            {"CVE-2023-10001", {}, "", "", {{hex('c'), true}, {hex('z'), true}}},
            {"CVE-2024-1", 5.5, "MEDIUM", "CVSS:3.1/Y", {{hex('a'), true}}},
        });
    }
    void write_release() {
        write("test", {commit('a', "fix"), commit('b', "cause"), commit('c', "other fix"),
                       commit('d', "plain")});
    }
};

TEST_F(Cves, MarkCommitsOfAnyRelease) {
    write_release();
    const auto counts = read();
    EXPECT_EQ(counts.records, 3U);
    EXPECT_EQ(counts.fixing, 2U);
    EXPECT_EQ(counts.introducing, 1U);
    const auto marks = store::Reader(file_).commit_by_oid(hex('a'))->cves;
    ASSERT_EQ(marks.size(), 2U);
    EXPECT_EQ(marks[0].id, "CVE-2023-1000");
    EXPECT_TRUE(marks[0].fixes);
    EXPECT_EQ(marks[0].score, 7.8);
    EXPECT_EQ(marks[1].severity, "MEDIUM");
    EXPECT_FALSE(store::Reader(file_).commit_by_oid(hex('b'))->cves.at(0).fixes);
    EXPECT_TRUE(store::Reader(file_).commit_by_oid(hex('d'))->cves.empty());
}

TEST_F(Cves, AreFoundByRecordScoreAndSeverity) {
    write_release();
    read();
    EXPECT_EQ(find("cve:2023-1000"), (Subjects{"fix", "cause"}));
    EXPECT_EQ(find("cve:CVE-2023-10001"), (Subjects{"other fix"}));
    EXPECT_EQ(find("cve:2023*"), (Subjects{"fix", "cause", "other fix"}));
    EXPECT_EQ(find("is:cve"), (Subjects{"fix", "cause", "other fix"}));
    EXPECT_EQ(find("-is:cve"), (Subjects{"plain"}));
    EXPECT_EQ(find("severity:>7"), (Subjects{"fix", "cause"}));
    EXPECT_EQ(find("severity:<=5.5"), (Subjects{"fix"}));
    EXPECT_EQ(find("severity:<5.5"), Subjects{});
    EXPECT_EQ(find("severity:>=7.8"), (Subjects{"fix", "cause"}));
    EXPECT_EQ(find("severity:>7.8"), Subjects{});
    EXPECT_EQ(find("severity:5.5"), (Subjects{"fix", "cause"})); // that or more
    EXPECT_EQ(find("severity:Medium"), (Subjects{"fix"}));
    EXPECT_THROW(find("cve:latest"), store::QueryError);
    EXPECT_THROW(find("severity:terrible"), store::QueryError);
}

TEST_F(Cves, AMergeIsShownWhereMergesAreAskedFor) {
    auto merge = commit('e', "Merge branch 'x' of git://host/x");
    merge.kind = store::CommitKind::pull;
    write("test", {commit('a', "fix"), merge});
    store::CveStore(file_).replace(
        {{"CVE-2024-2", {}, "", "", {{hex('a'), true}, {hex('e'), false}}}});
    EXPECT_EQ(find("is:cve"), Subjects{"fix"});
    EXPECT_EQ(find("is:cve-cause"), Subjects{});
    EXPECT_EQ(find("is:cve is:merge"), Subjects{merge.subject});
}

TEST_F(Cves, FixesAndCausesAreFoundApart) {
    write_release();
    EXPECT_EQ(find("is:cve-fix"), Subjects{});
    read();
    EXPECT_EQ(find("is:cve-fix"), (Subjects{"fix", "other fix"}));
    EXPECT_EQ(find("is:cve-cause"), Subjects{"cause"});
    EXPECT_EQ(find("severity:unknown"), Subjects{"other fix"});
}

TEST_F(Cves, OutliveAnImportAndAreReplacedWhole) {
    write_release();
    read();
    write_release();
    EXPECT_EQ(find("cve:2024-1"), (Subjects{"fix"}));
    store::CveStore(file_).replace({{"CVE-2024-1", 9.8, "CRITICAL", "", {{hex('d'), true}}}});
    EXPECT_EQ(find("is:cve"), (Subjects{"plain"}));
    EXPECT_EQ(find("severity:>9"), (Subjects{"plain"}));
}

TEST_F(Cves, MarkEntriesOfWhichOnlyTheStartOfTheIdIsKnown) {
    auto shortened = commit('a', "fix");
    shortened.oid.resize(6);
    write("test", {shortened});
    read();
    EXPECT_EQ(find("cve:2023-1000"), (Subjects{"fix"}));
}

} // namespace
} // namespace mw::test
