// Kconfig as Linux and bootloaders write it, and as nobody should.

#include "interfaces/parsed.h"
#include "support/cpu_clock.h"

#include <gtest/gtest.h>

#include <chrono>

namespace mw::test {
namespace {

using interfaces::Kind;
using Names = std::vector<std::string>;

TEST(Kconfig, ANameIsAtMostThreeHundredBytes) {
    for (const std::size_t bytes : {300U, 301U}) {
        const std::string name(bytes, 'X');
        EXPECT_EQ(names_in("x/Kconfig", "config " + name + "\n\tbool\n"),
                  bytes == interfaces::longest_name ? Names{name} : Names{});
    }
}

TEST(Kconfig, SymbolAsWritten) {
    const auto items =
        read("drivers/power/supply/Kconfig", "menuconfig POWER_SUPPLY\n"
                                             "\tbool \"Power supply class support\"\n"
                                             "\n"
                                             "if POWER_SUPPLY\n"
                                             "config FUEL_GAUGE_MM8013\n"
                                             "\ttristate \"Mitsumi MM8013 fuel gauge driver\"\n"
                                             "\tdepends on I2C # the bus\n"
                                             "\tselect REGMAP_I2C\n"
                                             "\tdefault m if ARCH_QCOM && \\\n"
                                             "\t\tI2C\n"
                                             "\thelp\n"
                                             "\t  Say Y here to enable the MM8013 fuel gauge.\n"
                                             "\n"
                                             "\t    config NOT_A_SYMBOL\n"
                                             "\t  The last line.\n"
                                             "endif\n");
    ASSERT_EQ(names_of(items, Kind::config), (Names{"POWER_SUPPLY", "FUEL_GAUGE_MM8013"}));
    const auto& gauge = items[1];
    EXPECT_EQ(gauge.summary, "Mitsumi MM8013 fuel gauge driver");
    EXPECT_EQ(values_of(gauge, "type"), Names{"tristate"});
    EXPECT_EQ(values_of(gauge, "depends on"), Names{"I2C"});
    EXPECT_EQ(values_of(gauge, "select"), Names{"REGMAP_I2C"});
    EXPECT_EQ(values_of(gauge, "default"), Names{"m if ARCH_QCOM && I2C"});
    EXPECT_EQ(values_of(gauge, "if"), Names{"POWER_SUPPLY"});
    EXPECT_EQ(gauge.text, "Say Y here to enable the MM8013 fuel gauge.\n\n"
                          "  config NOT_A_SYMBOL\nThe last line.");
    EXPECT_EQ(interfaces::detail_of(gauge).substr(0, 32), "Mitsumi MM8013 fuel gauge driver");
}

TEST(Kconfig, HelpEndsWhereALineIsIndentedLess) {
    EXPECT_EQ(names_in("a/Kconfig", "config A\n  bool\n  help\n    text\n    config B\n"
                                    " config C\n  bool\n"),
              (Names{"A", "C"}));
    EXPECT_EQ(names_in("a/Kconfig", "config A\n\thelp\n\nconfig B\n"), (Names{"A", "B"}));
    EXPECT_EQ(names_in("a/Kconfig", "config A\n\t---help---\n\t  text\n\n\nconfig B\n"),
              (Names{"A", "B"}));
}

TEST(Kconfig, ChoicesMenusCommentsAndSources) {
    const auto items = read("u-boot/Kconfig", "mainmenu \"U-Boot $UBOOTVERSION\"\n"
                                              "source \"arch/Kconfig\"\n"
                                              "comment \"config X\"\n"
                                              "choice\n"
                                              "\tprompt \"Optimization level\"\n"
                                              "\tdefault CC_SIZE\n"
                                              "config CC_SIZE\n"
                                              "\tbool \"Size\"\n"
                                              "config CC_SPEED\n"
                                              "\tbool \"Speed\"\n"
                                              "endchoice\n"
                                              "menu \"General\"\n"
                                              "\tdepends on EXPERT\n"
                                              "config LAST\n"
                                              "\tdef_bool y\n"
                                              "endmenu\n");
    ASSERT_EQ(names_of(items, Kind::config), (Names{"CC_SIZE", "CC_SPEED", "LAST"}));
    EXPECT_EQ(values_of(items[0], "choice"), Names{"Optimization level"});
    EXPECT_EQ(values_of(items[2], "if"), Names{"EXPERT"});
    EXPECT_EQ(values_of(items[2], "type"), Names{"bool"});
    EXPECT_EQ(values_of(items[2], "default"), Names{"y"});
}

TEST(Kconfig, OldForms) {
    const auto items = read("arch/arm/Kconfig", "config A\n\tboolean \"Old # not a comment\"\n"
                                                "config B\n\tbool 'single'\n");
    EXPECT_EQ(items[0].summary, "Old # not a comment");
    EXPECT_EQ(values_of(items[0], "type"), Names{"bool"});
    EXPECT_EQ(items[1].summary, "single");
}

TEST(Kconfig, TestsAndExamplesOfKconfigItselfAreLeftOut) {
    EXPECT_EQ(interfaces::source_of("scripts/kconfig/tests/choice/Kconfig"),
              interfaces::Source::none);
    EXPECT_EQ(interfaces::source_of("Documentation/kbuild/Kconfig.recursion-issue-01"),
              interfaces::Source::none);
    for (const char* path : {"lib/Kconfig.kasan", "samples/Kconfig", "scripts/gcc-plugins/Kconfig",
                             "scripts/Kconfig", "tools/Kconfig"})
        EXPECT_EQ(interfaces::source_of(path), interfaces::Source::kconfig) << path;
}

TEST(Kconfig, AnyBytesInLinearTime) {
    const std::size_t size = 1 << 20;
    for (const std::string unit :
         {"config A\n", "if A\n", "menu\n", "choice\n", "\\\n", "\"", "config A\n\thelp\n\t x\n",
          "if A\nconfig B\n", "config \xff\n", "default \"\\\n", "help\n"}) {
        std::string text;
        while (text.size() < size)
            text += unit;
        const auto started = test::CpuClock::now();
        const auto items = read("a/Kconfig", text);
        std::size_t kept = 0;
        for (const auto& item : items)
            for (const auto& fact : item.facts)
                kept += fact.value.size();
        EXPECT_LT(test::CpuClock::now() - started, std::chrono::seconds(10)) << unit;
        EXPECT_LT(kept, 16 * size) << unit;
    }
}

} // namespace
} // namespace mw::test
