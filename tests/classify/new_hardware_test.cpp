#include "classify/classifier.h"
#include "classify/new_hardware.h"

#include <gtest/gtest.h>

namespace mw::classify {
namespace {

using Kind = NewHardware::Kind;
constexpr SectionKey network{Section::hardware, Subgroup::network};
constexpr SectionKey board{Section::hardware, Subgroup::board};

/// files: "A:drivers/a.c" with git's status letter.
std::optional<NewHardware> detect(std::string_view title,
                                  const std::vector<std::string_view>& files = {},
                                  const SectionKey& place = network,
                                  const std::vector<NewSymbol>& symbols = {}) {
    Subject subject;
    subject.title = title;
    for (const auto file : files) {
        subject.statuses.push_back(file.front());
        subject.paths.push_back(file.substr(2));
    }
    subject.new_symbols = symbols;
    return detect_new_hardware(subject, place);
}

NewHardware is(Kind kind, const char* what) {
    return {kind, what};
}

const std::vector<std::string_view> new_driver = {"A:drivers/a/b.c", "M:drivers/a/Kconfig",
                                                  "M:drivers/a/Makefile"};
const std::vector<std::string_view> known_driver = {"M:drivers/a/b.c"};

TEST(NewHardware, DriverInTheTitlesWords) {
    EXPECT_EQ(detect("power: supply: Introduce MM8013 fuel gauge driver", new_driver),
              is(Kind::driver, "MM8013 fuel gauge"));
    EXPECT_EQ(detect("EDAC/versal: Add a Xilinx Versal memory controller driver", new_driver),
              is(Kind::driver, "Xilinx Versal memory controller"));
    EXPECT_EQ(detect("drm/panel: Add driver for JDI LPM102A188A", new_driver),
              is(Kind::driver, "JDI LPM102A188A"));
    EXPECT_EQ(detect("mctp i3c: MCTP I3C driver", new_driver), is(Kind::driver, "MCTP I3C"));
    EXPECT_EQ(detect("spi/mpc5121: Add SPI master driver for MPC5121 PSC", new_driver),
              is(Kind::driver, "SPI master for MPC5121 PSC"));
    EXPECT_EQ(detect("hwmon: (pmbus) Add support for MPS MP2856", new_driver),
              is(Kind::driver, "MPS MP2856"));
    EXPECT_EQ(detect("V4L: SuperH Video Output Unit (VOU) driver", new_driver),
              is(Kind::driver, "SuperH Video Output Unit (VOU)"));
}

TEST(NewHardware, ATitleMayEndBehindFor) {
    EXPECT_EQ(detect("foo: Add XY9000 support for", new_driver), is(Kind::driver, "XY9000"));
    EXPECT_EQ(detect("foo: Add driver for XY9000", new_driver), is(Kind::driver, "XY9000"));
}

TEST(NewHardware, InAtTheFrontIsNoDriverThatIsThere) {
    EXPECT_EQ(detect("input: In tree driver for AW9523 keypads", known_driver), std::nullopt);
    const auto found = detect("input: In tree driver for AW9523 keypads", new_driver);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->kind, Kind::driver);
    EXPECT_EQ(detect("input: Tell in tree driver for AW9523 keypads", new_driver), std::nullopt);
}

TEST(NewHardware, APromptOfNothingButCommonWordsIsLookedThrough) {
    EXPECT_EQ(detect("foo: Add A1 driver", new_driver, network, {{"Support for the driver", true}}),
              is(Kind::driver, "A1"));
}

TEST(NewHardware, DriverInTheWordsOfItsOnlyPrompt) {
    EXPECT_EQ(detect("power: supply: Introduce MM8013 fuel gauge driver", new_driver, network,
                     {{"Mitsumi MM8013 fuel gauge driver", true}}),
              is(Kind::driver, "Mitsumi MM8013 fuel gauge"));
    EXPECT_EQ(
        detect("foo: Add A1 driver", new_driver, network, {{"First", false}, {"Second", false}}),
        is(Kind::driver, "A1"))
        << "two prompts: neither is the driver's name for certain";
    EXPECT_EQ(detect("foo: Add A1 driver", new_driver, network,
                     {{"Support for Foo A1 controllers (EXPERIMENTAL)", true},
                      {"Foo A1 debugging", false},
                      {"", false}}),
              is(Kind::driver, "Foo A1 controllers"));
}

TEST(NewHardware, DriverByItsModuleAndPrompt) {
    EXPECT_EQ(detect("iio: light: ROHM BU27034 Ambient Light Sensor", new_driver, network,
                     {{"ROHM BU27034 ambient light sensor", true}}),
              is(Kind::driver, "ROHM BU27034 ambient light sensor"));
    EXPECT_EQ(detect("V4L/DVB: radio: Add radio-timb", new_driver, network,
                     {{"Enable the Timberdale radio driver", true}}),
              is(Kind::driver, "Timberdale radio"));
    EXPECT_EQ(detect("foo: add PTP clock support", new_driver, network, {{"Foo PTP", true}}),
              std::nullopt)
        << "what a driver can do";
    EXPECT_EQ(detect("foo: move chip specific code out of core", new_driver, network,
                     {{"Foo F123", true}}),
              std::nullopt)
        << "a known driver in parts";
}

TEST(NewHardware, DeviceIdOfAKnownDriver) {
    EXPECT_EQ(detect("USB: serial: option: add Quectel EM061K", known_driver),
              is(Kind::device_id, "Quectel EM061K"));
    EXPECT_EQ(detect("p54usb: Add device ID for Dell WLA3310 USB", known_driver),
              is(Kind::device_id, "Dell WLA3310"));
    EXPECT_EQ(detect("HID: Add the GYR4101US USB ID to hid-gyration", known_driver),
              is(Kind::device_id, "GYR4101US"));
    EXPECT_EQ(detect("e1000e: initial support for 82579 LOMs", known_driver),
              is(Kind::device_id, "82579 LOMs"));
    EXPECT_EQ(detect("dt-bindings: iio: adc: Add MAX34408/9",
                     {"A:Documentation/devicetree/bindings/iio/adc/maxim,max34408.yaml"}),
              is(Kind::device_id, "MAX34408/9"));
}

TEST(NewHardware, AVersionIsNoModel) {
    EXPECT_EQ(detect("foo: Add support for v0.81", known_driver), std::nullopt);
    EXPECT_EQ(detect("foo: Add support for VL805", known_driver), is(Kind::device_id, "VL805"));
}

TEST(NewHardware, BoardByItsDeviceTreeOrBoardFile) {
    EXPECT_EQ(detect("arm64: dts: rockchip: Add Turing RK1 SoM support",
                     {"A:arch/arm64/boot/dts/rockchip/rk3588-turing-rk1.dts"}, board),
              is(Kind::board, "Turing RK1 SoM"));
    EXPECT_EQ(detect("ARM: S5PV210: Add GONI board support",
                     {"A:arch/arm/mach-s5pv210/mach-goni.c"}, board),
              is(Kind::board, "GONI board"));
}

TEST(NewHardware, RepairAndCleanupAreNothingNew) {
    for (const auto* title : {"foo: Fix support for A100", "foo: Remove the A100 driver",
                              "foo: Convert driver to new API", "foo: Add missing check for A100",
                              "foo: Rename A100 driver", "foo: Update A100 firmware",
                              "foo: Add quirk for A100", "foo: Add A100 error handling"})
        EXPECT_EQ(detect(title, new_driver), std::nullopt) << title;
    EXPECT_EQ(detect("Revert \"foo: Add A100 driver\"", new_driver), std::nullopt);
}

TEST(NewHardware, FeaturesOfAKnownDriverAreNothingNew) {
    for (const auto* title :
         {"foo: Add suspend support", "foo: Add support for 64-bit DMA",
          "foo: Add debugfs interface", "foo: Add support for 100Mbps", "foo: Add IPv6 support",
          "foo: Add stream ID field", "foo: Add DVB support for the xc5000", "foo: Add driver data",
          "radeon: Add support for the ATIF ACPI method to the radeon driver"})
        EXPECT_EQ(detect(title, known_driver), std::nullopt) << title;
}

TEST(NewHardware, DriverNeedsNewCode) {
    EXPECT_EQ(detect("foo: Add Bar driver", known_driver), std::nullopt);
    EXPECT_EQ(detect("foo: Add platform driver", new_driver), std::nullopt)
        << "'platform' says nothing to a person";
}

TEST(NewHardware, BoardFileOfAFeatureIsNoNewBoard) {
    EXPECT_EQ(detect("ARM: S5PV210: Add audio platform devices",
                     {"A:arch/arm/mach-s5pv210/dev-audio.c"}, board),
              std::nullopt);
}

TEST(NewHardware, OnlyHardwareHasAny) {
    EXPECT_EQ(detect("kvm: Add A100 driver", new_driver, {Section::virtualization, Subgroup::none}),
              std::nullopt);
}

} // namespace
} // namespace mw::classify
