#include "classify/sections.h"

#include <algorithm>
#include <array>

namespace mw::classify {

namespace {

template <typename Id>
struct Entry {
    Id id;
    std::string_view key;
    std::string_view title;
};

constexpr std::array sections = {
    Entry<Section>{Section::architecture, "architecture", "Architecture-specific"},
    Entry<Section>{Section::core, "core", "Core kernel"},
    Entry<Section>{Section::filesystems, "filesystems", "Filesystems and block I/O"},
    Entry<Section>{Section::hardware, "hardware", "Hardware support"},
    Entry<Section>{Section::misc, "misc", "Miscellaneous"},
    Entry<Section>{Section::networking, "networking", "Networking"},
    Entry<Section>{Section::security, "security", "Security-related"},
    Entry<Section>{Section::virtualization, "virtualization", "Virtualization and containers"},
    Entry<Section>{Section::internal, "internal", "Internal kernel changes"},
};

constexpr std::array subgroups = {
    Entry<Subgroup>{Subgroup::none, "", ""},
    Entry<Subgroup>{Subgroup::clock, "clock", "Clock"},
    Entry<Subgroup>{Subgroup::graphics, "graphics", "Graphics"},
    Entry<Subgroup>{Subgroup::iio, "iio", "Industrial I/O"},
    Entry<Subgroup>{Subgroup::input, "input", "Input"},
    Entry<Subgroup>{Subgroup::media, "media", "Media"},
    Entry<Subgroup>{Subgroup::mtd_storage, "mtd_storage", "Storage"},
    Entry<Subgroup>{Subgroup::network, "network", "Networking"},
    Entry<Subgroup>{Subgroup::pci, "pci", "PCI"},
    Entry<Subgroup>{Subgroup::phy, "phy", "PHY"},
    Entry<Subgroup>{Subgroup::pinctrl_gpio, "pinctrl_gpio", "Pin control and GPIO"},
    Entry<Subgroup>{Subgroup::power, "power", "Power and thermal"},
    Entry<Subgroup>{Subgroup::sound, "sound", "Sound"},
    Entry<Subgroup>{Subgroup::spi_i2c, "spi_i2c", "SPI and I²C"},
    Entry<Subgroup>{Subgroup::usb, "usb", "USB"},
    Entry<Subgroup>{Subgroup::board, "board", "SoCs and boards"},
    Entry<Subgroup>{Subgroup::misc, "misc", "Miscellaneous"},
};

template <typename Id, std::size_t N>
constexpr std::array<Id, N> ids_of(const std::array<Entry<Id>, N>& entries) {
    std::array<Id, N> ids{};
    for (std::size_t i = 0; i < N; ++i)
        ids[i] = entries[i].id;
    return ids;
}

template <typename Id, std::size_t N>
std::optional<Id> find_key(const std::array<Entry<Id>, N>& entries, std::string_view key) {
    const auto found = std::ranges::find(entries, key, &Entry<Id>::key);
    return found == entries.end() ? std::nullopt : std::optional(found->id);
}

constexpr auto section_ids = ids_of(sections);
constexpr auto subgroup_ids = ids_of(subgroups);

} // namespace

std::span<const Section> all_sections() {
    return section_ids;
}

std::span<const Subgroup> all_subgroups() {
    return std::span(subgroup_ids).subspan(1);
}

std::string_view key(Section section) {
    return sections[static_cast<std::size_t>(section)].key;
}

std::string_view title(Section section) {
    return sections[static_cast<std::size_t>(section)].title;
}

std::optional<Section> section_from_key(std::string_view key) {
    return find_key(sections, key);
}

std::string_view key(Subgroup subgroup) {
    return subgroups[static_cast<std::size_t>(subgroup)].key;
}

std::string_view title(Subgroup subgroup) {
    return subgroups[static_cast<std::size_t>(subgroup)].title;
}

std::optional<Subgroup> subgroup_from_key(std::string_view key) {
    return find_key(subgroups, key);
}

std::string to_string(const SectionKey& place) {
    std::string text(key(place.section));
    if (place.subgroup != Subgroup::none)
        text.append("/").append(key(place.subgroup));
    return text;
}

} // namespace mw::classify
