// The commands and their JSON, with the names that other programs rely on.

#include "cli/command_line.h"
#include "store/db/schema.h"
#include "support/git.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace mw::test {
namespace {

using nlohmann::json;

class Commands : public CommandLine {
protected:
    Commands() {
        write_small_history();
        const auto result = import("base", "v1", {"--json"});
        EXPECT_EQ(result.status, 0) << result.errors;
        imported_ = json::parse(result.output);
    }

    static std::vector<std::string> keys(const std::string& line) {
        const auto object = nlohmann::ordered_json::parse(line);
        std::vector<std::string> names;
        for (const auto& [name, value] : object.items())
            names.push_back(name);
        return names;
    }

    std::string id(const std::string& revision) {
        return run_git(repository_, {"rev-parse", revision + "^{commit}"}).substr(0, 40);
    }

    json imported_;
};

TEST_F(Commands, Import) {
    EXPECT_EQ(imported_.at("release"), "test");
    EXPECT_EQ(imported_.at("changesets"), 2);
    EXPECT_EQ(imported_.at("merges"), 1);
    EXPECT_EQ(imported_.at("pulls"), 1);
    EXPECT_EQ(imported_.at("files"), 2);
    EXPECT_EQ(imported_.at("insertions"), 2);
    EXPECT_EQ(imported_.at("deletions"), 0);
    EXPECT_TRUE(imported_.at("seconds").is_number());
    EXPECT_EQ(imported_.at("uncounted"), 0);
    EXPECT_EQ(imported_.size(), 9U);
}

TEST_F(Commands, Figures) {
    std::int64_t changesets = 0;
    for (const auto& row : json_lines({"figures", "--by", "author"})) {
        EXPECT_EQ(row.size(), 5U);
        const auto found = json_lines({"search", row.at("query").get<std::string>()});
        EXPECT_EQ(found.size(), row.at("changesets").get<std::size_t>());
        changesets += row.at("changesets").get<std::int64_t>();
    }
    EXPECT_EQ(changesets, 2);
    EXPECT_TRUE(json_lines({"figures", "--as-of", "2001-01-01"}).empty());
    EXPECT_EQ(run({"figures", "--by", "moon"}).status, 2);
    const auto unknown = run({"figures", "--by", "first-time-author"});
    EXPECT_EQ(unknown.status, 1);
    EXPECT_NE(unknown.errors.find("nothing from before"), std::string::npos) << unknown.errors;
}

TEST_F(Commands, CompareAgreesWithSections) {
    const auto sections = json_lines({"sections"});
    const auto compared = json_lines({"compare", "test"});
    ASSERT_EQ(compared.size(), sections.size());
    for (std::size_t i = 0; i < sections.size(); ++i) {
        EXPECT_EQ(compared[i].at("section"), sections[i].at("section"));
        EXPECT_EQ(compared[i].at("subgroup"), sections[i].at("subgroup"));
        EXPECT_EQ(compared[i].at("changesets").at("test"), sections[i].at("changesets"));
    }
    EXPECT_EQ(run({"compare", "no such release"}).status, 1);
    EXPECT_EQ(run({"compare"}).status, 2);
}

TEST_F(Commands, ImportSaysNothingOnStandardErrorWithoutATerminal) {
    const auto result = import("base", "v1");
    EXPECT_EQ(result.errors, "");
    EXPECT_NE(result.output.find("2 changesets"), std::string::npos);
}

TEST_F(Commands, ImportSaysWhatANameStoodForBefore) {
    const auto shorter = import("base", "net");
    EXPECT_EQ(shorter.status, 0);
    EXPECT_EQ(shorter.errors,
              "mergewindow-cli: note: 'test' was base..v1 of " + repository_.string() +
                  " before, with 2 changesets; base..net took its place. To have both, import that "
                  "one again with a name of its own (--name).\n");
    // The range goes on, is the same in other words, or is read once more.
    EXPECT_EQ(import("base", "v1").errors, "");
    EXPECT_EQ(import(id("base"), "master").errors, "");
    EXPECT_EQ(import(id("base"), "master", {"--no-lines"}).errors, "");
    const auto other = import("net", "v1", {"--json"});
    EXPECT_TRUE(contains(other.errors, "net..v1 took its place")) << other.errors;
    EXPECT_EQ(json::parse(other.output).size(), 9U);
    EXPECT_EQ(
        run({"import", "--repo", repository_.string(), "--from", "base", "--to", "v1"}).errors,
        ""); // of another name
}

TEST_F(Commands, NameDefaultsToTheEndOfTheRange) {
    const auto result = run({"import", "--repo", repository_.string(), "--from", "base", "--to",
                             "v1", "--no-lines", "--json"});
    EXPECT_EQ(json::parse(result.output).at("release"), "v1");
    EXPECT_TRUE(json::parse(result.output).at("insertions").is_null());
}

TEST_F(Commands, Releases) {
    const auto rows = json_lines({"releases"});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.front(), imported_);
}

