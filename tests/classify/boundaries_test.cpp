// Where one more file, a little more weight or a tie decides; by rules that are made for it, so
// that the shipped ones can change.

#include "classify/classifier.h"
#include "classify/maintainers/maintainers.h"
#include "classify/rules.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace mw::classify {
namespace {

/// A folder for each of six sections, every file of which counts one.
constexpr const char* six_areas = R"toml(
[[rule]]
section = "core"
paths = ["core/"]
titles = ["core"]
pulls = ["core-tree"]
title_weight = 0.1
[[rule]]
section = "networking"
paths = ["net/"]
titles = ["net"]
pulls = ["net-tree"]
title_weight = 0.1
[[rule]]
section = "filesystems"
paths = ["fs/"]
[[rule]]
section = "security"
paths = ["security/"]
[[rule]]
section = "virtualization"
paths = ["virt/"]
[[rule]]
section = "architecture"
paths = ["arch/"]
[[rule]]
section = "misc"
name = "misc.scripts"
paths = ["scripts/"]
titles = ["scripts"]
weight = 0.3
)toml";

class ByRules : public testing::Test {
protected:
    static Verdict classify(const char* rules, std::string_view title,
                            const std::vector<std::string>& paths, std::string_view pull = {},
                            std::string_view maintainers = {}) {
        Subject subject;
        subject.title = title;
        subject.paths.assign(paths.begin(), paths.end());
        subject.statuses.assign(paths.size(), 'M');
        subject.pull_title = pull;
        return Classifier(Rules::parse(rules, "rules"), Maintainers::parse(maintainers))
            .classify(subject);
    }

    static Section section(std::string_view title, const std::vector<std::string>& paths,
                           std::string_view pull = {}) {
        return classify(six_areas, title, paths, pull).place.section;
    }

    /// So many files below a folder.
    static void add(std::vector<std::string>& paths, const std::string& folder, int count) {
        for (int i = 0; i < count; ++i)
            paths.push_back(folder + std::to_string(i) + ".c");
    }

    static std::vector<std::string> over(const std::vector<std::pair<std::string, int>>& folders) {
        std::vector<std::string> paths;
        for (const auto& [folder, count] : folders)
            add(paths, folder, count);
        return paths;
    }
};

// A change over the whole tree: five areas, eight files, none with more than half.

TEST_F(ByRules, EightFilesAreAChangeOverTheTreeAndSevenAreNot) {
    const auto seven =
        over({{"core/", 3}, {"net/", 1}, {"fs/", 1}, {"security/", 1}, {"virt/", 1}});
    EXPECT_EQ(section("treewide: x", seven), Section::core);
    const auto eight =
        over({{"core/", 4}, {"net/", 1}, {"fs/", 1}, {"security/", 1}, {"virt/", 1}});
    EXPECT_EQ(section("treewide: x", eight), Section::internal);
}

TEST_F(ByRules, FiveAreasAreAChangeOverTheTreeAndFourAreNot) {
    const auto four = over({{"core/", 4}, {"net/", 2}, {"fs/", 2}, {"security/", 2}});
    EXPECT_EQ(section("treewide: x", four), Section::core);
    const auto five = over({{"core/", 4}, {"net/", 1}, {"fs/", 2}, {"security/", 2}, {"virt/", 1}});
    EXPECT_EQ(section("treewide: x", five), Section::internal);
}

TEST_F(ByRules, TwoArchitecturesAreTwoAreas) {
    const auto one = over({{"arch/x86/", 4}, {"net/", 2}, {"fs/", 2}, {"security/", 2}});
    EXPECT_EQ(section("treewide: x", one), Section::architecture);
    const auto two =
        over({{"arch/x86/", 2}, {"arch/arm/", 2}, {"net/", 2}, {"fs/", 2}, {"security/", 2}});
    EXPECT_EQ(section("treewide: x", two), Section::internal);
}

TEST_F(ByRules, HalfOfTheFilesInOneAreaIsStillOverTheTree) {
    const auto half = over({{"core/", 5}, {"net/", 2}, {"fs/", 1}, {"security/", 1}, {"virt/", 1}});
    EXPECT_EQ(section("treewide: x", half), Section::internal);
    const auto more = over({{"core/", 6}, {"net/", 2}, {"fs/", 1}, {"security/", 1}, {"virt/", 1}});
    EXPECT_EQ(section("treewide: x", more), Section::core);
}

