// What a person keeps beside the releases and what the clones bring anew: stars, employers, CVE
// records, a refresh; what is said of a correction, and on which stream a message goes.

#include "cli/command_line.h"
#include "support/git.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

namespace mw::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Arguments = std::vector<std::string>;
using Subjects = std::vector<std::string>;

const std::string net_subject = "net: a: count to two", fork_subject = "fork: begin";

class SmallHistory : public CommandLine {
protected:
    SmallHistory() { write_small_history(); }

    Subjects found(std::vector<std::string> words) {
        words.insert(words.begin(), "search");
        Subjects subjects;
        for (const auto& row : json_lines(words))
            subjects.push_back(row.at("subject"));
        return subjects;
    }

    std::string id(const std::string& revision) {
        return run_git(repository_, {"rev-parse", revision + "^{commit}"}).substr(0, 40);
    }

    /// A changeset that changes no file.
    std::string commit_behind(const std::string& parent, const std::string& message) {
        return run_git(repository_,
                       {"commit-tree", "-p", parent, "-m", message, parent + "^{tree}"})
            .substr(0, 40);
    }

    /// With nothing on standard output.
    void expect_sentence(const ProcessResult& result, const std::string& words) {
        EXPECT_EQ(result.status, 1);
        EXPECT_EQ(result.output, "");
        EXPECT_TRUE(result.errors.starts_with("mergewindow-cli: ")) << result.errors;
        EXPECT_TRUE(contains(result.errors, words)) << result.errors;
    }
};

class OwnData : public SmallHistory {
protected:
    OwnData() { EXPECT_EQ(import("base", "v1").status, 0); }
};

TEST_F(OwnData, StarsAreGivenAndTakenAway) {
    for (const auto& [kind, name, subject] :
         {std::array{"subsystem", "NET", "net: a: count to two"},
          {"path", "kernel", "fork: begin"},
          {"person", "Ann Author", "net: a: count to two"}}) {
        const auto option = std::string("--") + kind;
        EXPECT_EQ(found({"is:mine"}), Subjects{});
        const auto given = run({"star", option, name});
        EXPECT_EQ(given.status, 0);
        EXPECT_EQ(given.output + given.errors, "");
        EXPECT_EQ(found({"is:mine"}), Subjects{subject});
        EXPECT_EQ(json_lines({"star"}), (std::vector<json>{{{"kind", kind}, {"name", name}}}));
        const auto taken = run({"star", "--remove", option, name});
        EXPECT_EQ(taken.status, 0);
        EXPECT_EQ(taken.output + taken.errors, "");
        EXPECT_EQ(found({"is:mine"}), Subjects{});
        EXPECT_EQ(run({"star"}).output, "");
        expect_sentence(run({"star", "--remove", option, name}),
                        std::string("The ") + kind + " '" + name + "' has no star");
    }
    expect_sentence(run({"star", "--remove"}), "--subsystem, --path or --person");
}

TEST_F(OwnData, WhatHasAStarComesFirst) {
    ASSERT_EQ(run({"star", "--path", "kernel"}).status, 0);
    EXPECT_EQ(found({""}), (Subjects{net_subject, fork_subject}));
    EXPECT_EQ(found({"", "--starred-first"}), (Subjects{fork_subject, net_subject}));
    EXPECT_EQ(found({"", "--limit", "1"}), Subjects{net_subject});
    EXPECT_EQ(found({"", "--limit", "1", "--starred-first"}), Subjects{fork_subject});
}

TEST_F(OwnData, EmployersAreReadCountedAndForgotten) {
    const Arguments figures{"figures", "--by", "employer"};
    expect_sentence(run({"employers"}), "No map of employers is known yet");
    expect_sentence(run(figures), "Who worked for whom is not known");
    const auto file = (folder_ / "map").string();
    expect_sentence(run({"employers", "--read", file}), file);
    write_bytes(file, "ann@example.org Example Works\nbroken\n");
    EXPECT_EQ(run({"employers", "--read", file}).output,
              file + ": 1 lines, and 1 that cannot be read\n");
    fs::remove(file);
    EXPECT_EQ(json_lines({"employers"}),
              (std::vector<json>{{{"file", file}, {"lines", 1}, {"unread", 1}}}));
    std::map<std::string, std::size_t> counts;
    for (const auto& row : json_lines(figures)) {
        counts[row.at("name")] = row.at("changesets");
        EXPECT_EQ(found({row.at("query")}).size(), row.at("changesets").get<std::size_t>()) << row;
    }
    EXPECT_EQ(counts, (std::map<std::string, std::size_t>{{"(unknown)", 1}, {"Example Works", 1}}));
    EXPECT_EQ(found({"employer:\"Example Works\""}), Subjects{net_subject});

    EXPECT_EQ(run({"employers", "--read", file, "--remove"}).status, 2);
    for (int times = 0; times < 2; ++times) { // what is not there is no mistake
        const auto removed = run({"employers", "--remove"});
        EXPECT_EQ(removed.status, 0);
        EXPECT_EQ(removed.output + removed.errors, "");
    }
    expect_sentence(run({"employers"}), "No map of employers is known yet");
    expect_sentence(run(figures), "Who worked for whom is not known");
}

