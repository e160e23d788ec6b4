// What the options that choose do: --release, --limit, --as-of, --since, --kind; and how commands
// end that are given none of theirs.

#include "cli/command_line.h"
#include "support/git.h"

#include <filesystem>
#include <fstream>

namespace mw::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Arguments = std::vector<std::string>;
using Texts = std::vector<std::string>;

class CommandOptions : public CommandLine {
protected:
    static Texts texts(const std::vector<json>& rows, const char* key) {
        Texts found;
        for (const auto& row : rows)
            found.push_back(row.at(key));
        return found;
    }
};

/// "test" is base..v1 and the default: a pull of a changeset to net, then one to kernel. "other" is
/// base..net: the first of these two alone.
class TwoReleases : public CommandOptions {
protected:
    TwoReleases() {
        const auto base =
            repo_.commit("MAINTAINERS", "NET\nF:\tdrivers/net/\n").file("drivers/net/a.c", "one\n");
        repo_.tag("base", base);
        repo_.branch("net", base);
        const auto topic = repo_.commit("drivers/net/a.c", "one\ntwo_calls();\n")
                               .file("drivers/net/Kconfig", "config NET_A\n\ttristate \"Net A\"\n")
                               .message("net: a: add a driver\n");
        repo_.checkout("master");
        repo_.merge({topic}).message("Merge branch 'net' of git://host/net\n");
        const auto last = repo_.commit("kernel/fork.c", "__setup(\"fast=\", fork_fast);\n")
                              .message("fork: add a fast way\n");
        repo_.annotated_tag("v1", last, "Version 1\n");
        repo_.write();
        last_ = last.id();
        EXPECT_EQ(import("base", "v1").status, 0);
        EXPECT_EQ(run({"import", "--repo", repository_.string(), "--from", "base", "--to", "net",
                       "--name", "other"})
                      .status,
                  0);
    }

    ProcessResult run_of(const std::string& release, Arguments arguments) {
        arguments.insert(arguments.end(), {"--release", release});
        return run(arguments);
    }

    std::string article() {
        write_bytes(folder_ / "article.md", "- " + last_ + "\n");
        return (folder_ / "article.md").string();
    }

    /// Where the changeset that both have is sorted.
    std::string section_in(const std::string& release) {
        return json_lines({"search", "subject:driver", "--release", release}).at(0).at("section");
    }

    std::string last_;
};

TEST_F(TwoReleases, EachCommandAnswersFromTheOneThatIsNamed) {
    struct Case {
        Arguments arguments;
        std::string of_test; ///< what only the one has
        std::string of_both;
    };
    for (const auto& [arguments, of_test, of_both] : std::vector<Case>{
             {{"search", ""}, "fork: add a fast way", "net: a: add a driver"},
             {{"export", "--format", "csv"}, "fork: add a fast way", "net: a: add a driver"},
             {{"rank"}, "fork: add a fast way", "net: a: add a driver"},
             {{"draft"}, "fork: add a fast way", "| Hardware support | 1 |"},
             {{"figures"}, "  core\n", "  hardware/network\n"},
             {{"figures", "--by", "identifier", "--added"}, "  fork_fast\n", "  two_calls\n"},
             {{"interfaces"}, "  fast  ", "  NET_A  "},
             {{"sections"}, "  core\n", "  hardware/network\n"},
             {{"pulls"}, "Merge branch 'net'", ""}}) {
        const auto of_default = run(arguments), test = run_of("test", arguments),
                   other = run_of("other", arguments);
        for (const auto& result : {of_default, test, other}) {
            EXPECT_EQ(result.status, 0) << arguments.front() << result.errors;
            EXPECT_EQ(result.errors, "") << arguments.front();
            EXPECT_TRUE(contains(result.output, of_both)) << arguments.front() << result.output;
        }
        EXPECT_TRUE(contains(test.output, of_test)) << arguments.front() << test.output;
        EXPECT_FALSE(contains(other.output, of_test)) << arguments.front() << other.output;
        if (arguments.front() != "search") { // which asks all of them without the option
            EXPECT_EQ(of_default.output, test.output) << arguments.front();
        }
    }
}

TEST_F(TwoReleases, ASearchIsOfAllReleasesUntilOneIsNamed) {
    EXPECT_EQ(json_lines({"search", ""}).size(), 2U); // the one that both have once
    EXPECT_EQ(json_lines({"search", "driver"}).size(), 1U);
    EXPECT_EQ(json_lines({"search", "release:other"}).size(), 1U);
    EXPECT_EQ(json_lines({"search", "", "--limit", "2"}).size(), 2U);
    EXPECT_EQ(json_lines({"search", "", "--release", "test"}).size(), 2U);
    EXPECT_EQ(json_lines({"search", "", "--release", "other"}).size(), 1U);
}

