// What a person types on the command line and what there is to answer from: queries that begin with
// a minus, a machine without a database, a release that is removed, a check that finds something.

#include "cli/command_line.h"
#include "support/git.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace mw::test {
namespace {

namespace fs = std::filesystem;

class Queries : public CommandLine {
protected:
    Queries() {
        write_small_history();
        const auto result = import("base", "v1");
        EXPECT_EQ(result.status, 0) << result.errors;
    }

    /// The subjects that a search prints, a line each.
    std::string found(const std::vector<std::string>& words) {
        std::vector<std::string> arguments{"search"};
        arguments.insert(arguments.end(), words.begin(), words.end());
        std::string text;
        for (const auto& row : json_lines(arguments))
            text += row.at("subject").get<std::string>() + '\n';
        return text;
    }
};

TEST_F(Queries, MayBeginWithAMinus) {
    const std::string net = "net: a: count to two\n", fork = "fork: begin\n";
    EXPECT_EQ(found({"-is:merge"}), net + fork);
    EXPECT_EQ(found({"--", "-is:merge"}), net + fork);
    EXPECT_EQ(found({"-net"}), fork);
    EXPECT_EQ(found({"-net", "--limit", "1"}), fork);
    EXPECT_EQ(found({"--limit", "1", "-net"}), fork);
    EXPECT_EQ(found({"--release", "test", "-net", "-is:merge"}), fork);
    EXPECT_EQ(found({"-(net OR nothing)"}), fork);
    EXPECT_EQ(found({"-\"count to\""}), fork);
    EXPECT_EQ(found({"-hrtimer"}), net + fork); // -h asks for help, this for what has no hrtimer
    EXPECT_EQ(found({"-author:=\"Ann Author\""}), fork);
    const auto nothing = run({"search", "-is:changeset", "-is:merge"});
    EXPECT_EQ(nothing.status, 0);
    EXPECT_EQ(nothing.output, "");
}

TEST_F(Queries, MayBeSeveralWords) {
    EXPECT_EQ(found({"count", "two"}), "net: a: count to two\n");
    EXPECT_EQ(found({"begin", "OR", "count"}), "net: a: count to two\nfork: begin\n");
    EXPECT_EQ(found({"-begin", "OR", "nothing"}), "net: a: count to two\n");
    EXPECT_EQ(found({}), found({""}));
}

TEST_F(Queries, AreNoOptions) {
    for (const auto& wrong : {"--limt", "--nothing"}) {
        const auto result = run({"search", wrong, "5"});
        EXPECT_EQ(result.status, 2) << wrong;
        EXPECT_NE(result.errors.find(wrong), std::string::npos) << result.errors;
    }
    EXPECT_EQ(run({"search", "--limit", "-5"}).status, 2);
    EXPECT_EQ(run({"search", "-h"}).status, 0);
    EXPECT_NE(run({"search", "--help"}).output.find("--limit"), std::string::npos);
    EXPECT_EQ(run({"sections", "-x"}).status, 2);
    EXPECT_EQ(run({"--nothing", "search", "x"}).status, 2);
}

TEST_F(Queries, OfAnExportMayBeginWithAMinusToo) {
    for (const auto& arguments : {std::vector<std::string>{"--query", "-net"}, {"--query=-net"}}) {
        std::vector<std::string> command{"export", "--format", "csv"};
        command.insert(command.end(), arguments.begin(), arguments.end());
        const auto result = run(command);
        EXPECT_EQ(result.status, 0) << result.errors;
        EXPECT_NE(result.output.find("fork: begin"), std::string::npos);
        EXPECT_EQ(result.output.find("count to two"), std::string::npos);
    }
}

TEST_F(Queries, SayWhereATimeIsWrong) {
    const auto result = run({"search", "net after:20xx"});
    EXPECT_EQ(result.status, 1);
    EXPECT_NE(result.errors.find("'20xx' is no time"), std::string::npos) << result.errors;
    EXPECT_NE(result.errors.find("\n  net after:20xx\n            ^"), std::string::npos)
        << result.errors;
    EXPECT_EQ(found({"after:2010"}), found({""}));
    EXPECT_EQ(run({"search", "after:2011"}).output, "");
    EXPECT_EQ(run({"sections", "--as-of", "12"}).status, 1);
    EXPECT_EQ(run({"sections", "--as-of", "2009"}).output, "");
}

/// Every bar leads to what it counts.
TEST_F(Queries, OfBarsFindWhatTheyCount) {
    for (const std::string by : {"author", "domain", "subsystem", "section", "day"})
        for (const auto& bar : json_lines({"figures", "--by", by})) {
            const auto rows = json_lines({"search", "--", bar.at("query").get<std::string>()});
            EXPECT_EQ(rows.size(), bar.at("changesets").get<std::size_t>()) << bar;
        }
}

TEST_F(Queries, LinesOfJsonHaveLettersAsTheyAre) {
    RepoBuilder other(folder_ / "other");
    other.tag("base", other.commit("a.c", "one\n"));
    other.tag("v1", other.commit("a.c", "two\n").message("mm: zwei für \u65e5\u672c\n"));
    other.write();
    const auto imported = run({"import", "--repo", other.path().string(), "--from", "base", "--to",
                               "v1", "--name", "letters"});
    ASSERT_EQ(imported.status, 0) << imported.errors;
    const auto found = run({"--json", "search", "zwei"});
    EXPECT_TRUE(contains(found.output, "\"mm: zwei für \u65e5\u672c\"")) << found.output;
}

TEST_F(Queries, FindNothingOfARemovedRelease) {
    EXPECT_EQ(run({"remove", "none"}).status, 1);
    EXPECT_EQ(run({"remove"}).status, 2);
    EXPECT_EQ(json_lines({"remove", "test"}).at(0).at("removed"), "test");
    EXPECT_EQ(run({"releases"}).output, "");
    EXPECT_EQ(run({"search", ""}).output, "");
    EXPECT_EQ(run({"check"}).output, "ok\n");
    const auto again = run({"remove", "test"});
    EXPECT_EQ(again.status, 1);
    EXPECT_NE(again.errors.find("no release 'test'"), std::string::npos) << again.errors;
    EXPECT_EQ(import("base", "v1").status, 0);
    EXPECT_EQ(found({"fork"}), "fork: begin\n");
}

/// What it finds is in its exit status, too.
TEST_F(Queries, ACheckThatFindsFaultsFails) {
    EXPECT_EQ(run({"check"}).status, 0);
    SQLite::Database(database_.string(), SQLite::OPEN_READWRITE)
        .exec("INSERT INTO search_text (rowid, subject, body) VALUES (1, 'left over', '')");
    const auto result = run({"check"});
    EXPECT_EQ(result.status, 1);
    EXPECT_NE(result.output.find("search index"), std::string::npos) << result.output;
    const auto as_json = run({"--json", "check"});
    EXPECT_EQ(as_json.status, 1);
    EXPECT_FALSE(nlohmann::json::parse(as_json.output).at("ok").get<bool>());
}

/// Without --db, on a machine where no database was ever made.
class WithoutADatabase : public CommandLine {
protected:
    ProcessResult run_bare(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), MW_CLI);
        return run_process(arguments, options_);
    }

    /// Everything below the home of whoever asks.
    std::size_t files() const {
        const fs::recursive_directory_iterator all(folder_.path());
        return static_cast<std::size_t>(std::distance(begin(all), end(all)));
    }
};