TEST_F(OwnData, DamagedCveRecordsAreLeftOutAndNamedUpToTen) {
    const auto records = folder_ / "vulns/cve/published/2023";
    fs::create_directories(records);
    write_bytes(records / "CVE-2023-1.dyad", "5.0:0:6.8:" + id("net") + "\n");
    write_bytes(records / "CVE-2023-1.json", R"({"containers":{"cna":{}}})");
    for (int number = 11; number <= 22; ++number)
        write_bytes(records / ("CVE-2023-" + std::to_string(number) + ".json"), R"({"cvssV3_1":)");
    const auto read = [this] {
        return run({"--json", "cve", "--read", (folder_ / "vulns").string()});
    };
    const auto result = read();
    EXPECT_EQ(result.status, 0);
    const auto counts = json::parse(result.output);
    EXPECT_EQ(counts.at("unreadable"), 12);
    EXPECT_EQ(counts.at("fixing"), 1);
    EXPECT_EQ(counts.at("introducing"), 0);
    const auto lines = split(result.errors, '\n');
    ASSERT_EQ(lines.size(), 11U) << result.errors;
    for (std::size_t i = 0; i < 10; ++i)
        EXPECT_TRUE(contains(lines[i], "CVE-2023-" + std::to_string(11 + i) + ".json")) << lines[i];
    EXPECT_EQ(lines.back(), "Left out: 2 more files.");
    EXPECT_EQ(found({"is:cve"}), Subjects{net_subject});
    EXPECT_EQ(found({"cve:2023-1"}), Subjects{net_subject});
    // Ten are named all.
    fs::remove(records / "CVE-2023-21.json");
    fs::remove(records / "CVE-2023-22.json");
    EXPECT_FALSE(contains(read().errors, "more files"));
}

TEST_F(OwnData, CorrectionsAreSaidFromBothSides) {
    const auto net = id("net"), fork = id("v1");
    const auto mend =
        commit_behind(fork, "fork: mend\n\nFixes: " + fork.substr(0, 12) + " (\"fork: begin\")\n");
    const auto back =
        commit_behind(mend, "net: a: back to one\n\nThis reverts commit " + net + ".\n");
    run_git(repository_, {"branch", "corrected", back});
    ASSERT_EQ(import("base", "corrected").status, 0);
    struct Case {
        std::string shown, words, other;
    };
    for (const auto& [shown, words, other] :
         {Case{mend, "Fixes", fork.substr(0, 12) + " fork: begin"},
          {fork, "Fixed by", mend.substr(0, 12) + " fork: mend"},
          {back, "Reverts", net.substr(0, 12) + " net: a: count to two"},
          {net, "Reverted by", back.substr(0, 12) + " net: a: back to one"}}) {
        const auto text = run({"show", shown}).output;
        EXPECT_TRUE(contains(text, "\n\n" + words + " " + other + "\n    line 1: ")) << text;
        for (const auto* wrong : {"Fixes", "Fixed by", "Reverts", "Reverted by"})
            if (words != wrong) {
                EXPECT_FALSE(contains(text, "\n" + std::string(wrong) + " ")) << text;
            }
    }
}

TEST_F(OwnData, WhatTheClonesCannotSayIsNoDataOfASearch) {
    const std::string query = "code:\"fork fork\"";
    EXPECT_EQ(found({query}), Subjects{});
    fs::rename(repository_, folder_ / "gone");
    const std::string words = "1 changesets may have the text in their lines, but";
    const auto search = run({"--json", "search", query});
    EXPECT_EQ(search.status, 0);
    EXPECT_EQ(json::parse(search.output).at("subject"), fork_subject);
    EXPECT_TRUE(contains(search.errors, words)) << search.errors;
    const auto exported = run({"export", "--format", "json", "--query", query});
    EXPECT_EQ(exported.status, 0);
    EXPECT_EQ(json::parse(exported.output).size(), 1U);
    EXPECT_TRUE(contains(exported.errors, words)) << exported.errors;
}