TEST_F(TwoReleases, CoverageIsOfTheOneThatIsNamed) {
    const auto of_test = json_lines({"coverage", article(), "--release", "test"}).back();
    EXPECT_EQ(of_test.at("elsewhere"), json::array({last_}));
    EXPECT_TRUE(of_test.at("unknown").empty());
    const auto of_other = json_lines({"coverage", article(), "--release", "other"}).back();
    EXPECT_EQ(of_other.at("unknown"), json::array({last_}));
    EXPECT_TRUE(of_other.at("elsewhere").empty());
    EXPECT_TRUE(contains(run_of("test", {"coverage", article()}).output, "# Cited outside"));
    EXPECT_TRUE(contains(run_of("other", {"coverage", article()}).output, "# Not in the release"));
}

TEST_F(TwoReleases, OneThatIsNotThereIsRefusedByAll) {
    for (const auto& arguments : {Arguments{"search", ""},
                                  {"export", "--format", "csv"},
                                  {"rank"},
                                  {"draft"},
                                  {"coverage", article()},
                                  {"figures"},
                                  {"figures", "--by", "identifier", "--added"},
                                  {"interfaces"},
                                  {"sections"},
                                  {"pulls"},
                                  {"index"}}) {
        const auto result = run_of("none", arguments);
        EXPECT_EQ(result.status, 1) << arguments.front();
        EXPECT_EQ(result.output, "") << arguments.front();
        EXPECT_EQ(result.errors,
                  "mergewindow-cli: The database has no release 'none'. It has: test, other.\n")
            << arguments.front();
    }
}

TEST_F(TwoReleases, AreComparedEachUnderItsName) {
    for (const auto& names : {Arguments{"test", "other"}, {"other", "test"}}) {
        const auto rows = json_lines({"compare", names[0], names[1]});
        ASSERT_EQ(rows.size(), 2U);
        EXPECT_EQ(rows[0].at("section"), "core");
        EXPECT_TRUE(rows[0].at("subgroup").is_null());
        EXPECT_EQ(rows[0].at("changesets"), (json{{"test", 1}, {"other", 0}}));
        EXPECT_EQ(rows[1].at("section"), "hardware");
        EXPECT_EQ(rows[1].at("subgroup"), "network");
        EXPECT_EQ(rows[1].at("changesets"), (json{{"test", 1}, {"other", 1}}));
    }
    EXPECT_EQ(run({"compare", "test", "other"}).output,
              "      1      0  core\n      1      1  hardware/network\n");
    EXPECT_EQ(run({"compare", "other", "test"}).output,
              "      0      1  core\n      1      1  hardware/network\n");
    const auto unknown = run({"compare", "test", "none"});
    EXPECT_EQ(unknown.status, 1);
    EXPECT_EQ(unknown.output, "");
    EXPECT_TRUE(contains(unknown.errors, "no release 'none'")) << unknown.errors;
}

TEST_F(TwoReleases, SortingOneLeavesTheOther) {
    const auto folder = folder_ / "home/.config/mergewindow";
    fs::create_directories(folder);
    std::ofstream(folder / "sections.toml") << "[[rule]]\nsection = \"security\"\n"
                                               "titles = [\"net\"]\n";
    const auto one = run({"sort", "--release", "other"});
    EXPECT_EQ(one.status, 0);
    EXPECT_EQ(one.output, "");
    EXPECT_EQ(one.errors, "mergewindow-cli: other is sorted anew.\n");
    EXPECT_EQ(section_in("other"), "security");
    EXPECT_EQ(section_in("test"), "hardware");
    const auto all = run({"sort"});
    EXPECT_EQ(all.output, "");
    EXPECT_EQ(all.errors, "mergewindow-cli: test is sorted anew.\n"
                          "mergewindow-cli: other is sorted anew.\n");
    EXPECT_EQ(section_in("test"), "security");
}

