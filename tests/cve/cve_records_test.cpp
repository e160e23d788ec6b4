#include "cve/cve_records.h"
#include "git/setup/error.h"
#include "support/git.h"
#include "support/repo_builder.h"
#include "support/temp_dir.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace mw::cve {
namespace {

const std::string introduced(40, 'a'), fixed_stable(40, 'b'), fixed(40, 'c');

std::string dyad() {
    return "# dyad version: 1\n5.0:" + introduced + ":5.4.268:" + fixed_stable +
           "\n5.0:" + introduced + ":6.8:" + fixed + "\n";
}

std::string json(const std::string& metrics) {
    return R"({"containers":{"cna":{"descriptions":[{"lang":"en","value":"a \"cvssV3_1\": lie"}],)" +
           metrics + R"("affected":[{"versions":[]}]}},"cveMetadata":{"cveId":"CVE-2023-1"}})";
}

const std::string high =
    R"("metrics":[{"cvssV3_1":{"baseScore":7.5,"baseSeverity":"HIGH","vectorString":"CVSS:3.1/AV:N"}}],)";

TEST(Dyad, NamesEachCommitOnce) {
    const auto commits = read_dyad(dyad());
    ASSERT_TRUE(commits);
    EXPECT_EQ(*commits,
              (std::vector<CommitRole>{{false, introduced}, {true, fixed_stable}, {true, fixed}}));
}

TEST(Dyad, KnowsNoIdAndCarriageReturns) {
    const auto commits = read_dyad("2.6.12:0:6.8:" + fixed + "\r\n5.0:" + introduced + ":0:0\n");
    ASSERT_TRUE(commits);
    EXPECT_EQ(*commits, (std::vector<CommitRole>{{false, introduced}, {true, fixed}}));
}

TEST(Dyad, RefusesOtherText) {
    EXPECT_FALSE(read_dyad("<html>\n"));
    EXPECT_FALSE(read_dyad("5.0:" + introduced + ":6.8\n"));
    EXPECT_FALSE(read_dyad("5.0:" + introduced + ":6.8:" + fixed + ":more\n"));
    EXPECT_FALSE(read_dyad("5.0:main:6.8:" + fixed + "\n"));
}

TEST(Scores, AreReadBesideWordsThatLookLikeThem) {
    Record record;
    ASSERT_TRUE(read_scores(json(high), record));
    EXPECT_EQ(record.score, 7.5);
    EXPECT_EQ(record.severity, "HIGH");
    EXPECT_EQ(record.vector, "CVSS:3.1/AV:N");
}

/// The first place that has one, and of that the newest system.
TEST(Scores, OfSeveralSystemsAreTheNewest) {
    const auto score = [](const char* version, double value) {
        return fmt::format(
            R"("cvss{}":{{"baseScore":{},"baseSeverity":"HIGH","vectorString":"x"}})", version,
            value);
    };
    const auto read = [](const std::string& metrics) {
        Record record;
        EXPECT_TRUE(read_scores(json(fmt::format(R"("metrics":[{}],)", metrics)), record));
        return record.score.value_or(-1);
    };
    EXPECT_EQ(read("{" + score("V3_1", 7.5) + "," + score("V4_0", 8.7) + "}"), 8.7);
    EXPECT_EQ(read("{" + score("V4_0", 8.7) + "," + score("V3_1", 7.5) + "}"), 8.7);
    EXPECT_EQ(read("{" + score("V3_1", 7.5) + "},{" + score("V2_0", 5.0) + "}"), 7.5);
}

TEST(Scores, MayBeMissing) {
    Record record;
    EXPECT_TRUE(read_scores(json(""), record));
    EXPECT_FALSE(record.score);
    EXPECT_TRUE(read_scores(json(R"("metrics":[{"other":{}}],)"), record));
    EXPECT_FALSE(record.score);
}

TEST(Scores, OfDamagedFilesAreRefused) {
    Record record;
    EXPECT_FALSE(read_scores(json(high).substr(0, 200), record));
    EXPECT_FALSE(read_scores(R"(["cvssV3_1"])", record));
    EXPECT_FALSE(read_scores(
        json(R"("metrics":[{"cvssV3_1":{"baseScore":7.5,"baseSeverity":7}}],)"), record));
}