TEST_F(OwnData, AChangesetThatTheCloneNoLongerHasIsNamed) {
    fs::rename(repository_, folder_ / "gone");
    run_git(folder_.path(), {"init", "-q", "--bare", repository_.string()});
    const auto search = run({"search", "code:\"fork fork\""});
    EXPECT_EQ(search.status, 0);
    EXPECT_TRUE(contains(search.errors, " no longer has ")) << search.errors;
}

TEST_F(OwnData, ChoicesThatAreReadAreToldOfAndNotListed) {
    const auto file = (folder_ / "choices.tsv").string();
    write_bytes(file, id("net") + "\tsecurity\t\n");
    const auto result = run({"choices", "--read", file});
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.output, "");
    EXPECT_EQ(result.errors, "mergewindow-cli: 1 choices read from " + file + ".\n");
    EXPECT_EQ(found({"section:security"}), Subjects{net_subject});
}

TEST_F(OwnData, ASectionThatIsNotThereIsAMistakeInAQuery) {
    for (const auto& arguments : {Arguments{"search", "section:nowhere"},
                                  {"export", "--format", "html", "--query", "section:nowhere"}}) {
        const auto result = run(arguments);
        EXPECT_EQ(result.status, 1);
        EXPECT_TRUE(contains(result.errors, "'nowhere' is no section")) << result.errors;
        EXPECT_TRUE(contains(result.errors, "\n  section:nowhere\n          ^")) << result.errors;
        EXPECT_FALSE(contains(result.output, "nowhere' is")) << result.output;
    }
    EXPECT_EQ(run({"--json", "search", "section:nowhere"}).output, "");
}

TEST_F(OwnData, ADamagedDatabaseFailsItsCheck) {
    constexpr std::ptrdiff_t whole = 3 * 4096;
    auto bytes = read_bytes(database_);
    ASSERT_GT(bytes.size(), std::size_t{2 * whole});
    std::fill(bytes.begin() + whole, bytes.end(), '\xff');
    write_bytes(database_, bytes);
    const auto before = database_files();
    expect_sentence(run({"check"}), "is damaged");
    const auto result = run({"--json", "check"});
    EXPECT_EQ(result.status, 1);
    EXPECT_TRUE(contains(result.errors, "is damaged")) << result.errors;
    const auto told = json::parse(result.output);
    EXPECT_FALSE(told.at("ok").get<bool>());
    EXPECT_TRUE(contains(told.at("faults").at(0), "is damaged")) << told;
    EXPECT_EQ(database_files(), before);
}

TEST_F(SmallHistory, NotesAboutATreeAreNoDataOfIt) {
    ASSERT_EQ(import("base", "net").status, 0);
    const Arguments add{"tree", "--add", "mine", "--repo", repository_.string(), "--rev", "net"};
    const auto added = run(add);
    EXPECT_EQ(added.status, 0);
    EXPECT_TRUE(added.output.starts_with("mine\t")) << added.output;
    EXPECT_EQ(std::ranges::count(added.output, '\n'), 1) << added.output;
    EXPECT_TRUE(contains(added.errors, "note: The history of mine begins")) << added.errors;
    auto in_json = add;
    in_json.insert(in_json.begin(), "--json");
    const auto again = run(in_json);
    EXPECT_EQ(json::parse(again.output).at("there"), 1);
    EXPECT_TRUE(contains(again.errors, "note: The history of mine begins")) << again.errors;

    ASSERT_EQ(import("base", "v1").status, 0);
    const auto listed = run({"tree"});
    EXPECT_TRUE(listed.output.starts_with("mine\t")) << listed.output;
    EXPECT_EQ(std::ranges::count(listed.output, '\n'), 1) << listed.output;
    EXPECT_TRUE(contains(listed.errors, "note: 1 changesets were imported since")) << listed.errors;
    EXPECT_EQ(json_lines({"tree"}).at(0).at("not_asked"), 1);
}

class Refresh : public SmallHistory {
protected:
    /// The release "test" follows the branch net, on which something comes.
    Refresh() {
        EXPECT_EQ(import("base", "net").status, 0);
        run_git(repository_, {"branch", "--force", "net", id("v1")});
    }

    /// As the release that comes with the program.
    void make_bundled(bool bundled) {
        SQLite::Database(database_.string(), SQLite::OPEN_READWRITE)
            .exec("UPDATE release SET embedded = " + std::to_string(bundled ? 1 : 0) +
                  " WHERE name = 'test'");
    }

    void import_other() {
        EXPECT_EQ(run({"import", "--repo", repository_.string(), "--from", "base", "--to", "master",
                       "--name", "other"})
                      .status,
                  0);
    }
};