TEST_F(Commands, Sections) {
    std::int64_t changesets = 0;
    for (const auto& row : json_lines({"sections"})) {
        EXPECT_EQ(row.size(), 3U);
        EXPECT_TRUE(row.at("section").is_string());
        EXPECT_TRUE(row.contains("subgroup"));
        changesets += row.at("changesets").get<std::int64_t>();
    }
    EXPECT_EQ(changesets, 2);
    EXPECT_TRUE(json_lines({"sections", "--as-of", "2001-01-01"}).empty());
    EXPECT_EQ(run({"sections", "--as-of", "yesterday"}).status, 1);
}

TEST_F(Commands, Search) {
    const auto all = json_lines({"search", ""});
    ASSERT_EQ(all.size(), 2U);
    const auto line = run({"search", "author:ann", "--json"}).output;
    EXPECT_EQ(keys(line),
              (std::vector<std::string>{"oid", "subject", "author", "email", "author_time",
                                        "commit_time", "landed_time", "pull", "section", "subgroup",
                                        "subsystem", "files", "insertions", "deletions"}));
    const auto row = json::parse(line);
    EXPECT_EQ(row.at("oid"), id("net"));
    EXPECT_EQ(row.at("subject"), "net: a: count to two");
    EXPECT_EQ(row.at("author"), "Ann Author");
    EXPECT_EQ(row.at("email"), "ann@example.org");
    EXPECT_EQ(row.at("pull"), id("master~1"));
    EXPECT_EQ(row.at("subsystem"), "NET");
    EXPECT_EQ(row.at("insertions"), 1);
    EXPECT_TRUE(json_lines({"search", "fork"}).front().at("pull").is_null());
    EXPECT_EQ(json_lines({"search", "path:drivers/net"}).size(), 1U);
    EXPECT_EQ(json_lines({"search", "reported-by:porter"}).size(), 1U);
    EXPECT_EQ(json_lines({"search", "", "--limit", "1"}).size(), 1U);
    EXPECT_EQ(json_lines({"search", "is:merge"}).size(), 1U);
    EXPECT_TRUE(json_lines({"search", "nothing-has-this-word"}).empty());
}

TEST_F(Commands, SearchPointsAtAMistake) {
    const auto result = run({"search", "fork ("});
    EXPECT_EQ(result.status, 1);
    EXPECT_EQ(result.output, "");
    EXPECT_NE(result.errors.find("\n  fork (\n       ^"), std::string::npos) << result.errors;
    // The caret stands below the character, however many bytes are in front of it.
    const auto accents = run({"search", "größe\tautor:x"}).errors;
    EXPECT_NE(accents.find("\n  größe autor:x\n        ^"), std::string::npos) << accents;
}

TEST_F(Commands, SearchSaysWhyItIsEmpty) {
    const auto result = run({"search", "fork nowhere author:\"no one\""});
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.output, "");
    EXPECT_NE(result.errors.find("no commit has nowhere, author:\"no one\"."), std::string::npos)
        << result.errors;
    EXPECT_EQ(run({"search", "fork", "--limit", "0"}).errors, "");
}

TEST_F(Commands, SearchSaysWhatIsNotKnown) {
    const auto records = run({"search", "is:cve"});
    EXPECT_EQ(records.status, 0);
    EXPECT_EQ(records.output, "");
    EXPECT_EQ(
        records.errors,
        "mergewindow-cli: Nothing was found, as it is not known what has is:cve. No CVE "
        "records were read yet. Read them with: mergewindow-cli cve --read FOLDER (a clone of "
        "the kernel's repository 'vulns')\n");
    EXPECT_EQ(run({"search", "lines:>100"}).errors,
              "mergewindow-cli: Nothing was found: no commit has lines:>100.\n");
    EXPECT_EQ(run({"search", "new:config"}).errors,
              "mergewindow-cli: Nothing was found: no commit has new:config.\n");
    EXPECT_EQ(import("base", "v1", {"--no-lines"}).status, 0);
    EXPECT_EQ(run({"search", "nowhere lines:>100 -usb"}).errors,
              "mergewindow-cli: Nothing was found, as it is not known what has lines:>100. 'test' "
              "was imported without its lines. Import it again with them.\n"
              "mergewindow-cli: Nothing was found: no commit has nowhere.\n");
    EXPECT_TRUE(contains(run({"search", "new:config"}).errors, "not known what has new:config"));
}

