#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// The taxonomy of merge-window articles (LWN's merge-window series), in the order in which they
/// show it. Keys are what the database, the rules file and the command line use; titles are what a
/// person reads. Everything here is constant and may be used from any thread.
namespace mw::classify {

enum class Section : std::uint8_t {
    architecture,
    core,
    filesystems,
    hardware,
    misc,
    networking,
    security,
    virtualization,
    internal,
};

/// Subgroups exist under Section::hardware alone; every other section has Subgroup::none.
enum class Subgroup : std::uint8_t {
    none,
    clock,
    graphics,
    iio,
    input,
    media,
    mtd_storage,
    network,
    pci,
    phy,
    pinctrl_gpio,
    power,
    sound,
    spi_i2c,
    usb,
    board,
    misc,
};

/// Where a changeset stands in the article.
struct SectionKey {
    Section section = Section::misc;
    Subgroup subgroup = Subgroup::none;

    auto operator<=>(const SectionKey&) const = default;
};

/// "core", "hardware/iio": as the command line and the query language write a place.
std::string to_string(const SectionKey& place);

std::span<const Section> all_sections();
/// Without Subgroup::none.
std::span<const Subgroup> all_subgroups();

std::string_view key(Section section);
std::string_view title(Section section);
std::optional<Section> section_from_key(std::string_view key);

/// Empty for Subgroup::none.
std::string_view key(Subgroup subgroup);
std::string_view title(Subgroup subgroup);
/// The empty key is Subgroup::none.
std::optional<Subgroup> subgroup_from_key(std::string_view key);

} // namespace mw::classify