TEST_F(TwoReleases, InterfacesAreOfTheKindThatIsNamed) {
    const auto names = [this](const Arguments& arguments) {
        return texts(json_lines(arguments), "name");
    };
    EXPECT_EQ(names({"interfaces"}), (Texts{"NET_A", "fast"}));
    EXPECT_EQ(names({"interfaces", "--kind", "config"}), Texts{"NET_A"});
    EXPECT_EQ(names({"interfaces", "--kind", "param"}), Texts{"fast"});
    EXPECT_EQ(names({"interfaces", "--kind", "syscall"}), Texts{});
    EXPECT_EQ(names({"interfaces", "--kind", "config", "--release", "other"}), Texts{"NET_A"});
    EXPECT_EQ(names({"interfaces", "--kind", "param", "--release", "other"}), Texts{});
    const auto row = json_lines({"interfaces", "--kind", "param"}).at(0);
    EXPECT_EQ(row.at("kind"), "param");
    EXPECT_EQ(row.at("change"), "added");
    EXPECT_EQ(row.at("oid"), last_);
    EXPECT_EQ(row.at("path"), "kernel/fork.c");
    const auto mistaken = run({"interfaces", "--kind", "moon"});
    EXPECT_EQ(mistaken.status, 1);
    EXPECT_EQ(mistaken.output, "");
    EXPECT_TRUE(contains(mistaken.errors, "'moon' is no kind")) << mistaken.errors;
}

TEST_F(TwoReleases, InterfacesOfFilesThatWereNotReadAreRefused) {
    ASSERT_EQ(import("base", "v1", {"--no-lines"}).status, 0);
    for (const auto& arguments : {Arguments{"interfaces"},
                                  {"interfaces", "--release", "test", "--kind", "config"},
                                  {"--json", "interfaces"}}) {
        const auto result = run(arguments);
        EXPECT_EQ(result.status, 1);
        EXPECT_EQ(result.output, "");
        EXPECT_TRUE(contains(result.errors, "'test' was imported with --no-lines"))
            << result.errors;
        EXPECT_TRUE(contains(result.errors, "--from base --to v1 --name 'test'")) << result.errors;
    }
    EXPECT_EQ(json_lines({"interfaces", "--release", "other"}).size(), 1U);
}

/// Three features to kernel/ and two to a driver, with what took the old calls out at the end.
class Figured : public CommandOptions {
protected:
    Figured() {
        const std::string ann = "Ann Author <ann@example.org>", bob = "Bob Best <bob@example.com>";
        repo_.commit("MAINTAINERS", "NET\nF:\tdrivers/net/\n")
            .file("kernel/old.c", "old_call();\n")
            .file("drivers/net/old.c", "old_call();\nother_call();\n");
        repo_.tag("base", repo_.tip());
        repo_.commit("kernel/a.c", "new_call();\n").message("fork: add a clock").author(ann);
        repo_.commit("kernel/b.c", "new_call();\nthird_call();\n")
            .message("sched: add a timer")
            .author(bob);
        repo_.commit("drivers/net/x.c", "1\n").message("net: x: add a driver").author(ann);
        repo_.commit("drivers/net/y.c", "2\n").message("net: y: add a driver").author(bob);
        repo_.commit("kernel/old.c", "\n").message("fork: remove the old call").author(ann);
        repo_.commit("drivers/net/old.c", "\n").message("net: remove the old calls").author(ann);
        repo_.tag("v1", repo_.tip());
        repo_.write();
        EXPECT_EQ(import("base", "v1").status, 0);
    }

    /// The moment as an option takes it.
    std::string landing_of(const std::string& subject) {
        const auto rows = json_lines({"search", "subject:\"" + subject + "\""});
        return "@" + std::to_string(rows.at(0).at("landed_time").get<std::int64_t>());
    }

    std::vector<json> ranked_in(const std::string& section, Arguments more) {
        more.insert(more.begin(), "rank");
        auto rows = json_lines(more);
        std::erase_if(rows, [&](const json& row) { return row.at("section") != section; });
        return rows;
    }
};

TEST_F(Figured, ALimitOfRanksIsOfEachSection) {
    for (const auto* section : {"core", "hardware"}) {
        const auto all = ranked_in(section, {});
        EXPECT_EQ(all.size(), 2U) << section;
        EXPECT_EQ(ranked_in(section, {"--limit", "1"}), std::vector<json>{all.at(0)});
        EXPECT_EQ(ranked_in(section, {"--limit", "0"}), std::vector<json>{});
    }
    EXPECT_EQ(json_lines({"rank", "--limit", "1"}).size(), 2U);
}

TEST_F(Figured, RanksAreOfWhatHadLanded) {
    EXPECT_EQ(json_lines({"rank"}).size(), 4U);
    EXPECT_EQ(texts(json_lines({"rank", "--as-of", landing_of("add a clock")}), "subject"),
              Texts{"fork: add a clock"});
    EXPECT_EQ(json_lines({"rank", "--as-of", landing_of("x: add a driver")}).size(), 3U);
    EXPECT_EQ(run({"rank", "--as-of", "2001-01-01"}).output, "");
    const auto mistaken = run({"rank", "--as-of", "yesterday"});
    EXPECT_EQ(mistaken.status, 1);
    EXPECT_EQ(mistaken.output, "");
    EXPECT_TRUE(contains(mistaken.errors, "'yesterday' is no time")) << mistaken.errors;
}

