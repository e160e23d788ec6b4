#include "classify/classifier.h"
#include "classify/rules.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <fstream>
#include <ostream>

namespace mw::classify {
namespace {

/// The message of the RulesError that reading the text gives; empty when there is none.
std::string mistake(const std::string& toml) {
    try {
        Rules::parse(toml, "rules.toml");
    } catch (const RulesError& error) {
        return error.what();
    }
    return {};
}

struct Mistake {
    const char* name;
    std::string toml;
    /// File and line, then what the sentence has to hold, the key first.
    std::string where;
    std::vector<std::string> words;
};

/// In the names of the tests.
void PrintTo(const Mistake& mistake, std::ostream* stream) {
    *stream << mistake.name;
}

class RulesMistake : public testing::TestWithParam<Mistake> {};

TEST_P(RulesMistake, NamesFileLineAndKey) {
    const auto message = mistake(GetParam().toml);
    EXPECT_TRUE(message.starts_with("rules.toml, " + GetParam().where)) << message;
    for (const auto& word : GetParam().words)
        EXPECT_NE(message.find(word), std::string::npos) << word << " in " << message;
}

INSTANTIATE_TEST_SUITE_P(
    Rules, RulesMistake,
    testing::Values(
        Mistake{"Syntax", "[[rule]]\nsection = \n", "line 2", {}},
        Mistake{
            "UnknownTable", "[[rules]]\nsection = \"core\"\n", "line 1", {"'rules'", "[[rule]]"}},
        Mistake{"NoArray", "\n[rule]\nsection = \"core\"\n", "line 2", {"'rule'", "[[rule]]"}},
        Mistake{
            "UnknownKey", "[[rule]]\nsection = \"core\"\npath = [\"a\"]\n", "line 3", {"'path'"}},
        Mistake{"NoSection", "[[rule]]\npaths = [\"a\"]\n", "line 1", {"'section'", "missing"}},
        Mistake{"UnknownSection",
                "[[rule]]\nsection = \"kernel\"\npaths = [\"a\"]\n",
                "line 2",
                {"'section'", "'kernel'"}},
        Mistake{"UnknownSubgroup",
                "[[rule]]\nsection = \"hardware\"\nsubgroup = \"gpu\"\npaths = [\"a\"]\n",
                "line 3",
                {"'subgroup'", "'gpu'"}},
        Mistake{"HardwareWithoutSubgroup",
                "[[rule]]\nsection = \"hardware\"\npaths = [\"a\"]\n",
                "line 1",
                {"'subgroup'", "needed"}},
        Mistake{"SubgroupElsewhere",
                "[[rule]]\nsection = \"core\"\nsubgroup = \"usb\"\npaths = [\"a\"]\n",
                "line 1",
                {"'subgroup'"}},
        Mistake{"WeightOfText",
                "[[rule]]\nsection = \"core\"\nweight = \"1\"\npaths = [\"a\"]\n",
                "line 3",
                {"'weight'", "number"}},
        Mistake{"WeightBelowNothing",
                "[[rule]]\nsection = \"core\"\nweight = -1\npaths = [\"a\"]\n",
                "line 3",
                {"'weight'", "0 to 100"}},
        Mistake{"PathsNoList",
                "[[rule]]\nsection = \"core\"\npaths = \"kernel/\"\n",
                "line 3",
                {"'paths'", "list"}},
        Mistake{"PathsNoText",
                "[[rule]]\nsection = \"core\"\npaths = [\"a\",\n  3]\n",
                "line 4",
                {"'paths'"}},
        Mistake{"PathFromRoot",
                "[[rule]]\nsection = \"core\"\npaths = [\"/kernel/\"]\n",
                "line 3",
                {"'paths'", "'/kernel/'"}},
        Mistake{"OpenBrace",
                "[[rule]]\nsection = \"core\"\npaths = [\"{a,b\"]\n",
                "line 3",
                {"'paths'", "braces"}},
        Mistake{
            "ManyChoices",
            "[[rule]]\nsection = \"core\"\npaths = [\"a\",\n"
            "\"{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}\",\n"
            "\"{c,d}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}\",\n"
            "\"{e,f}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}\"]\n",
            "line 6",
            {"'paths'", "1048576 characters"}},
        Mistake{"OpenSet",
                "[[rule]]\nsection = \"core\"\npaths = [\"a[b\"]\n",
                "line 3",
                {"'paths'", "'['"}},
        Mistake{"UpperCaseTitle",
                "[[rule]]\nsection = \"core\"\ntitles = [\"MM\"]\n",
                "line 3",
                {"'titles'", "lower case"}},
        Mistake{"SameTitle",
                "[[rule]]\nsection = \"core\"\ntitles = [\"mm\"]\n\n[[rule]]\nsection = "
                "\"internal\"\ntitles = [\"lib\",\n  \"mm\"]\n",
                "line 8",
                {"'titles'", "'mm'", "rule core"}},
        Mistake{"SamePath",
                "[[rule]]\nsection = \"core\"\npaths = [\"mm/\"]\n[[rule]]\nsection = "
                "\"internal\"\npaths = [\"{lib,mm}/\"]\n",
                "line 6",
                {"'paths'", "'mm/'", "rule core"}},
        Mistake{"SameWord",
                "[[rule]]\nsection = \"core\"\nwords = [\"a b\"]\n[[rule]]\nsection = "
                "\"internal\"\nwords = [\"a b\"]\n",
                "line 6",
                {"'words'", "'a b'"}},
        Mistake{"SameEntry",
                "[[rule]]\nsection = \"core\"\nentries = [\"RCU\"]\n[[rule]]\nsection = "
                "\"internal\"\nentries = [\"RCU\"]\n",
                "line 6",
                {"'entries'", "'RCU'"}},
        Mistake{"SamePull",
                "[[rule]]\nsection = \"core\"\npulls = [\"mm\"]\n[[rule]]\nsection = "
                "\"internal\"\npulls = [\"mm\"]\n",
                "line 6",
                {"'pulls'", "'mm'"}},
        Mistake{"SaysNothing", "\n[[rule]]\nsection = \"core\"\n", "line 2", {"'rule'", "nothing"}},
        Mistake{"WeightWithoutNumber", "[[weight]]\npaths = [\"a\"]\n", "line 1", {"'weight'"}}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(Rules, ShippedFileIsWithoutMistakes) {
    EXPECT_NO_THROW(Rules::load(std::filesystem::path(MW_DATA_DIR) / "sections.toml"));
}

TEST(Rules, FileThatIsNotThereIsASentence) {
    try {
        Rules::load("/nowhere/sections.toml");
        FAIL() << "no error";
    } catch (const RulesError& error) {
        EXPECT_EQ(std::string(error.what()).find("/nowhere/sections.toml"), 0U) << error.what();
    }
}

class OwnRules : public testing::Test {
protected:
    std::filesystem::path write(const std::string& name, const std::string& text) {
        const auto file = dir_.path() / name;
        std::ofstream(file) << text;
        return file;
    }

    SectionKey place(const std::shared_ptr<const Rules>& rules, std::string_view title,
                     std::string_view path) {
        Subject subject;
        subject.title = title;
        subject.paths = {path};
        subject.statuses = {'M'};
        return Classifier(rules, nullptr).classify(subject).place;
    }

    test::TempDir dir_;
    std::filesystem::path shipped_ =
        write("shipped.toml", "[[rule]]\n"
                              "section = \"core\"\n"
                              "paths = [\"kernel/\", \"kernel/bpf/\"]\n"
                              "titles = [\"bpf\"]\n");
};

TEST_F(OwnRules, PathsAreAskedFirstEvenWhereTheyAreLessSpecific) {
    const auto own = write("own.toml", "[[rule]]\nsection = \"internal\"\npaths = [\"kernel/\"]\n");
    EXPECT_EQ(place(Rules::load(shipped_), "x", "kernel/bpf/a.c").section, Section::core);
    EXPECT_EQ(place(Rules::load(shipped_, own), "x", "kernel/bpf/a.c").section, Section::internal);
}

TEST_F(OwnRules, TitlesDecideAgainstFiles) {
    const auto own = write("own.toml", "[[rule]]\nsection = \"networking\"\ntitles = [\"bpf\"]\n");
    EXPECT_EQ(place(Rules::load(shipped_, own), "bpf: Fix it", "kernel/bpf/a.c").section,
              Section::networking);
    EXPECT_EQ(place(Rules::load(shipped_, own), "x", "kernel/bpf/a.c").section, Section::core);
}

TEST_F(OwnRules, MistakeNamesTheOwnFile) {
    const auto own = write("own.toml", "[[rule]]\nsection = \"networks\"\ntitles = [\"bpf\"]\n");
    try {
        Rules::load(shipped_, own);
        FAIL() << "no error";
    } catch (const RulesError& error) {
        EXPECT_EQ(std::string(error.what()).find(own.string() + ", line 2: 'section'"), 0U)
            << error.what();
    }
}

} // namespace
} // namespace mw::classify