TEST_F(ByRules, ATitleThatNamesAQuarterOfTheFilesIsAboutThem) {
    // Two of eight are a quarter, two of nine are less.
    const auto quarter =
        over({{"core/", 2}, {"net/", 2}, {"fs/", 2}, {"security/", 1}, {"virt/", 1}});
    EXPECT_NE(section("net: x", quarter), Section::internal);
    const auto less = over({{"core/", 2}, {"net/", 2}, {"fs/", 2}, {"security/", 2}, {"virt/", 1}});
    EXPECT_EQ(section("net: x", less), Section::internal);
}

TEST_F(ByRules, WhatCountsThreeTenthsIsAnAreaAndWhatCountsLessIsNone) {
    const auto paths =
        over({{"core/", 4}, {"net/", 2}, {"fs/", 2}, {"security/", 2}, {"scripts/", 1}});
    EXPECT_EQ(section("treewide: x", paths), Section::internal);
    std::string less = six_areas;
    less.replace(less.find("weight = 0.3"), 12, "weight = 0.2");
    EXPECT_EQ(classify(less.c_str(), "treewide: x", paths).place.section, Section::core);
}

// Between equals.

TEST_F(ByRules, TheTitleDecidesBetweenEqualsThenThePull) {
    const auto equal = over({{"core/", 1}, {"net/", 1}});
    EXPECT_EQ(section("core: x", equal), Section::core);
    EXPECT_EQ(section("net: x", equal), Section::networking);
    EXPECT_EQ(section("x", equal, "Merge branch 'net-tree'"), Section::networking);
    EXPECT_EQ(section("x", equal, "Merge branch 'core-tree'"), Section::core);
}

/// The title counts as much as the pull here, and comes first all the same.
TEST_F(ByRules, TheTitleWinsATieAgainstThePull) {
    const auto equal = over({{"core/", 1}, {"net/", 1}});
    EXPECT_EQ(section("net: x", equal, "Merge branch 'core-tree'"), Section::networking);
    EXPECT_EQ(section("core: x", equal, "Merge branch 'net-tree'"), Section::core);
    EXPECT_EQ(section("net: x", {}, "Merge branch 'core-tree'"), Section::networking);
    EXPECT_EQ(section("core: x", {}, "Merge branch 'net-tree'"), Section::core);
}

TEST_F(ByRules, AFileMoreOutweighsPullAndTitle) {
    const auto more = over({{"core/", 3}, {"net/", 2}});
    EXPECT_EQ(section("net: x", more), Section::core);
    EXPECT_EQ(section("x", more, "Merge branch 'net-tree'"), Section::core);
}

/// Of two files one is a fifth of all that is in doubt between them: title and pull together.
TEST_F(ByRules, TitleAndPullTogetherWeighWhatTheyWeigh) {
    const auto of_nine = over({{"core/", 5}, {"net/", 4}}); // a ninth more
    EXPECT_EQ(section("net: x", of_nine), Section::core);
    EXPECT_EQ(section("net: x", of_nine, "Merge branch 'net-tree'"), Section::networking);
    const auto of_five = over({{"core/", 3}, {"net/", 2}}); // a fifth more: a tie
    EXPECT_EQ(section("net: x", of_five, "Merge branch 'net-tree'"), Section::networking);
    const auto of_four = over({{"core/", 5}, {"net/", 3}}); // a quarter more
    EXPECT_EQ(section("net: x", of_four, "Merge branch 'net-tree'"), Section::core);
}

constexpr const char* light_files = R"toml(
[[rule]]
section = "core"
paths = ["include/"]
weight = 0.1
[[rule]]
section = "networking"
titles = ["net"]
title_weight = 0.4
[[rule]]
section = "security"
titles = ["lsm"]
title_weight = 0.2
[[rule]]
section = "virtualization"
titles = ["kvm"]
title_weight = 0.19
)toml";

/// The only file counts 0.1; a title counts as if it stood beside half a file.
TEST_F(ByRules, TheOnlyFileDoesNotOutweighATitleForSayingLittle) {
    const auto of = [](std::string_view title) {
        return classify(light_files, title, {"include/a.h"}).place.section;
    };
    EXPECT_EQ(of("net: x"), Section::networking);
    EXPECT_EQ(of("lsm: x"), Section::security); // a tie
    EXPECT_EQ(of("kvm: x"), Section::core);
}

/// Without a colon a title counts half.
TEST_F(ByRules, ATitleWithoutAColonCountsHalf) {
    constexpr const char* rules = R"toml(
[[rule]]
section = "core"
paths = ["core/"]
[[rule]]
section = "networking"
paths = ["net/"]
titles = ["net"]
title_weight = 0.4
)toml";
    const auto paths = over({{"core/", 13}, {"net/", 7}}); // 0.3 of all apart
    EXPECT_EQ(classify(rules, "net: x", paths).place.section, Section::networking);
    EXPECT_EQ(classify(rules, "net x", paths).place.section, Section::core);
}