TEST_F(Refresh, BringsWhatCameAndMarksIt) {
    EXPECT_EQ(found({"is:unseen"}), Subjects{});
    const auto first = json_lines({"refresh"});
    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(first[0].at("release"), "test");
    EXPECT_TRUE(first[0].at("former_name").is_null());
    EXPECT_EQ(first[0].at("changed"), true);
    EXPECT_EQ(first[0].at("changesets"), 2);
    EXPECT_EQ(first[0].at("unseen"), 1);
    EXPECT_EQ(found({"is:unseen"}), Subjects{fork_subject});
    const auto again = json_lines({"refresh"}).at(0);
    EXPECT_EQ(again.at("changed"), false);
    EXPECT_EQ(again.at("changesets"), 2);
    EXPECT_EQ(again.at("unseen"), 1);
    EXPECT_EQ(found({"is:unseen"}), Subjects{fork_subject});

    EXPECT_EQ(json_lines({"refresh", "--seen"}),
              (std::vector<json>{{{"release", "test"}, {"seen", 1}}}));
    EXPECT_EQ(found({"is:unseen"}), Subjects{});
    EXPECT_EQ(json_lines({"refresh"}).at(0).at("unseen"), 0);
    EXPECT_EQ(run({"refresh", "--seen"}).output, "test: 0 changesets are new no more\n");
}

TEST_F(Refresh, SaysInWordsWhatCame) {
    const auto first = run({"refresh"});
    EXPECT_EQ(first.errors, "");
    EXPECT_TRUE(first.output.starts_with(
        "test: 2 changesets, of them 1 since your last look (is:unseen); "))
        << first.output;
    EXPECT_EQ(run({"refresh"}).output, "test: as it was; 1 changesets since your last look\n");
}

TEST_F(Refresh, ToHaveSeenReadsNothing) {
    EXPECT_EQ(json_lines({"refresh", "--seen"}).at(0).at("seen"), 0);
    EXPECT_EQ(json_lines({"releases"}).at(0).at("changesets"), 1);
}

TEST_F(Refresh, IsOfTheReleaseThatIsNamed) {
    import_other();
    const auto other = json_lines({"refresh", "--release", "other"});
    ASSERT_EQ(other.size(), 1U);
    EXPECT_EQ(other[0].at("release"), "other");
    EXPECT_EQ(other[0].at("changed"), false);
    EXPECT_EQ(found({"", "--release", "test"}), Subjects{net_subject});
    ASSERT_EQ(json_lines({"refresh"}).size(), 2U);
    EXPECT_EQ(json_lines({"refresh", "--seen", "--release", "other"}).at(0).at("seen"), 0);
    EXPECT_EQ(found({"is:unseen"}), Subjects{fork_subject});
    EXPECT_EQ(json_lines({"refresh", "--seen", "--release", "test"}).at(0).at("seen"), 1);
    expect_sentence(run({"refresh", "--release", "none"}), "no release 'none'");
    expect_sentence(run({"refresh", "--release", "none", "--seen"}), "no release 'none'");
}

TEST_F(Refresh, NeedsAReleaseFromAClone) {
    const std::string nothing = "no release that was imported from a clone";
    import_other();
    make_bundled(true);
    const auto refreshed = json_lines({"refresh"});
    ASSERT_EQ(refreshed.size(), 1U);
    EXPECT_EQ(refreshed[0].at("release"), "other");
    expect_sentence(run({"refresh", "--release", "test"}), "'test' comes with the program");
    ASSERT_EQ(run({"remove", "other"}).status, 0);
    expect_sentence(run({"refresh"}), nothing);
    expect_sentence(run({"refresh", "--seen"}), nothing);
    make_bundled(false);
    ASSERT_EQ(run({"remove", "test"}).status, 0);
    expect_sentence(run({"--json", "refresh"}), nothing);
    database_ = folder_ / "data" / "none.db";
    expect_sentence(run({"refresh"}), "no database");
    EXPECT_FALSE(fs::exists(database_));
}

TEST_F(SmallHistory, TheBundledReleaseHasAnOutlineAndCovers) {
    write_bytes(folder_ / "article.md", "- ccc4e6a061a2\n");
    const auto answer = [this](Arguments arguments) {
        arguments.insert(arguments.begin(), MW_CLI);
        const auto result = run_process(arguments, options_);
        EXPECT_EQ(result.status, 0) << result.errors;
        EXPECT_TRUE(contains(result.errors, "there is no database")) << result.errors;
        return result.output;
    };
    EXPECT_TRUE(contains(answer({"outline", "Linux 6.7"}), "Linux 6.7"));
    const auto lines =
        split(answer({"--json", "coverage", (folder_ / "article.md").string()}), '\n');
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(json::parse(lines.back()).at("elsewhere").size(), 1U);
    EXPECT_FALSE(fs::exists(folder_ / "home/.local"));
}

} // namespace
} // namespace mw::test