TEST_F(Commands, ShowOfAChangeset) {
    const auto shown = json_lines({"show", id("net").substr(0, 12)}).front();
    EXPECT_EQ(shown.at("oid"), id("net"));
    EXPECT_EQ(shown.at("kind"), "changeset");
    EXPECT_EQ(shown.at("body"), "One is not enough.\n\nReported-by: R E Porter <r@example.org>");
    EXPECT_EQ(shown.at("paths").at(0).at("path"), "drivers/net/a.c");
    EXPECT_EQ(shown.at("trailers").at(0).at("key"), "Reported-by");
    EXPECT_NE(shown.at("reason"), "");
    EXPECT_TRUE(shown.at("mentions").empty());
    EXPECT_FALSE(shown.contains("brought"));
}

TEST_F(Commands, ShowOfAPull) {
    const auto shown = json_lines({"show", id("master~1")}).front();
    EXPECT_EQ(shown.at("kind"), "pull");
    EXPECT_EQ(shown.at("brought"), json::array({id("net")}));
}

TEST_F(Commands, ShowOfNothing) {
    for (const auto* unknown : {"0123456789abcdef", "xyz", "ab", ""}) {
        const auto result = run({"show", unknown});
        EXPECT_EQ(result.status, 1) << unknown;
        EXPECT_NE(result.errors, "") << unknown;
    }
}

TEST_F(Commands, Pulls) {
    const auto output = run({"pulls", "--json"}).output;
    EXPECT_EQ(keys(output), (std::vector<std::string>{"oid", "title", "tree", "tag", "landed_time",
                                                      "changesets"}));
    const auto pull = json::parse(output);
    EXPECT_EQ(pull.at("oid"), id("master~1"));
    EXPECT_EQ(pull.at("title"), "Merge branch 'net' of git://host/net");
    EXPECT_EQ(pull.at("tree"), "git://host/net");
    EXPECT_TRUE(pull.at("tag").is_null());
    EXPECT_EQ(pull.at("changesets"), 1);
}

TEST_F(Commands, Check) {
    EXPECT_EQ(run({"check"}).output, "ok\n");
}

