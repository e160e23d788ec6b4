// A person's own sections and rules, by the command line.

#include "cli/command_line.h"
#include "support/git.h"

#include <fstream>

namespace mw::test {
namespace {

class OwnSections : public CommandLine {
protected:
    OwnSections() {
        write_small_history();
        EXPECT_EQ(import("base", "v1").status, 0);
        id_ = run_git(repository_, {"rev-parse", "v1^{commit}"}).substr(0, 40);
    }

    nlohmann::json shown() { return json_lines({"show", id_}).front(); }

    std::string id_;
};

TEST_F(OwnSections, ArePutTakenBackAndShared) {
    const auto before = shown();
    ASSERT_EQ(before.at("section"), "core");
    EXPECT_EQ(run({"put", "--into", "hardware/usb", id_.substr(0, 10)}).status, 0);
    EXPECT_EQ(shown().at("section"), "hardware");
    EXPECT_EQ(shown().at("subgroup"), "usb");
    EXPECT_NE(shown().at("reason").get<std::string>().find("own choice"), std::string::npos);

    EXPECT_EQ(import("base", "v1").status, 0);
    EXPECT_EQ(shown().at("subgroup"), "usb") << "after the release was imported again";

    const auto listed = run({"choices"});
    EXPECT_EQ(listed.output, id_ + "\thardware\tusb\n");
    std::ofstream(folder_ / "choices.tsv") << "# a comment\n" << listed.output;
    EXPECT_EQ(run({"put", "--back", id_}).status, 0);
    EXPECT_EQ(shown(), before);
    EXPECT_EQ(run({"choices"}).output, "");
    EXPECT_EQ(run({"choices", "--read", (folder_ / "choices.tsv").string()}).status, 0);
    EXPECT_EQ(shown().at("subgroup"), "usb");
}

TEST_F(OwnSections, MistakesAreSentencesAndChangeNothing) {
    const auto before = database_files();
    for (const auto& [arguments, words] :
         std::vector<std::pair<std::vector<std::string>, std::string>>{
             {{"put", "--into", "nowhere", id_}, "'nowhere' is no section"},
             {{"put", "--into", "hardware", id_}, "needs a subgroup"},
             {{"put", "--into", "core/usb", id_}, "cannot have a subgroup"},
             {{"put", "--into", "core", id_, "ffffffffff"}, "no commit 'ffffffffff'"},
             {{"choices", "--read", "/nowhere/file"}, "cannot be read"},
             {{"sort", "--release", "nope"}, "no imported release 'nope'"}}) {
        const auto result = run(arguments);
        EXPECT_EQ(result.status, 1) << words;
        EXPECT_NE(result.errors.find(words), std::string::npos) << result.errors;
    }
    EXPECT_EQ(run({"put", id_}).status, 2);
    EXPECT_EQ(run({"put", "--back", "--into", "core", id_}).status, 2);
    std::ofstream(folder_ / "bad.tsv") << id_ << "\tcore\t\n" << id_ << "\tcor\t\n";
    const auto bad = run({"choices", "--read", (folder_ / "bad.tsv").string()});
    EXPECT_EQ(bad.status, 1);
    EXPECT_NE(bad.errors.find("bad.tsv, line 2"), std::string::npos) << bad.errors;
    EXPECT_EQ(run({"choices"}).output, "");
    EXPECT_EQ(database_files(), before);
}

TEST_F(OwnSections, RulesOfOnesOwnAreReadFromTheConfigurationFolder) {
    const auto folder = folder_ / "home/.config/mergewindow";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "sections.toml") << "[[rule]]\nsection = \"security\"\n"
                                               "titles = [\"fork\"]\n";
    std::filesystem::remove_all(repository_);
    EXPECT_EQ(run({"sort"}).status, 0);
    EXPECT_EQ(shown().at("section"), "security");
    std::ofstream(folder / "sections.toml") << "[[rule]]\nsection = \"secure\"\n";
    const auto mistaken = run({"sort"});
    EXPECT_EQ(mistaken.status, 1);
    EXPECT_NE(mistaken.errors.find("sections.toml"), std::string::npos) << mistaken.errors;
    EXPECT_NE(mistaken.errors.find("line 2"), std::string::npos) << mistaken.errors;
    EXPECT_EQ(shown().at("section"), "security");
}

} // namespace
} // namespace mw::test