TEST_F(WithoutADatabase, TheBundledReleaseAnswers) {
    const auto before = files();
    const auto releases = run_bare({"--json", "releases"});
    ASSERT_EQ(releases.status, 0) << releases.errors;
    EXPECT_EQ(nlohmann::json::parse(releases.output).at("release"), "Linux 6.7");
    EXPECT_NE(releases.errors.find("there is no database"), std::string::npos) << releases.errors;
    for (const auto& arguments :
         std::vector<std::vector<std::string>>{{"sections"},
                                               {"search", "-is:merge"},
                                               {"search", "clk"},
                                               {"show", "ccc4e6a061a2"},
                                               {"pulls"},
                                               {"figures", "--by", "section"},
                                               {"compare", "Linux 6.7"},
                                               {"rank"},
                                               {"draft"},
                                               {"export", "--format", "csv"},
                                               {"check"}}) {
        const auto result = run_bare(arguments);
        EXPECT_EQ(result.status, 0) << arguments.front() << ": " << result.errors;
        EXPECT_NE(result.output, "") << arguments.front();
    }
    EXPECT_EQ(files(), before) << "a command that reads made a file";
}

/// "0 changesets had landed" would be a lie.
TEST_F(WithoutADatabase, OfTheBundledReleaseNobodyKnowsWhatHadLanded) {
    for (const auto* command : {"sections", "figures", "draft", "rank"}) {
        const auto result = run_bare({command, "--as-of", "2023-11-02"});
        EXPECT_EQ(result.status, 1) << command;
        EXPECT_EQ(result.output, "") << command;
        EXPECT_NE(result.errors.find("landed is not known"), std::string::npos) << result.errors;
    }
}