TEST_F(ByRules, APatternOfATitleMatchesAllOfItsPrefix) {
    constexpr const char* rules = R"toml(
[[rule]]
section = "core"
titles = ["a*z"]
)toml";
    EXPECT_EQ(classify(rules, "abz: x", {}).place.section, Section::core);
    EXPECT_TRUE(classify(rules, "abzc: x", {}).by_default);
}

// Which pull, which entry.

TEST_F(ByRules, TheLongerNameOfAPullWins) {
    constexpr const char* rules = R"toml(
[[rule]]
section = "networking"
pulls = ["net"]
[[rule]]
section = "virtualization"
pulls = ["net of guests"]
[[rule]]
section = "security"
pulls = ["guests"]
)toml";
    EXPECT_EQ(classify(rules, "x", {}, "Merge net").place.section, Section::networking);
    EXPECT_EQ(classify(rules, "x", {}, "Merge net of GUESTS").place.section,
              Section::virtualization);
    EXPECT_EQ(classify(rules, "x", {}, "Merge guests").place.section, Section::security);
    EXPECT_TRUE(classify(rules, "x", {}, "Merge others").by_default);
    EXPECT_FALSE(classify(rules, "x", {}, "Merge net").by_default);
}

constexpr const char* known_entries = R"toml(
[[rule]]
section = "core"
paths = ["core/"]
[[rule]]
section = "networking"
paths = ["net/"]
[[rule]]
section = "misc"
name = "misc.light"
paths = ["light/"]
weight = 0.3
[[rule]]
section = "misc"
name = "misc.lighter"
paths = ["lighter/"]
weight = 0.29
)toml";

/// A file that no rule knows is of what most of its entry's other files are of.
TEST_F(ByRules, AnEntryIsOfWhatMostOfItsFilesAre) {
    const auto by_entry = [](const std::string& files) {
        return classify(known_entries, "x", {"other/a.c"}, {}, "ENTRY\nF:\tother/\n" + files)
            .place.section;
    };
    EXPECT_EQ(by_entry("F:\tnet/a/\nF:\tnet/b/\nF:\tcore/a/\n"), Section::networking);
    EXPECT_EQ(by_entry("F:\tcore/a/\nF:\tcore/b/\nF:\tnet/a/\n"), Section::core);
    // A tie: the rule that comes first, in whatever order the entry has them.
    EXPECT_EQ(by_entry("F:\tnet/a/\nF:\tcore/a/\n"), Section::core);
    EXPECT_EQ(by_entry("F:\tcore/a/\nF:\tnet/a/\n"), Section::core);
    EXPECT_EQ(by_entry("F:\tlight/a/\nF:\tlight/b/\nF:\tnet/a/\n"), Section::misc);
    EXPECT_EQ(by_entry("F:\tlighter/a/\nF:\tlighter/b/\nF:\tnet/a/\n"), Section::networking);
}

TEST_F(ByRules, TheSubsystemIsTheEntryOfMostWeight) {
    const std::string both = "ONE\nF:\tcore/\n\nTWO\nF:\tnet/\n\nUNKNOWN\nF:\tother/\n";
    const auto of = [&](const std::vector<std::string>& paths) {
        return classify(known_entries, "x", paths, {}, both).subsystem;
    };
    EXPECT_EQ(of(over({{"core/", 2}, {"net/", 1}})), "ONE");
    EXPECT_EQ(of(over({{"core/", 1}, {"net/", 2}})), "TWO");
    EXPECT_EQ(of(over({{"net/", 1}, {"core/", 1}})), "TWO"); // whose file comes first
    EXPECT_EQ(of({"other/a.c"}), "UNKNOWN");                 // no rule knows it
    EXPECT_EQ(of(over({{"other/", 99}, {"core/", 1}})), "ONE");
    EXPECT_EQ(of({"nowhere/a.c"}), "");
}

/// Documentation decides alone only where there is nothing else.
TEST_F(ByRules, WhatDecidesAloneDoesSoWithoutAnythingElse) {
    constexpr const char* rules = R"toml(
[[rule]]
section = "misc"
name = "misc.documentation"
paths = ["Documentation/"]
weight = 0.1
alone = true
[[rule]]
section = "networking"
paths = ["net/"]
titles = ["net"]
)toml";
    EXPECT_EQ(classify(rules, "net: x", {"Documentation/a", "Documentation/b"}).place.section,
              Section::misc);
    EXPECT_EQ(classify(rules, "net: x", {"Documentation/a", "net/b"}).place.section,
              Section::networking);
    EXPECT_EQ(classify(rules, "net: x", {}).place.section, Section::networking);
}

} // namespace
} // namespace mw::classify