TEST_F(Commands, ADatabaseOfAnOlderProgramIsBroughtUpToDate) {
    database_ = folder_ / "older.db";
    {
        SQLite::Database database(database_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        store::schema_steps().front()(database);
        database.exec("PRAGMA application_id = " + std::to_string(store::application_id) +
                      "; PRAGMA user_version = 1");
    }
    const auto result = run({"check"});
    EXPECT_EQ(result.status, 0) << result.errors;
    EXPECT_EQ(result.output, "ok\n");
    EXPECT_NE(result.errors.find("was brought up to this version"), std::string::npos);
    EXPECT_EQ(std::ranges::count_if(std::filesystem::directory_iterator(folder_.path()),
                                    [](const auto& entry) {
                                        return entry.path().string().find("older.db.schema-1") !=
                                               std::string::npos;
                                    }),
              1);
    EXPECT_EQ(run({"check"}).errors, "");
}

/// As long as the window has it open, the new version is in the log beside it.
TEST_F(Commands, ADatabaseThatIsOpenIsSaidToBeBroughtUpToDateOnce) {
    database_ = folder_ / "older.db";
    SQLite::Database window(database_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    store::schema_steps().front()(window);
    window.exec("PRAGMA application_id = " + std::to_string(store::application_id) +
                "; PRAGMA user_version = 1; PRAGMA journal_mode = WAL");
    window.execAndGet("SELECT count(*) FROM commits");
    EXPECT_NE(run({"check"}).errors.find("was brought up to this version"), std::string::npos);
    const auto again = run({"check"});
    EXPECT_EQ(again.errors, "");
    EXPECT_EQ(again.output, "ok\n");
}

TEST_F(Commands, UnknownRelease) {
    for (const auto* command : {"sections", "pulls"}) {
        const auto result = run({command, "--release", "none"});
        EXPECT_EQ(result.status, 1);
        EXPECT_NE(result.errors.find("no release 'none'. It has: test."), std::string::npos);
    }
}

TEST_F(Commands, MistakesInTheCommandLine) {
    EXPECT_EQ(run({}).status, 2);
    EXPECT_EQ(run({"frobnicate"}).status, 2);
    EXPECT_EQ(run({"import"}).status, 2);
    EXPECT_EQ(run({"show"}).status, 2);
    EXPECT_EQ(run({"search", "--limit", "many"}).status, 2);
    EXPECT_EQ(run({"import", "--help"}).status, 0);
    EXPECT_EQ(run({"--version"}).status, 0);
}

TEST_F(Commands, MistakesInTheCommandLineAreSentences) {
    const auto expect = [&](const std::vector<std::string>& arguments, const std::string& words) {
        const auto result = run(arguments);
        EXPECT_EQ(result.status, 2) << words;
        EXPECT_EQ(result.output, "");
        EXPECT_EQ(result.errors, "mergewindow-cli: " + words + '\n');
    };
    const std::string all = " 'mergewindow-cli --help' lists all.";
    expect({}, "Which command is missing, as in: mergewindow-cli releases." + all);
    expect({"--json"}, "Which command is missing, as in: mergewindow-cli releases." + all);
    expect({"frobnicate"}, "There is no command 'frobnicate'." + all);
    expect({"--json", "serch", "mm"}, "There is no command 'serch'." + all);
    const auto of = [](const std::string& command) {
        return " 'mergewindow-cli " + command + " --help' says what it takes.";
    };
    for (const auto* number : {"-1", "many", "1.5", "99999999999999999999", ""}) {
        const auto no_number =
            "--limit: '" + std::string(number) + "' is no whole number from 0 on.";
        expect({"search", "--limit", number}, no_number + of("search"));
        expect({"figures", "--limit", number}, no_number + of("figures"));
        expect({"rank", "--limit", number}, no_number + of("rank"));
    }
    expect({"search", "--limit"}, "--limit needs a value behind it." + of("search"));
    expect({"sections", "--release", "a", "--release", "b"},
           "--release can be given only once." + of("sections"));
    expect({"import"}, "'import' needs --repo." + of("import"));
    expect({"import", "--repo", "x", "--from", "a", "--to", "b", "--jobs", "999"},
           "--jobs: '999' is no whole number from 1 to 256." + of("import"));
    expect({"show"}, "'show' needs an argument: id." + of("show"));
    expect({"sections", "-x"}, "'sections' has no option '-x'." + of("sections"));
    expect({"sections", "--relase", "x"}, "'sections' has no option '--relase'." + of("sections"));
    expect({"sections", "extra"}, "'sections' takes no argument 'extra' here." + of("sections"));
    expect({"export", "--format", "x"},
           "--format: 'x' is none of csv, json, html, markdown." + of("export"));
    expect({"put", "a"}, "Give either --into SECTION or --back." + of("put"));
    expect({"tree", "--add", "x"}, "--add needs --repo as well." + of("tree"));
    expect({"sections", "--json=foo"}, "--json: 'foo' is no value that it takes." + of("sections"));
}

TEST_F(Commands, DatabaseInItsUsualPlace) {
    const auto home = run_process(
        {MW_CLI, "import", "--repo", repository_.string(), "--from", "base", "--to", "v1"},
        options_);
    EXPECT_EQ(home.status, 0) << home.errors;
    EXPECT_TRUE(std::filesystem::exists(folder_ / "home/.local/share/mergewindow/mergewindow.db"));
    options_.environment["XDG_DATA_HOME"] = (folder_ / "xdg").string();
    EXPECT_EQ(run_process({MW_CLI, "import", "--repo", repository_.string(), "--from", "base",
                           "--to", "v1"},
                          options_)
                  .status,
              0);
    EXPECT_TRUE(std::filesystem::exists(folder_ / "xdg/mergewindow/mergewindow.db"));
}

TEST_F(Commands, StandardOutputThatIsFull) {
    const auto result = run_process(
        {"sh", "-c", "\"$@\" > /dev/full", "sh", MW_CLI, "--db", database_.string(), "search", ""},
        options_);
    EXPECT_EQ(result.status, 1);
    EXPECT_NE(result.errors.find("Standard output"), std::string::npos);
}

/// The rules come through a named pipe, so that the import stands still until it was told to stop.
TEST_F(Commands, InterruptedImportLeavesTheDatabaseAsItWas) {
    const auto before = database_files();
    const std::string script =
        "mkfifo \"$1/rules\" && cd \"$1\" && shift && \"$@\" --rules rules & import=$!\n"
        "until [ -p \"$1/rules\" ]; do sleep 0.01; done; cd \"$1\"\n"
        "echo > rules; kill -TERM $import\n"
        "while kill -0 $import 2>/dev/null; do timeout 0.1 sh -c 'echo > rules'; done\n"
        "wait $import";
    const auto result =
        run_process({"sh", "-c", script, "sh", folder_.path().string(), MW_CLI, "--db",
                     database_.string(), "import", "--repo", repository_.string(), "--from", "base",
                     "--to", "net", "--name", "test"},
                    options_);
    EXPECT_EQ(result.status, 130) << result.errors;
    EXPECT_NE(result.errors.find("was stopped"), std::string::npos) << result.errors;
    EXPECT_EQ(database_files(), before);
}

TEST_F(Commands, DraftHasTheFiguresOfSectionsAndPulls) {
    const auto draft = run({"draft", "--release", "test"});
    ASSERT_EQ(draft.status, 0) << draft.errors;
    std::int64_t changesets = 0;
    for (const auto& row : json_lines({"sections"}))
        changesets += row.at("changesets").get<std::int64_t>();
    const auto pulls = json_lines({"pulls"}).size();
    EXPECT_NE(draft.output.find("| all | " + std::to_string(changesets) + " | " +
                                std::to_string(pulls) + " |"),
              std::string::npos)
        << draft.output;
    EXPECT_EQ(run({"draft", "--release", "no such"}).status, 1);
    const auto before = run({"draft", "--as-of", "1990-01-01"});
    EXPECT_NE(before.output.find("| all | 0 | 0 |"), std::string::npos) << before.output;
    EXPECT_EQ(run({"draft", "--as-of", "2100-01-01", "--suggestions", "0"}).output.find("Perhaps"),
              std::string::npos);
    const auto mistaken = run({"draft", "--as-of", "yesterday"});
    EXPECT_EQ(mistaken.status, 1);
    EXPECT_NE(mistaken.errors.find("'yesterday' is no time"), std::string::npos);
}

TEST_F(Commands, ExportWritesTheFileWholeOrNotAtAll) {
    const auto file = folder_ / "out.json";
    EXPECT_EQ(run({"export", "--format", "json", "--output", file.string()}).status, 0);
    std::ifstream stream(file);
    EXPECT_EQ(json::parse(stream).size(), 2U);
    const auto csv = run({"export", "--format", "csv", "--query", "path:no/such/path"});
    EXPECT_EQ(csv.status, 0) << csv.errors;
    EXPECT_TRUE(csv.output.starts_with("oid,subject,"));
    EXPECT_EQ(run({"export", "--format", "xml"}).status, 2);
    EXPECT_EQ(run({"export"}).status, 2);

    const auto mistake = folder_ / "mistake.csv";
    const auto wrong =
        run({"export", "--format", "csv", "--query", "author:", "--output", mistake.string()});
    EXPECT_EQ(wrong.status, 1);
    EXPECT_NE(wrong.errors.find('^'), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(mistake));
    EXPECT_FALSE(std::filesystem::exists(mistake.string() + ".part"));
    EXPECT_EQ(run({"export", "--format", "csv", "--output", "/no/such/folder/x"}).status, 1);
}

TEST_F(Commands, AStarThatFindsNothingSaysSo) {
    const auto mistaken = run({"star", "--subsystem", "NO SUCH SUBSYSTEM"});
    EXPECT_EQ(mistaken.status, 0);
    EXPECT_NE(mistaken.errors.find("no changeset"), std::string::npos) << mistaken.errors;
    EXPECT_EQ(run({"star"}).output, "subsystem  NO SUCH SUBSYSTEM\n");
    const auto author = run_git(repository_, {"log", "-1", "--format=%an", "v1"});
    const auto known = run({"star", "--person", author.substr(0, author.find('\n'))});
    EXPECT_EQ(known.status, 0);
    EXPECT_EQ(known.errors, "");
}

TEST_F(Commands, RankAndCoverage) {
    for (const auto& row : json_lines({"rank"})) {
        EXPECT_TRUE(row.at("score").is_number());
        EXPECT_TRUE(row.at("reasons").is_array());
    }
    const auto file = folder_ / "article.md";
    write_bytes(file, "- no commit\n- " + id("v1") + "\n");
    const auto lines = json_lines({"coverage", file.string()});
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(lines.back().at("elsewhere"), json::array({id("v1")}));
    EXPECT_EQ(lines.back().at("without_commit").at(0).at("words"), "no commit");
    EXPECT_EQ(run({"coverage", (folder_ / "absent.md").string()}).status, 1);
}

} // namespace
} // namespace mw::test