TEST_F(WithoutADatabase, WhatIsWrittenNeedsOne) {
    for (const auto& arguments : std::vector<std::vector<std::string>>{
             {"remove", "Linux 6.7"}, {"sort"}, {"put", "--into", "core", "ccc4e6a061a2"}}) {
        const auto result = run_bare(arguments);
        EXPECT_EQ(result.status, 1) << arguments.front();
        EXPECT_NE(result.errors.find("no database"), std::string::npos) << result.errors;
    }
    EXPECT_FALSE(fs::exists(folder_ / "home/.local"));
}

/// What is not known is said to be so; it is no 0 and no empty message.
TEST_F(WithoutADatabase, TheBundledReleaseSaysWhatItKnows) {
    const auto release = nlohmann::json::parse(run_bare({"--json", "releases"}).output);
    EXPECT_EQ(release.at("known"), release.at("changesets"));
    EXPECT_GT(release.at("known"), 2253);
    EXPECT_EQ(release.at("total"), 18405);
    EXPECT_TRUE(release.at("files").is_null());
    EXPECT_TRUE(release.at("insertions").is_null());
    const auto row = run_bare({"releases"}).output;
    EXPECT_NE(row.find("changesets known here, of 18405 in all"), std::string::npos) << row;

    const auto changeset =
        nlohmann::json::parse(run_bare({"--json", "show", "c75f4bf6800b"}).output);
    for (const char* unknown : {"body", "landed_time", "pull", "insertions", "deletions"})
        EXPECT_TRUE(changeset.at(unknown).is_null()) << unknown;
    EXPECT_FALSE(changeset.at("paths").empty());
    EXPECT_NE(changeset.at("subsystem"), "");
    const auto text = run_bare({"show", "c75f4bf6800b"}).output;
    for (const char* words : {"Landed:    not known", "known here, of 18405 in all",
                              "The rest of the message is not known here"})
        EXPECT_NE(text.find(words), std::string::npos) << text;

    const auto pulls = run_bare({"--json", "pulls"});
    const auto pull = nlohmann::json::parse(pulls.output.substr(0, pulls.output.find('\n')));
    EXPECT_TRUE(pull.at("landed_time").is_null());
    EXPECT_TRUE(pull.at("changesets").is_null());

    const auto edges = run_bare({"interfaces", "--kind", "syscall"}).output;
    EXPECT_NE(edges.find("futex_requeue"), std::string::npos) << edges;
    EXPECT_NE(run_bare({"search", "new:syscall"}).output.find("sys_futex_wait"), std::string::npos);
}

/// Who names a database means that one: a slip of the pen must not be answered from another.
TEST_F(WithoutADatabase, OneThatIsNamedHasToBeThere) {
    const auto result = run({"releases"});
    EXPECT_EQ(result.status, 1);
    EXPECT_NE(result.errors.find(database_.string()), std::string::npos) << result.errors;
}

TEST_F(WithoutADatabase, AnEmptyFileIsANewOne) {
    write_bytes(database_, "");
    EXPECT_EQ(json_lines({"releases"}).at(0).at("release"), "Linux 6.7");
    EXPECT_EQ(fs::file_size(database_), 0U);
    write_small_history();
    EXPECT_EQ(import("base", "v1").status, 0);
    EXPECT_EQ(json_lines({"releases"}).at(0).at("release"), "test");
}

} // namespace
} // namespace mw::test