TEST_F(Figured, DraftsAreOfWhatLandedBetweenTwoMoments) {
    const auto clock = landing_of("add a clock"), driver = landing_of("x: add a driver");
    const auto whole = run({"draft"}).output;
    EXPECT_TRUE(contains(whole, "| all | 6 | 0 |")) << whole;
    EXPECT_TRUE(contains(whole, "fork: add a clock")) << whole;
    const auto rest = run({"draft", "--since", clock}).output;
    EXPECT_TRUE(contains(rest, "| all | 5 | 0 |")) << rest;
    EXPECT_TRUE(contains(rest, "sched: add a timer")) << rest;
    EXPECT_FALSE(contains(rest, "fork: add a clock")) << rest;
    const auto between = run({"draft", "--since", clock, "--as-of", driver}).output;
    EXPECT_TRUE(contains(between, "| all | 2 | 0 |")) << between;
    const auto mistaken = run({"draft", "--since", "yesterday"});
    EXPECT_EQ(mistaken.status, 1);
    EXPECT_EQ(mistaken.output, "");
    EXPECT_TRUE(contains(mistaken.errors, "'yesterday' is no time")) << mistaken.errors;
}

TEST_F(Figured, IdentifiersLeadToWhatTheyCount) {
    for (const std::string which : {"added", "removed"}) {
        const auto rows = json_lines({"figures", "--by", "identifier", "--" + which});
        ASSERT_EQ(rows.size(), 2U) << which;
        for (const auto& row : rows) {
            EXPECT_EQ(row.at("changesets"), row.at(which));
            const auto found = json_lines({"search", row.at("query").get<std::string>()});
            EXPECT_EQ(found.size(), row.at("changesets").get<std::size_t>()) << row;
        }
        EXPECT_EQ(rows[0].at("changesets"), 2);
        const auto first =
            json_lines({"figures", "--by", "identifier", "--" + which, "--limit", "1"});
        EXPECT_EQ(first, std::vector<json>{rows[0]});
    }
    EXPECT_EQ(run({"figures", "--by", "identifier", "--removed"}).output,
              "     2 removed      0 added      0 changed  old_call\n"
              "     1 removed      0 added      0 changed  other_call\n");
    EXPECT_EQ(run({"figures", "--by", "identifier", "--added"}).output,
              "     0 removed      2 added      0 changed  new_call\n"
              "     0 removed      1 added      0 changed  third_call\n");
    const auto both = run({"figures", "--by", "identifier", "--added", "--removed"});
    EXPECT_EQ(both.status, 1);
    EXPECT_EQ(both.output, "");
    EXPECT_TRUE(contains(both.errors, "--removed or --added")) << both.errors;
}

TEST_F(Figured, ALimitOfFiguresLeavesTheLargest) {
    EXPECT_EQ(run({"figures", "--by", "author"}).output,
              "      4  Ann Author\n      2  Bob Best\n");
    EXPECT_EQ(run({"figures", "--by", "author", "--limit", "1"}).output, "      4  Ann Author\n");
    EXPECT_EQ(run({"figures", "--by", "author", "--as-of", landing_of("add a timer")}).output,
              "      1  Ann Author\n      1  Bob Best\n");
}

TEST_F(CommandOptions, ThatNoCommandHasAreMistakes) {
    for (auto arguments : {Arguments{"import", "--repo", "x", "--from", "a", "--to", "b"},
                           {"fetch", "v6.7"},
                           {"refresh"},
                           {"releases"},
                           {"sections"},
                           {"search", "x"},
                           {"show", "abcd"},
                           {"pulls"},
                           {"sort"},
                           {"put", "--into", "core", "abcd"},
                           {"choices"},
                           {"draft"},
                           {"export", "--format", "csv"},
                           {"rank"},
                           {"coverage", "x.md"},
                           {"figures"},
                           {"compare", "test"},
                           {"cve", "--read", "x"},
                           {"config"},
                           {"tree"},
                           {"interfaces"},
                           {"outline", "test"},
                           {"index"},
                           {"star"},
                           {"employers"},
                           {"check"},
                           {"remove", "test"}}) {
        arguments.emplace_back("--nonsense");
        const auto result = run(arguments);
        EXPECT_EQ(result.status, 2) << arguments.front();
        EXPECT_EQ(result.output, "") << arguments.front();
        EXPECT_TRUE(contains(result.errors, "--nonsense")) << result.errors;
    }
    EXPECT_FALSE(fs::exists(database_));
}

} // namespace
} // namespace mw::test