class Records : public testing::Test {
protected:
    Records() {
        repo_.commit("cve/published/2023/CVE-2023-1.dyad", dyad())
            .file("cve/published/2023/CVE-2023-1.json", json(high))
            .file("cve/published/2024/CVE-2024-22.dyad", "no dyad\n")
            .file("cve/published/2024/CVE-2024-22.json", json(""))
            .file("cve/rejected/2023/CVE-2023-3.dyad", dyad())
            .file("cve/published/2023/CVE-2023-1.mbox", "not read");
        repo_.write();
    }
    test::TempDir folder_;
    test::RepoBuilder repo_{folder_ / "vulns"};
};

TEST_F(Records, OfACloneArePublishedOnesAlone) {
    const auto found = read_records(repo_.path());
    ASSERT_EQ(found.records.size(), 2u);
    EXPECT_EQ(found.records[0].id, "CVE-2023-1");
    EXPECT_EQ(found.records[0].score, 7.5);
    EXPECT_EQ(found.records[0].commits.size(), 3u);
    ASSERT_EQ(found.unreadable.size(), 1u);
    EXPECT_NE(found.unreadable[0].english().find("CVE-2024-22.dyad"), std::string::npos);
}

TEST_F(Records, StandOnABranchBesideHead) {
    test::run_git(repo_.path(), {"symbolic-ref", "HEAD", "refs/heads/unborn"});
    EXPECT_EQ(read_records(repo_.path()).records.size(), 2u);
}

TEST_F(Records, OfAFolderAreTheSame) {
    const auto file = folder_ / "plain/cve/published/2023/CVE-2023-1.dyad";
    std::filesystem::create_directories(file.parent_path());
    test::write_bytes(file, dyad());
    const auto found = read_records(folder_ / "plain");
    ASSERT_EQ(found.records.size(), 1u);
    EXPECT_EQ(found.records[0].commits.size(), 3u);
    EXPECT_FALSE(found.records[0].score);
}

TEST_F(Records, ThatAreFarTooLargeAreNamedAndLeftOut) {
    const auto folder = folder_ / "plain/cve/published/2023";
    std::filesystem::create_directories(folder);
    test::write_bytes(folder / "CVE-2023-1.dyad", dyad());
    test::write_bytes(folder / "CVE-2023-2.dyad", "#" + std::string(9 << 20, ' ') + "\n" + dyad());
    const auto found = read_records(folder_ / "plain");
    ASSERT_EQ(found.records.size(), 1u);
    EXPECT_EQ(found.records[0].id, "CVE-2023-1");
    ASSERT_EQ(found.unreadable.size(), 1u);
    EXPECT_NE(found.unreadable[0].english().find("CVE-2023-2.dyad: it is too large"),
              std::string::npos);
}

TEST_F(Records, OfAnotherFolderAreRefusedInASentence) {
    std::filesystem::create_directories(folder_ / "empty/cve/published");
    EXPECT_THROW(read_records(folder_ / "empty"), std::runtime_error);
    EXPECT_THROW(read_records(folder_ / "nowhere"), std::runtime_error);
}

TEST_F(Records, SayWhetherTheirFolderIsMissingOrCannotBeListed) {
    const auto said = [](const std::filesystem::path& path) {
        try {
            read_records(path);
        } catch (const std::exception& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    std::filesystem::create_directories(folder_ / "file/cve");
    test::write_bytes(folder_ / "file/cve/published", "no folder");
    EXPECT_NE(said(folder_ / "file").find("could not be listed"), std::string::npos);
    EXPECT_NE(said(folder_ / "nowhere"), "");
    EXPECT_EQ(said(folder_ / "nowhere").find("could not be listed"), std::string::npos);
}

TEST_F(Records, HearAStop) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(read_records(repo_.path(), stop.get_token()), git::Stopped);
}

} // namespace
} // namespace mw::cve
